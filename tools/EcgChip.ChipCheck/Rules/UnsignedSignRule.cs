using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipCheck.Rules;

/// <summary>
/// Signed arithmetic on what the interpreter holds for unsigned. On the desktop an instruction says whether it is signed. In nanoFramework's
/// interpreter each value on the stack carries its own type, and that decides:
/// <list type="bullet">
/// <item><c>(int)u</c> of a uint and <c>(long)w</c> of a ulong are no instruction at all, so the value stays unsigned;</item>
/// <item>byte, ushort, char and uint widen to long by conv.u8, which makes it unsigned too;</item>
/// <item>a result has the type of its left operand, and a value keeps its type through a call and a return;</item>
/// <item>an unsigned value's <c>&gt;&gt;</c> shifts zeros in, its <c>%</c> is the unsigned remainder, and conv.i8 widens it with zeros.</item>
/// </list>
/// What is stored to a local, a field, an argument or an element takes its declared type, and a narrowing conversion gives a signed value; both
/// mend it. Observed by running compiled samples of each form in the interpreter (nanoCLR 1.17) and comparing with .NET; +, -, *, /, comparisons
/// and equality gave the same bits there, whatever the types. What a library's method does with an unsigned argument is not looked at.
/// </summary>
public sealed class UnsignedSignRule : IIlRule
{
    private const string Name = "unsigned-sign";
    private const string Firmware = "EcgChip.";
    private const string Cure =
        "write (int)(long)u of a uint, -1L & (long)w of a ulong, (long)(int)b of a byte, ushort or char: the result has its left operand's type.";

    /// <inheritdoc/>
    public IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        foreach (MethodDefinition method in assembly.MethodsWithBody)
        {
            IReadOnlyDictionary<Instruction, TypeReference?[]> stacks = StackTypes.Before(method);
            foreach (Instruction instruction in method.Body.Instructions)
            {
                if (Fault(method, instruction, stacks[instruction]) is { } fault)
                {
                    yield return new Refusal(Name, assembly.Where(method, instruction), $"{fault}; {Cure}");
                }
            }
        }
    }

    private static string? Fault(MethodDefinition method, Instruction instruction, TypeReference?[] stack)
    {
        switch (instruction.OpCode.Code)
        {
            case Code.Shr when IsUnsigned(stack, 2):
                return "shifts right what the chip holds for unsigned, so that zeros come in at a negative number's top";
            case Code.Rem when IsUnsigned(stack, 2):
                return "takes the remainder of what the chip holds for unsigned, which is another one for a negative number";
            case Code.Conv_I8 when IsUnsigned(stack, 1):
                return "widens to long what the chip holds for unsigned, so that a negative number becomes a large one";
            case Code.Ret when IsSigned(method.ReturnType) && IsUnsigned(stack, 1):
                return $"returns as {method.ReturnType.Name} what the chip goes on holding for unsigned";
            case Code.Call or Code.Callvirt or Code.Newobj:
                return PassedFault((MethodReference)instruction.Operand, stack);
            default:
                return null;
        }
    }

    private static string? PassedFault(MethodReference called, TypeReference?[] stack)
    {
        if (called.DeclaringType.Scope is not ModuleDefinition && !called.DeclaringType.Scope.Name.StartsWith(Firmware, StringComparison.Ordinal))
        {
            return null;
        }

        TypeReference?[] arguments = StackWalk.Arguments(called, stack);
        ParameterDefinition? parameter = called.Parameters.FirstOrDefault(
            candidate => IsSigned(candidate.ParameterType) && StackTypes.IsUnsigned(arguments.ElementAtOrDefault(candidate.Index)));
        return parameter is null
            ? null
            : $"passes to {called.DeclaringType.Name}.{called.Name} as {parameter.ParameterType.Name} what the chip goes on holding for unsigned";
    }

    private static bool IsUnsigned(TypeReference?[] stack, int place) => stack.Length >= place && StackTypes.IsUnsigned(stack[^place]);

    private static bool IsSigned(TypeReference type) => StackTypes.NumberOf(type) is MetadataType.Int32 or MetadataType.Int64;
}
