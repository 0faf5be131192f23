using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Splits;

/// <summary>A beat as the reference annotations have it, before any signal processing: what splits are drawn from.</summary>
/// <param name="Key">Record and annotation sample.</param>
/// <param name="Class">AAMI class, 0 to 4 for N, S, V, F, Q.</param>
/// <param name="Symbol">The annotator's own symbol.</param>
/// <param name="SecondsFromStart">Time since the record's start.</param>
/// <param name="SecondsToEnd">Time until the record's end.</param>
public sealed record AnnotatedBeat(BeatKey Key, int Class, char Symbol, double SecondsFromStart, double SecondsToEnd)
{
    /// <summary>All beats of some records, in order.</summary>
    /// <exception cref="RecordingException">A record or its annotations cannot be read.</exception>
    public static IReadOnlyList<AnnotatedBeat> ReadAll(IEnumerable<string> recordPaths) => [.. recordPaths.SelectMany(Read)];

    private static IEnumerable<AnnotatedBeat> Read(string recordPath)
    {
        WfdbRecord record = WfdbRecord.Open(recordPath);
        foreach (WfdbAnnotation annotation in WfdbAnnotations.Read(recordPath + Recordings.ReferenceAnnotator))
        {
            if (annotation.TryGetClass(out AamiClass beatClass))
            {
                yield return new AnnotatedBeat(
                    new BeatKey(Path.GetFileName(recordPath), annotation.Sample), (int)beatClass, annotation.Symbol,
                    annotation.Sample / record.SampleRate, (record.Samples - annotation.Sample) / record.SampleRate);
            }
        }
    }
}
