using System;
using System.IO;
using System.Linq;
using EcgChip.Device.Session;
using EcgChip.Formats.Recordings;
using EcgChip.Signal;
using EcgChip.Simulator.Runs;
using Spectre.Console;

namespace EcgChip.Cli.Output;

/// <summary>Prints what a health worker would see.</summary>
public static class SimulationText
{
    private static readonly string[] ClassLabels =
        ["N  normal", "S  supraventricular", "V  ventricular", "F  fusion", "Q  paced or unknown"];

    /// <summary>Prints a report; colours and frames are left out where the writer is no terminal or cannot show them.</summary>
    public static void Print(SimulationReport report, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(writer);
        SimulationResult result = report.Result;
        Table table = new() { Border = TableBorder.Rounded, ShowHeaders = false, Title = new TableTitle(Title(report)) };
        table.AddColumns("what", "value");
        table.AddRow("Heart rate", HeartRate(report.Rhythm));
        table.AddRow("Beats", $"{result.Beats.Count}");
        int[] counts = report.Counts;
        for (int i = 0; i < counts.Length; i++)
        {
            table.AddRow($"  {ClassLabels[i]}", $"{counts[i]}");
        }

        if (report.Unclassified > 0)
        {
            table.AddRow("  not classified", $"{report.Unclassified}");
        }

        table.AddRow("Signal", Quality(report));
        if (report.Result.QualityIndex is double index)
        {
            table.AddRow("  index", $"{index:0} of 100{Reasons(report.Result)}");
        }

        if (report.Result.Electrodes != LeadOrientation.Unknown)
        {
            table.AddRow("Electrodes", report.Result.Electrodes == LeadOrientation.Upright ? "upright" : "right arm and left leg swapped?");
        }

        table.AddRow("Answer", report.Answer is string answer ? AnswerWords(answer) : "none: no recording was stored");
        foreach (RhythmFinding finding in report.Findings)
        {
            table.AddRow(finding.NeedsDoctor ? "  to the doctor" : "  besides", $"{finding.Text} ({Place(finding, result.RecordingStart)})");
        }

        if (report.Files.Recording?.Infarction is InfarctionScore infarction)
        {
            string meaning = infarction.ResearchOnly ? "for research only, no result" : "no diagnosis";
            table.AddRow("Infarction", $"{infarction.Score:0.00}, by a head trained on {infarction.PatientsTrained} patients: {meaning}");
        }

        table.AddRow("Model", string.Join(", ", result.Models.Select(model => $"{model.Name} ({model.Role}) {model.Hash}")));
        table.AddRow("Stored", Stored(report));
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) }).Write(table);
        foreach (string file in report.Files.Screens.Append(report.Files.Record).Append(report.Files.Csv).Append(report.Files.FindingsCsv).OfType<string>())
        {
            writer.WriteLine(file);
        }

        writer.WriteLine("A screening aid, not a diagnosis.");
    }

    private static string AnswerWords(string answer) => answer.Replace('-', ' ');

    private static string Place(RhythmFinding finding, int recordingStart)
    {
        string start = $"{RhythmFinding.Seconds(recordingStart + finding.Start):0.0}";
        string end = $"{RhythmFinding.Seconds(recordingStart + finding.End):0.0}";
        return start == end ? $"at {start} s" : $"{start} to {end} s";
    }

    private static string Title(SimulationReport report)
    {
        string stretch = report.Start > 0 ? $"{report.Seconds:0.#} s from {report.Start:0.#} s on" : $"{report.Seconds:0.#} s";
        string noise = report.Noise is { } mixed ? $", noise {mixed.Name} at {mixed.Decibels} dB" : "";
        return Markup.Escape($"{report.Patient.Name}, lead {report.Patient.Lead}, {stretch}{noise}");
    }

    private static string HeartRate(PlayedRhythm rhythm) => rhythm.MeanHeartRate is int mean
        ? $"{mean}/min{Range(rhythm)}"
        : "not known";

    private static string Range(PlayedRhythm rhythm) => rhythm is { LowestHeartRate: int lowest, HighestHeartRate: int highest }
        ? $" ({lowest} to {highest})"
        : string.Empty;

    private static string Quality(SimulationReport report) => report.Share(report.Result.Seconds.Good) is double good
        ? $"{good} % good, {report.Share(report.Result.Seconds.Poor)} % poor, {report.Share(report.Result.Seconds.NoContact)} % no contact"
        : "too short to judge";

    private static string Reasons(SimulationResult result)
    {
        string[] reasons =
        [
            .. Enumerable.Range(1, result.SecondsByReason.Count - 1).Where(reason => result.SecondsByReason[reason] > 0)
                .Select(reason => $"{SimulationReport.ReasonNames[reason]} {result.SecondsByReason[reason]} s"),
        ];
        return reasons.Length == 0 ? string.Empty : $" ({string.Join(", ", reasons)})";
    }

    private static string Stored(SimulationReport report) => report.Files.Recording is not StoredRecording recording
        ? $"nothing ({(report.Result.State == SessionState.StorageFault ? "storage failed or is full" : "no recording was made")})"
        : $"{recording.Seconds:0.#} s in {report.Files.RecordBytes} bytes";
}
