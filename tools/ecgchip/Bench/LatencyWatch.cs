using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Signal;

namespace EcgChip.Cli.Bench;

/// <summary>
/// Measures for every beat how long it takes from its R peak to its class, the first that it gets, and how many wait at a time. In beats it takes
/// as many as the heart has made since: the beats found behind it, and the part of the interval that runs. An interval that is missing or too long to be
/// one counts as the mean of those before the beat. Beats of a signal that still
/// settles count as found and classified, but not in the times: the detector learns for a second before it tells of any. Nor is a beat lost whose
/// signal ended before its class was due.
/// </summary>
/// <param name="nowUs">The board's time, in microseconds.</param>
/// <param name="startUs">When sample 0 was due.</param>
/// <param name="settles">Whether the device says that the signal settles.</param>
public sealed class LatencyWatch(Func<long> nowUs, long startUs, Func<bool> settles) : IBeatListener
{
    // A heart slower than 25 a minute is none that the device follows: beats were lost between.
    private const double LongestIntervalUs = 60e6 / 25;
    private const int MeanOf = 8;

    // A class is due before the second beat behind its own has come (Budgets.LatencyBeatsP99).
    private const int BeatsToClass = Budgets.LatencyBeatsP99;
    private const double MicrosecondsPerMillisecond = 1000;

    private readonly SortedDictionary<int, Beat> beats = [];
    private readonly List<bool> goodSeconds = [];
    private readonly List<int> pauses = [];
    private int waiting;

    /// <summary>The most beats that waited for their class at one time.</summary>
    public int Backlog { get; private set; }

    /// <inheritdoc/>
    public void BeatFound(int sampleIndex)
    {
        if (beats.TryAdd(sampleIndex, new Beat { Settles = settles() }))
        {
            waiting++;
            Backlog = Math.Max(Backlog, waiting);
        }
    }

    /// <inheritdoc/>
    public void BeatClassified(int sampleIndex, int beatClass, int confidence)
    {
        if (beats.TryGetValue(sampleIndex, out Beat? beat) && beat.Ended is null)
        {
            waiting--;
            beat.Ended = nowUs();
            beat.IsClassified = beatClass != BeatClass.Unclassified;
        }
        else if (beat is { IsClassified: false } && beatClass != BeatClass.Unclassified)
        {
            beat.Ended = nowUs();
            beat.IsClassified = true;
        }
    }

    /// <summary>A second of the patient has ended.</summary>
    /// <param name="isGood">True when its signal can be judged.</param>
    public void SecondEnded(bool isGood) => goodSeconds.Add(isGood);

    /// <summary>Sampling pauses: the signal before this sample has ended, and a beat that still waits for what comes next waits in vain.</summary>
    public void Paused(int sample) => pauses.Add(sample);

    /// <summary>What was measured of the beats within what was played.</summary>
    public LatencyBench Result(int samples)
    {
        List<KeyValuePair<int, Beat>> within = [.. beats.Where(beat => beat.Key >= 0 && beat.Key < samples)];
        List<double> inBeats = [];
        List<double> inMs = [];
        Queue<double> intervals = new();
        for (int i = 0; i < within.Count; i++)
        {
            (int sample, Beat beat) = within[i];
            double? next = i + 1 < within.Count ? (within[i + 1].Key - sample) * (double)SignalUnits.SampleIntervalUs : null;
            double? own = next <= LongestIntervalUs ? next : intervals.Count > 0 ? intervals.Average() : null;
            if (next <= LongestIntervalUs)
            {
                intervals.Enqueue(next.Value);
                while (intervals.Count > MeanOf)
                {
                    intervals.Dequeue();
                }
            }

            if (beat.IsClassified && !beat.Settles)
            {
                double tookUs = beat.Ended!.Value - (startUs + ((long)sample * SignalUnits.SampleIntervalUs));
                inMs.Add(tookUs / MicrosecondsPerMillisecond);
                if (own is double usual)
                {
                    inBeats.Add(BeatsWithin(tookUs, within, i, usual));
                }
            }
        }

        inBeats.Sort();
        inMs.Sort();
        List<int> without = [.. within.Where(beat => !beat.Value.IsClassified).Select(beat => beat.Key)];
        int poor = without.RemoveAll(LiesInPoorSignal);
        int beforePause = without.RemoveAll(beat => pauses.Exists(pause => EndedToo(beat, pause, within)));
        int beforeEnd = without.RemoveAll(beat => EndedToo(beat, samples, within));
        return new LatencyBench
        {
            Found = within.Count,
            PoorSignal = poor,
            BeforePause = beforePause,
            BeforeEnd = beforeEnd,
            Lost = without.Count,
            Backlog = Backlog,
            Beats = (Quantile.Of(inBeats, Quantile.Half), Quantile.Of(inBeats, Quantile.P99), Quantile.Of(inBeats, Quantile.Worst)),
            Milliseconds = (Quantile.Of(inMs, Quantile.Half), Quantile.Of(inMs, Quantile.P99), Quantile.Of(inMs, Quantile.Worst)),
        };
    }

    private static double BeatsWithin(double tookUs, List<KeyValuePair<int, Beat>> beats, int from, double usual)
    {
        for (int since = 0; ; since++)
        {
            int at = from + since;
            double next = at + 1 < beats.Count ? (beats[at + 1].Key - beats[at].Key) * (double)SignalUnits.SampleIntervalUs : usual;
            next = next <= LongestIntervalUs ? next : usual;
            if (tookUs < next || at + 1 >= beats.Count)
            {
                return since + (tookUs / next);
            }

            tookUs -= next;
        }
    }

    // The signal ended sooner after the beat than the firmware waits for the next one at most, and before as many beats came as its class may take.
    private static bool EndedToo(int beat, int end, List<KeyValuePair<int, Beat>> beats) =>
        beat < end && end - beat <= RhythmContext.LongestWait && beats.Count(other => other.Key > beat && other.Key < end) < BeatsToClass;

    // A second is judged when it is over, for all that lies in it; those of a beat's own window count as well.
    private bool LiesInPoorSignal(int sample)
    {
        int second = sample / SignalUnits.SampleRate;
        for (int i = Math.Max(0, second - 1); i <= Math.Min(second + 1, goodSeconds.Count - 1); i++)
        {
            if (!goodSeconds[i])
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Beat
    {
        public bool Settles { get; init; }

        public long? Ended { get; set; }

        public bool IsClassified { get; set; }
    }
}
