using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Report;

/// <summary>
/// How sure a ratio is, given that the beats of one record are alike: records are drawn again with replacement (Efron 1979, the bootstrap), and the middle
/// 95 % of what comes out is the interval. Beats taken one by one would look far surer than a handful of patients can be.
/// </summary>
public static class PatientInterval
{
    private const int Draws = 2_000;
    private const double TailPart = 0.025;

    // Fewer records than this say nothing of how records differ.
    private const int LeastRecords = 5;

    /// <summary>The interval in percent; null where too few records have a share in the ratio.</summary>
    /// <param name="byRecord">Part and whole of each record.</param>
    public static (double Low, double High)? Of(IReadOnlyList<(int Part, int All)> byRecord)
    {
        ArgumentNullException.ThrowIfNull(byRecord);
        if (byRecord.Count(record => record.All > 0) < LeastRecords)
            return null;

        Random random = RandomNumbers.Create(1, RandomPurpose.Bootstrap);
        List<double> ratios = [];
        for (int draw = 0; draw < Draws; draw++)
        {
            long part = 0;
            long all = 0;
            for (int i = 0; i < byRecord.Count; i++)
            {
                (int own, int of) = byRecord[random.Next(byRecord.Count)];
                part += own;
                all += of;
            }

            if (all > 0)
                ratios.Add(100.0 * part / all);
        }

        ratios.Sort();
        return (ratios[(int)(TailPart * ratios.Count)], ratios[(int)((1 - TailPart) * ratios.Count)]);
    }
}
