using System;
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
    private const int BaseLine = 30;
    private const int NoiseSeed = 1;

    private static readonly (double At, double Width, double Height)[] Waves =
        [(0.22, 0.03, 12), (0.36, 0.01, -12), (0.38, 0.012, 95), (0.405, 0.012, -22), (0.62, 0.06, 22)];

    /// <summary>Instructions a beat.</summary>
    public long Cost => Layers.Sum(layer => layer.Cost);

    /// <summary>IL instructions a beat.</summary>
    public long Il => Layers.Sum(layer => layer.Il);

    /// <summary>Multiply-accumulates a beat.</summary>
    public long Macs => Layers.Sum(layer => layer.Macs);

    /// <summary>
    /// Runs three beats and takes the dearest's time: channels that a beat leaves silent are left out, so that what it costs depends on the
    /// beat. A ramp, something like a beat, and noise, which leaves least silent.
    /// </summary>
    /// <param name="model">The network.</param>
    /// <param name="sliceIl">The slices that the firmware runs it in, <see cref="LayerJob.LongSliceIl"/> or <see cref="LayerJob.ShortSliceIl"/>.</param>
    public static NetworkBench Run(Model model, int sliceIl = LayerJob.LongSliceIl)
    {
        ArgumentNullException.ThrowIfNull(model);
        NetworkRunner runner = new(model, sliceIl);
        LayerSpec first = model.Layer(0);
        (int channels, int length) = (first.InChannels, first.InLength);
        NetworkBench[] runs =
        [
            .. Inputs(length).Select(input => Run(model, runner, [.. Enumerable.Repeat(input, channels).SelectMany(channel => channel)])),
        ];
        return runs.MaxBy(run => run.Cost)! with { WorstSlice = runs.Max(run => run.WorstSlice) };
    }

    private static NetworkBench Run(Model model, NetworkRunner runner, sbyte[] input)
    {
        input.CopyTo(runner.Input, 0);
        LayerSpec[] layers = model.Layers();
        long[] costs = new long[layers.Length];
        long[] ils = new long[layers.Length];
        int slices = 0;
        long worst = 0;
        runner.Start();
        for (bool done = false; !done;)
        {
            int layer = Math.Min(runner.LayersDone, layers.Length - 1);
            (long before, long ilBefore) = (InstructionMeter.Executed, InstructionMeter.IlExecuted);
            done = runner.Step();
            long cost = InstructionMeter.Executed - before;
            costs[layer] += cost;
            ils[layer] += InstructionMeter.IlExecuted - ilBefore;
            worst = Math.Max(worst, cost);
            slices++;
        }

        return new NetworkBench(
            model.Name, [.. layers.Select((spec, i) => new LayerBench(NameOf(spec, i), costs[i], ils[i], MacsOf(spec)))], slices, worst);
    }

    private static IEnumerable<sbyte[]> Inputs(int length)
    {
        yield return [.. Enumerable.Range(0, length).Select(i => (sbyte)(i % MiddleValue))];
        yield return [.. Enumerable.Range(0, length).Select(i => (sbyte)SyntheticBeat(i / (double)length))];

        Random random = new(NoiseSeed);
        yield return [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(Requantise.Largest + 1))];
    }

    /// <summary>P, QRS and T as bells over a middle line.</summary>
    /// <param name="at">Share of the window, 0 to 1.</param>
    private static double SyntheticBeat(double at) =>
        Waves.Aggregate((double)BaseLine, (sum, wave) => sum + wave.Height * Math.Exp(-Math.Pow((at - wave.At) / wave.Width, 2)));

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
