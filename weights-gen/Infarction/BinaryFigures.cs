using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>How well infarction and health were told apart.</summary>
/// <param name="Confusion">A row for each true diagnosis, a column for each found one: healthy, infarction.</param>
/// <param name="Accuracy">Right ones over all.</param>
/// <param name="Precision">Those with an infarction among those found to have one; null where none was found.</param>
/// <param name="Recall">Found ones among those with an infarction.</param>
/// <param name="Specificity">Found ones among the healthy.</param>
/// <param name="Auc">Part of the pairs of one with an infarction and a healthy one in which the first has the higher score (Hanley and McNeil 1982), 0 to 1.</param>
public sealed record BinaryFigures(
    IReadOnlyList<IReadOnlyList<int>> Confusion, Proportion? Accuracy, Proportion? Precision, Proportion? Recall, Proportion? Specificity, double Auc)
{
    /// <summary>From here on a score means infarction.</summary>
    public const double Threshold = 0.5;

    private const int Resamples = 2_000;
    private const int ResamplingSeed = 1;
    private const double Tail = 0.025;

    /// <summary>Of patients, each of them one case, with Wilson's intervals.</summary>
    public static BinaryFigures OfPatients(IReadOnlyList<(Diagnosis Truth, double Score)> patients)
    {
        int[][] counts = Count(patients);
        return new BinaryFigures(
            counts, Proportion.OfCases(counts[0][0] + counts[1][1], patients.Count), Proportion.OfCases(counts[1][1], counts[0][1] + counts[1][1]),
            Proportion.OfCases(counts[1][1], counts[1].Sum()), Proportion.OfCases(counts[0][0], counts[0].Sum()), AreaUnderCurve(patients));
    }

    /// <summary>
    /// Of beats. Those of one patient are alike, so that they are no independent cases: the intervals come from drawing patients anew, those of a kind among
    /// themselves, 2,000 times (bootstrap by clusters, Efron and Tibshirani 1993, chapter 13; the percentiles 2.5 and 97.5).
    /// </summary>
    public static BinaryFigures OfBeats(IReadOnlyList<(string Patient, Diagnosis Truth, double Score)> beats)
    {
        (Diagnosis Truth, double Score)[] cases = [.. beats.Select(beat => (beat.Truth, beat.Score))];
        int[][] counts = Count(cases);
        int[][][][] kinds =
        [
            .. Enum.GetValues<Diagnosis>().Select(kind => beats.Where(beat => beat.Truth == kind).GroupBy(beat => beat.Patient).OrderBy(patient => patient.Key, StringComparer.Ordinal)
                .Select(patient => Count([.. patient.Select(beat => (beat.Truth, beat.Score))])).ToArray()),
        ];
        Random random = new(ResamplingSeed);
        List<int[][]> drawn = [];
        for (int i = 0; i < Resamples; i++)
        {
            int[][] sum = [new int[2], new int[2]];
            foreach (int[][][] patients in kinds)
            {
                for (int patient = 0; patient < patients.Length; patient++)
                    Add(sum, patients[random.Next(patients.Length)]);
            }

            drawn.Add(sum);
        }

        Proportion? Of(Func<int[][], double?> figure) => figure(counts) is double value ? Interval(value, [.. drawn.Select(figure).OfType<double>().Order()]) : null;
        return new BinaryFigures(
            counts, Of(table => Percent(table[0][0] + table[1][1], table[0].Sum() + table[1].Sum())), Of(table => Percent(table[1][1], table[0][1] + table[1][1])),
            Of(table => Percent(table[1][1], table[1].Sum())), Of(table => Percent(table[0][0], table[0].Sum())), AreaUnderCurve(cases));
    }

    private static Proportion Interval(double value, double[] ordered) => new(
        value, ordered[(int)(Tail * ordered.Length)], ordered[Math.Min(ordered.Length - 1, (int)((1 - Tail) * ordered.Length))]);

    private static int[][] Count(IEnumerable<(Diagnosis Truth, double Score)> cases)
    {
        int[][] counts = [new int[2], new int[2]];
        foreach ((Diagnosis truth, double score) in cases)
            counts[(int)truth][score > Threshold ? 1 : 0]++;
        return counts;
    }

    private static void Add(int[][] sum, int[][] counts)
    {
        for (int row = 0; row < sum.Length; row++)
        {
            for (int column = 0; column < sum.Length; column++)
                sum[row][column] += counts[row][column];
        }
    }

    private static double AreaUnderCurve(IReadOnlyList<(Diagnosis Truth, double Score)> cases)
    {
        // By ranks, equal scores sharing theirs (Mann and Whitney 1947).
        (Diagnosis Truth, double Score)[] ordered = [.. cases.OrderBy(one => one.Score)];
        double ranks = 0;
        long infarctions = 0;
        for (int from = 0; from < ordered.Length;)
        {
            int to = from;
            while (to < ordered.Length && ordered[to].Score == ordered[from].Score)
                to++;
            int here = ordered[from..to].Count(one => one.Truth == Diagnosis.Infarction);
            ranks += here * (from + 1 + to) / 2.0;
            infarctions += here;
            from = to;
        }

        long healthy = ordered.Length - infarctions;
        return infarctions == 0 || healthy == 0 ? 0 : (ranks - infarctions * (infarctions + 1) / 2.0) / (infarctions * (double)healthy);
    }

    private static double? Percent(int part, int all) => all == 0 ? null : 100.0 * part / all;
}
