using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Signal.Tests.Rhythm;

/// <summary>The slow specification of <see cref="IrregularRhythm"/>: every window is judged from its intervals alone, in floating point.</summary>
internal sealed class PlainIrregularRhythm
{
    private const int MostIntervals = 48;
    private const int LeastIntervals = 12;
    private const int LongestInterval = 625;
    private readonly List<(int Samples, bool Clean)> window = [];
    private int? lastPeak;
    private bool lastNarrow;

    public bool IsIrregular { get; private set; }

    public bool Add(int peak, int beatClass)
    {
        bool narrow = beatClass is 0 or 1;
        int? interval = peak - lastPeak;
        bool clean = narrow && lastNarrow;
        (lastPeak, lastNarrow) = (peak, narrow);
        if (interval is null or > LongestInterval)
        {
            window.Clear();
            IsIrregular = false;
            return false;
        }

        window.Add((interval.Value, clean));
        for (int dropped = 0;
            dropped < 2 && (window.Count > MostIntervals || window.Sum(each => each.Samples) > IrregularRhythm.WindowSamples); dropped++)
        {
            window.RemoveAt(0);
        }

        IsIrregular = Judge(IsIrregular);
        return IsIrregular;
    }

    private bool Judge(bool before)
    {
        double[] clean = [.. window.Where(each => each.Clean).Select(each => (double)each.Samples)];
        if (clean.Length < LeastIntervals)
        {
            return false;
        }

        (double X, double Y)[] pairs = [.. window.Zip(window.Skip(1)).Where(pair => pair.First.Clean && pair.Second.Clean)
            .Select(pair => ((double)pair.First.Samples, (double)pair.Second.Samples))];
        if (pairs.Length == 0)
        {
            return false;
        }

        double mean = clean.Average();
        double singles = 0.5;
        double doubles = 0.5;
        for (int i = 0; i < pairs.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                bool single = Math.Abs(pairs[i].X - pairs[j].X) <= 4;
                singles += single ? 1 : 0;
                doubles += single && Math.Abs(pairs[i].Y - pairs[j].Y) <= 4 ? 1 : 0;
            }
        }

        double entropy = singles / doubles * 9 / mean;
        double[] changes = [.. pairs.Select(pair => Math.Abs(pair.X - pair.Y)).Order()];
        double median = changes[changes.Length / 2];
        double squares = changes.Average(change => change * change);
        return entropy > (before ? 0.247 : 0.301) && median * 100 > (before ? 6 : 10) * mean && squares > 0.01 * mean * mean;
    }
}
