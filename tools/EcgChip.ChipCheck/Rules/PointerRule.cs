using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace EcgChip.ChipCheck.Rules;

/// <summary>Pointers of any kind: their types, fixed variables, <c>stackalloc</c>, block copies, calls through a pointer, native imports.</summary>
public sealed class PointerRule : TypeRule
{
    private static readonly Code[] Instructions = [Code.Localloc, Code.Cpblk, Code.Initblk, Code.Calli, Code.Sizeof, Code.Mkrefany, Code.Refanyval];

    /// <inheritdoc/>
    protected override string Name => "pointer";

    /// <inheritdoc/>
    public override IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        IEnumerable<Refusal> instructions = assembly.MethodsWithBody.SelectMany(
            method => method.Body.Instructions
                .Where(instruction => Array.IndexOf(Instructions, instruction.OpCode.Code) >= 0)
                .Select(instruction => new Refusal(
                    Name, assembly.Where(method, instruction),
                    $"{instruction.OpCode.Name} works on raw memory; use an array and an index.")));
        IEnumerable<Refusal> imports = assembly.Types.SelectMany(type => type.Methods)
            .Where(method => method.IsPInvokeImpl || method.IsUnmanaged)
            .Select(method => new Refusal(Name, assembly.Where(method), "is imported from native code; only the image's own libraries are there."));
        return base.Check(assembly).Concat(instructions).Concat(imports).Distinct();
    }

    /// <inheritdoc/>
    protected override bool IsRefused(TypeReference type) => type is PointerType or PinnedType or FunctionPointerType;

    /// <inheritdoc/>
    protected override string Sentence(TypeReference type) => $"{type.FullName} is a pointer or pinned memory; use an array and an index.";
}
