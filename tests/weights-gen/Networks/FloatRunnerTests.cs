using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace EcgChip.WeightsGen.Tests.Networks;

public sealed class FloatRunnerTests
{
    private const double Tolerance = 1e-4;

    [Theory]
    [InlineData(SeedShape.Name)]
    [InlineData(BedsideShape.Name)]
    public void The_plain_forward_pass_is_libtorch_s(string name) => AssertAsLibtorch(KnownNetwork.Find(name).Shape);

    [Fact]
    public void The_plain_forward_pass_is_libtorch_s_where_features_join_in() => AssertAsLibtorch(TestNetworks.Joining());

    [Fact]
    public void A_beat_without_the_network_s_features_is_refused()
    {
        FloatRunner runner = new(TestNetworks.Untrained(TestNetworks.Joining()));
        Assert.Throws<ArgumentException>(() => { runner.Run(new sbyte[runner.Output(0).Length / 2]); });
    }

    private static void AssertAsLibtorch(NetworkShape shape)
    {
        FloatNetwork network = TestNetworks.Wild(shape, 11);
        List<Beat> beats = TestBeats.MakeSigned(shape.InputLength, 15, features: shape.FeatureCount);
        TorchNetwork inTorch = new(shape);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGradient = no_grad();
        float[] inputs = [.. beats.SelectMany(beat => beat.Values.Concat(beat.Features).Select(value => value / 127f))];
        float[] expected = inTorch.Forward(tensor(network.Parameters), tensor(inputs, [beats.Count, shape.InputLength + shape.FeatureCount])).data<float>().ToArray();
        float size = expected.Max(Math.Abs);

        FloatRunner runner = new(network);
        for (int i = 0; i < beats.Count; i++)
        {
            ReadOnlySpan<float> logits = runner.Run(beats[i].Values, beats[i].Features);
            for (int k = 0; k < logits.Length; k++)
                Assert.InRange(logits[k] - expected[i * logits.Length + k], -Tolerance * size, Tolerance * size);
        }
    }

    [Fact]
    public void Of_equal_logits_the_first_is_taken()
    {
        Assert.Equal(1, FloatRunner.Largest([0, 3, 3, 1]));
    }
}
