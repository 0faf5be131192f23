using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Formats;

namespace EcgChip.Scoring;

/// <summary>
/// Beat-by-beat comparison of ANSI/AAMI EC57: found beats are matched to true ones one to one within 150 ms, and the pairs, the missed and
/// the false beats of the test period are counted by class. Matching starts before the test period, so that a pair across its border is one pair;
/// a pair counts when its true beat lies in the period, a false beat when it lies there itself. As in <c>bxb</c>, one false beat is forgiven
/// at the very start of the period: see <see cref="Forgiven"/>. A true beat that is missed while the device says that the signal cannot be judged
/// counts as missed, and is told apart (EC57's shutdown, bxb's columns x). Unlike <c>bxb</c>, which remembers the last two shutdowns that
/// it has read, it knows all of them, and it counts the time of those in the test period alone.
/// </summary>
public static class Ec57Comparison
{
    /// <summary>Largest distance of a pair, in milliseconds (EC57). It holds exactly, where <c>bxb</c> rounds it to a whole sample.</summary>
    public const double WindowMs = 150;

    /// <summary>The first five minutes are for the detector to learn, and are not scored (EC57).</summary>
    public const double LearningSeconds = 300;

    private const double MsPerSecond = 1000;

    /// <summary>Compares one recording whose device is never in shutdown.</summary>
    /// <param name="name">The record's name, for the report.</param>
    /// <param name="reference">True beats and flutter. False beats within flutter are not counted, as in <c>bxb</c>.</param>
    /// <param name="found">Found beats in any order, at the reference's sample rate.</param>
    /// <param name="sampleRate">Samples a second of both.</param>
    /// <param name="learningSeconds">Seconds from the start that are not scored: <see cref="LearningSeconds"/>, or 0 for all beats.</param>
    public static RecordScore Compare(
        string name, ReferenceBeats reference, IEnumerable<Beat> found, double sampleRate, double learningSeconds = LearningSeconds) =>
        Compare(name, reference, FoundBeats.Of(found), sampleRate, new SampleRange(0, int.MaxValue), learningSeconds);

    /// <summary>Compares one recording, or a part of it.</summary>
    /// <param name="name">The record's name, for the report.</param>
    /// <param name="reference">True beats and flutter. False beats within flutter are not counted, as in <c>bxb</c>.</param>
    /// <param name="found">What was found, at the reference's sample rate.</param>
    /// <param name="sampleRate">Samples a second of both.</param>
    /// <param name="played">What the device was given; true beats outside it do not count.</param>
    /// <param name="learningSeconds">Seconds from its start that are not scored: <see cref="LearningSeconds"/>, or 0 for all beats.</param>
    public static RecordScore Compare(
        string name,
        ReferenceBeats reference,
        FoundBeats found,
        double sampleRate,
        SampleRange played,
        double learningSeconds = LearningSeconds)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(found);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        ArgumentOutOfRangeException.ThrowIfNegative(learningSeconds);
        Beat[] trueBeats = [.. reference.Beats.Where(beat => played.Contains(beat.Sample)).OrderBy(beat => beat.Sample)];
        Beat[] foundBeats = [.. found.Beats];
        double start = played.First + (learningSeconds * sampleRate);
        double window = WindowSamples(sampleRate);
        int forgiven = learningSeconds > 0 ? Forgiven(trueBeats, foundBeats, start, window) : BeatMatcher.None;
        Confusion confusion = new();
        foreach ((int r, int f) in BeatMatcher.Match(trueBeats, foundBeats, window))
        {
            if (r == BeatMatcher.None)
            {
                Beat extra = foundBeats[f];
                if (extra.Sample >= start && f != forgiven && !reference.Flutter.Any(range => range.Contains(extra.Sample)))
                {
                    confusion.Count(null, extra.Class);
                }
            }
            else if (trueBeats[r].Sample >= start)
            {
                Count(confusion, trueBeats[r], f == BeatMatcher.None ? null : foundBeats[f].Class, found.Shutdown);
            }
        }

        return new RecordScore(name, confusion)
        {
            ScoredSeconds = played.Last == int.MaxValue ? 0 : Math.Max(0, played.Last + 1 - start) / sampleRate,
            ShutdownSeconds = found.Shutdown.Sum(range => Math.Max(0, Math.Min(range.Last, played.Last) + 1L - Math.Max(range.First, start))) / sampleRate,
        };
    }

    /// <summary>Largest distance of a pair, in samples.</summary>
    internal static double WindowSamples(double sampleRate) => WindowMs * sampleRate / MsPerSecond;

    // A beat in shutdown may all the same be found, by a beat beside it: then it is a pair like any other.
    private static void Count(Confusion confusion, Beat truth, AamiClass? called, IReadOnlyList<SampleRange> shutdown)
    {
        if (called is null && shutdown.Any(range => range.Contains(truth.Sample)))
        {
            confusion.CountMissedInShutdown(truth.Class);
        }
        else
        {
            confusion.Count(truth.Class, called);
        }
    }

    /// <summary>
    /// The first found beat of the test period, where it lies within a window of the period's start and the next found beat is closer to the
    /// first true one: it may belong to a beat of the learning period, and is not counted as false.
    /// </summary>
    private static int Forgiven(Beat[] trueBeats, Beat[] foundBeats, double start, double window)
    {
        int t = Array.FindIndex(trueBeats, beat => beat.Sample >= start);
        int f = Array.FindIndex(foundBeats, beat => beat.Sample >= start);
        bool near = f >= 0 && t >= 0 && foundBeats[f].Sample - start <= window;
        return near && f + 1 < foundBeats.Length
            && Math.Abs(trueBeats[t].Sample - foundBeats[f + 1].Sample) < Math.Abs(trueBeats[t].Sample - foundBeats[f].Sample)
                ? f
                : BeatMatcher.None;
    }
}
