using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Formats.Recordings;

namespace EcgChip.Formats.Export.Report;

/// <summary>A stretch of a recording that is shown at 25 mm/s, and why.</summary>
/// <param name="From">Its first sample.</param>
/// <param name="End">The sample behind its last.</param>
/// <param name="Finding">What it shows; null for a stretch like any other.</param>
internal sealed record Strip(int From, int End, RhythmFinding? Finding);

/// <summary>
/// Which stretches stand on the page: all of a recording where it fits; else those of the findings, the most urgent first, and further ones spread over what is left.
/// </summary>
internal static class StripChoice
{
    // Seconds before a finding's first beat, so that what it stands out from is seen.
    private const double LeadIn = 1;

    // Places that are tried for a strip, in each length of one.
    private const int Fineness = 4;

    /// <summary>Chooses, in the order in which they stand on the page.</summary>
    /// <param name="recording">The recording.</param>
    /// <param name="seconds">How long a strip is.</param>
    /// <param name="most">How many there may be.</param>
    public static IReadOnlyList<Strip> Choose(StoredRecording recording, double seconds, int most)
    {
        int length = Math.Min(recording.Samples.Count, Math.Max(2, (int)(seconds * recording.SampleRate)));
        int last = recording.Samples.Count - length;
        int needed = (recording.Samples.Count + length - 1) / length;
        RhythmFinding[] findings = [.. recording.Findings.OrderByDescending(finding => finding.NeedsDoctor)];
        if (needed <= most)
        {
            return [.. Enumerable.Range(0, needed).Select(i => Part(i * length, Math.Min(recording.Samples.Count, (i + 1) * length)))];
        }

        List<Strip> strips = [];
        foreach (RhythmFinding finding in findings)
        {
            int from = Math.Clamp(finding.Start - (int)(LeadIn * recording.SampleRate), 0, last);
            if (strips.Count < most && Distance(from) >= length / 2)
            {
                strips.Add(new Strip(from, from + length, finding));
            }
        }

        // What is farthest from all that is shown, as long as there is room between.
        int[] places = [.. Enumerable.Range(0, (Fineness * needed) + 1).Select(i => (int)((long)last * i / (Fineness * needed)))];
        while (strips.Count < most && places.MaxBy(Distance) is int farthest && Distance(farthest) >= length)
        {
            strips.Add(new Strip(farthest, farthest + length, null));
        }

        return [.. strips.OrderBy(strip => strip.From)];

        Strip Part(int from, int end) => new(from, end, findings.FirstOrDefault(finding => finding.Start >= from && finding.Start < end));

        int Distance(int from) => strips.Count == 0 ? recording.Samples.Count - from : strips.Min(strip => Math.Abs(strip.From - from));
    }
}
