using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.ChipCheck.Rules;

/// <summary>How many values a method has on the evaluation stack at once: the chip keeps the number in a byte.</summary>
public sealed class MaxStackRule : IIlRule
{
    /// <inheritdoc/>
    public IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return assembly.MethodsWithBody
            .Where(method => method.Body.MaxStackSize > ChipLimits.MaxStack)
            .Select(method => new Refusal(
                "max-stack", assembly.Where(method),
                $"has {method.Body.MaxStackSize} values on the stack at once, {ChipLimits.MaxStack} are the most; "
                + "keep some of what it computes in locals first."));
    }
}
