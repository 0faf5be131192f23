using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;

namespace EcgChip.ChipCheck.Rules;

/// <summary>A rule that refuses some types wherever they are named, once for each type and line.</summary>
public abstract class TypeRule : IIlRule
{
    /// <summary>Name of the rule.</summary>
    protected abstract string Name { get; }

    /// <inheritdoc/>
    public virtual IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return assembly.TypeUses
            .Where(use => IsRefused(use.Type))
            .Select(use => new Refusal(Name, assembly.Where(use.Member, use.Instruction), Sentence(use.Type)))
            .Distinct();
    }

    /// <summary>True where the chip has no such type.</summary>
    protected abstract bool IsRefused(TypeReference type);

    /// <summary>What is wrong with it and what to do.</summary>
    protected abstract string Sentence(TypeReference type);
}

/// <summary>Generic types and methods: they compile, and the chip's 1.x interpreter runs them wrong.</summary>
public sealed class GenericsRule : TypeRule
{
    /// <inheritdoc/>
    protected override string Name => "generics";

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        IEnumerable<Refusal> methods = assembly.MethodsWithBody.SelectMany(
            method => method.Body.Instructions
                .Where(instruction => instruction.Operand is GenericInstanceMethod)
                .Select(instruction => new Refusal(
                    Name, assembly.Where(method, instruction),
                    $"{((GenericInstanceMethod)instruction.Operand).Name} is a generic method; write it for the type that is needed.")));
        return base.Check(assembly).Concat(methods).Distinct();
    }

    /// <inheritdoc/>
    protected override bool IsRefused(TypeReference type) => type is GenericInstanceType or GenericParameter || type.HasGenericParameters;

    /// <inheritdoc/>
    protected override string Sentence(TypeReference type) =>
        $"{type.FullName} is generic; write a type of its own for what it holds, or a delegate of its own.";
}

/// <summary>Arrays of more than one dimension.</summary>
public sealed class MultiDimensionalArrayRule : TypeRule
{
    /// <inheritdoc/>
    protected override string Name => "multi-dimensional-array";

    /// <inheritdoc/>
    protected override bool IsRefused(TypeReference type) => type is ArrayType { IsVector: false };

    /// <inheritdoc/>
    protected override string Sentence(TypeReference type) =>
        $"{type.FullName} has more than one dimension; use one flat array and an index, or an array of arrays.";
}

/// <summary>Floating point: the firmware counts in integers, so that the chip, the desktop and a test get the same bits.</summary>
public sealed class FloatingPointRule : TypeRule
{
    // nanoFramework's PwmChannel takes its duty cycle as a double, and in no other way: one class hands it one.
    private const string Adapter = "EcgChip.Device.Power.Backlight";

    private static readonly HashSet<string> Types = new(["System.Single", "System.Double", "System.Decimal"], StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override string Name => "floating-point";

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        IEnumerable<Refusal> instructions = assembly.MethodsWithBody.Where(method => method.DeclaringType.FullName != Adapter).SelectMany(
            method => method.Body.Instructions
                .Where(instruction => Array.IndexOf(FloatingPointOpCodes.All, instruction.OpCode.Code) >= 0)
                .Select(instruction => new Refusal(
                    Name, assembly.Where(method, instruction),
                    $"{instruction.OpCode.Name} computes in floating point; use integers scaled by a power of two.")));
        return assembly.TypeUses
            .Where(use => IsRefused(use.Type) && use.Member?.DeclaringType?.FullName != Adapter)
            .Select(use => new Refusal(Name, assembly.Where(use.Member, use.Instruction), Sentence(use.Type)))
            .Concat(instructions).Distinct();
    }

    /// <inheritdoc/>
    protected override bool IsRefused(TypeReference type) => Types.Contains(type.FullName);

    /// <inheritdoc/>
    protected override string Sentence(TypeReference type) =>
        $"{type.Name} is floating point; use integers scaled by a power of two, and library members that take integers.";
}
