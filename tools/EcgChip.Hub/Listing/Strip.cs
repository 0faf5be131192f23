using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using EcgChip.Formats.Recordings;

namespace EcgChip.Hub.Listing;

/// <summary>A beat as the strip shows it.</summary>
/// <param name="Sample">Its R peak.</param>
/// <param name="Class">N, S, V, F or Q, or U where it was not classified.</param>
/// <param name="Confidence">0 to 1; null where not known.</param>
public sealed record StripBeat(int Sample, string Class, double? Confidence);

/// <summary>A stretch of samples.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">The one behind the last.</param>
public sealed record StripStretch(int Start, int End);

/// <summary>What the page's script draws.</summary>
/// <param name="SampleRate">Samples a second.</param>
/// <param name="UnitsPerMillivolt">Units of a sample in a millivolt.</param>
/// <param name="Samples">16-bit numbers, low byte first, in base64: a quarter of what digits would take.</param>
/// <param name="Beats">The beats.</param>
/// <param name="Gaps">Where nothing was measured.</param>
public sealed record Strip(int SampleRate, int UnitsPerMillivolt, string Samples, IReadOnlyList<StripBeat> Beats, IReadOnlyList<StripStretch> Gaps)
{
    internal static Strip Of(StoredRecording recording) => new(
        recording.SampleRate, recording.UnitsPerMillivolt,
        Convert.ToBase64String(MemoryMarshal.AsBytes<short>([.. recording.Samples])),
        [.. recording.Beats.Select(beat => new StripBeat(beat.Sample, beat.Class?.ToString() ?? "U", beat.Confidence))],
        [.. recording.Gaps.Select(gap => new StripStretch(gap.Start, gap.End))]);
}
