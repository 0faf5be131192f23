using System;
using System.Collections.Generic;

namespace EcgChip.WeightsGen.Splits;

/// <summary>
/// Accuracy on held-out beats as it would be if they were mixed like the balanced test list, whose make-up is fixed: the epoch that is
/// best for it is chosen without looking at a test beat.
/// </summary>
public static class BalancedShare
{
    // 20 % of the database's 2,781 S and 803 F beats.
    private static readonly int[] s_counts =
    [
        SplitDrawing.BalancedBeatsPerClass, 556, SplitDrawing.BalancedBeatsPerClass, 161, SplitDrawing.BalancedBeatsPerClass,
    ];

    /// <summary>Accuracy in percent from the part of each class that is found.</summary>
    public static double Accuracy(IReadOnlyList<double> recall)
    {
        ArgumentNullException.ThrowIfNull(recall);
        double right = 0;
        int all = 0;
        for (int i = 0; i < s_counts.Length; i++)
        {
            right += recall[i] * s_counts[i];
            all += s_counts[i];
        }

        return 100 * right / all;
    }
}
