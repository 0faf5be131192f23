using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Formats.Wfdb;

namespace EcgChip.Scoring;

/// <summary>
/// What a device found in a recording, and where it said that the signal cannot be judged. EC57 calls the latter shutdown: true beats that are
/// missed there are told apart from the others.
/// </summary>
public sealed class FoundBeats
{
    /// <summary>Subtype of the noise annotation that begins a shutdown: bits 4 and 5 are set, no signal can be read (ecgcodes.h, bxb).</summary>
    public const int ShutdownStarts = -1;

    /// <summary>Subtype of the noise annotation that ends a shutdown: every signal is clean again.</summary>
    public const int ShutdownEnds = 0;

    private const int Unreadable = 0x30;
    private const char Noise = '~';

    private FoundBeats(IReadOnlyList<Beat> beats, IReadOnlyList<SampleRange> shutdown)
    {
        Beats = beats;
        Shutdown = shutdown;
    }

    /// <summary>The beats, in order of time; none of them lies in <see cref="Shutdown"/>.</summary>
    public IReadOnlyList<Beat> Beats { get; }

    /// <summary>Stretches that cannot be judged, in order of time, each apart from the next.</summary>
    public IReadOnlyList<SampleRange> Shutdown { get; }

    /// <summary>What was found, in any order. A beat within a shutdown is none: the device takes it back.</summary>
    public static FoundBeats Of(IEnumerable<Beat> beats, IEnumerable<SampleRange>? shutdown = null)
    {
        ArgumentNullException.ThrowIfNull(beats);
        List<SampleRange> ranges = Merged(shutdown ?? []);
        return new FoundBeats([.. beats.Where(beat => !ranges.Any(range => range.Contains(beat.Sample))).OrderBy(beat => beat.Sample)], ranges);
    }

    /// <summary>
    /// Reads a device's annotations as <c>bxb</c> does. A shutdown that has a beginning alone reaches from 150 ms behind the beat before it to 150 ms
    /// before the annotation after it, as in the AHA database; one that the file ends in reaches to the recording's end.
    /// </summary>
    /// <param name="annotations">In order of time.</param>
    /// <param name="sampleRate">Samples a second.</param>
    public static FoundBeats FromAnnotations(IEnumerable<WfdbAnnotation> annotations, double sampleRate)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        List<WfdbAnnotation> all = [.. annotations];
        int window = (int)Ec57Comparison.WindowSamples(sampleRate);
        List<SampleRange> shutdown = [];
        int lastBeat = 0;
        for (int i = 0; i < all.Count; i++)
        {
            if (all[i].TryGetClass(out _))
            {
                lastBeat = all[i].Sample;
            }
            else if (Starts(all[i]))
            {
                shutdown.Add(
                    i + 1 == all.Count ? new SampleRange(all[i].Sample, int.MaxValue)
                    : all[i + 1].Symbol == Noise && !Starts(all[i + 1]) ? new SampleRange(all[i].Sample, all[i + 1].Sample)
                    : Around(lastBeat + window, all[i + 1].Sample - window));
            }
        }

        return Of(ReferenceBeats.FromAnnotations(all).Beats, shutdown);
    }

    /// <summary>The same as annotations that <c>bxb</c> and <see cref="FromAnnotations"/> read. An end beyond the recording's is left to it.</summary>
    public IEnumerable<WfdbAnnotation> ToAnnotations()
    {
        int code = WfdbAnnotationCodes.FromSymbol(Noise);
        List<WfdbAnnotation> annotations = [.. Beats.Select(beat => WfdbAnnotation.At(beat.Sample, Formats.AamiClasses.ToSymbol(beat.Class)))];
        foreach (SampleRange range in Shutdown)
        {
            annotations.Add(new WfdbAnnotation(range.First, code, ShutdownStarts));
            if (range.Last < int.MaxValue)
            {
                annotations.Add(new WfdbAnnotation(range.Last, code, ShutdownEnds));
            }
        }

        return annotations.OrderBy(annotation => annotation.Sample);
    }

    private static bool Starts(WfdbAnnotation annotation) => annotation.Symbol == Noise && (annotation.Subtype & Unreadable) == Unreadable;

    private static SampleRange Around(int first, int last) => new(Math.Min(first, last), last);

    private static List<SampleRange> Merged(IEnumerable<SampleRange> ranges)
    {
        List<SampleRange> merged = [];
        foreach (SampleRange range in ranges.OrderBy(range => range.First))
        {
            if (merged is [.., SampleRange last] && (long)range.First <= last.Last + 1L)
            {
                merged[^1] = last with { Last = Math.Max(last.Last, range.Last) };
            }
            else
            {
                merged.Add(range);
            }
        }

        return merged;
    }
}
