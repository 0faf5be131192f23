using System;
using CsCheck;

namespace EcgChip.Inference.Tests;

public class SharedBuffersTests
{
    [Fact]
    public void Two_networks_that_take_turns_between_groups_give_what_each_gives_alone() =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 40].Array[1, 12]).Sample(
            (seed, waits) =>
            {
                TestModel slow = RandomModels.For(Layers(11, 40), seed);
                TestModel quick = RandomModels.For(Layers(8, 21), seed + 1);
                int[] expected = Alone(slow, seed);
                int[] expectedQuick = Alone(quick, seed);

                ConvolutionBuffers shared = new();
                NetworkRunner first = Begun(slow, seed, shared);
                NetworkRunner second = new(quick, LayerJob.ShortSliceIl, shared);
                int turn = 0;
                int turns = 0;
                while (!first.Step())
                {
                    turn++;
                    if (turn >= waits[turns % waits.Length] && shared.IsFree)
                    {
                        Assert.Equal(expectedQuick, Finished(second, seed));
                        turn = 0;
                        turns++;
                    }
                }

                Assert.Equal(expected, first.Logits);
                Assert.True(turns > 0);
            },
            iter: 40, threads: 1);

    [Fact]
    public void A_network_that_is_started_anew_within_a_group_gives_the_buffers_back()
    {
        ConvolutionBuffers shared = new();
        NetworkRunner runner = Begun(RandomModels.For(Layers(11, 40), 3), 3, shared);
        while (shared.IsFree)
        {
            Assert.False(runner.Step());
        }

        runner.Start();
        Assert.True(shared.IsFree);
    }

    private static LayerSpec[] Layers(int channels, int length) =>
    [
        LayerSpec.Convolution(1, channels, 5, length, true, RandomModels.Shift),
        LayerSpec.Convolution(channels, channels, 5, length, true, RandomModels.Shift),
        LayerSpec.BlockEnd(channels, 5, length, 30_000, RandomModels.Shift),
        LayerSpec.Dense(channels * length, 3, false, RandomModels.Shift),
    ];

    private static int[] Alone(TestModel model, int seed) => Finished(new NetworkRunner(model), seed);

    private static int[] Finished(NetworkRunner runner, int seed)
    {
        Fill(runner, seed);
        runner.Start();
        while (!runner.Step())
        {
        }

        return [.. runner.Logits];
    }

    private static NetworkRunner Begun(TestModel model, int seed, ConvolutionBuffers shared)
    {
        NetworkRunner runner = new(model, LayerJob.LongSliceIl, shared);
        Fill(runner, seed);
        runner.Start();
        return runner;
    }

    private static void Fill(NetworkRunner runner, int seed) =>
        RandomModels.Activations(runner.Input.Length, seed).CopyTo(runner.Input.AsSpan());
}
