using System;
using System.Linq;
using System.Text.Json.Nodes;
using EcgChip.Cli.Scores;
using EcgChip.Formats;
using EcgChip.Scoring;

namespace EcgChip.Cli.Output;

/// <summary>The JSON of <c>ecgchip score</c>. Keys may be added; none is renamed or dropped. Percentages are 0 to 100; what is not known is null.</summary>
public static class ScoreJson
{
    private const int PercentDigits = 4;
    private const int SecondDigits = 3;

    /// <summary>Puts a result into JSON.</summary>
    public static JsonObject From(ScoreResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        Score score = result.Score;
        JsonObject gross = Of(score.Gross, score.GrossShutdown);
        JsonObject root = new()
        {
            ["protocol"] = "EC57",
            ["allBeats"] = result.Plan.AllBeats,
            ["data"] = result.Plan.Folder,
            ["gain"] = result.Plan.Gain,
            ["invert"] = result.Plan.Invert,
            ["start"] = result.Plan.Start,
            ["noise"] = result.Plan.Noise is { } noise ? new JsonObject { ["name"] = noise.Name, ["snr"] = noise.Decibels } : null,
            ["records"] = new JsonArray([.. result.Records.Select(Record)]),
            ["gross"] = gross,
            ["average"] = Of(score.Average, score.AverageShutdown),
            ["confusion"] = Table(score.Confusion),
            ["missedInShutdown"] = InShutdown(score.Confusion),
            ["models"] = new JsonArray(
                [.. result.Models.Select(model => new JsonObject { ["name"] = model.Name, ["role"] = model.Role, ["hash"] = model.Hash })]),
        };
        if (result.AtrialFibrillation is { } rhythm)
        {
            gross["atrialFibrillation"] = Of(rhythm);
        }

        return root;
    }

    private static JsonObject Record(RecordResult record)
    {
        JsonObject json = new()
        {
            ["name"] = record.Score.Name,
            ["lead"] = record.Lead,
            ["seconds"] = Math.Round(record.Score.ScoredSeconds, SecondDigits),
            ["beats"] = record.Score.Beats,
        };
        foreach ((string key, JsonNode? value) in Of(record.Score.Figures, record.Score.Shutdown).ToArray())
        {
            json[key] = value?.DeepClone();
        }

        json["confusion"] = Table(record.Score.Confusion);
        json["missedInShutdown"] = InShutdown(record.Score.Confusion);
        if (record.AtrialFibrillation is { } rhythm)
        {
            json["atrialFibrillation"] = Of(rhythm);
        }

        return json;
    }

    private static JsonObject Of(Figures figures, ShutdownScore shutdown) => new()
    {
        ["qrs"] = new JsonObject
        {
            ["se"] = Percent(figures.Qrs.Se),
            ["ppv"] = Percent(figures.Qrs.Ppv),
            ["missed"] = Count(figures.Qrs.Missed),
            ["false"] = Count(figures.Qrs.False),
            ["missedInShutdown"] = Count(shutdown.MissedBeats),
            ["seOutsideShutdown"] = Percent(shutdown.SeOutside),
            ["shutdownSeconds"] = Math.Round(shutdown.Seconds, SecondDigits),
            ["shutdownPercent"] = Percent(shutdown.Percent),
        },
        ["V"] = Of(figures.V),
        ["S"] = Of(figures.S),
        ["N"] = Of(figures.N),
    };

    private static JsonObject Of(ClassScore score) => new() { ["se"] = Percent(score.Se), ["ppv"] = Percent(score.Ppv) };

    private static JsonObject Of(AtrialFibrillationScore rhythm) => new()
    {
        ["se"] = Percent(rhythm.All.Se),
        ["ppv"] = Percent(rhythm.All.Ppv),
        ["ppvOutsideFlutter"] = Percent(rhythm.OutsideFlutter.Ppv),
        ["referenceSeconds"] = Math.Round(rhythm.All.ReferenceSeconds, SecondDigits),
        ["foundSeconds"] = Math.Round(rhythm.All.FoundSeconds, SecondDigits),
        ["overlapSeconds"] = Math.Round(rhythm.All.OverlapSeconds, SecondDigits),
    };

    private static JsonArray Table(Confusion confusion) =>
        new([.. confusion.ToRows().Select(row => new JsonArray([.. row.Select(count => JsonValue.Create(count))]))]);

    private static JsonArray InShutdown(Confusion confusion) =>
        new([.. Enum.GetValues<AamiClass>().Select(truth => JsonValue.Create(confusion.MissedInShutdownOf(truth)))]);

    // Counts of a recording are whole; those of an average need not be.
    private static JsonValue Count(double count) => count == Math.Floor(count) ? JsonValue.Create((int)count) : JsonValue.Create(Math.Round(count, SecondDigits));

    private static double? Percent(double? share) => share is double known ? Math.Round(known, PercentDigits) : null;
}
