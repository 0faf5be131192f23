using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Formats;

namespace EcgChip.Scoring;

/// <summary>
/// Beat-by-beat comparison of ANSI/AAMI EC57: found beats are matched to true ones one to one within 150 ms, and the pairs, the missed and
/// the false beats of the test period are counted by class. Matching starts before the test period, so that a pair across its border is one pair;
/// a pair counts when its true beat lies in the period, a false beat when it lies there itself. As in <c>bxb</c>, one false beat is forgiven
/// at the very start of the period: see <see cref="Forgiven"/>.
/// </summary>
public static class Ec57Comparison
{
    /// <summary>Largest distance of a pair, in milliseconds (EC57). It holds exactly, where <c>bxb</c> rounds it to a whole sample.</summary>
    public const double WindowMs = 150;

    /// <summary>The first five minutes are for the detector to learn, and are not scored (EC57).</summary>
    public const double LearningSeconds = 300;

    private const double MsPerSecond = 1000;

    /// <summary>Compares one recording.</summary>
    /// <param name="name">The record's name, for the report.</param>
    /// <param name="reference">True beats and flutter. False beats within flutter are not counted, as in <c>bxb</c>.</param>
    /// <param name="found">Found beats in any order, at the reference's sample rate.</param>
    /// <param name="sampleRate">Samples a second of both.</param>
    /// <param name="learningSeconds">Seconds from the start that are not scored: <see cref="LearningSeconds"/>, or 0 for all beats.</param>
    public static RecordScore Compare(
        string name, ReferenceBeats reference, IEnumerable<Beat> found, double sampleRate, double learningSeconds = LearningSeconds)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(found);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        ArgumentOutOfRangeException.ThrowIfNegative(learningSeconds);
        Beat[] trueBeats = [.. reference.Beats.OrderBy(beat => beat.Sample)];
        Beat[] foundBeats = [.. found.OrderBy(beat => beat.Sample)];
        double start = learningSeconds * sampleRate;
        double window = WindowMs * sampleRate / MsPerSecond;
        int forgiven = start > 0 ? Forgiven(trueBeats, foundBeats, start, window) : BeatMatcher.None;
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
                AamiClass? called = f == BeatMatcher.None ? null : foundBeats[f].Class;
                confusion.Count(trueBeats[r].Class, called);
            }
        }

        return new RecordScore(name, confusion);
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
