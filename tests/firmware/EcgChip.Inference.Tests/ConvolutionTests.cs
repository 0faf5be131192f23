using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.Inference;

namespace EcgChip.Inference.Tests;

/// <summary>The lane-packed convolution against the plain one, bit for bit.</summary>
public class ConvolutionTests
{
    private const int Largest = 127;

    private static readonly Gen<int> Taps = Gen.OneOf(1, 3, 5);
    private static readonly Gen<LayerSpec> Shapes = Gen.Select(
        Gen.Int[1, 13], Gen.Int[1, 7], Taps, Gen.Int[1, 60], Gen.Bool, Gen.Int[1, 62], LayerSpec.Convolution);

    private static readonly Gen<LayerSpec> Blocks = Gen.Select(
        Gen.Int[1, 13], Taps, Gen.Int[1, 60], Gen.Int, Gen.Int[1, 62], LayerSpec.BlockEnd);

    private static readonly Gen<LayerSpec> Layers = Gen.OneOf(Shapes, Blocks);

    /// <summary>A number of any size, so that results fall inside the range, at its ends and far outside.</summary>
    private static readonly Gen<int> AnySize = Gen.Select(Gen.Int, Gen.Int[0, 31], (value, less) => value >> less);

    private static readonly Gen<int> Biases = Gen.Select(
        Gen.Int[-ModelCheck.LargestBias, ModelCheck.LargestBias], Gen.Int[0, 30], (value, less) => value >> less);

    [Fact]
    public void Random_layers_of_any_shape_agree_bit_for_bit() =>
        Layers.SelectMany(spec => Gen.Select(
                Gen.Const(spec), Weights(spec), Biases.Array[spec.OutChannels], AnySize.Array[spec.OutChannels],
                Input(spec.InChannels * spec.InLength), Input(spec.OutChannels * spec.OutLength)))
            .Sample((spec, weights, biases, multipliers, input, block) =>
                AssertAgree(spec, weights, biases, multipliers, input, block), iter: 400, threads: 1);

    [Fact]
    public void Layers_of_two_input_channels_agree_bit_for_bit() =>
        Gen.Select(Gen.OneOf(4, 8, 12), Gen.Int[1, 100], Gen.Bool, Gen.Int[1, 62], (outs, length, rectified, shift) =>
                LayerSpec.Convolution(2, outs, 5, length, rectified, shift))
            .SelectMany(spec => Gen.Select(
                Gen.Const(spec), Weights(spec), Biases.Array[spec.OutChannels], AnySize.Array[spec.OutChannels],
                Input(spec.InChannels * spec.InLength), Input(spec.OutChannels * spec.OutLength)))
            .Sample((spec, weights, biases, multipliers, input, block) =>
                AssertAgree(spec, weights, biases, multipliers, input, block), iter: 200, threads: 1);

    [Theory]
    [InlineData(187)]
    [InlineData(92)]
    [InlineData(44)]
    [InlineData(20)]
    [InlineData(8)]
    public void The_seed_networks_layers_agree_bit_for_bit(int length)
    {
        foreach (LayerSpec spec in new[]
                 {
                     LayerSpec.Convolution(1, 32, 5, length, false, 16),
                     LayerSpec.Convolution(32, 32, 5, length, true, 16),
                     LayerSpec.BlockEnd(32, 5, length, 40_000, 16),
                 })
        {
            TestModel model = RandomModels.For([spec], length);
            AssertAgree(
                spec, model.Weights(0)!, model.Biases(0)!, model.Multipliers(0)!,
                RandomModels.Activations(spec.InChannels * length, 1, -Largest), RandomModels.Activations(spec.OutChannels * length, 2, -Largest));
        }
    }

    [Fact]
    public void Silent_input_channels_change_nothing() =>
        Gen.Select(Gen.Int[1, 13], Gen.Int[1, 9], Gen.Int[1, 40], Gen.Int[0, 8191], Gen.Int[0, 1000]).Sample(
            (inputs, outputs, length, silent, seed) =>
            {
                LayerSpec spec = LayerSpec.Convolution(inputs, outputs, 5, length, true, RandomModels.Shift);
                TestModel model = RandomModels.For([spec], seed);
                sbyte[] input = RandomModels.Activations(inputs * length, seed);
                for (int k = 0; k < input.Length; k++)
                {
                    input[k] = ((silent >> (k / length)) & 1) == 1 ? (sbyte)0 : input[k];
                }

                AssertAgree(spec, model.Weights(0)!, model.Biases(0)!, model.Multipliers(0)!, input, []);
            },
            iter: 200, threads: 1);

