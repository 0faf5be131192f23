using System;
using System.Collections.Generic;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;

namespace EcgChip.Scoring;

/// <summary>The true beats of a recording, and the stretches that no detector is asked about.</summary>
/// <param name="Beats">Beats outside <paramref name="Flutter"/>, in order of time.</param>
/// <param name="Flutter">Ventricular flutter and fibrillation, from each <c>[</c> to its <c>]</c>, or to the end where that is missing.</param>
public sealed record ReferenceBeats(IReadOnlyList<Beat> Beats, IReadOnlyList<SampleRange> Flutter)
{
    /// <summary>Takes beats and flutter out of reference annotations, which stand in order of time.</summary>
    public static ReferenceBeats FromAnnotations(IEnumerable<WfdbAnnotation> annotations)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        const char FlutterStarts = '[';
        const char FlutterEnds = ']';
        List<Beat> beats = [];
        List<SampleRange> flutter = [];
        int? start = null;
        foreach (WfdbAnnotation annotation in annotations)
        {
            if (annotation.Symbol == FlutterStarts)
            {
                start ??= annotation.Sample;
            }
            else if (annotation.Symbol == FlutterEnds && start is int first)
            {
                flutter.Add(new SampleRange(first, annotation.Sample));
                start = null;
            }
            else if (start is null && annotation.TryGetClass(out AamiClass beatClass))
            {
                beats.Add(new Beat(annotation.Sample, beatClass));
            }
        }

        if (start is int open)
        {
            flutter.Add(new SampleRange(open, int.MaxValue));
        }

        return new ReferenceBeats(beats, flutter);
    }
}
