using System;
using System.Linq;
using System.Text.Json.Nodes;
using EcgChip.Cli.Noise;

namespace EcgChip.Cli.Output;

/// <summary>The JSON of <c>ecgchip bench noise</c>. Percentages are 0 to 100; what is not known is null.</summary>
public static class NoiseJson
{
    private const int Digits = 4;

    /// <summary>Puts a result into JSON.</summary>
    public static JsonObject From(NoiseResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new JsonObject
        {
            ["protocol"] = "EC57",
            ["points"] = new JsonArray([.. result.Points.Select(Point)]),
            ["targets"] = new JsonArray([.. result.Targets.Select(Target)]),
            ["met"] = result.Missed.Count == 0,
            ["models"] = new JsonArray(
                [.. result.Models.Select(model => new JsonObject { ["name"] = model.Name, ["role"] = model.Role, ["hash"] = model.Hash })]),
        };
    }

    private static JsonObject Point(NoisePoint point) => new()
    {
        ["noise"] = point.Noise,
        ["snr"] = point.Decibels,
        ["record"] = point.Score.Name,
        ["beats"] = point.Score.Beats,
        ["se"] = Percent(point.Score.Figures.Qrs.Se),
        ["seOutsideShutdown"] = Percent(point.Score.Shutdown.SeOutside),
        ["ppv"] = Percent(point.Score.Figures.Qrs.Ppv),
        ["shutdownPercent"] = Percent(point.Score.Shutdown.Percent),
        ["missed"] = point.Score.Confusion.MissedBeats,
        ["missedInShutdown"] = point.Score.Confusion.MissedInShutdown,
        ["false"] = point.Score.Confusion.FalseBeats,
    };

    private static JsonObject Target(NoiseTarget target) => new()
    {
        ["name"] = target.Name,
        ["value"] = Percent(target.Value),
        [target.AtMost ? "atMost" : "atLeast"] = target.Limit,
        ["met"] = target.IsMet,
    };

    private static double? Percent(double? share) => share is double known ? Math.Round(known, Digits) : null;
}
