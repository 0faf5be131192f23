using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Evaluation;

/// <summary>How many beats of each class were found as which class.</summary>
public sealed class Confusion
{
    private readonly int[][] _counts;

    private Confusion(int[][] counts)
    {
        _counts = counts;
    }

    /// <summary>A row for each true class, a column for each found class.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Counts => _counts;

    /// <summary>Beats in all.</summary>
    public int Beats => _counts.Sum(row => row.Sum());

    /// <summary>Right beats over all beats, in percent.</summary>
    public double Accuracy => 100.0 * _counts.Select((row, index) => row[index]).Sum() / Math.Max(1, Beats);

    /// <summary>Part of a class's beats that is found, 0 to 1; 0 where there are none.</summary>
    public double Recall(int beatClass)
    {
        int all = _counts[beatClass].Sum();
        return all == 0 ? 0 : (double)_counts[beatClass][beatClass] / all;
    }

    /// <summary>Harmonic mean of sensitivity and positive predictivity of a class, in percent; 0 where no beat of it was found.</summary>
    public double F1(int beatClass)
    {
        int right = _counts[beatClass][beatClass];
        return right == 0 ? 0 : 200.0 * right / (_counts[beatClass].Sum() + _counts.Sum(row => row[beatClass]));
    }

    /// <summary>Part of a class's beats that is found, in percent; null where there are none.</summary>
    public double? Sensitivity(int beatClass) => Percent(_counts[beatClass][beatClass], _counts[beatClass].Sum());

    /// <summary>Part of the beats found as a class that are of it, in percent; null where there are none.</summary>
    public double? PositivePredictivity(int beatClass) => Percent(_counts[beatClass][beatClass], _counts.Sum(row => row[beatClass]));

    /// <summary>Counts beats and what was found for each.</summary>
    public static Confusion Of(IReadOnlyList<Beat> beats, IReadOnlyList<int> found)
    {
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentNullException.ThrowIfNull(found);
        int[][] counts = [.. Enumerable.Range(0, ClassNames.Count).Select(_ => new int[ClassNames.Count])];
        for (int i = 0; i < beats.Count; i++)
            counts[beats[i].Class][found[i]]++;
        return new Confusion(counts);
    }

    private static double? Percent(int part, int all) => all == 0 ? null : 100.0 * part / all;
}
