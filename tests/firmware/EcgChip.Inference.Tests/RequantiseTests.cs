using System;
using System.Numerics;
using CsCheck;
using EcgChip.Inference;

namespace EcgChip.Inference.Tests;

public class RequantiseTests
{
    private static readonly Gen<int> Shifts = Gen.Int[Requantise.MinShift, Requantise.MaxShift];

    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1, 1, 1)]
    [InlineData(-1, 1, -1)]
    [InlineData(3, 1, 2)]
    [InlineData(-3, 1, -2)]
    [InlineData(1, 2, 0)]
    [InlineData(-1, 2, 0)]
    [InlineData(2, 2, 1)]
    [InlineData(-2, 2, -1)]
    [InlineData(5, 2, 1)]
    [InlineData(6, 2, 2)]
    [InlineData(-6, 2, -2)]
    [InlineData((1L << 61) - 1, 62, 0)]
    [InlineData(1L << 61, 62, 1)]
    [InlineData(-(1L << 61), 62, -1)]
    [InlineData(-(1L << 61) + 1, 62, 0)]
    [InlineData(1L << 62, 1, int.MaxValue)]
    [InlineData(-(1L << 62), 1, int.MinValue)]
    public void Halves_go_away_from_zero_and_results_stay_in_range(long value, int shift, int expected) =>
        Assert.Equal(expected, Requantise.Round(value, shift));

    [Fact]
    public void Rounding_is_exact_rounding_half_away_from_zero() =>
        Gen.Select(Gen.Long[-(1L << 62) - (1L << 38), (1L << 62) + (1L << 38)], Gen.Int[0, 62], Shifts)
            .Sample((large, less, shift) =>
            {
                // every magnitude from a few units to the largest sum of a layer
                long value = large >> less;
                Assert.Equal(ExactRound(value, shift), Requantise.Round(value, shift));
            });

    [Fact]
    public void Rounding_is_exact_around_every_half() =>
        Gen.Select(Gen.Int[-300, 300], Gen.Long[-2, 2], Shifts).Sample((whole, near, shift) =>
        {
            BigInteger half = (new BigInteger(whole) << shift) + (BigInteger.One << (shift - 1)) + near;
            if (BigInteger.Abs(half) <= BigInteger.One << 62)
            {
                Assert.Equal(ExactRound((long)half, shift), Requantise.Round((long)half, shift));
            }
        });

    [Theory]
    [InlineData(128, false, 127)]
    [InlineData(127, true, 127)]
    [InlineData(0, true, 0)]
    [InlineData(-1, true, 0)]
    [InlineData(-1, false, -1)]
    [InlineData(-127, false, -127)]
    [InlineData(-128, false, -127)]
    [InlineData(int.MaxValue, true, 127)]
    [InlineData(int.MinValue, true, 0)]
    [InlineData(int.MinValue, false, -127)]
    public void Activations_are_held_to_a_symmetric_byte_or_to_its_upper_half(int rounded, bool rectified, int expected) =>
        Assert.Equal(expected, Requantise.Hold(rounded, rectified));

    private static int ExactRound(long value, int shift)
    {
        BigInteger twice = BigInteger.Abs(value) * 2;
        BigInteger divisor = BigInteger.One << (shift + 1);
        BigInteger rounded = BigInteger.Divide(twice + (BigInteger.One << shift), divisor) * Math.Sign(value);
        return (int)BigInteger.Min(int.MaxValue, BigInteger.Max(int.MinValue, rounded));
    }
}
