using System;
using System.Collections.Generic;
using EcgChip.Device.Session;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Device.Tests.Analysis;

/// <summary>
/// What runs under the instruction counter: loaded alongside the counted firmware and called by reflection, so that what goes in and comes out are
/// the runtime's own types.
/// </summary>
public static class CountedRhythm
{
    private const int LongestSeconds = 300;

    /// <summary>Judges the rhythm of a recording as it is held in RAM.</summary>
    /// <param name="total">Reads the counter.</param>
    /// <param name="peaks">R peaks, samples from its start.</param>
    /// <param name="classes">Their classes.</param>
    /// <param name="gaps">Gaps of one sample in its first seconds, which are asked about for every pair of beats.</param>
    /// <returns>The charge of each slice.</returns>
    public static long[] Slices(Func<long> total, int[] peaks, int[] classes, int gaps)
    {
        ArgumentNullException.ThrowIfNull(total);
        ArgumentNullException.ThrowIfNull(peaks);
        ArgumentNullException.ThrowIfNull(classes);
        const int GapDistance = 3;
        Recording recording = new(LongestSeconds, Recording.MakeContents(LongestSeconds), new short[1024], 1023, 0);
        recording.Begin(0, LongestSeconds);
        for (int gap = 0; gap < gaps; gap++)
        {
            recording.AddSamples((gap * GapDistance) + 1);
            recording.AddGap((gap * GapDistance) + 2);
        }

        for (int beat = 0; beat < peaks.Length; beat++)
        {
            recording.BeatFound(peaks[beat]);
            recording.BeatClassified(peaks[beat], classes[beat], 200, 0);
        }

        RhythmAnalysis analysis = new(recording);
        List<long> slices = [];
        for (bool done = false; !done;)
        {
            long before = total();
            done = analysis.Step();
            slices.Add(total() - before);
        }

        return [.. slices];
    }
}
