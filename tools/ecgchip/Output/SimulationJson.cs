using System;
using System.Linq;
using System.Text.Json.Nodes;
using EcgChip.Formats.Recordings;
using EcgChip.Signal;
using EcgChip.Simulator.Runs;

namespace EcgChip.Cli.Output;

/// <summary>The JSON of <c>ecgchip simulate</c>. Keys may be added; none is renamed or dropped.</summary>
public static class SimulationJson
{
    private const int TimeDigits = 3;
    private const int ConfidenceDigits = 3;
    private const int IndexDigits = 1;

    /// <summary>Puts a report into JSON.</summary>
    public static JsonObject From(SimulationReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        SimulationResult result = report.Result;
        return new JsonObject
        {
            ["record"] = report.Patient.Name,
            ["lead"] = report.Patient.Lead,
            ["start"] = report.Start,
            ["seconds"] = report.Seconds,
            ["noise"] = report.Noise is { } noise ? new JsonObject { ["name"] = noise.Name, ["snr"] = noise.Decibels } : null,
            ["samples"] = result.Samples,
            ["beats"] = new JsonArray([.. result.Beats.Select(Beat)]),
            ["counts"] = Counts(report),
            ["unclassified"] = report.Unclassified,
            ["heartRate"] = new JsonObject
            {
                ["mean"] = report.Rhythm.MeanHeartRate,
                ["lowest"] = report.Rhythm.LowestHeartRate,
                ["highest"] = report.Rhythm.HighestHeartRate,
                ["sdnnMs"] = report.Files.Recording?.HeartRate.SdnnMs,
                ["rmssdMs"] = report.Files.Recording?.HeartRate.RmssdMs,
            },
            ["quality"] = new JsonObject
            {
                ["good"] = report.Share(result.Seconds.Good),
                ["poor"] = report.Share(result.Seconds.Poor),
                ["noContact"] = report.Share(result.Seconds.NoContact),
            },
            ["signal"] = new JsonObject
            {
                ["index"] = result.QualityIndex is double index ? Math.Round(index, IndexDigits) : null,
                ["reasons"] = Reasons(result),
                ["electrodes"] = Electrodes(result.Electrodes),
            },
            ["interrupted"] = result.Interrupted,
            ["missedSamples"] = result.MissedSamples,
            ["findings"] = new JsonArray([.. report.Findings.Select(finding => Finding(finding, result.RecordingStart))]),
            ["answer"] = report.Answer,
            ["infarction"] = Infarction(report.Files.Recording?.Infarction),
            ["models"] = new JsonArray(
                [.. result.Models.Select(model => new JsonObject { ["name"] = model.Name, ["role"] = model.Role, ["hash"] = model.Hash })]),
            ["screens"] = new JsonArray([.. report.Files.Screens.Select(screen => JsonValue.Create(screen))]),
            ["stored"] = new JsonObject
            {
                ["records"] = result.Records.Count,
                ["bytes"] = result.Records.Sum(record => record.Length),
                ["file"] = report.Files.Record,
                ["csv"] = report.Files.Csv,
                ["findingsCsv"] = report.Files.FindingsCsv,
            },
        };
    }

    private static JsonObject? Infarction(InfarctionScore? infarction) => infarction is null ? null : new JsonObject
    {
        ["score"] = Math.Round(infarction.Score, ConfidenceDigits),
        ["patientsTrained"] = infarction.PatientsTrained,
        ["researchOnly"] = infarction.ResearchOnly,
    };

    private static JsonObject Beat(FoundBeat beat) => new()
    {
        ["sample"] = beat.Sample,
        ["seconds"] = Math.Round(beat.Sample / (double)SignalUnits.SampleRate, TimeDigits),
        ["class"] = beat.Class is int known ? SimulationReport.ClassNames[known].ToString() : null,
        ["confidence"] = beat.Confidence is double confidence ? Math.Round(confidence, ConfidenceDigits) : null,
    };

    private static JsonObject Reasons(SimulationResult result)
    {
        JsonObject reasons = [];
        for (int i = 1; i < result.SecondsByReason.Count; i++)
        {
            reasons[SimulationReport.ReasonNames[i]] = result.SecondsByReason[i];
        }

        return reasons;
    }

    private static string? Electrodes(LeadOrientation orientation) => orientation switch
    {
        LeadOrientation.Upright => "upright",
        LeadOrientation.LikelySwapped => "swapped",
        _ => null,
    };

    private static JsonObject Finding(RhythmFinding finding, int recordingStart) => new()
    {
        ["code"] = finding.Name,
        ["text"] = finding.Text,
        ["start"] = Math.Round(RhythmFinding.Seconds(recordingStart + finding.Start), TimeDigits),
        ["end"] = Math.Round(RhythmFinding.Seconds(recordingStart + finding.End), TimeDigits),
        ["times"] = finding.Times,
        ["value"] = finding.Value,
        ["doctor"] = finding.NeedsDoctor,
    };

    private static JsonObject Counts(SimulationReport report)
    {
        JsonObject counts = [];
        int[] byClass = report.Counts;
        for (int i = 0; i < byClass.Length; i++)
        {
            counts[SimulationReport.ClassNames[i].ToString()] = byClass[i];
        }

        return counts;
    }
}
