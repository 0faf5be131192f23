using CsCheck;
using EcgChip.Inference;

namespace EcgChip.Inference.Tests;

/// <summary>Pool and dense layer against their plain versions, and the plain ones against values worked out by hand.</summary>
public class OtherKernelTests
{
    private static readonly Gen<sbyte> Activation = Gen.SByte[-127, 127];
    private static readonly Gen<int> AnySize = Gen.Select(Gen.Int, Gen.Int[0, 31], (value, less) => value >> less);

    [Fact]
    public void Pools_of_any_window_and_stride_agree_bit_for_bit() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[1, 9], Gen.Int[1, 4], Gen.Int[0, 60])
            .SelectMany((channels, window, stride, more) => Gen.Select(
                Gen.Const(LayerSpec.MaxPool(channels, window, stride, window + more)), Activation.Array[channels * (window + more)]))
            .Sample(AssertPoolsAgree);

    [Fact]
    public void Pools_that_stay_in_the_lanes_agree_bit_for_bit() =>
        Gen.Select(Gen.Int[1, 5], Gen.Int[7, 187], Gen.Int[0, 3])
            .SelectMany((channels, length, longer) => Gen.Select(
                Gen.Const(LayerSpec.MaxPool(channels, 5, 2, length)), Gen.Const(longer), Activation.Array[channels * length]))
            .Sample((spec, longer, input) =>
            {
                var plain = new sbyte[spec.OutChannels * spec.OutLength];
                PlainKernels.MaxPool(spec, input, plain);
                int third = LanePacking.Third(spec.InLength) + (2 * longer);
                Assert.Equal(plain, Lanes.LanePool(spec, third, input));
            });

    [Fact]
    public void Dense_layers_of_any_size_agree_bit_for_bit() =>
        Gen.Select(Gen.Int[1, 700], Gen.Int[1, 9], Gen.Bool, Gen.Int[1, 62], LayerSpec.Dense)
            .SelectMany(spec => Gen.Select(
                Gen.Const(spec), Gen.SByte.Array[spec.InChannels * spec.OutChannels], AnySize.Array[spec.OutChannels],
                AnySize.Array[spec.OutChannels], Activation.Array[spec.InChannels]))
            .Sample(
                (spec, weights, biases, multipliers, input) =>
                {
                    var plain = new int[spec.OutChannels];
                    PlainKernels.Dense(spec, weights, biases, multipliers, input, plain);

                    var logits = new int[spec.OutChannels];
                    var job = new DenseJob();
                    var model = new TestModel([spec], [weights], [biases], [multipliers]);
                    job.Begin(model, 0, spec, input, null, logits);
                    Lanes.Finish(job);
                    Assert.Equal(plain, logits);

                    var held = new sbyte[spec.OutChannels];
                    job.Begin(model, 0, spec, input, held, null);
                    Lanes.Finish(job);
                    Assert.Equal(System.Array.ConvertAll(plain, result => Requantise.Hold(result, spec.Rectified)), held);
                },
                iter: 50);

    [Fact]
    public void The_plain_convolution_pads_with_zeros_and_adds_the_blocks_input()
    {
        var output = new sbyte[3];

        // taps 1 2 3 over 10 20 30: 2*10+3*20, 1*10+2*20+3*30, 1*20+2*30; bias 4, multiplier 3, shift 4: 15.75, 27, 15.75
        PlainKernels.Convolution(LayerSpec.Convolution(1, 1, 3, 3, false, 4), [1, 2, 3], [4], [3], [10, 20, 30], null, output);
        Assert.Equal([16, 27, 16], output);

        // and the block's input times 8: -80, 1, 100 add -40, 0.5 and 50
        PlainKernels.Convolution(LayerSpec.BlockEnd(1, 3, 3, 8, 4), [1, 2, 3], [4], [3], [10, 20, 30], [-80, 1, 100], output);
        Assert.Equal([0, 28, 66], output);
    }

    [Fact]
    public void The_plain_dense_layer_weighs_all_inputs_and_does_not_hold_its_results()
    {
        var rounded = new int[2];

        PlainKernels.Dense(LayerSpec.Dense(3, 2, true, 1), [1, 2, 3, -4, 5, -127], [1, 2], [5, 7], [10, 20, 100], rounded);

        Assert.Equal([878, -44233], rounded);
    }

    [Fact]
    public void The_plain_pool_takes_the_largest_of_each_window()
    {
        var output = new sbyte[4];

        PlainKernels.MaxPool(LayerSpec.MaxPool(2, 3, 2, 6), [1, 5, 2, -7, -8, 9, -4, -3, -2, -9, -5, 0], output);

        Assert.Equal([5, 2, -2, -2], output);
    }

    private static void AssertPoolsAgree(LayerSpec spec, sbyte[] input)
    {
        var plain = new sbyte[spec.OutChannels * spec.OutLength];
        PlainKernels.MaxPool(spec, input, plain);

        Assert.Equal(plain, Lanes.Pool(spec, input));
    }
}
