using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.ChipClock.Heap;
using EcgChip.Inference;
using EcgChip.Testing;

namespace EcgChip.Inference.Tests;

public class NetworkRunnerTests
{
    [Fact]
    public void Seed_shaped_networks_give_the_plain_runners_activations_and_logits()
    {
        for (int seed = 0; seed < 4; seed++)
        {
            AssertLikePlain(RandomModels.For(RandomModels.SeedLayers(), seed), seed);
        }
    }

    [Fact]
    public void Random_networks_of_other_shapes_give_the_plain_runners_activations_and_logits() =>
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 11], Gen.Int[12, 70], Gen.OneOf(1, 3, 5), Gen.Int[1, 5], Gen.Int[1, 3], Gen.Int[0, 1000])
            .Sample(
                (inputs, channels, length, taps, window, stride, seed) =>
                {
                    var layers = new List<LayerSpec>
                    {
                        LayerSpec.MaxPool(inputs, 2, 1, length),
                        LayerSpec.Convolution(inputs, channels, taps, length - 1, false, RandomModels.Shift),
                        LayerSpec.Convolution(channels, channels + 3, taps, length - 1, true, RandomModels.Shift),
                        LayerSpec.Convolution(channels + 3, channels, taps, length - 1, false, RandomModels.Shift),
                        LayerSpec.Convolution(channels, channels, taps, length - 1, true, RandomModels.Shift),
                        LayerSpec.BlockEnd(channels, taps, length - 1, 30_000, RandomModels.Shift),
                        LayerSpec.MaxPool(channels, window, stride, length - 1),
                    };
                    layers.Add(LayerSpec.Dense(channels * layers[^1].OutLength, 7, false, RandomModels.Shift));
                    layers.Add(LayerSpec.Dense(7, 2, false, RandomModels.Shift));
                    AssertLikePlain(RandomModels.For([.. layers], seed), seed);
                },
                iter: 60, threads: 1);

    [Fact]
    public void A_block_may_begin_at_the_input() => AssertLikePlain(
        RandomModels.For(
            [LayerSpec.Convolution(2, 2, 5, 10, true, 16), LayerSpec.BlockEnd(2, 5, 10, 60_000, 16), LayerSpec.Dense(20, 3, false, 16)], 5),
        5);

    [Fact]
    public void The_result_names_the_best_class_and_its_confidence()
    {
        NetworkRunner runner = new(RandomModels.For(RandomModels.SeedLayers(), 3));
        Assert.Equal(BeatClass.Unclassified, runner.BestClass);
        Assert.True(runner.Step());

        Run(runner, RandomModels.Activations(runner.Input.Length, 3));

        Assert.Equal(Array.IndexOf(runner.Logits, runner.Logits.Max()), runner.BestClass);
        Assert.Equal(Softmax.Confidence(runner.Logits, runner.BestClass), runner.Confidence);
        runner.Start();
        Assert.Equal(BeatClass.Unclassified, runner.BestClass);
        Assert.Equal(0, runner.Confidence);
    }

    [Fact]
    public void A_run_that_was_dropped_midway_leaves_nothing_in_the_next()
    {
        TestModel model = RandomModels.For(RandomModels.SeedLayers(), 4);
        NetworkRunner fresh = new(model);
        NetworkRunner used = new(model);
        sbyte[] input = RandomModels.Activations(fresh.Input.Length, 4);
        Run(fresh, input);

        foreach (int steps in new[] { 1, 2, 5, 40, 300, 700 })
        {
            RandomModels.Activations(used.Input.Length, steps).CopyTo(used.Input, 0);
            used.Start();
            for (int k = 0; k < steps; k++)
            {
                used.Step();
            }

            Run(used, input);
            Assert.Equal(fresh.Logits, used.Logits);
        }
    }

    [Fact]
    public void Steps_over_a_held_model_allocate_nothing()
    {
        NetworkRunner runner = new(new HeldModel(RandomModels.For(RandomModels.SeedLayers(), 6)));
        Run(runner, RandomModels.Activations(runner.Input.Length, 1));

        Assert.Equal(0, Allocations.OfEveryRound(() =>
        {
            runner.Start();
            while (!runner.Step())
            {
            }
        }));
    }

    [Fact]
    public void The_seed_networks_buffers_fit_22_and_a_half_kilobytes_of_the_chip() =>
        Assert.InRange(Buffers(RandomModels.For(RandomModels.SeedLayers(), 7)), 1, 45 * 1024 / 2);

    [Fact]
    public void A_network_of_eight_channels_fits_7_kilobytes_of_the_chip() => Assert.InRange(
        Buffers(RandomModels.For(
            [
                LayerSpec.Convolution(1, 8, 5, 84, true, 16), LayerSpec.Convolution(8, 8, 5, 84, true, 16), LayerSpec.BlockEnd(8, 5, 84, 1, 16),
                LayerSpec.Dense(8 * 84, 5, false, 16),
            ],
            7)),
        1, 7 * 1024);

    /// <summary>What a runner holds between its slices by the chip's sizes, without the model.</summary>
    private static long Buffers(TestModel model)
    {
        var heap = new LiveHeap([typeof(NetworkRunner).Assembly]);
        NetworkRunner runner = new(model);
        Run(runner, RandomModels.Activations(runner.Input.Length, 1));
        return heap.Measure(runner);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Networks_that_cannot_run_exactly_are_refused_with_the_rule(string rule, LayerSpec[] layers)
    {
        Exception refusal = Assert.Throws<ArgumentException>(() => new NetworkRunner(RandomModels.For(layers, 1)));
        Assert.Contains(rule, refusal.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, LayerSpec[]> Refused()
    {
        LayerSpec dense = LayerSpec.Dense(20, 2, false, 16);
        return new TheoryData<string, LayerSpec[]>
        {
            { "last layer must be dense", [] },
            { "last layer must be dense", [LayerSpec.Convolution(1, 2, 5, 10, true, 16)] },
            { "1, 3 or 5 taps", [LayerSpec.Convolution(1, 2, 7, 10, true, 16), dense] },
            { "1, 3 or 5 taps", [LayerSpec.Convolution(1, 2, 4, 10, true, 16), dense] },
            { "shift", [LayerSpec.Convolution(1, 2, 5, 10, true, 0), dense] },
            { "shift", [LayerSpec.Convolution(1, 2, 5, 10, true, 63), dense] },
            { "what the layer before it gives", [LayerSpec.Convolution(1, 2, 5, 11, true, 16), dense] },
            { "what the layer before it gives", [dense, LayerSpec.Convolution(2, 2, 5, 1, true, 16), LayerSpec.Dense(2, 2, false, 16)] },
            { "end of a block", [LayerSpec.BlockEnd(2, 5, 10, 1, 16), dense] },
            { "end of a block", [LayerSpec.Convolution(1, 2, 5, 10, true, 16), LayerSpec.BlockEnd(2, 5, 10, 1, 16), dense] },
            { "end of a block", [LayerSpec.MaxPool(2, 1, 1, 10), LayerSpec.BlockEnd(2, 5, 10, 1, 16), dense] },
            { "pool needs a window", [LayerSpec.MaxPool(2, 11, 1, 10), dense] },
        };
    }

    private static void AssertLikePlain(Model model, int seed)
    {
        LayerSpec[] layers = model.Layers();
        PlainRunner plain = new(model);
        NetworkRunner runner = new(model);
        sbyte[] input = RandomModels.Activations(runner.Input.Length, seed);
        plain.Run(input);

        input.CopyTo(runner.Input, 0);
        runner.Start();
        int done = 0;
        while (!runner.Step())
        {
            if (runner.LayersDone > done && runner.LayersDone < layers.Length)
            {
                int count = layers[done].OutChannels * layers[done].OutLength;
                var activations = new sbyte[count];
                runner.CopyActivations(activations);
                Assert.Equal(plain.Outputs[done], activations);
                done = runner.LayersDone;
            }
        }

        Assert.Equal(layers.Length, runner.LayersDone);
        Assert.Equal(plain.Logits, runner.Logits);
        Assert.Equal(input, runner.Input);
    }

    private static void Run(NetworkRunner runner, sbyte[] input)
    {
        input.CopyTo(runner.Input, 0);
        runner.Start();
        while (!runner.Step())
        {
        }
    }
}
