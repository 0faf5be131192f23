using System;
using System.Linq;
using System.Text.Json.Nodes;
using EcgChip.Cli.Bench;

namespace EcgChip.Cli.Output;

/// <summary>The JSON of <c>ecgchip bench chip</c>. Keys may be added; none is renamed or dropped. What is not measured yet is null.</summary>
public static class BenchJson
{
    private const int IlPerMacDigits = 2;

    /// <summary>Puts a result into JSON.</summary>
    public static JsonObject From(BenchResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        JsonObject stages = new() { ["chain"] = Math.Round(result.ChainPerSample) };
        foreach ((string stage, double cost) in result.CostPerSample.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            stages[stage] = Math.Round(cost);
        }

        JsonObject networks = [];
        foreach (NetworkBench network in result.Networks)
        {
            networks[network.Name] = Network(network);
        }

        return new JsonObject
        {
            ["mips"] = result.Mips,
            ["samples"] = result.Samples,
            ["missed"] = result.Missed,
            ["jitterUs"] = new JsonObject
            {
                ["p50"] = result.JitterUs.P50,
                ["p999"] = result.JitterUs.P999,
                ["worst"] = result.JitterUs.Worst,
            },
            ["worstSliceUs"] = result.WorstSliceUs,
            ["loadPercent"] = Math.Round(result.LoadPercent, 1),
            ["latencyBeats"] = null,
            ["costPerSample"] = stages,
            ["adcUsPerSample"] = result.AdcUsPerSample,
            ["beats"] = new JsonObject { ["found"] = result.Beats.Found, ["unclassified"] = result.Beats.Unclassified },
            ["networks"] = networks,
            ["heap"] = null,
            ["constantBytes"] = null,
            ["ilBytes"] = null,
        };
    }

    private static JsonObject Network(NetworkBench network) => new()
    {
        ["costPerBeat"] = network.Cost,
        ["macs"] = network.Macs,
        ["ilPerMac"] = Math.Round(network.Il / (double)network.Macs, IlPerMacDigits),
        ["instructionsPerMac"] = Math.Round(network.Cost / (double)network.Macs, 1),
        ["slices"] = network.Slices,
        ["worstSlice"] = network.WorstSlice,
        ["layers"] = new JsonArray([.. network.Layers.Select(Layer)]),
    };

    private static JsonObject Layer(LayerBench layer) => new()
    {
        ["name"] = layer.Name,
        ["cost"] = layer.Cost,
        ["macs"] = layer.Macs,
        ["il"] = layer.Il,
        ["ilPerMac"] = layer.IlPerMac is double il ? Math.Round(il, IlPerMacDigits) : null,
        ["instructionsPerMac"] = layer.CostPerMac is double cost ? Math.Round(cost, 1) : null,
    };
}
