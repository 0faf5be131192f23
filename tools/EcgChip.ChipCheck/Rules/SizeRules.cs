using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipCheck.Rules;

/// <summary>An assembly's array data, signatures and IL: the chip numbers their bytes in 16 bits.</summary>
public sealed class AssemblySizeRule : IIlRule
{
    /// <inheritdoc/>
    public IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        int data = assembly.ArrayDataBytes;
        if (data > ChipLimits.ArrayDataBytes)
        {
            yield return new Refusal(
                "array-data", assembly.Name,
                $"holds {data} bytes of array initialisers, {ChipLimits.ArrayDataBytes} are the most; spread them over two assemblies.");
        }
        else if (data + assembly.SignatureBytes > ChipLimits.ArrayDataAndSignatureBytes)
        {
            yield return new Refusal(
                "array-data", assembly.Name,
                $"holds {data} bytes of array initialisers and {assembly.SignatureBytes} of signatures, "
                + $"{ChipLimits.ArrayDataAndSignatureBytes} together are the most; spread them over two assemblies.");
        }

        if (assembly.IlBytes > ChipLimits.IlBytes)
        {
            yield return new Refusal(
                "il-size", assembly.Name,
                $"holds {assembly.IlBytes} bytes of IL, {ChipLimits.IlBytes} are the most; spread the code over two assemblies.");
        }
    }
}

/// <summary>A method's branches, locals and arguments.</summary>
public sealed class MethodSizeRule : IIlRule
{
    /// <inheritdoc/>
    public IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        foreach (MethodDefinition method in assembly.MethodsWithBody)
        {
            foreach ((Instruction branch, int distance) in Branches(method).Where(branch => branch.Distance > ChipLimits.BranchBytes))
            {
                yield return new Refusal(
                    "branch-distance", assembly.Where(method, branch),
                    $"a branch spans {distance} bytes of IL, {ChipLimits.BranchBytes} are the most; move what it jumps over into a method of its own.");
            }

            if (method.Body.Variables.Count > ChipLimits.Locals)
            {
                yield return new Refusal(
                    "locals", assembly.Where(method),
                    $"has {method.Body.Variables.Count} locals, {ChipLimits.Locals} are the most; split it.");
            }

            if (method.Parameters.Count > ChipLimits.Locals)
            {
                yield return new Refusal(
                    "locals", assembly.Where(method),
                    $"has {method.Parameters.Count} parameters, {ChipLimits.Locals} are the most; pass an object.");
            }
        }
    }

    private static IEnumerable<(Instruction Branch, int Distance)> Branches(MethodDefinition method)
    {
        foreach (Instruction instruction in method.Body.Instructions)
        {
            Instruction[] targets = instruction.Operand switch
            {
                Instruction target => [target],
                Instruction[] table => table,
                _ => [],
            };
            if (targets.Length > 0)
            {
                int from = instruction.Offset + instruction.GetSize();
                yield return (instruction, targets.Max(target => Math.Abs(target.Offset - from)));
            }
        }
    }
}

/// <summary>How many methods and fields a class has: the chip counts each kind in a byte.</summary>
public sealed class ClassSizeRule : IIlRule
{
    /// <inheritdoc/>
    public IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        foreach (TypeDefinition type in assembly.Types)
        {
            (string What, int Count)[] kinds =
            [
                ("static methods", type.Methods.Count(method => method.IsStatic)),
                ("instance methods", type.Methods.Count(method => !method.IsStatic)),
                ("static fields", type.Fields.Count(field => field.IsStatic && !field.IsLiteral)),
                ("instance fields", type.Fields.Count(field => !field.IsStatic)),
            ];
            foreach ((string what, int count) in kinds.Where(kind => kind.Count > ChipLimits.MembersOfAKind))
            {
                yield return new Refusal(
                    "class-size", assembly.Where(type),
                    $"has {count} {what}, {ChipLimits.MembersOfAKind} are the most; split the class.");
            }
        }
    }
}
