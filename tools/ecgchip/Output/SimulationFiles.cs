using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Formats;
using EcgChip.Records;
using EcgChip.Simulator.Runs;

namespace EcgChip.Cli.Output;

/// <summary>The files that a simulation leaves, by absolute path; null where there is none.</summary>
/// <param name="Screens">Pictures of the screen.</param>
/// <param name="Record">The stored record.</param>
/// <param name="RecordBytes">Its size in flash.</param>
/// <param name="RecordSeconds">How long it is.</param>
/// <param name="Csv">The same as a table.</param>
/// <param name="FindingsCsv">What was found in it as a table.</param>
/// <param name="Contents">What the record says.</param>
public sealed record SimulationFiles(
    IReadOnlyList<string> Screens, string? Record, int RecordBytes, double RecordSeconds, string? Csv, string? FindingsCsv, RecordContents? Contents)
{
    /// <summary>Name of the screen's picture when the patient's last sample was taken.</summary>
    public const string MonitorName = "monitor.png";

    /// <summary>Name of the screen's picture at the end, when it shows what the recording says.</summary>
    public const string ResultName = "result.png";

    private const string RecordName = "record-1.rec";
    private const string CsvName = "record-1.csv";
    private const string FindingsCsvName = "record-1-findings.csv";
    private const double MicrovoltsPerMillivolt = 1000;
    private const double FullConfidence = BeatList.LargestConfidence;

    /// <summary>Writes what the device stored beside the pictures of the screen, which are there already.</summary>
    /// <exception cref="IOException">What was stored is damaged.</exception>
    public static SimulationFiles Write(OutputFolder folder, SimulationResult result)
    {
        string[] screens = [folder[MonitorName], folder[ResultName]];
        if (result.Records.Count == 0)
        {
            return new SimulationFiles(screens, null, 0, 0, null, null, null);
        }

        byte[] bytes = result.Records[^1];
        RecordStatus status = RecordReader.TryRead(bytes, 0, bytes.Length, out RecordContents contents);
        if (status != RecordStatus.Ok)
        {
            throw new IOException($"The record that the simulated device stored cannot be read back ({status})");
        }

        File.WriteAllBytes(folder.Stage(RecordName), bytes);
        using (StreamWriter writer = new(folder.Stage(CsvName)))
        {
            RecordingCsv.Write(
                writer, Samples(contents), contents.SampleRate, MicrovoltsPerMillivolt / contents.UnitsPerMillivolt, Beats(contents),
                [.. Enumerable.Range(0, contents.Gaps.Count).Select(gap => (contents.Gaps.Start(gap), contents.Gaps.Length(gap)))]);
        }

        using (StreamWriter writer = new(folder.Stage(FindingsCsvName)))
        {
            WriteFindings(writer, contents);
        }

        double seconds = contents.SampleCount / (double)contents.SampleRate;
        return new SimulationFiles(screens, folder[RecordName], bytes.Length, seconds, folder[CsvName], folder[FindingsCsvName], contents);
    }

    // The texts have commas in them and no quotation marks.
    private static void WriteFindings(StreamWriter writer, RecordContents contents)
    {
        writer.Write("code,text,times,value,start_s,end_s,doctor\r\n");
        foreach (RhythmFinding finding in RhythmFinding.Of(contents))
        {
            writer.Write(FormattableString.Invariant(
                $"{finding.Name},\"{finding.Text}\",{finding.Times},{finding.Value},{RhythmFinding.Seconds(finding.Start):0.000},"));
            writer.Write(FormattableString.Invariant($"{RhythmFinding.Seconds(finding.End):0.000},{(finding.NeedsDoctor ? "yes" : "no")}\r\n"));
        }
    }

    private static int[] Samples(RecordContents contents)
    {
        SampleUnpacker unpacker = new();
        unpacker.Begin(contents.PackedBytes, contents.PackedOffset, contents.PackedCount);
        short[] samples = new short[contents.SampleCount];
        unpacker.Read(samples, 0, samples.Length);
        return Array.ConvertAll(samples, sample => (int)sample);
    }

    private static (int Sample, string Class, double? Confidence)[] Beats(RecordContents contents) =>
    [
        .. Enumerable.Range(0, contents.Beats.Count).Select(i =>
        {
            int beatClass = contents.Beats.Class(i);
            bool known = beatClass != BeatList.Unclassified;
            return (contents.Beats.SampleIndex(i), known ? SimulationReport.ClassNames[beatClass].ToString() : "?",
                known ? contents.Beats.Confidence(i) / FullConfidence : (double?)null);
        }),
    ];
}