    [Fact]
    public void Silent_input_channels_cost_nothing()
    {
        LayerSpec spec = LayerSpec.Convolution(32, 32, 5, 187, true, RandomModels.Shift);
        sbyte[] input = RandomModels.Activations(32 * 187, 1, 1);
        int all = Slices(spec, input);
        Array.Clear(input, 2 * 187, 24 * 187);

        Assert.InRange(Slices(spec, input), 1, all / 2);
    }

    public static TheoryData<int, int, int, int, int> Extremes()
    {
        var data = new TheoryData<int, int, int, int, int>();
        foreach (int weight in new[] { Largest, -Largest })
        {
            foreach (int activation in new[] { Largest, -Largest })
            {
                foreach (int bias in new[] { -ModelCheck.LargestBias, 0, ModelCheck.LargestBias })
                {
                    foreach (int multiplier in new[] { int.MinValue, -1, 1, int.MaxValue })
                    {
                        foreach (int shift in new[] { 1, 20, 62 })
                        {
                            data.Add(weight, activation, bias, multiplier, shift);
                        }
                    }
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Layers_at_the_extremes_of_every_range_agree_bit_for_bit(int weight, int activation, int bias, int multiplier, int shift)
    {
        // 13 channels of 5 taps of 127 is 8255: the largest sum that a lane holds is 8256
        foreach (LayerSpec spec in new[]
                 {
                     LayerSpec.Convolution(13, 2, 5, 11, false, shift),
                     LayerSpec.Convolution(13, 2, 5, 11, true, shift),
                     LayerSpec.BlockEnd(13, 5, 11, multiplier, shift),
                 })
        {
            AssertAgree(
                spec, Full<sbyte>(spec.OutChannels * 65, (sbyte)weight), Full(spec.OutChannels, bias), Full(spec.OutChannels, multiplier),
                Full(13 * 11, (sbyte)activation), Full<sbyte>(spec.OutChannels * 11, (sbyte)-activation));
        }
    }

    [Fact]
    public void Neighbouring_lanes_at_opposite_extremes_do_not_touch_each_other()
    {
        // thirds of 4 positions: the first and the last all largest, the one between all smallest, and the other way round
        LayerSpec spec = LayerSpec.Convolution(13, 2, 5, 12, false, 14);
        sbyte[] weights = Full<sbyte>(2 * 65, Largest);
        weights[0] = 127;
        foreach (int sign in new[] { 1, -1 })
        {
            sbyte[] input = [.. Enumerable.Range(0, 13 * 12).Select(k => (sbyte)(sign * (k % 12 / 4 == 1 ? -Largest : Largest)))];
            AssertAgree(spec, weights, [0, 0], [1, 1], input, []);
        }
    }

    private static void AssertAgree(LayerSpec spec, sbyte[] weights, int[] biases, int[] multipliers, sbyte[] input, sbyte[] block)
    {
        int outputs = spec.OutChannels * spec.OutLength;
        var plain = new sbyte[outputs];
        PlainKernels.Convolution(spec, weights, biases, multipliers, input, block, plain);

        Assert.Equal(plain, Lanes.Convolution(spec, weights, biases, multipliers, input, block));
    }

    private static int Slices(LayerSpec spec, sbyte[] input)
    {
        int third = LanePacking.Third(spec.InLength);
        TestModel model = RandomModels.For([spec], 1);
        var job = new ConvolutionJob(new ConvolutionBuffers(), spec.InChannels);
        long[][] output = Lanes.Pack(spec, new sbyte[input.Length]);
        job.Begin(model, 0, spec, third, Lanes.Pack(spec, input), output);
        int slices = 1;
        while (!job.RunSlice())
        {
            slices++;
        }

        return slices;
    }

    private static Gen<sbyte[]> Weights(LayerSpec spec)
    {
        int perChannel = spec.InChannels * spec.Taps;
        int largest = Math.Min(Largest, LaneBound.LargestWeightSum / perChannel);
        return Gen.SByte[(sbyte)-largest, (sbyte)largest].Array[perChannel * spec.OutChannels];
    }

    private static Gen<sbyte[]> Input(int count) => Gen.OneOf(
        Gen.SByte[-Largest, Largest].Array[count],
        Gen.OneOf((sbyte)-Largest, (sbyte)Largest).Array[count]);

    private static T[] Full<T>(int count, T value) => [.. Enumerable.Repeat(value, count)];
}
