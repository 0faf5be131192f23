using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.ChipCheck.Rules;

/// <summary>A method's catch and finally clauses: the chip counts them in a byte.</summary>
public sealed class HandlersRule : IIlRule
{
    /// <inheritdoc/>
    public IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return assembly.MethodsWithBody
            .Where(method => method.Body.ExceptionHandlers.Count > ChipLimits.Handlers)
            .Select(method => new Refusal(
                "handlers", assembly.Where(method),
                $"has {method.Body.ExceptionHandlers.Count} catch and finally clauses, {ChipLimits.Handlers} are the most; split it."));
    }
}
