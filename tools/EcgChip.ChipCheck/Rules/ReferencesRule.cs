using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.ChipCheck.Rules;

/// <summary>Who may know whom: the pure assemblies use mscorlib and System.Math alone, models mscorlib and Inference.</summary>
public sealed class ReferencesRule : IIlRule
{
    private static readonly string[] PureMayUse = ["mscorlib", "System.Math"];
    private static readonly string[] ModelMayUse = ["mscorlib", "EcgChip.Inference"];

    /// <inheritdoc/>
    public IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        string[]? allowed = assembly.Role switch
        {
            FirmwareRole.Pure => PureMayUse,
            FirmwareRole.Model => ModelMayUse,
            _ => null,
        };
        return allowed is null
            ? []
            : assembly.References.Except(allowed).Select(reference => new Refusal(
                "references", assembly.Name,
                $"uses {reference}, but may use only {string.Join(" and ", allowed)}; move what needs it to EcgChip.Device."));
    }
}
