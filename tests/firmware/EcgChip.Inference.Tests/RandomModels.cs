using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Inference;

namespace EcgChip.Inference.Tests;

/// <summary>Networks with random numbers that keep the lane bound.</summary>
public static class RandomModels
{
    /// <summary>Shift of most layers here; with it a multiplier of 2^16 leaves an accumulator as it is.</summary>
    public const int Shift = 16;

    private const int SeedChannels = 32;
    private const int SeedLength = 187;
    private const int SeedBlocks = 5;

    /// <summary>The seed network's layers, as the paper draws them.</summary>
    public static LayerSpec[] SeedLayers()
    {
        int length = SeedLength;
        var layers = new List<LayerSpec> { LayerSpec.Convolution(1, SeedChannels, 5, length, false, Shift) };
        for (int block = 0; block < SeedBlocks; block++)
        {
            layers.Add(LayerSpec.Convolution(SeedChannels, SeedChannels, 5, length, true, Shift));
            layers.Add(LayerSpec.BlockEnd(SeedChannels, 5, length, 40_000, Shift));
            layers.Add(LayerSpec.MaxPool(SeedChannels, 5, 2, length));
            length = layers[^1].OutLength;
        }

        layers.Add(LayerSpec.Dense(SeedChannels * length, 32, true, Shift));
        layers.Add(LayerSpec.Dense(32, 32, true, Shift));
        layers.Add(LayerSpec.Dense(32, BeatClass.Count, false, Shift));
        return [.. layers];
    }

    /// <summary>Random numbers for any layers: weights spread to a third of the bound, results that fill the activations' range.</summary>
    public static TestModel For(LayerSpec[] layers, int seed)
    {
        var random = new Random(seed);
        var numbers = layers.Select(layer => layer.Kind == LayerKind.MaxPool ? null : Numbers(layer, random)).ToArray();
        return new TestModel(
            layers,
            [.. numbers.Select(each => each?.Weights)],
            [.. numbers.Select(each => each?.Biases)],
            [.. numbers.Select(each => each?.Multipliers)]);
    }

    /// <summary>Activations in -127..127, or 0..127.</summary>
    public static sbyte[] Activations(int count, int seed, int smallest = 0)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => (sbyte)random.Next(smallest, 128))];
    }

    private static LayerNumbers Numbers(LayerSpec layer, Random random)
    {
        int perChannel = layer.InChannels * layer.Taps;
        int largest = Math.Clamp(LaneBound.LargestWeightSum / perChannel, 1, 127);
        double spread = largest / 2.0 * 64 * Math.Sqrt(perChannel);
        return new LayerNumbers(
            [.. Enumerable.Range(0, perChannel * layer.OutChannels).Select(_ => (sbyte)random.Next(-largest, largest + 1))],
            [.. Enumerable.Range(0, layer.OutChannels).Select(_ => random.Next(-(int)spread, (int)spread))],
            [.. Enumerable.Range(0, layer.OutChannels).Select(_ => (int)(random.Next(50, 150) / spread * (1 << Shift)))]);
    }

    private sealed record LayerNumbers(sbyte[] Weights, int[] Biases, int[] Multipliers);
}
