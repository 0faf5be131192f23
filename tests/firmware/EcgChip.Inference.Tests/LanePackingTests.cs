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
            long even = Defined(each.Values, each.Third, k - LanePacking.Halo);
            long odd = Defined(Other(each.Values), each.Third, k - LanePacking.Halo);
            Assert.Equal(even + (odd << LanePacking.FieldBits), packed[k]);
        }
    });

    [Fact]
    public void Unpacking_gives_back_what_was_packed() => Channels.Sample(each =>
    {
        var values = new sbyte[each.Values.Length];
        foreach (int channel in new[] { 0, 1 })
        {
            LanePacking.Unpack(Pack(each.Values, each.Third), LanePacking.Field(channel), values.Length, each.Third, values, 0, 0, each.Third);
            Assert.Equal(channel == 0 ? each.Values : Other(each.Values), values);
        }
    });

    [Fact]
    public void Only_zeros_wherever_the_positions_look_are_silent() =>
        Gen.Select(Channels, Gen.Int[0, 20], Gen.Int[1, 20], Gen.Int[0, 60]).Sample((each, from, count, zeros) =>
        {
            Array.Clear(each.Values, 0, Math.Min(zeros, each.Values.Length));
            int first = Math.Min(from, each.Third - 1);
            int to = Math.Min(first + count, each.Third);
            for (int channel = 0; channel < 2; channel++)
            {
                sbyte[] values = channel == 0 ? each.Values : Other(each.Values);
                bool silent = Enumerable.Range(first - 2, to - first + 4).All(p => Defined(values, each.Third, p) == LanePacking.Lift);
                Assert.Equal(silent, LanePacking.IsSilent(Pack(each.Values, each.Third), LanePacking.Field(channel), first, to));
            }
        });

    [Fact]
    public void A_channel_of_zeros_is_silent() => Assert.True(LanePacking.IsSilent(Pack(new sbyte[44], 16), 0, 0, 16));

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
    public void A_pool_of_odd_thirds_leaves_the_lanes()
    {
        LayerSpec pool = LayerSpec.MaxPool(1, 5, 2, 18);
        Assert.True(new LanePlan([LayerSpec.Convolution(1, 1, 5, 18, true, 16), pool]).PoolsInLanes(1));

        LayerSpec[] halved = [LayerSpec.Convolution(1, 1, 5, 39, true, 16), LayerSpec.MaxPool(1, 5, 2, 39), pool];
        Assert.Equal(7, new LanePlan(halved).ThirdIn(2));
        Assert.False(new LanePlan(halved).PoolsInLanes(2));
    }

    private static sbyte[] Other(sbyte[] values) => [.. values.Reverse()];

    /// <summary>A row of two channels, the second the first's mirror image.</summary>
    private static long[] Pack(sbyte[] values, int third)
    {
        long[] row = [.. Enumerable.Repeat(Garbage, LanePacking.PackedLength(third))];
        LanePacking.Pack(values, 0, values.Length, third, row, 0, 0, third);
        LanePacking.Pack(Other(values), 0, values.Length, third, row, LanePacking.FieldBits, 0, third);

        // what stands behind the end may be any activation
        for (int p = Math.Max(0, values.Length - (2 * third)); p < third; p++)
        {
            row[p + LanePacking.Halo] += 99L << LanePacking.LastLane;
        }

        LanePacking.Finish(row, values.Length, third);
        return row;
    }

    private static long Defined(sbyte[] values, int third, int position)
    {
        long sum = LanePacking.Lift;
        for (int lane = 0; lane < LanePacking.Lanes; lane++)
        {
            int at = position + (lane * third);
            sum += at < 0 || at >= values.Length ? 0 : (long)values[at] << (lane * LaneBound.LaneBits);
        }

        return sum;
    }
}
