using System.Collections.Generic;
using System.Linq;
using EcgChip.Inference;
using EcgChip.NanoHost;

namespace EcgChip.Cli.Bench;

/// <summary>What one beat costs a network, by layer, on the chip's clock.</summary>
/// <param name="Name">The network's name.</param>
/// <param name="Layers">Each layer, from first to last.</param>
/// <param name="Slices">Slices that a beat takes.</param>
/// <param name="WorstSlice">Instructions of the longest slice.</param>
public sealed record NetworkBench(string Name, IReadOnlyList<LayerBench> Layers, int Slices, long WorstSlice)
{
    private const int MiddleValue = 64;

    /// <summary>Instructions a beat.</summary>
    public long Cost => Layers.Sum(layer => layer.Cost);

    /// <summary>IL instructions a beat.</summary>
    public long Il => Layers.Sum(layer => layer.Il);

    /// <summary>Multiply-accumulates a beat.</summary>
    public long Macs => Layers.Sum(layer => layer.Macs);

    /// <summary>Runs one beat and takes its time. What it costs does not depend on the beat.</summary>
    public static NetworkBench Run(Model model)
    {
        System.ArgumentNullException.ThrowIfNull(model);
        NetworkRunner runner = new(model);
        for (int i = 0; i < runner.Input.Length; i++)
        {
            runner.Input[i] = (sbyte)(i % MiddleValue);
        }

        LayerSpec[] layers = model.Layers();
        long[] costs = new long[layers.Length];
        long[] ils = new long[layers.Length];
        int slices = 0;
        long worst = 0;
        runner.Start();
        for (bool done = false; !done;)
        {
            int layer = System.Math.Min(runner.LayersDone, layers.Length - 1);
            (long before, long ilBefore) = (InstructionMeter.Executed, InstructionMeter.IlExecuted);
            done = runner.Step();
            long cost = InstructionMeter.Executed - before;
            costs[layer] += cost;
            ils[layer] += InstructionMeter.IlExecuted - ilBefore;
            worst = System.Math.Max(worst, cost);
            slices++;
        }

        return new NetworkBench(
            model.Name, [.. layers.Select((spec, i) => new LayerBench(NameOf(spec, i), costs[i], ils[i], MacsOf(spec)))], slices, worst);
    }

    private static string NameOf(LayerSpec spec, int index) => spec.Kind switch
    {
        LayerKind.Convolution => $"{index} conv {spec.InChannels}x{spec.OutChannels}x{spec.Taps} over {spec.InLength}",
        LayerKind.MaxPool => $"{index} pool {spec.Taps}/{spec.Stride} to {spec.OutLength}",
        _ => $"{index} dense {spec.InChannels}x{spec.OutChannels}",
    };

    private static long MacsOf(LayerSpec spec) => spec.Kind switch
    {
        LayerKind.Convolution => (long)spec.InChannels * spec.OutChannels * spec.Taps * spec.InLength,
        LayerKind.Dense => (long)spec.InChannels * spec.OutChannels,
        _ => 0,
    };
}
