using System;
using System.Collections.Generic;
using EcgChip.Formats.Wfdb;

namespace EcgChip.Scoring;

/// <summary>A stretch of one rhythm.</summary>
/// <param name="Start">Where it begins, in seconds.</param>
/// <param name="End">Where it ends, in seconds.</param>
public readonly record struct RhythmEpisode(double Start, double End)
{
    /// <summary>Text of the annotation that begins atrial fibrillation.</summary>
    public const string AtrialFibrillation = "(AFIB";

    /// <summary>Text of the annotation that begins atrial flutter.</summary>
    public const string AtrialFlutter = "(AFL";

    private const char RhythmChange = '+';

    /// <summary>
    /// Episodes of a rhythm, in order: from the rhythm annotation that names it to the next one that names another, or to the recording's end.
    /// </summary>
    /// <param name="annotations">Reference annotations in order of time.</param>
    /// <param name="rhythm">Beginning of the annotation's text, as <c>epicmp</c> compares it.</param>
    /// <param name="sampleRate">Samples a second of the annotations.</param>
    /// <param name="seconds">Length of the recording.</param>
    public static IReadOnlyList<RhythmEpisode> FromAnnotations(
        IEnumerable<WfdbAnnotation> annotations, string rhythm, double sampleRate, double seconds)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        List<RhythmEpisode> episodes = [];
        double? start = null;
        foreach (WfdbAnnotation annotation in annotations)
        {
            if (annotation.Symbol != RhythmChange)
            {
                continue;
            }

            double at = annotation.Sample / sampleRate;
            if (annotation.Aux.StartsWith(rhythm, StringComparison.Ordinal))
            {
                start ??= at;
            }
            else if (start is double first)
            {
                episodes.Add(new RhythmEpisode(first, at));
                start = null;
            }
        }

        if (start is double open && open < seconds)
        {
            episodes.Add(new RhythmEpisode(open, seconds));
        }

        return episodes;
    }
}
