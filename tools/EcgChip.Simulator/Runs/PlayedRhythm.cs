using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Session;
using EcgChip.NanoHost;
using EcgChip.Signal;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Simulator.Runs;

/// <summary>
/// The rhythm of all that was played, judged by the firmware's own rules from what the device found: its beats, their classes as they stand at the end,
/// and the stretches in which it judges nothing. Where one recording holds all of it, the rates are those that stand in the record.
/// </summary>
public sealed class PlayedRhythm : IRhythmSource
{
    private readonly IReadOnlyList<FoundBeat> beats;
    private readonly QualityMap quality;
    private readonly IReadOnlyList<(int First, int End)> gaps;

    // The record counts its seconds from its start, and a flawed second is flawed as a whole.
    private readonly int offset;

    private PlayedRhythm(SimulationResult result, IReadOnlyList<(int First, int End)> flawed, IReadOnlyList<(int First, int End)> gaps)
    {
        beats = result.Beats;
        this.gaps = gaps;
        int start = result.Records.Count > 0 ? result.RecordingStart % SignalUnits.SampleRate : 0;
        offset = (SignalUnits.SampleRate - start) % SignalUnits.SampleRate;
        quality = new QualityMap((result.Samples + offset) / SignalUnits.SampleRate + 1);
        foreach ((int first, int end) in flawed)
        {
            quality.MarkFlawed(first + offset, end + offset);
        }
    }

    /// <summary>Mean heart rate over all intervals in good signal, beats a minute; null where not known.</summary>
    public int? MeanHeartRate { get; private set; }

    /// <summary>Lowest rate over eight intervals; null where not known.</summary>
    public int? LowestHeartRate { get; private set; }

    /// <summary>Highest rate over eight intervals; null where not known.</summary>
    public int? HighestHeartRate { get; private set; }

    /// <summary>
    /// Stretches that are irregularly irregular, which suggests atrial fibrillation: first sample and last R peak, in order, each long enough to
    /// be called so (<see cref="RhythmAnalysis.LeastIrregularSamples"/>).
    /// </summary>
    public IReadOnlyList<(int Start, int End)> Irregular { get; private set; } = [];

    /// <inheritdoc/>
    int IRhythmSource.BeatCount => beats.Count;

    /// <summary>Judges what a device found.</summary>
    /// <param name="result">What it found.</param>
    /// <param name="quality">What it said of its signal meanwhile.</param>
    public static PlayedRhythm Of(SimulationResult result, QualityLog quality)
    {
        ArgumentNullException.ThrowIfNull(quality);
        ArgumentNullException.ThrowIfNull(result);
        return Of(result, quality.Flawed(result.Samples), quality.Gaps(result.Samples));
    }

    /// <summary>Judges beats.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="flawed">Poor stretches, first sample and the one behind the last: nothing is judged in the seconds that they touch.</param>
    /// <param name="gaps">Stretches without contact, in order.</param>
    public static PlayedRhythm Of(
        SimulationResult result, IReadOnlyList<(int First, int End)> flawed, IReadOnlyList<(int First, int End)> gaps)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(flawed);
        ArgumentNullException.ThrowIfNull(gaps);
        PlayedRhythm rhythm = new(result, flawed, gaps);

        // Nobody waits for it on the chip.
        return InstructionMeter.Unmetered(rhythm.Judged);
    }

    /// <inheritdoc/>
    int IRhythmSource.RPeak(int beat) => beats[beat].Sample;

    /// <inheritdoc/>
    int IRhythmSource.ClassOf(int beat) => beats[beat].Class ?? Inference.BeatClass.Unclassified;

    /// <inheritdoc/>
    bool IRhythmSource.IsGood(int first, int last) =>
        quality.IsGood(first + offset, last + offset) && !gaps.Any(gap => gap.First <= last && gap.End > first);

    private static int? Known(int rate) => rate == HeartRate.Unknown ? null : rate;

    private PlayedRhythm Judged()
    {
        RhythmAnalysis analysis = new(this);
        while (!analysis.Step())
        {
        }

        MeanHeartRate = Known(analysis.MeanRate);
        LowestHeartRate = Known(analysis.LowestRate);
        HighestHeartRate = Known(analysis.HighestRate);
        Irregular = [.. IrregularStretches().Where(stretch => stretch.End - stretch.Start >= RhythmAnalysis.LeastIrregularSamples)];
        return this;
    }

    // The analysis of a recording keeps the longest stretch alone; beat by beat it takes its beats to the same class in the same way.
    private IEnumerable<(int Start, int End)> IrregularStretches()
    {
        IRhythmSource source = this;
        IrregularRhythm rhythm = new();
        int? since = null;
        for (int beat = 0; beat < beats.Count; beat++)
        {
            int peak = beats[beat].Sample;
            if (beat > 0 && !source.IsGood(beats[beat - 1].Sample, peak))
            {
                if (since is int cutOff)
                {
                    yield return (cutOff, beats[beat - 1].Sample);
                }

                since = null;
                rhythm.BreakOff();
            }

            bool irregular = rhythm.Add(peak, source.ClassOf(beat));
            if (irregular && since is null)
            {
                since = rhythm.Since;
            }
            else if (!irregular && since is int first)
            {
                yield return (first, rhythm.Since);
                since = null;
            }
        }

        if (since is int open)
        {
            yield return (open, beats[^1].Sample);
        }
    }
}
