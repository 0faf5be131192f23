using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.Inference;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Quantisation;

namespace EcgChip.WeightsGen.Tests.Quantisation;

public sealed class QuantiserTests
{
    private static readonly Gen<float[]> s_channel = Gen.Select(Gen.Float[-4f, 4f].Array[1, 200], Gen.Int[0, 3], (weights, kind) => kind switch
    {
        0 => weights,
        1 => [.. weights.Select(weight => MathF.Sign(weight) * (4 - weight * weight * 1e-3f))],
        2 => [.. weights.Select((weight, index) => index == 0 ? weight : 0)],
        _ => [.. weights.Select(weight => weight * 1e-6f)],
    });

    [Fact]
    public void No_channel_s_weights_leave_its_lane_or_8_bits()
    {
        s_channel.Sample(channel =>
        {
            double step = Quantiser.ChannelStep(channel, ifAllZero: 1);
            long[] rounded = [.. channel.Select(weight => (long)Math.Round(weight / step, MidpointRounding.AwayFromZero))];

            Assert.All(rounded, weight => Assert.InRange(weight, -127, 127));
            Assert.True(rounded.Sum(Math.Abs) * 127 < 1 << 20);
        });
    }

    [Fact]
    public void A_channel_with_room_in_its_lane_uses_all_of_8_bits()
    {
        Gen.Float[-4f, 4f].Array[1, 40].Where(channel => channel.Any(weight => weight != 0)).Sample(channel =>
        {
            double step = Quantiser.ChannelStep(channel, ifAllZero: 1);
            Assert.Equal(127, channel.Max(weight => Math.Abs(weight)) / step, 1e-6);
        });
    }

    [Fact]
    public void Every_quantised_network_is_one_that_the_chip_s_kernels_run_exactly()
    {
        Gen.Int[0, 1000].Sample(seed => ModelCheck.Require(Quantise(TestNetworks.Wild(TestNetworks.Small(), seed))), iter: 20);
        ModelCheck.Require(Quantise(TestNetworks.Wild(SeedShape.Create(), 3)));
        Gen.Int[0, 1000].Sample(seed => ModelCheck.Require(QuantiseSigned(TestNetworks.Wild(TestNetworks.Joining(), seed))), iter: 20);
        ModelCheck.Require(QuantiseSigned(TestNetworks.Wild(BedsideShape.Create(), 3)));
    }

    [Fact]
    public void Logits_in_int8_are_those_in_float_within_a_few_steps_of_8_bits()
    {
        FloatNetwork network = TestNetworks.Wild(TestNetworks.Small(), 21);
        AssertAsInFloat(network, Quantise(network), TestBeats.Make(6));
        Gen.Int[0, 1000].Sample(
            seed =>
            {
                FloatNetwork joining = TestNetworks.Untrained(TestNetworks.Joining(), seed);
                AssertAsInFloat(joining, QuantiseSigned(joining), SignedBeats(joining.Shape));
            },
            iter: 30, threads: 1);
    }

    [Fact]
    public void A_feature_keeps_its_8_bits_however_large_the_outputs_before_it_get()
    {
        // One weight of 1 from the only feature to the first logit: what comes out is the feature itself, whatever the scale before it is.
        NetworkShape shape = new("one", LayerSpec.Convolution(1, 1, 1, 1, true, 0), LayerSpec.JoiningDense(1, 1, 2, false, 0));
        Gen.Select(Gen.Double[0.01, 1000], Gen.SByte[-127, 127]).Sample((range, feature) =>
        {
            NetworkRunner chip = new(Quantiser.Quantise(new FloatNetwork(shape, [1, 0, 0, 1, 0, 0, 0, 0]), ActivationRanges.Of(range, 1), "none"));
            chip.Features[0] = feature;
            Run(chip);

            Assert.Equal(Math.Round(feature * (double)Quantiser.LogitSteps / Beat.Largest, MidpointRounding.AwayFromZero), chip.Logits[0]);
            Assert.Equal(0, chip.Logits[1]);
        });
    }

    private static void AssertAsInFloat(FloatNetwork network, Model model, List<Beat> beats)
    {
        NetworkRunner chip = new(model);
        FloatRunner inFloat = new(network);
        double worst = 0;
        double largest = 0;
        foreach (Beat beat in beats)
        {
            ReadOnlySpan<float> expected = inFloat.Run(beat.Values, beat.Features);
            beat.Values.CopyTo(chip.Input, 0);
            beat.Features.CopyTo(chip.Features, 0);
            Run(chip);

            for (int i = 0; i < expected.Length; i++)
            {
                worst = Math.Max(worst, Math.Abs(chip.Logits[i] / (double)Quantiser.LogitSteps - expected[i]));
                largest = Math.Max(largest, Math.Abs(expected[i]));
            }
        }

        Assert.True(worst < 0.03 * largest, $"off by {worst} of {largest}");
    }

    [Fact]
    public void A_channel_without_weights_still_puts_out_its_bias()
    {
        NetworkShape shape = TestNetworks.Small();
        FloatNetwork network = TestNetworks.Untrained(shape);
        network.Parameters.AsSpan(shape.Offset(0), 5).Clear();
        network.Parameters[shape.Offset(0) + shape.WeightCount(0)] = 0.5f;

        QuantisedModel model = Quantiser.Quantise(network, ActivationRanges.Of(1, 1, 1, 1, 1, 1), "none");

        long product = (long)model.Biases(0)[0] * model.Multipliers(0)[0];
        Assert.All(model.Weights(0).Take(5), weight => Assert.Equal(0, weight));
        Assert.InRange(Requantise.Round(product, model.Layers()[0].Shift), 63, 64);
    }

    [Fact]
    public void Ranges_leave_out_the_part_that_is_asked_for()
    {
        FloatNetwork network = TestNetworks.Untrained(TestNetworks.Small());
        List<Beat> beats = TestBeats.Make(10);

        IReadOnlyList<ActivationRanges> ranges = ActivationRanges.Calibrate(network, beats, 1, 0.9);

        FloatRunner runner = new(network);
        List<double> outputs = [];
        foreach (Beat beat in beats)
        {
            runner.Run(beat.Values);
            foreach (float value in runner.Output(1))
                outputs.Add(value);
        }

        List<double> counted = [.. outputs.Where(value => value > ranges[0][1] / (1 << 14))];
        Assert.Equal(outputs.Max(), ranges[0][1], 1e-6);
        Assert.InRange(counted.Count(value => value <= ranges[1][1]) / (double)counted.Count, 0.899, 0.903);
    }

    private static QuantisedModel Quantise(FloatNetwork network) =>
        Quantiser.Quantise(network, ActivationRanges.Calibrate(network, TestBeats.Make(4), 1)[0], "none");

    private static QuantisedModel QuantiseSigned(FloatNetwork network) =>
        Quantiser.Quantise(network, ActivationRanges.Calibrate(network, SignedBeats(network.Shape), 1)[0], "none");

    private static List<Beat> SignedBeats(NetworkShape shape) => TestBeats.MakeSigned(shape.InputLength, 20, features: shape.FeatureCount);

    private static void Run(NetworkRunner chip)
    {
        chip.Start();
        while (!chip.Step())
        {
        }
    }
}
