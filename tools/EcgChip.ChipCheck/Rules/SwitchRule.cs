using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil.Cil;

namespace EcgChip.ChipCheck.Rules;

/// <summary>
/// The table of a switch: the chip's IL counts its targets in a byte. In the interpreter 255 run, and 256 end it.
/// </summary>
public sealed class SwitchRule : IIlRule
{
    /// <inheritdoc/>
    public IEnumerable<Refusal> Check(CheckedAssembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return
            from method in assembly.MethodsWithBody
            from instruction in method.Body.Instructions
            let targets = (instruction.Operand as Instruction[])?.Length ?? 0
            where targets > ChipLimits.SwitchTargets
            select new Refusal(
                "switch-targets", assembly.Where(method, instruction),
                $"is a switch over {targets} values in a row, {ChipLimits.SwitchTargets} are the most; split it, or look the answer up in an array.");
    }
}
