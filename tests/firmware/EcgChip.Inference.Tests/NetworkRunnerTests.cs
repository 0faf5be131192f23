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
        Gen.Select(
                Gen.Int[1, 3], Gen.Int[1, 11], Gen.Int[12, 70], Gen.OneOf(1, 3, 5), Gen.Int[1, 5], Gen.Int[1, 3], Gen.Int[0, 9], Gen.Int[0, 1000])
            .Sample(
                (inputs, channels, length, taps, window, stride, features, seed) =>
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
                    layers.Add(LayerSpec.JoiningDense(channels * layers[^1].OutLength, features, 7, false, RandomModels.Shift));
                    layers.Add(LayerSpec.Dense(7, 2, false, RandomModels.Shift));
                    AssertLikePlain(RandomModels.For([.. layers], seed), seed);
                },
                iter: 60, threads: 1);

    [Fact]
    public void Dense_layers_alone_with_features_give_the_plain_runners_activations_and_logits() =>
        Gen.Select(Gen.Int[1, 60], Gen.Int[1, 20], Gen.Int[1, 90], Gen.Int[0, 1000]).Sample(
            (inputs, features, outputs, seed) => AssertLikePlain(
                RandomModels.For(
                    [LayerSpec.JoiningDense(inputs, features, outputs, true, RandomModels.Shift), LayerSpec.Dense(outputs, 5, false, RandomModels.Shift)],
                    seed),
                seed),
            iter: 60, threads: 1);

    [Fact]
    public void Features_may_come_late_and_change_the_result()
    {
        NetworkRunner runner = new(Joining(8));
        sbyte[] input = RandomModels.Activations(runner.Input.Length, 8);
        sbyte[] features = RandomModels.Activations(runner.Features.Length, 8, -127);
        features.CopyTo(runner.Features, 0);
        Run(runner, input);
        int[] logits = [.. runner.Logits];
        Array.Clear(runner.Features);
        Run(runner, input);
        Assert.NotEqual(logits, runner.Logits);

        runner.StartAhead();
        for (int i = 0; i < 1000; i++)
        {
            Assert.False(runner.Step());
        }

        Assert.True(runner.AwaitsFeatures);
        Assert.Equal(4, runner.LayersDone);
        features.CopyTo(runner.Features, 0);
        runner.Join();
        Assert.False(runner.AwaitsFeatures);
        while (!runner.Step())
        {
        }

        Assert.Equal(logits, runner.Logits);
    }

    [Fact]
    public void Features_that_come_early_are_not_waited_for_and_a_network_without_any_waits_for_none()
    {
        foreach (TestModel model in new[] { Joining(9), RandomModels.For(RandomModels.SeedLayers(), 9) })
        {
            NetworkRunner runner = new(model);
            sbyte[] input = RandomModels.Activations(runner.Input.Length, 9);
            Run(runner, input);
            int[] logits = [.. runner.Logits];

            runner.StartAhead();
            if (runner.Features.Length > 0)
            {
                runner.Join();
            }

            while (!runner.Step())
            {
                Assert.False(runner.AwaitsFeatures);
            }

            Assert.Equal(logits, runner.Logits);
        }
    }

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
        AssertNothingIsLeft(RandomModels.For(RandomModels.SeedLayers(), 4));
        AssertNothingIsLeft(Joining(4));
    }

    private static void AssertNothingIsLeft(TestModel model)
    {
        NetworkRunner fresh = new(model);
        NetworkRunner used = new(model);
        sbyte[] input = RandomModels.Activations(fresh.Input.Length, 4);
        sbyte[] features = RandomModels.Activations(fresh.Features.Length, 4, -127);
        features.CopyTo(fresh.Features, 0);
        Run(fresh, input);

        foreach (int steps in new[] { 1, 2, 5, 40, 300, 700 })
        {
            RandomModels.Activations(used.Input.Length, steps).CopyTo(used.Input, 0);
            RandomModels.Activations(used.Features.Length, steps, -127).CopyTo(used.Features, 0);
            used.Start();
            for (int k = 0; k < steps; k++)
            {
                used.Step();
            }

            features.CopyTo(used.Features, 0);
            Run(used, input);
            Assert.Equal(fresh.Logits, used.Logits);
        }
    }

    [Fact]
    public void Steps_over_a_held_model_allocate_nothing()
    {
        NetworkRunner runner = new(new HeldModel(Joining(6)));
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
            { "Features join in", [LayerSpec.Convolution(1, 2, 5, 10, true, 16), LayerSpec.JoiningDense(20, -1, 2, false, 16)] },
            { "Features join in", [LayerSpec.Dense(4, 4, false, 16), LayerSpec.JoiningDense(4, 1, 2, false, 16)] },
            { "Features join in", [LayerSpec.JoiningDense(0, 3, 2, false, 16)] },
            { "what the layer before it gives", [LayerSpec.Convolution(1, 2, 5, 10, true, 16), LayerSpec.JoiningDense(19, 1, 2, false, 16), dense] },
            { "pool needs a window", [LayerSpec.MaxPool(2, 11, 1, 10), dense] },
        };
    }

    /// <summary>Two input channels, a block, and more features than outputs before them.</summary>
    private static TestModel Joining(int seed) => RandomModels.For(
        [
            LayerSpec.Convolution(2, 4, 5, 30, false, 16), LayerSpec.Convolution(4, 4, 5, 30, true, 16), LayerSpec.BlockEnd(4, 5, 30, 60_000, 16),
            LayerSpec.MaxPool(4, 5, 30, 30), LayerSpec.JoiningDense(4, 6, 12, true, 16), LayerSpec.Dense(12, 5, false, 16),
        ],
        seed);

    private static void AssertLikePlain(Model model, int seed)
    {
        LayerSpec[] layers = model.Layers();
        PlainRunner plain = new(model);
        NetworkRunner runner = new(model);
        sbyte[] input = RandomModels.Activations(runner.Input.Length, seed);
        sbyte[] features = RandomModels.Activations(runner.Features.Length, seed, -127);
        plain.Run(input, features);

        features.CopyTo(runner.Features, 0);
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
