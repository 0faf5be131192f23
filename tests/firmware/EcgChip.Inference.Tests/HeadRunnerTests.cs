using System;
using CsCheck;
using EcgChip.Inference;
using EcgChip.Testing;

namespace EcgChip.Inference.Tests;

public class HeadRunnerTests
{
    private const int Shift = RandomModels.Shift;

    private static readonly LayerSpec[] s_trunkLayers =
    [
        LayerSpec.Convolution(1, 6, 5, 20, true, Shift), LayerSpec.MaxPool(6, 5, 2, 20), LayerSpec.Dense(48, 5, true, Shift), LayerSpec.Dense(5, 3, false, Shift),
    ];

    private static readonly TestModel s_trunk = RandomModels.For(s_trunkLayers, 1);

    [Fact]
    public void A_head_gives_what_the_plain_runner_gives_of_the_same_layers() =>
        Gen.Select(Gen.Int[1, 70], Gen.Int[1, 40], Gen.Int[1, 80], Gen.Int[1, 4], Gen.Int[0, 1000]).Sample(
            (first, second, third, depth, seed) =>
            {
                int[] sizes = [48, first, second, third, 2];
                LayerSpec[] layers = new LayerSpec[depth];
                for (int i = 0; i < depth; i++)
                {
                    layers[i] = LayerSpec.Dense(sizes[i], i == depth - 1 ? 2 : sizes[i + 1], i < depth - 1, Shift);
                }

                TestModel numbers = RandomModels.For(layers, seed);
                sbyte[] input = RandomModels.Activations(48, seed);
                PlainRunner plain = new(numbers);
                plain.Run(input);

                HeadRunner runner = new(new TestHead(numbers, s_trunk.Hash), new NetworkRunner(s_trunk));
                for (int times = 0; times < 2; times++)
                {
                    input.CopyTo(runner.Input, 0);
                    Finish(runner);
                    Assert.Equal(plain.Logits, runner.Logits);
                }
            },
            iter: 100, threads: 1);

    [Fact]
    public void It_takes_from_the_trunks_runner_what_the_trunks_last_layer_puts_out() => Gen.Int[0, 1000].Sample(
        seed =>
        {
            sbyte[] beat = RandomModels.Activations(20, seed);
            PlainRunner plain = new(s_trunk);
            plain.Run(beat);

            NetworkRunner trunk = new(s_trunk);
            HeadRunner runner = SmallHead(seed, trunk);
            beat.CopyTo(trunk.Input, 0);
            trunk.Start();
            int taken = 0;
            for (bool done = false; !done;)
            {
                if (runner.TakeFromTrunk())
                {
                    taken++;
                }
                else
                {
                    done = trunk.Step();
                }
            }

            Assert.Equal(1, taken);
            Assert.Equal(plain.Outputs[1], runner.Input.AsSpan(0, 48).ToArray());
            Assert.Equal(plain.Logits, trunk.Logits);
        },
        iter: 40, threads: 1);

    [Fact]
    public void After_a_reset_it_takes_the_next_beats_activations_and_not_before()
    {
        NetworkRunner trunk = new(s_trunk);
        HeadRunner runner = SmallHead(2, trunk);
        Assert.False(runner.TakeFromTrunk());
        sbyte[][] taken = new sbyte[2][];
        for (int beat = 0; beat < 2; beat++)
        {
            RandomModels.Activations(20, beat).CopyTo(trunk.Input, 0);
            trunk.Start();
            runner.Reset();
            Assert.False(runner.TakeFromTrunk());
            while (!trunk.Step())
            {
                runner.TakeFromTrunk();
            }

            taken[beat] = runner.Input[..48];
        }

        Assert.NotEqual(taken[0], taken[1]);
    }

    [Fact]
    public void A_head_of_another_trunk_is_refused()
    {
        TestModel numbers = RandomModels.For([LayerSpec.Dense(48, 2, false, Shift)], 3);
        Assert.True(HeadRunner.Fits(new TestHead(numbers, s_trunk.Hash), s_trunk));
        TestHead other = new(numbers, "1111111111111111");
        Assert.False(HeadRunner.Fits(other, s_trunk));
        Assert.Throws<ArgumentException>(() => new HeadRunner(other, new NetworkRunner(s_trunk)));
    }

    [Fact]
    public void A_head_that_takes_in_more_or_less_than_the_trunk_gives_is_refused()
    {
        foreach (int inputs in new[] { 47, 49 })
        {
            TestModel numbers = RandomModels.For([LayerSpec.Dense(inputs, 2, false, Shift)], 3);
            Assert.False(HeadRunner.Fits(new TestHead(numbers, s_trunk.Hash), s_trunk));
        }

        TestModel pool = RandomModels.For([LayerSpec.MaxPool(6, 2, 2, 8), LayerSpec.Dense(24, 2, false, Shift)], 3);
        Assert.False(HeadRunner.Fits(new TestHead(pool, s_trunk.Hash), s_trunk));
        TestModel denseOnly = RandomModels.For([LayerSpec.Dense(48, 2, false, Shift)], 3);
        Assert.False(HeadRunner.Fits(new TestHead(denseOnly, denseOnly.Hash), denseOnly));
    }

    [Fact]
    public void The_shares_of_the_two_classes_make_up_the_whole_and_follow_the_logits() => Gen.Int[0, 1000].Sample(
        seed =>
        {
            HeadRunner runner = SmallHead(seed, new NetworkRunner(s_trunk));
            RandomModels.Activations(48, seed).CopyTo(runner.Input, 0);
            Finish(runner);
            Assert.Equal(Softmax.Certain, runner.Share(0) + runner.Share(1));
            double exact = Softmax.Certain / (1 + Math.Exp((runner.Logits[0] - runner.Logits[1]) / 256.0));
            Assert.InRange(runner.Share(1), exact - 0.6, exact + 0.6);
        },
        iter: 40, threads: 1);

    private static HeadRunner SmallHead(int seed, NetworkRunner trunk) => new(
        new TestHead(RandomModels.For([LayerSpec.Dense(48, 9, true, Shift), LayerSpec.Dense(9, 2, false, Shift)], seed), s_trunk.Hash), trunk);

    private static void Finish(HeadRunner runner)
    {
        runner.Start();
        while (!runner.Step())
        {
        }
    }
}
