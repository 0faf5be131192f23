using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipCheck.Rules;

/// <summary>
/// <c>byte[]</c> and <c>sbyte[]</c> do not stand for one another on the chip, neither by a cast nor by copying, though the desktop lets both
/// pass. A cast is refused unless what it is applied to is seen to be of the type already; a copy, where both arrays' types are seen.
/// </summary>
public sealed class ByteArrayRule : IIlRule
{
    private const string Name = "byte-array";

    /// <inheritdoc/>
    public IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        foreach (MethodDefinition method in assembly.MethodsWithBody)
        {
            IReadOnlyDictionary<Instruction, TypeReference?[]> stacks = StackTypes.Before(method);
            foreach (Instruction instruction in method.Body.Instructions)
            {
                if (Sentence(instruction, stacks[instruction]) is { } sentence)
                {
                    yield return new Refusal(Name, assembly.Where(method, instruction), sentence);
                }
            }
        }
    }

    private static string? Sentence(Instruction instruction, TypeReference?[] stack) => instruction.OpCode.Code switch
    {
        Code.Castclass or Code.Isinst => CastSentence((TypeReference)instruction.Operand, stack),
        Code.Call or Code.Callvirt => CopySentence((MethodReference)instruction.Operand, stack),
        _ => null,
    };

    private static string? CastSentence(TypeReference target, TypeReference?[] stack)
    {
        string? from = ElementOf(stack.LastOrDefault());
        string? to = ElementOf(target);
        bool crosses = to == "SByte" ? from != "SByte" : to == "Byte" && from == "SByte";
        return crosses ? $"casts to {to}[]; copy the values one by one, or cast each where it is used." : null;
    }

    private static string? CopySentence(MethodReference method, TypeReference?[] stack)
    {
        if (method.DeclaringType.FullName != "System.Array" || method.Name is not ("Copy" or "CopyTo"))
        {
            return null;
        }

        // the arguments lie on the stack in order, the array that CopyTo is called on below them
        int arguments = method.Parameters.Count + (method.HasThis ? 1 : 0);
        string?[] arrays = stack.TakeLast(arguments).Select(ElementOf).Where(element => element is not null).ToArray();
        return arrays.Contains("SByte") && arrays.Contains("Byte")
            ? "copies between byte[] and sbyte[]; copy the values one by one."
            : null;
    }

    private static string? ElementOf(TypeReference? type) =>
        type is ArrayType { IsVector: true } array && array.ElementType.MetadataType is (MetadataType.SByte or MetadataType.Byte)
            ? array.ElementType.Name
            : null;
}
