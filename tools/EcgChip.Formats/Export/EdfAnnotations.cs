using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using EcgChip.Formats.Recordings;

namespace EcgChip.Formats.Export;

/// <summary>The signal "EDF Annotations": for each data record when it begins, and what happens in it (EDF+ specification, 2.2).</summary>
internal sealed class EdfAnnotations
{
    private const char Behind = '\x14';
    private const char Lasts = '\x15';
    private const char End = '\0';

    // Microseconds: the samples of any rate that is written are apart.
    private const string TimeFormat = "+0.######;-0.######";
    private const string SecondsFormat = "0.######";

    private readonly byte[][] _records;

    /// <param name="recording">The recording.</param>
    /// <param name="records">Data records, a second each.</param>
    /// <param name="offset">Seconds from the header's start, which is a whole second, to the first sample.</param>
    public EdfAnnotations(StoredRecording recording, int records, double offset)
    {
        // The first entry of each data record says when it begins.
        StringBuilder[] lists = [.. Enumerable.Range(0, records).Select(record => new StringBuilder(Entry(offset + record, null, "")))];
        foreach ((double onset, double? duration, string text) in Events(recording).OrderBy(entry => entry.Onset))
        {
            lists[Math.Min((int)onset, records - 1)].Append(Entry(offset + onset, duration, text));
        }

        _records = [.. lists.Select(list => Encoding.UTF8.GetBytes(list.ToString()))];
        Samples = (_records.Max(record => record.Length) + sizeof(short) - 1) / sizeof(short);
    }

    /// <summary>Two-byte samples of this signal in each data record.</summary>
    public int Samples { get; }

    /// <summary>Writes what belongs to a data record, filled up with zeros.</summary>
    public void Write(Stream stream, int record)
    {
        byte[] bytes = new byte[Samples * sizeof(short)];
        _records[record].CopyTo(bytes, 0);
        stream.Write(bytes);
    }

    private static IEnumerable<(double Onset, double? Duration, string Text)> Events(StoredRecording recording)
    {
        yield return (0, null, $"{RecordingSummary.Disclaimer}; answer: {recording.AnswerName ?? "none"}");
        foreach (StoredModel model in recording.Models)
        {
            yield return (0, null, $"Model {model.Role}: {model.Name} {model.Hash}");
        }

        foreach (StoredBeat beat in recording.Beats)
        {
            string sure = beat.Confidence is double confidence ? confidence.ToString(" 0.###", CultureInfo.InvariantCulture) : "";
            yield return (recording.SecondsAt(beat.Sample), null, $"Beat {beat.ClassName}{sure}");
        }

        foreach (SampleStretch gap in recording.Gaps)
        {
            yield return (recording.SecondsAt(gap.Start), recording.SecondsAt(gap.Length), "Nothing measured");
        }

        foreach (RhythmFinding finding in recording.Findings)
        {
            yield return (recording.SecondsAt(finding.Start), recording.SecondsAt(finding.End - finding.Start), $"{finding.Name}: {finding.Text}");
        }

        // Standard text: what follows in the last data record fills it up.
        yield return (recording.Seconds, null, "Recording ends");
    }

    private static string Entry(double onset, double? duration, string text)
    {
        string lasts = duration is double seconds ? Lasts + seconds.ToString(SecondsFormat, CultureInfo.InvariantCulture) : "";
        return $"{onset.ToString(TimeFormat, CultureInfo.InvariantCulture)}{lasts}{Behind}{text}{Behind}{End}";
    }
}
