using System;
using System.Linq;
using EcgChip.Inference;

namespace EcgChip.Inference.Tests;

public class LaneBoundTests
{
    private const int PerChannel = 160;

    [Fact]
    public void The_bound_is_the_last_sum_that_stays_under_half_a_lane()
    {
        Assert.True(LaneBound.LargestWeightSum * 127 < 1 << 20);
        Assert.False((LaneBound.LargestWeightSum + 1) * 127 < 1 << 20);
    }

    [Theory]
    [InlineData(8256, true)]
    [InlineData(8257, false)]
    public void The_bound_holds_up_to_its_edge_and_not_one_beyond(int sum, bool holds)
    {
        Assert.Equal(holds, LaneBound.Holds(WeightsWithSum(sum, sign: 1), 1, PerChannel));
        Assert.Equal(holds, LaneBound.Holds(WeightsWithSum(sum, sign: -1), 1, PerChannel));
    }

    [Fact]
    public void Only_the_channel_that_is_asked_for_counts()
    {
        sbyte[] weights = WeightsWithSum(8257, sign: 1);

        Assert.True(LaneBound.Holds(weights, 0, PerChannel));
        Assert.False(LaneBound.Holds(weights, 1, PerChannel));
        Assert.True(LaneBound.Holds(weights, 2, PerChannel));
    }

    [Fact]
    public void A_weight_of_minus_128_counts_128()
    {
        sbyte[] weights = WeightsWithSum(8257 - 128 + 127, sign: -1);
        weights[PerChannel] = sbyte.MinValue;

        Assert.False(LaneBound.Holds(weights, 1, PerChannel));
    }

    [Fact]
    public void A_model_at_the_bound_runs_and_one_beyond_it_is_refused()
    {
        LayerSpec[] layers = [LayerSpec.Convolution(32, 3, 5, 4, true, 16), LayerSpec.Dense(12, 2, false, 16)];

        _ = new NetworkRunner(ModelWith(layers, WeightsWithSum(8256, sign: -1)));

        Exception refusal = Assert.Throws<ArgumentException>(() => new NetworkRunner(ModelWith(layers, WeightsWithSum(8257, sign: -1))));
        Assert.Contains("8256", refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Three channels; the middle one has this sum of |weight|, the others 0.</summary>
    private static sbyte[] WeightsWithSum(int sum, int sign)
    {
        var weights = new sbyte[3 * PerChannel];
        for (int k = PerChannel; sum > 0; k++)
        {
            int weight = Math.Min(sum, 127);
            weights[k] = (sbyte)(sign * weight);
            sum -= weight;
        }

        return weights;
    }

    private static TestModel ModelWith(LayerSpec[] layers, sbyte[] weights)
    {
        TestModel model = RandomModels.For(layers, 1);
        return new TestModel(
            layers, [weights, model.Weights(1)], [.. layers.Select((_, k) => model.Biases(k))], [.. layers.Select((_, k) => model.Multipliers(k))]);
    }
}
