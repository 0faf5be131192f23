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
/// <param name="Csv">The same as a table.</param>
public sealed record SimulationFiles(IReadOnlyList<string> Screens, string? Record, int RecordBytes, string? Csv)
{
    private const string ClassNames = "NSVFQ";
    private const double MicrovoltsPerMillivolt = 1000;
    private const double FullConfidence = BeatList.LargestConfidence;

    /// <summary>Writes what the device stored, and remembers the screen.</summary>
    public static SimulationFiles Write(string folder, string screen, SimulationResult result)
    {
        if (result.Records.Count == 0)
        {
            return new SimulationFiles([screen], null, 0, null);
        }

        byte[] bytes = result.Records[^1];
        string record = Path.Combine(folder, "record-1.rec");
        File.WriteAllBytes(record, bytes);
        RecordStatus status = RecordReader.TryRead(bytes, 0, bytes.Length, out RecordContents contents);
        if (status != RecordStatus.Ok)
        {
            throw new IOException($"The stored record cannot be read back ({status}); it is kept as {record}.");
        }

        string csv = Path.ChangeExtension(record, ".csv");
        using (StreamWriter writer = new(csv))
        {
            RecordingCsv.Write(
                writer, Samples(contents), contents.SampleRate, MicrovoltsPerMillivolt / contents.UnitsPerMillivolt, Beats(contents));
        }

        return new SimulationFiles([screen], record, bytes.Length, csv);
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
            return (contents.Beats.SampleIndex(i), known ? ClassNames[beatClass].ToString() : "?",
                known ? contents.Beats.Confidence(i) / FullConfidence : (double?)null);
        }),
    ];
}
