using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Scoring;

/// <summary>
/// How well a rhythm was told, by duration, as AAMI EC57 has it and PhysioNet's <c>epicmp</c> computes it: how much of the true episodes' time lies in
/// found ones, and how much of the found episodes' time in true ones.
/// </summary>
/// <param name="ReferenceSeconds">Duration of the true episodes.</param>
/// <param name="FoundSeconds">Duration of the found ones.</param>
/// <param name="OverlapSeconds">Duration of both at once.</param>
public sealed record RhythmDurationScore(double ReferenceSeconds, double FoundSeconds, double OverlapSeconds)
{
    private const double Percent = 100;

    /// <summary>Sensitivity by duration, 0 to 100. Null without a true episode.</summary>
    public double? Se => ReferenceSeconds > 0 ? Percent * OverlapSeconds / ReferenceSeconds : null;

    /// <summary>Positive predictivity by duration, 0 to 100. Null where none was found.</summary>
    public double? Ppv => FoundSeconds > 0 ? Percent * OverlapSeconds / FoundSeconds : null;

    /// <summary>Compares one recording.</summary>
    /// <param name="reference">True episodes, in any order.</param>
    /// <param name="found">Found episodes, in any order; where they overlap, their time counts once.</param>
    /// <param name="start">Where the test period begins, in seconds.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="excluded">
    /// Stretches in which nothing is asked: true atrial flutter, which option -x of <c>epicmp</c> is to leave out of what was found as atrial fibrillation.
    /// (The arithmetic of its version 10.7.0 adds the excluded time where an episode begins in flutter; here it is taken off.)
    /// </param>
    public static RhythmDurationScore Compare(
        IEnumerable<RhythmEpisode> reference,
        IEnumerable<RhythmEpisode> found,
        double start,
        double end,
        IEnumerable<RhythmEpisode>? excluded = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(found);
        List<RhythmEpisode> left = Union(excluded ?? [], start, end);
        List<RhythmEpisode> truth = Union(reference, start, end);
        List<RhythmEpisode> called = Union(found, start, end);
        List<RhythmEpisode> both = Intersection(truth, called);
        return new RhythmDurationScore(
            Seconds(truth) - Seconds(Intersection(truth, left)),
            Seconds(called) - Seconds(Intersection(called, left)),
            Seconds(both) - Seconds(Intersection(both, left)));
    }

    /// <summary>The sum of several recordings, for the gross figures: every second counts alike.</summary>
    public static RhythmDurationScore Gross(IEnumerable<RhythmDurationScore> records) => records.Aggregate(
        new RhythmDurationScore(0, 0, 0),
        (sum, each) => new RhythmDurationScore(
            sum.ReferenceSeconds + each.ReferenceSeconds, sum.FoundSeconds + each.FoundSeconds, sum.OverlapSeconds + each.OverlapSeconds));

    private static double Seconds(List<RhythmEpisode> episodes) => episodes.Sum(episode => episode.End - episode.Start);

    private static List<RhythmEpisode> Union(IEnumerable<RhythmEpisode> episodes, double start, double end)
    {
        List<RhythmEpisode> union = [];
        foreach (RhythmEpisode episode in episodes
            .Select(each => new RhythmEpisode(Math.Max(start, each.Start), Math.Min(end, each.End)))
            .Where(each => each.Start < each.End)
            .OrderBy(each => each.Start))
        {
            if (union is [.., RhythmEpisode last] && episode.Start <= last.End)
            {
                union[^1] = last with { End = Math.Max(last.End, episode.End) };
            }
            else
            {
                union.Add(episode);
            }
        }

        return union;
    }

    private static List<RhythmEpisode> Intersection(List<RhythmEpisode> one, List<RhythmEpisode> other)
    {
        List<RhythmEpisode> both = [];
        for (int i = 0, j = 0; i < one.Count && j < other.Count;)
        {
            double start = Math.Max(one[i].Start, other[j].Start);
            double end = Math.Min(one[i].End, other[j].End);
            if (start < end)
            {
                both.Add(new RhythmEpisode(start, end));
            }

            _ = one[i].End < other[j].End ? i++ : j++;
        }

        return both;
    }
}
