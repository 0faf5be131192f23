using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using EcgChip.Formats.Recordings;

namespace EcgChip.Formats.Export;

/// <summary>
/// A recording as tables for a spreadsheet, in RFC 4180's form with "." as the decimal sign on every machine. The unit stands behind each column's name; what is
/// not known is empty.
/// </summary>
public static class RecordingCsv
{
    /// <summary>First line of the samples' table; beat and confidence (0 to 1) are empty but at an R peak.</summary>
    public const string Header = "time_s,ecg_uV,beat,confidence";

    /// <summary>First line of the beats' table.</summary>
    public const string BeatsHeader = "time_s,sample,class,confidence,interval_ms,heart_rate_per_min,model,hash";

    /// <summary>First line of the findings' table.</summary>
    public const string FindingsHeader = "code,text,times,value,start_s,end_s,doctor";

    /// <summary>First line of the summary's table.</summary>
    public const string SummaryHeader = "name,value,unit";

    private const string LineEnd = "\r\n";
    private const double MicrovoltsPerMillivolt = 1000;
    private const double MsPerSecond = 1000;
    private const double SecondsPerMinute = 60;

    // Microseconds, so that the times of any sample rate differ; trailing zeros past the millisecond are left out.
    private const string TimeFormat = "0.000###";
    private const string VoltageFormat = "0.######";
    private const string ConfidenceFormat = "0.###";
    private const string RateFormat = "0.#";

    /// <summary>Writes a line for each sample; the voltage is empty where nothing was measured.</summary>
    /// <param name="writer">Where the table goes; it stays open.</param>
    /// <param name="recording">The recording.</param>
    public static void WriteSamples(TextWriter writer, StoredRecording recording)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(recording);
        Dictionary<int, StoredBeat> beats = recording.Beats.ToDictionary(beat => beat.Sample);
        bool[] measured = new bool[recording.Samples.Count];
        Array.Fill(measured, true);
        foreach (SampleStretch gap in recording.Gaps)
        {
            Array.Fill(measured, false, gap.Start, gap.Length);
        }

        Line(writer, Header);
        for (int i = 0; i < measured.Length; i++)
        {
            string voltage = measured[i] ? Text(recording.Samples[i] * MicrovoltsPerMillivolt / recording.UnitsPerMillivolt, VoltageFormat) : "";
            string beat = beats.TryGetValue(i, out StoredBeat? here) ? $"{here.ClassName},{Text(here.Confidence, ConfidenceFormat)}" : ",";
            Line(writer, $"{Time(recording, i)},{voltage},{beat}");
        }
    }

    /// <summary>Writes a line for each beat.</summary>
    public static void WriteBeats(TextWriter writer, StoredRecording recording)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(recording);
        Line(writer, BeatsHeader);
        for (int i = 0; i < recording.Beats.Count; i++)
        {
            StoredBeat beat = recording.Beats[i];
            double? interval = recording.IntervalBefore(i);
            Line(
                writer,
                $"{Time(recording, beat.Sample)},{beat.Sample},{beat.ClassName},{Text(beat.Confidence, ConfidenceFormat)},"
                + $"{Text(interval * MsPerSecond, VoltageFormat)},{Text(SecondsPerMinute / interval, RateFormat)},{Quoted(beat.Model?.Name ?? "")},{beat.Model?.Hash}");
        }
    }

    /// <summary>Writes a line for each finding.</summary>
    public static void WriteFindings(TextWriter writer, StoredRecording recording)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(recording);
        Line(writer, FindingsHeader);
        foreach (RhythmFinding finding in recording.Findings)
        {
            // The text is always quoted: most have a comma.
            Line(
                writer,
                $"{finding.Name},\"{finding.Text}\",{finding.Times},{finding.Value},{Time(recording, finding.Start)},{Time(recording, finding.End)},"
                + (finding.NeedsDoctor ? "yes" : "no"));
        }
    }

    /// <summary>Writes a line for each thing that is said of the whole recording.</summary>
    public static void WriteSummary(TextWriter writer, StoredRecording recording)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(recording);
        Line(writer, SummaryHeader);
        foreach (RecordingSummary.Row row in RecordingSummary.Rows(recording))
        {
            Line(writer, $"{row.Name},{Quoted(row.Value)},{row.Unit}");
        }
    }

    private static string Time(StoredRecording recording, int sample) => Text(recording.SecondsAt(sample), TimeFormat);

    private static string Text(double? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? "";

    private static void Line(TextWriter writer, string line) => writer.Write(line + LineEnd);

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(",\"\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
