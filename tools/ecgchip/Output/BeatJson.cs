using System;
using System.Linq;
using System.Text.Json.Nodes;
using EcgChip.Cli.Beats;
using EcgChip.Scoring;

namespace EcgChip.Cli.Output;

/// <summary>The JSON of <c>ecgchip bench beats</c>. Percentages are 0 to 100; what is not known is null.</summary>
public static class BeatJson
{
    private const int Digits = 4;

    /// <summary>Puts a result into JSON.</summary>
    public static JsonObject From(BeatResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new JsonObject
        {
            ["protocol"] = "EC57",
            ["records"] = new JsonArray([.. result.AsRecorded.Score.Records.Select(record => (JsonNode)record.Name)]),
            ["variants"] = new JsonArray([.. result.Variants.Select(Variant)]),
            ["targets"] = new JsonArray([.. result.Targets.Select(Target)]),
            ["met"] = result.HasTargets ? result.Missed.Count == 0 : null,
            ["models"] = new JsonArray(
                [.. result.Models.Select(model => new JsonObject { ["name"] = model.Name, ["role"] = model.Role, ["hash"] = model.Hash })]),
        };
    }

    private static JsonObject Variant(BeatVariant variant) => new()
    {
        ["name"] = variant.Name,
        ["leads"] = new JsonArray([.. variant.Leads.Select(lead => (JsonNode)lead)]),
        ["beats"] = variant.Score.Confusion.Beats,
        ["qrs"] = new JsonObject { ["se"] = Percent(variant.Score.Gross.Qrs.Se), ["ppv"] = Percent(variant.Score.Gross.Qrs.Ppv) },
        ["N"] = Class(variant.Score.Gross.N),
        ["S"] = Class(variant.Score.Gross.S),
        ["V"] = Class(variant.Score.Gross.V),
        ["shutdownPercent"] = Percent(variant.Score.GrossShutdown.Percent),
    };

    private static JsonObject Class(ClassScore score) => new() { ["se"] = Percent(score.Se), ["ppv"] = Percent(score.Ppv) };

    private static JsonObject Target(BeatTarget target) => new()
    {
        ["name"] = target.Name,
        ["value"] = Percent(target.Value),
        ["atLeast"] = target.Limit,
        ["met"] = target.IsMet,
    };

    private static double? Percent(double? share) => share is double known ? Math.Round(known, Digits) : null;
}
