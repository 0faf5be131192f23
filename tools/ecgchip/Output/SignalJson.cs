using System;
using System.Linq;
using System.Text.Json.Nodes;
using EcgChip.Cli.SignalChain;

namespace EcgChip.Cli.Output;

/// <summary>The JSON of <c>ecgchip bench signal</c>. Percentages are 0 to 100; what is not known is null.</summary>
public static class SignalJson
{
    private const int Digits = 4;

    /// <summary>Puts a result into JSON.</summary>
    public static JsonObject From(SignalResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new JsonObject
        {
            ["groups"] = new JsonArray([.. result.Groups.Select(group => new JsonObject
            {
                ["title"] = group.Title,
                ["figures"] = new JsonArray([.. group.Figures.Select(Figure)]),
            })]),
            ["recordings"] = result.Recordings is RecordingsResult recordings ? Recordings(recordings) : null,
            ["met"] = result.Broken.Count == 0,
        };
    }

    private static JsonObject Recordings(RecordingsResult result) => new()
    {
        ["protocol"] = "EC57",
        ["allBeats"] = true,
        ["seconds"] = result.Seconds,
        ["variants"] = new JsonArray([.. result.Variants.Select(variant => new JsonObject
        {
            ["name"] = variant.Name,
            ["beats"] = variant.Beats,
            ["missed"] = variant.Missed,
            ["false"] = variant.False,
            ["se"] = Rounded(variant.Se),
            ["ppv"] = Rounded(variant.Ppv),
            ["seOutsideShutdown"] = Rounded(variant.SeOutside),
            ["shutdownPercent"] = Rounded(variant.ShutdownPercent),
            ["worstSe"] = new JsonObject { ["record"] = variant.WorstSe.Record, ["percent"] = Rounded(variant.WorstSe.Percent) },
            ["worstPpv"] = new JsonObject { ["record"] = variant.WorstPpv.Record, ["percent"] = Rounded(variant.WorstPpv.Percent) },
        })]),
        ["figures"] = new JsonArray([.. result.Figures.Select(Figure)]),
    };

    private static JsonObject Figure(SignalFigure figure) => new()
    {
        ["name"] = figure.What,
        ["value"] = Rounded(figure.Value),
        ["unit"] = figure.Unit,
        ["atLeast"] = figure.AtLeast,
        ["atMost"] = figure.AtMost,
        ["asked"] = figure.Asked,
        ["note"] = figure.Note,
        ["met"] = figure.IsBound ? figure.IsMet : null,
    };

    // A gain of nothing is minus infinity in dB, which JSON has no word for.
    private static double? Rounded(double? value) => value is double known && double.IsFinite(known) ? Math.Round(known, Digits) : null;
}
