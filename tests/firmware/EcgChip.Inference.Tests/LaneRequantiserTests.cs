using System.Linq;
using CsCheck;
using EcgChip.Inference;

namespace EcgChip.Inference.Tests;

/// <summary>Requantising in the lanes against the definition, lane by lane, with accumulators up to the ends of their lanes.</summary>
public class LaneRequantiserTests
{
    private const int Position = 3;

    private static readonly Gen<int> AnySize = Gen.Select(Gen.Int, Gen.Int[0, 31], (value, less) => value >> less);

    private static readonly Gen<int> Bias = Gen.Select(
        Gen.Int[-ModelCheck.LargestBias, ModelCheck.LargestBias], Gen.Int[0, 30], (value, less) => value >> less);

    /// <summary>All that fits a lane: sums within the lane bound, and its ends.</summary>
    private static readonly Gen<int> Sum = Gen.Frequency(
        (4, Gen.Int[-LaneBound.Limit, LaneBound.Limit - 1]), (1, Gen.Int[-2000, 2000]),
        (1, Gen.OneOf(-LaneBound.Limit, LaneBound.Limit - 1, 0, -1)));

    private static readonly Gen<Case> Cases = Gen.Select(
        Sum.Array[LanePacking.Lanes], Gen.Int[-127, 127].Array[LanePacking.Lanes], Bias, AnySize, AnySize, Gen.Int[1, LaneRequantiser.CommonShift],
        (sums, block, bias, multiplier, residual, shift) => new Case(sums, block, bias, multiplier, residual, shift));

    [Fact]
    public void Linear_results_are_the_definitions() => Cases.Where(each => each.Fits(0)).Sample(each =>
    {
        var output = new long[Position + LanePacking.Halo + 1];
        LaneRequantiser.Linear(each.Accumulators, output, Position, Position + 1, each.Bias, each.Multiplier, each.Shift);
        Assert.Equal(each.Expected(0, rectified: false), output[^1]);
    });

    [Fact]
    public void Rectified_results_are_the_definitions() => Cases.Where(each => each.Fits(0)).Sample(each =>
    {
        var output = new long[Position + LanePacking.Halo + 1];
        LaneRequantiser.Rectified(each.Accumulators, output, Position, Position + 1, each.Bias, each.Multiplier, each.Shift);
        Assert.Equal(each.Expected(0, rectified: true), output[^1]);
    });

    [Fact]
    public void The_ends_of_blocks_are_the_definitions_in_place() => Cases.Where(each => each.Fits(each.Residual)).Sample(each =>
    {
        var output = new long[Position + LanePacking.Halo + 1];
        output[^1] = each.PackedBlock;
        LaneRequantiser.BlockEnd(
            each.Accumulators, output, output, Position, Position + 1, each.Bias, each.Multiplier, each.Residual, each.Shift);
        Assert.Equal(each.Expected(each.Residual, rectified: true), output[^1]);
    });

    [Fact]
    public void Any_numbers_at_all_give_the_definitions_results() => Gen.Select(Cases, Gen.Bool, Gen.Int[1, 62]).Sample((given, rectified, shift) =>
    {
        Case each = given with { Shift = shift };
        var output = new long[Position + LanePacking.Halo + 1];
        output[^1] = each.PackedBlock;
        LaneRequantiser.Any(
            each.Accumulators, output, output, Position, Position + 1, each.Bias, each.Multiplier, each.Residual, shift, rectified);
        Assert.Equal(each.Expected(each.Residual, rectified), output[^1]);
    });

    [Theory]
    [InlineData(0, 1 << 22, 0, 24, true)]
    [InlineData(0, 1 << 23, 0, 24, false)]
    [InlineData(0, int.MinValue, 0, 40, true)]
    [InlineData(1 << 30, 1 << 10, 0, 40, true)]
    [InlineData(1 << 30, 1 << 30, 0, 40, false)]
    [InlineData(0, 0, int.MaxValue, 20, true)]
    [InlineData(0, 0, int.MaxValue, 18, false)]
    [InlineData(0, 1, 0, 41, false)]
    public void What_fits_is_what_stays_under_half_a_lane(int bias, int multiplier, int residual, int shift, bool fits) =>
        Assert.Equal(fits, LaneRequantiser.Fits(bias, multiplier, residual, shift));

    private sealed record Case(int[] Sums, int[] Block, int Bias, int Multiplier, int Residual, int Shift)
    {
        public long[] Accumulators
        {
            get
            {
                var accumulators = new long[Position + LaneConvolution.First + 1];
                accumulators[^1] = LaneConvolution.Empty + Packed(lane => Sums[lane]);
                return accumulators;
            }
        }

        public long PackedBlock => Packed(lane => Block[lane]);

        public bool Fits(int residual) => LaneRequantiser.Fits(Bias, Multiplier, residual, Shift);

        public long Expected(int residual, bool rectified) => Packed(lane => Requantise.Hold(
            Requantise.Round((((long)Sums[lane] + Bias) * Multiplier) + ((long)Block[lane] * residual), Shift), rectified));

        private static long Packed(System.Func<int, long> value) =>
            Enumerable.Range(0, LanePacking.Lanes).Sum(lane => value(lane) << (lane * LaneBound.LaneBits));
    }
}
