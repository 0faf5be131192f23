using System;
using System.Linq;
using EcgChip.Inference;

namespace EcgChip.Inference.Tests;

/// <summary>
/// What runs under the instruction counter: loaded alongside the counted firmware and called by reflection, so that what goes in and
/// comes out are the runtime's own types.
/// </summary>
public static class CountedRuns
{
    /// <summary>One 32 x 32 x 5 layer over 187 positions from its first slice to its last.</summary>
    /// <param name="total">Reads the counter.</param>
    /// <returns>The charge from the layer's beginning to its end.</returns>
    public static long Layer(Func<long> total)
    {
        LayerSpec spec = LayerSpec.Convolution(32, 32, 5, 187, true, RandomModels.Shift);
        TestModel model = RandomModels.For([spec], 1);
        long[][] input = Lanes.Pack(spec, RandomModels.Activations(32 * 187, 1, -127));
        long[][] output = Lanes.Pack(spec, new sbyte[32 * 187]);
        int third = LanePacking.Third(spec.InLength);
        var job = new ConvolutionJob(new ConvolutionBuffers(), spec.InChannels);

        long before = total();
        job.Begin(model, 0, spec, third, input, output);
        while (!job.RunSlice())
        {
        }

        return total() - before;
    }

    /// <summary>One beat of a seed-shaped network.</summary>
    /// <returns>The charge of each slice.</returns>
    public static long[] SeedSlices(Func<long> total) => Slices(RandomModels.SeedLayers(), total);

    /// <summary>One run of a network of awkward shapes: long channels, a long dense layer, general pools, missing channels and taps.</summary>
    /// <returns>The charge of each slice.</returns>
    public static long[] AwkwardSlices(Func<long> total) => Slices(
        [
            LayerSpec.Convolution(1, 3, 3, 3000, false, RandomModels.Shift),
            LayerSpec.Convolution(3, 5, 1, 3000, true, RandomModels.Shift),
            LayerSpec.Convolution(5, 5, 5, 3000, true, RandomModels.Shift),
            LayerSpec.BlockEnd(5, 5, 3000, 1000, RandomModels.Shift),
            LayerSpec.MaxPool(5, 3, 3, 3000),
            LayerSpec.MaxPool(5, 400, 1, 1000),
            LayerSpec.Dense(5 * 601, 3, true, RandomModels.Shift),
            LayerSpec.Dense(3, 60, false, RandomModels.Shift),
        ],
        total);

    private static long[] Slices(LayerSpec[] layers, Func<long> total)
    {
        NetworkRunner runner = new(RandomModels.For(layers, 1));
        RandomModels.Activations(runner.Input.Length, 1).CopyTo(runner.Input, 0);
        runner.Start();
        var slices = new System.Collections.Generic.List<long>();
        for (bool done = false; !done;)
        {
            long before = total();
            done = runner.Step();
            slices.Add(total() - before);
        }

        return [.. slices];
    }
}
