using System.Collections.Generic;
using System.Linq;
using Mono.Cecil.Cil;

namespace EcgChip.ChipClock;

/// <summary>Cuts a method into runs of instructions that are executed from first to last or not at all.</summary>
internal static class BasicBlocks
{
    /// <summary>
    /// The blocks of a method in their order; together they are all its instructions. Handlers and filters need no care: nothing falls into
    /// one, so that a branch, a throw or an end of another handler always stands before it.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<Instruction>> Of(MethodBody body)
    {
        HashSet<Instruction> leaders = [.. Targets(body)];
        var blocks = new List<IReadOnlyList<Instruction>>();
        List<Instruction> block = [];
        foreach (Instruction instruction in body.Instructions)
        {
            if (block.Count > 0 && leaders.Contains(instruction))
            {
                blocks.Add(block);
                block = [];
            }

            block.Add(instruction);
            if (EndsBlock(instruction))
            {
                blocks.Add(block);
                block = [];
            }
        }

        if (block.Count > 0)
        {
            blocks.Add(block);
        }

        return blocks;
    }

    private static IEnumerable<Instruction> Targets(MethodBody body) => body.Instructions.SelectMany(instruction => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => Enumerable.Empty<Instruction>(),
    });

    // A call ends a block, too: an exception may come out of it, and then what stands behind it is not executed.
    private static bool EndsBlock(Instruction instruction) => instruction.OpCode.FlowControl
        is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw or FlowControl.Call;
}
