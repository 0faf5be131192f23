using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using EcgChip.ChipClock;
using EcgChip.Cli.Bench;

namespace EcgChip.Cli.Output;

/// <summary>The JSON of <c>ecgchip bench chip</c>. Keys may be added; none is renamed or dropped. What was not measured is null.</summary>
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

        JsonObject constants = [];
        JsonObject il = [];
        foreach (AssemblySizes assembly in result.Assemblies)
        {
            constants[assembly.Name] = assembly.ConstantBytes;
            il[assembly.Name] = assembly.IlBytes;
        }

        LatencyBench latency = result.Latency;
        return new JsonObject
        {
            ["record"] = result.Patient,
            ["recordingSeconds"] = result.RecordingSeconds,
            ["mips"] = result.Mips,
            ["samples"] = result.Samples,
            ["missed"] = result.Missed,
            ["late"] = result.Late,
            ["paused"] = result.Paused,
            ["jitterUs"] = new JsonObject
            {
                ["p50"] = result.JitterUs.P50,
                ["p999"] = result.JitterUs.P999,
                ["worst"] = result.JitterUs.Worst,
            },
            ["worstSliceUs"] = result.WorstSliceUs,
            ["worstStoringSliceUs"] = result.WorstStoringSliceUs,
            ["loadPercent"] = Rounded(result.LoadPercent),
            ["latencyBeats"] = Spread(latency.Beats),
            ["latencyMs"] = Spread(latency.Milliseconds),
            ["costPerSample"] = stages,
            ["adcUsPerSample"] = result.AdcUsPerSample,
            ["beats"] = new JsonObject
            {
                ["found"] = latency.Found,
                ["perMinute"] = Rounded(result.BeatsPerMinute),
                ["unclassified"] = latency.Unclassified,
                ["poorSignal"] = latency.PoorSignal,
                ["beforePause"] = latency.BeforePause,
                ["beforeEnd"] = latency.BeforeEnd,
                ["lost"] = latency.Lost,
                ["backlog"] = latency.Backlog,
            },
            ["networks"] = networks,
            ["kernels"] = new JsonArray([.. result.Kernels.Select(Kernel)]),
            ["heap"] = Heap(result.Heap),
            ["constantBytes"] = constants,
            ["ilBytes"] = il,
            ["budgets"] = new JsonArray([.. Budgets.Of(result).Select(OneBudget)]),
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
        ["instructionsPerMac"] = Rounded(layer.CostPerMac),
    };

    private static JsonObject Kernel(KernelBench kernel) => new()
    {
        ["name"] = kernel.Name,
        ["instructions"] = kernel.Instructions,
        ["il"] = kernel.Il,
        ["us"] = kernel.Us,
        ["right"] = kernel.IsRight,
    };

    private static JsonObject Heap(HeapBench heap) => new()
    {
        ["peakBytes"] = heap.Peak,
        ["startBytes"] = heap.Start,
        ["recordingBytes"] = heap.Recording,
        ["allocatedWhileRecording"] = heap.AllocatedWhileRecording,
        ["allocatedBy"] = ByBytes(heap.AllocatedBy),
        ["structsWhileRecording"] = heap.StructsWhileRecording,
        ["analysisBytes"] = heap.Analysis,
        ["collectionsPerMinute"] = Rounded(heap.CollectionsPerMinute),
        ["collectionInstructions"] = heap.CollectionInstructions,
        ["stackBytes"] = heap.Stack,
        ["librariesBytes"] = heap.Libraries,
        ["startByType"] = ByBytes(heap.AtStart),
    };

    private static JsonObject ByBytes(IReadOnlyDictionary<string, long> bytes) => new(
        bytes.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value)));

    private static JsonObject OneBudget(Budget budget) => new()
    {
        ["name"] = budget.Name,
        ["value"] = Rounded(budget.Value),
        ["limit"] = budget.Limit,
        ["applies"] = budget.Applies,
        ["met"] = budget.Value is null ? null : budget.IsMet,
    };

    private static JsonObject Spread((double? P50, double? P99, double? Worst) values) => new()
    {
        ["p50"] = Rounded(values.P50),
        ["p99"] = Rounded(values.P99),
        ["worst"] = Rounded(values.Worst),
    };

    private static double? Rounded(double? value) => value is double known ? Math.Round(known, 1) : null;
}
