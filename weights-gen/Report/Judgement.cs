using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;

namespace EcgChip.WeightsGen.Report;

/// <summary>What both forms of a model said of beats.</summary>
/// <param name="Beats">The beats.</param>
/// <param name="ByFloat">Classes that the float network found.</param>
/// <param name="ByInt8">Classes that the firmware's runner found.</param>
/// <param name="Shares">The softmax of the int8 logits, a share for each class, together 1.</param>
public sealed record Judgement(IReadOnlyList<Beat> Beats, IReadOnlyList<int> ByFloat, IReadOnlyList<int> ByInt8, IReadOnlyList<double[]> Shares)
{
    /// <summary>The float network's table.</summary>
    public Confusion InFloat { get; } = Confusion.Of(Beats, ByFloat);

    /// <summary>The int8 model's table.</summary>
    public Confusion InInt8 { get; } = Confusion.Of(Beats, ByInt8);

    /// <summary>Part of the beats for which both found the same class, in percent.</summary>
    public double Agreement => 100.0 * ByFloat.Zip(ByInt8).Count(pair => pair.First == pair.Second) / Math.Max(1, Beats.Count);

    /// <summary>How many beats float found as the row's class and int8 as the column's.</summary>
    public int[][] AgreementCounts()
    {
        int[][] counts = [.. Enumerable.Range(0, ClassNames.Count).Select(_ => new int[ClassNames.Count])];
        for (int i = 0; i < Beats.Count; i++)
            counts[ByFloat[i]][ByInt8[i]]++;
        return counts;
    }

    /// <summary>The int8 model's table of each record, by name.</summary>
    public IReadOnlyList<(string Record, Confusion Found)> ByRecord() =>
    [
        .. Enumerable.Range(0, Beats.Count).GroupBy(index => Beats[index].Record).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, Confusion.Of([.. group.Select(index => Beats[index])], [.. group.Select(index => ByInt8[index])]))),
    ];

    /// <summary>
    /// Indices of the wrong beats of which the int8 model was surest, surest first. Of a record, true and found class few are taken: one patient's odd
    /// beats would fill the list.
    /// </summary>
    /// <param name="most">How many.</param>
    /// <param name="mostAlike">How many of one record with the same two classes.</param>
    public int[] WorstMisses(int most, int mostAlike)
    {
        Dictionary<(string Record, int True, int Found), int> taken = [];
        List<int> worst = [];
        foreach (int index in Enumerable.Range(0, Beats.Count).Where(index => ByInt8[index] != Beats[index].Class)
            .OrderByDescending(index => Shares[index][ByInt8[index]]).ThenBy(index => Beats[index].Key))
        {
            (string, int, int) kind = (Beats[index].Record, Beats[index].Class, ByInt8[index]);
            int alike = taken.GetValueOrDefault(kind);
            if (alike == mostAlike)
                continue;

            taken[kind] = alike + 1;
            worst.Add(index);
            if (worst.Count == most)
                break;
        }

        return [.. worst];
    }
}
