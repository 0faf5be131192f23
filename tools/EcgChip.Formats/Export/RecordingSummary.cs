using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.Formats.Recordings;

namespace EcgChip.Formats.Export;

/// <summary>A recording in a few lines: who, when, how, and what it says. The same lines stand in the summary's table and in a WFDB header.</summary>
internal static class RecordingSummary
{
    /// <summary>What every page and file says about itself.</summary>
    public const string Disclaimer = "A screening aid, not a diagnosis";

    /// <summary>What the names of lines begin with that tell what the head for infarction says.</summary>
    public const string InfarctionPrefix = "infarction_";

    private const string BeatsPerMinute = "/min";
    private const string Milliseconds = "ms";
    private const string Percent = "%";
    private const double MicrovoltsPerMillivolt = 1000;

    /// <summary>One thing that is said.</summary>
    /// <param name="Name">What: in one word, the same in every recording.</param>
    /// <param name="Value">Empty where it is not known.</param>
    /// <param name="Unit">Empty where it has none.</param>
    public readonly record struct Row(string Name, string Value, string Unit = "");

    /// <summary>Everything but the lists: samples, beats, gaps and findings.</summary>
    public static IReadOnlyList<Row> Rows(StoredRecording recording) =>
    [
        new("device", recording.DeviceName),
        new("recording", Text(recording.Sequence)),
        new("patient", Text(recording.PatientNumber)),
        new("start_utc", Iso(recording.Start)),
        new("lead", StoredRecording.Lead),
        new("sample_rate", Text(recording.SampleRate), "Hz"),
        new("resolution", Text(MicrovoltsPerMillivolt / recording.UnitsPerMillivolt), "uV"),
        new("samples", Text(recording.Samples.Count)),
        new("duration", Text(recording.Seconds), "s"),
        new("front_end_gain", Text(recording.FrontEndGain)),
        new("mains_filter", Text(recording.MainsFrequency), "Hz"),
        new("heart_rate_mean", Text(recording.HeartRate.Mean), BeatsPerMinute),
        new("heart_rate_lowest", Text(recording.HeartRate.Lowest), BeatsPerMinute),
        new("heart_rate_highest", Text(recording.HeartRate.Highest), BeatsPerMinute),
        new("sdnn", Text(recording.HeartRate.SdnnMs), Milliseconds),
        new("rmssd", Text(recording.HeartRate.RmssdMs), Milliseconds),
        .. recording.Counts.Select((count, beatClass) => new Row($"beats_{((AamiClass)beatClass).ToSymbol()}", Text(count))),
        new("beats_not_classified", Text(recording.Unclassified)),
        new("signal_good", Text(recording.Signal.GoodPercent), Percent),
        new("signal_poor", Text(recording.Signal.PoorPercent), Percent),
        new("signal_no_contact", Text(recording.Signal.NoContactPercent), Percent),
        new("samples_late", Text(recording.Signal.Late)),
        new("answer", recording.AnswerName ?? ""),
        new(InfarctionPrefix + "score", Text(recording.Infarction?.Score)),
        new(InfarctionPrefix + "patients_trained", Text(recording.Infarction?.PatientsTrained)),
        new(InfarctionPrefix + "research_only", recording.Infarction is { } infarction ? infarction.ResearchOnly ? "yes" : "no" : ""),
        .. recording.Models.Select((model, i) => new Row($"model_{i + 1}", $"{model.Role} {model.Name} {model.Hash}")),
    ];

    /// <summary>The same as lines of text, with what the recording is worth.</summary>
    public static IReadOnlyList<string> Lines(StoredRecording recording) =>
    [
        .. Rows(recording).Select(row => $"{row.Name}: {(row.Value.Length == 0 ? "not known" : row.Unit.Length == 0 ? row.Value : $"{row.Value} {row.Unit}")}"),
        Disclaimer,
    ];

    /// <summary>A moment to the millisecond; empty where it is not known.</summary>
    public static string Iso(DateTimeOffset? moment) =>
        moment?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A whole number; empty where it is not known.</summary>
    public static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A number with a point and as many decimals as it needs, six at most; empty where it is not known.</summary>
    public static string Text(double? number) => number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
