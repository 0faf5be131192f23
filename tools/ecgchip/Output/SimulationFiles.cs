using System.Collections.Generic;
using System.IO;
using EcgChip.Formats;
using EcgChip.Formats.Export;
using EcgChip.Formats.Recordings;
using EcgChip.Simulator.Runs;

namespace EcgChip.Cli.Output;

/// <summary>The files that a simulation leaves, by absolute path; null where there is none.</summary>
/// <param name="Screens">Pictures of the screen.</param>
/// <param name="Record">The stored record.</param>
/// <param name="RecordBytes">Its size in flash.</param>
/// <param name="Csv">The same as a table.</param>
/// <param name="FindingsCsv">What was found in it as a table.</param>
/// <param name="Recording">What the record says.</param>
public sealed record SimulationFiles(
    IReadOnlyList<string> Screens, string? Record, int RecordBytes, string? Csv, string? FindingsCsv, StoredRecording? Recording)
{
    /// <summary>Name of the screen's picture when the patient's last sample was taken.</summary>
    public const string MonitorName = "monitor.png";

    /// <summary>Name of the screen's picture at the end, when it shows what the recording says.</summary>
    public const string ResultName = "result.png";

    private const string RecordName = "record-1.rec";
    private const string CsvName = "record-1.csv";
    private const string FindingsCsvName = "record-1-findings.csv";

    /// <summary>Writes what the device stored beside the pictures of the screen, which are there already.</summary>
    /// <exception cref="IOException">What was stored is damaged.</exception>
    public static SimulationFiles Write(OutputFolder folder, SimulationResult result)
    {
        string[] screens = [folder[MonitorName], folder[ResultName]];
        if (result.Records.Count == 0)
        {
            return new SimulationFiles(screens, null, 0, null, null, null);
        }

        byte[] bytes = result.Records[^1];
        StoredRecording recording = Read(bytes);
        File.WriteAllBytes(folder.Stage(RecordName), bytes);
        using (StreamWriter writer = new(folder.Stage(CsvName)))
        {
            RecordingCsv.WriteSamples(writer, recording);
        }

        using (StreamWriter writer = new(folder.Stage(FindingsCsvName)))
        {
            RecordingCsv.WriteFindings(writer, recording);
        }

        return new SimulationFiles(screens, folder[RecordName], bytes.Length, folder[CsvName], folder[FindingsCsvName], recording);
    }

    private static StoredRecording Read(byte[] bytes)
    {
        try
        {
            return StoredRecording.Read(bytes, "The record that the simulated device stored");
        }
        catch (RecordingException exception)
        {
            throw new IOException(exception.Message, exception);
        }
    }
}
