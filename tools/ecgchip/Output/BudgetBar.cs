using System;
using EcgChip.Cli.Bench;

namespace EcgChip.Cli.Output;

/// <summary>A budget as a bar of letters: readable without colours, and coloured where the writer shows them.</summary>
internal static class BudgetBar
{
    private const int Cells = 10;
    private const int Percent = 100;

    /// <summary>The bar with the share that is used and the limit, in Spectre's markup; empty without a budget or a value.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="limit">The limit as it is to be read.</param>
    public static string Of(Budget? budget, string limit)
    {
        if (budget?.Share is not double share)
        {
            return string.Empty;
        }

        int full = (int)Math.Clamp(Math.Ceiling(share * Cells), 0, Cells);
        string bar = new string('█', full) + new string('░', Cells - full);
        string used = double.IsFinite(share) ? $"{Math.Ceiling(share * Percent):N0} % of {limit}" : $"over {limit}";
        string verdict = budget.IsMet ? "ok" : budget.Applies ? "OVER" : "over, does not count here";
        string colour = budget.IsMet ? "green" : budget.Applies ? "red" : "yellow";
        return $"[{colour}]{bar} {used}: {verdict}[/]";
    }
}
