using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using EcgChip.Formats.Recordings;
using EcgChip.Formats.Wfdb;

namespace EcgChip.Formats.Export;

/// <summary>A recording as a WFDB record: samples in format 16, beats, gaps and findings as annotations.</summary>
internal static class WfdbExport
{
    /// <summary>What a note, a mark of signal quality and a beat without class are called (ecgcodes.h).</summary>
    private const char Note = '"';

    private const char Quality = '~';
    private const char Unclassified = '?';

    /// <summary>Subtype of <see cref="Quality"/> where the signal cannot be read from here on, as bxb takes it.</summary>
    private const int Unreadable = -1;

    private const int Readable = 0;
    private const double Percent = 100;

    // One byte counts the letters of a text.
    private const int LongestText = 255;

    /// <summary>Header, samples and the device's annotations.</summary>
    public static IReadOnlyList<ExportedFile> Files(StoredRecording recording, string name) => Files(
        recording, name, Annotations(recording), "Annotations (.atr): found and classified by the device, not by a person");

    /// <summary>Header, samples and beats as a doctor has them.</summary>
    public static IReadOnlyList<ExportedFile> Training(StoredRecording recording, IEnumerable<(int Sample, AamiClass Class)> beats, string name, string reviewer) =>
        Files(recording, name, Annotations(recording, beats), $"Annotations (.atr): beats confirmed or corrected by {reviewer}");

    /// <summary>The device's beats, where nothing was measured, and what it found.</summary>
    public static IReadOnlyList<WfdbAnnotation> Annotations(StoredRecording recording) =>
    [
        .. recording.Beats.Select(beat => Beat(recording, beat)),
        .. Gaps(recording),
        .. recording.Findings.Select(finding => WfdbAnnotation.At(finding.Start, Note, Text($"{finding.Name}: {finding.Text} ({Place(recording, finding)})"))),
    ];

    /// <summary>Beats that somebody confirmed or corrected, and where nothing was measured.</summary>
    /// <exception cref="RecordingException">A beat is outside the recording, or two are on one sample.</exception>
    public static IReadOnlyList<WfdbAnnotation> Annotations(StoredRecording recording, IEnumerable<(int Sample, AamiClass Class)> beats)
    {
        List<WfdbAnnotation> annotations = [];
        HashSet<int> taken = [];
        foreach ((int sample, AamiClass beatClass) in beats)
        {
            if (sample < 0 || sample >= recording.Samples.Count || !taken.Add(sample))
            {
                throw new RecordingException(
                    $"A beat at sample {sample} is outside the recording of {recording.Samples.Count} samples, or the second there: correct the list of beats.");
            }

            annotations.Add(WfdbAnnotation.At(sample, beatClass.ToSymbol()));
        }

        return [.. annotations, .. Gaps(recording)];
    }

    /// <summary>From where to where a finding reaches: "3.2 s to 58.1 s".</summary>
    private static string Place(StoredRecording recording, RhythmFinding finding) => FormattableString.Invariant(
        $"{recording.SecondsAt(finding.Start):0.0##} s to {recording.SecondsAt(finding.End):0.0##} s");

    private static ExportedFile[] Files(StoredRecording recording, string name, IEnumerable<WfdbAnnotation> annotations, string whose)
    {
        WfdbSignalData[] signals = [new(StoredRecording.Lead, Samples(recording), recording.UnitsPerMillivolt)];
        string header = WfdbWriter.Header(name, recording.SampleRate, signals, recording.Start?.UtcDateTime, [.. RecordingSummary.Lines(recording), whose]);
        return
        [
            new ExportedFile(name + ".hea", Encoding.ASCII.GetBytes(header)),
            new ExportedFile(name + ".dat", WfdbWriter.Samples(signals)),
            new ExportedFile(name + ".atr", WfdbAnnotations.Encode(annotations)),
        ];
    }

    /// <summary>The samples; missing in gaps, by format 16's own value for that. A sample that has this value is written as its neighbour, one unit beside it.</summary>
    private static int[] Samples(StoredRecording recording)
    {
        int[] samples = [.. recording.Samples.Select(sample => Math.Max((int)sample, -short.MaxValue))];
        foreach (SampleStretch gap in recording.Gaps)
        {
            Array.Fill(samples, short.MinValue, gap.Start, gap.Length);
        }

        return samples;
    }

    // Number: the confidence in percent; subtype: which of the header's models judged, from 1.
    private static WfdbAnnotation Beat(StoredRecording recording, StoredBeat beat)
    {
        int model = beat.Model is null ? 0 : recording.Models.ToList().IndexOf(beat.Model) + 1;
        return WfdbAnnotation.At(beat.Sample, beat.Class?.ToSymbol() ?? Unclassified) with
        {
            Number = beat.Confidence is double confidence ? (int)Math.Round(Percent * confidence) : 0,
            Subtype = model,
        };
    }

    private static IEnumerable<WfdbAnnotation> Gaps(StoredRecording recording)
    {
        int code = WfdbAnnotationCodes.FromSymbol(Quality);
        foreach (SampleStretch gap in recording.Gaps)
        {
            yield return new WfdbAnnotation(gap.Start, code, Unreadable, Aux: "nothing measured");
            if (gap.End < recording.Samples.Count)
            {
                yield return new WfdbAnnotation(gap.End, code, Readable, Aux: "measured again");
            }
        }
    }

    private static string Text(string text) => text.Length <= LongestText ? text : text[..LongestText];
}
