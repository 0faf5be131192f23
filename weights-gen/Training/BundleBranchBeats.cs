using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Signal;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Training;

/// <summary>
/// Beats of patients that DS1 has too few of: whose beats are all as wide as others' ventricular ones, as with a block of a bundle branch. Made of a
/// ventricular beat, beside it as the usual beat the mean of those before it, and the intervals of a normal or of a supraventricular beat, whose class it
/// gets: what looks strange is normal where it is the rule.
/// </summary>
public sealed class BundleBranchBeats
{
    private const int VentricularClass = 2;

    // So many beats make a usual one, which then follows by an eighth; a record that gives fewer is left out.
    private const int LeastBefore = 3;
    private const double Follows = 8;
    private const int LeastOfRecord = 8;

    private readonly Beat[][] _byRecord;
    private readonly IReadOnlyList<IReadOnlyList<Beat>> _byClass;

    private BundleBranchBeats(Beat[][] byRecord, IReadOnlyList<IReadOnlyList<Beat>> byClass)
    {
        _byRecord = byRecord;
        _byClass = byClass;
    }

    /// <summary>Makes the beats of what is learnt from.</summary>
    /// <param name="byClass">The beats that are learnt from, by class; values are a window and the usual one.</param>
    /// <exception cref="InputException">No record has enough ventricular beats.</exception>
    public static BundleBranchBeats From(IReadOnlyList<IReadOnlyList<Beat>> byClass)
    {
        ArgumentNullException.ThrowIfNull(byClass);
        Beat[][] byRecord =
        [
            .. byClass[VentricularClass].GroupBy(beat => beat.Record).OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => ViewsOf(group).SelectMany(WithUsual).ToArray()).Where(beats => beats.Length >= LeastOfRecord),
        ];
        return byRecord.Length > 0
            ? new BundleBranchBeats(byRecord, byClass)
            : throw new InputException("No record has enough ventricular beats to make usual ones of them: train without.");
    }

    /// <summary>One of the beats, with the intervals of any beat of a class; each record as often as any other.</summary>
    public Beat Draw(int beatClass, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        Beat[] own = _byRecord[random.Next(_byRecord.Length)];
        IReadOnlyList<Beat> others = _byClass[beatClass];
        return own[random.Next(own.Length)] with { Class = beatClass, Features = others[random.Next(others.Count)].Features };
    }

    /// <summary>Beats of one view follow each other in time; those of the next begin anew.</summary>
    private static IEnumerable<List<Beat>> ViewsOf(IEnumerable<Beat> beats)
    {
        // The same annotation once a view, in the order of views.
        Dictionary<BeatKey, int> seen = [];
        SortedDictionary<int, List<Beat>> views = [];
        foreach (Beat beat in beats)
        {
            int view = seen.GetValueOrDefault(beat.Key);
            seen[beat.Key] = view + 1;
            if (!views.TryGetValue(view, out List<Beat>? own))
                views.Add(view, own = []);
            own.Add(beat);
        }

        return views.Values.Select(view => view.OrderBy(beat => beat.Sample).ToList());
    }

    private static IEnumerable<Beat> WithUsual(List<Beat> beats)
    {
        double[] usual = new double[BedsideWindow.Length];
        for (int i = 0; i < beats.Count; i++)
        {
            sbyte[] values = beats[i].Values;
            if (i >= LeastBefore)
                yield return beats[i] with { Values = [.. values.AsSpan(0, usual.Length), .. Normalised(usual)] };
            for (int k = 0; k < usual.Length; k++)
                usual[k] += (values[k] - usual[k]) / Math.Min(i + 1, Follows);
        }
    }

    private static sbyte[] Normalised(double[] usual)
    {
        double mean = usual.Average();
        double largest = usual.Max(value => Math.Abs(value - mean));
        return [.. usual.Select(value => (sbyte)(largest == 0 ? 0 : Math.Round(Beat.Largest * (value - mean) / largest)))];
    }
}
