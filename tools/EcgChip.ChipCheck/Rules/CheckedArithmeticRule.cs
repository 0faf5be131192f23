using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.ChipCheck.Rules;

/// <summary><c>checked</c>: the chip wraps silently where the desktop throws.</summary>
public sealed class CheckedArithmeticRule : IIlRule
{
    /// <inheritdoc/>
    public IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return assembly.MethodsWithBody.SelectMany(
            method => method.Body.Instructions
                .Where(instruction => instruction.OpCode.Name.Contains(".ovf", StringComparison.Ordinal))
                .Select(instruction => new Refusal(
                    "checked-arithmetic", assembly.Where(method, instruction),
                    $"{instruction.OpCode.Name} checks for overflow, which the chip does not; leave out checked, compare with the limits instead, "
                    + "and make an array's length an int.")))
            .Distinct();
    }
}
