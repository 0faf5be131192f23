using System;
using System.Linq;
using CsCheck;
using EcgChip.Inference;

namespace EcgChip.Inference.Tests;

/// <summary>Packed activations against their definition, value by value.</summary>
public class LanePackingTests
{
    private const long Garbage = 0x0123_4567_89AB_CDEF;

    private static readonly Gen<(sbyte[] Values, int Third)> Channels = Gen.Select(Gen.SByte[-127, 127].Array[1, 60], Gen.Int[0, 3])
        .Select((values, longer) => (values, LanePacking.Third(values.Length) + longer));

    [Fact]
    public void Packed_values_and_halos_are_what_the_definition_says() => Channels.Sample(each =>
    {
        long[] packed = Pack(each.Values, each.Third);
        int defined = each.Third + LanePacking.Halo + Math.Min(each.Third, LanePacking.HaloBehind);
        for (int k = 0; k < defined; k++)
        {
            Assert.Equal(Defined(each.Values, each.Third, k - LanePacking.Halo), packed[k]);
        }
    });

    [Fact]
    public void Unpacking_gives_back_what_was_packed() => Channels.Sample(each =>
    {
        var values = new sbyte[each.Values.Length];
        LanePacking.Unpack(Pack(each.Values, each.Third), values.Length, each.Third, values, 0, 0, each.Third);
        Assert.Equal(each.Values, values);
    });

    [Fact]
    public void Only_a_channel_of_zeros_is_silent() => Channels.Sample(each =>
        Assert.Equal(each.Values.All(value => value == 0), LanePacking.IsSilent(Pack(each.Values, each.Third), each.Third)));

    [Fact]
    public void A_channel_of_zeros_is_silent() => Assert.True(LanePacking.IsSilent(Pack(new sbyte[44], 16), 16));

    [Theory]
    [InlineData(187, 64)]
    [InlineData(92, 32)]
    [InlineData(8, 4)]
    [InlineData(3, 2)]
    [InlineData(1, 2)]
    public void Thirds_are_even_and_hold_the_channel(int length, int third) => Assert.Equal(third, LanePacking.Third(length));

    [Fact]
    public void The_seed_networks_thirds_halve_from_pool_to_pool()
    {
        LayerSpec[] layers = RandomModels.SeedLayers();
        var plan = new LanePlan(layers);
        int[] pools = [.. Enumerable.Range(0, layers.Length).Where(layer => layers[layer].Kind == LayerKind.MaxPool)];

        Assert.All(pools, layer => Assert.True(plan.PoolsInLanes(layer)));
        Assert.Equal([32, 16, 8, 4, 2], pools.Select(plan.ThirdOut));
    }

    [Fact]
    public void A_pool_of_what_may_be_negative_or_of_odd_thirds_leaves_the_lanes()
    {
        LayerSpec pool = LayerSpec.MaxPool(1, 5, 2, 18);
        Assert.False(new LanePlan([LayerSpec.Convolution(1, 1, 5, 18, false, 16), pool]).PoolsInLanes(1));
        Assert.True(new LanePlan([LayerSpec.Convolution(1, 1, 5, 18, true, 16), pool]).PoolsInLanes(1));

        LayerSpec[] halved = [LayerSpec.Convolution(1, 1, 5, 39, true, 16), LayerSpec.MaxPool(1, 5, 2, 39), pool];
        Assert.Equal(7, new LanePlan(halved).ThirdIn(2));
        Assert.False(new LanePlan(halved).PoolsInLanes(2));
    }

    private static long[] Pack(sbyte[] values, int third)
    {
        long[] packed = [.. Enumerable.Repeat(Garbage, LanePacking.PackedLength(third))];
        LanePacking.Pack(values, 0, values.Length, third, packed, 0, third);

        // what stands behind the end may be anything that a kernel can leave there
        for (int p = Math.Max(0, values.Length - (2 * third)); p < third; p++)
        {
            packed[p + LanePacking.Halo] += 99L << LanePacking.LastLane;
        }

        LanePacking.Finish(packed, values.Length, third);
        return packed;
    }

    private static long Defined(sbyte[] values, int third, int position)
    {
        long sum = 0;
        for (int lane = 0; lane < LanePacking.Lanes; lane++)
        {
            int at = position + (lane * third);
            sum += at < 0 || at >= values.Length ? 0 : (long)values[at] << (lane * LaneBound.LaneBits);
        }

        return sum;
    }
}
