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
    public void Linear_results_are_the_definitions() => Sample(
        Cases.Where(each => each.Fits(0)), rectified: false, residual: _ => 0, (each, row) => LaneRequantiser.Linear(
            each.Accumulators, row, each.Field, Position, Position + 1, each.Bias, each.Multiplier, each.Shift));

    [Fact]
    public void Rectified_results_are_the_definitions() => Sample(
        Cases.Where(each => each.Fits(0)), rectified: true, residual: _ => 0, (each, row) => LaneRequantiser.Rectified(
            each.Accumulators, row, each.Field, Position, Position + 1, each.Bias, each.Multiplier, each.Shift));

    [Fact]
    public void The_ends_of_blocks_are_the_definitions_in_place() => Sample(
        Cases.Where(each => each.Fits(each.Residual)), rectified: true, each => each.Residual, (each, row) => LaneRequantiser.BlockEnd(
            each.Accumulators, row, each.Field, Position, Position + 1, each.Bias, each.Multiplier, each.Residual, each.Shift));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Any_numbers_at_all_give_the_definitions_results(bool rectified) => Sample(
        Gen.Select(Cases, Gen.Int[1, 62], (each, shift) => each with { Shift = shift }), rectified, each => each.Residual,
        (each, row) => LaneRequantiser.Any(
            each.Accumulators, row, each.Field, Position, Position + 1, each.Bias, each.Multiplier, each.Residual, each.Shift, rectified));

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

    private static void Sample(Gen<Case> cases, bool rectified, System.Func<Case, int> residual, System.Action<Case, long[]> run) =>
        cases.Sample(each =>
        {
            // the other channel of the row, and the values before and behind, stay
            var row = new long[Position + LanePacking.Halo + 2];
            long other = Case.Packed(_ => 99) << (LanePacking.FieldBits - each.Field);
            row[^2] = other + ((each.PackedBlock + LanePacking.Lift) << each.Field);
            run(each, row);
            Assert.Equal(other + ((each.Expected(residual(each), rectified) + LanePacking.Lift) << each.Field), row[^2]);
            Assert.All(row[..^2], value => Assert.Equal(0, value));
            Assert.Equal(0, row[^1]);
        });

    private sealed record Case(int[] Sums, int[] Block, int Bias, int Multiplier, int Residual, int Shift)
    {
        /// <summary>Either channel of a row.</summary>
        public int Field => LanePacking.Field(Sums[0]);

        public long[] Accumulators => [LaneConvolution.Empty + Packed(lane => Sums[lane])];

        public long PackedBlock => Packed(lane => Block[lane]);

        public bool Fits(int residual) => LaneRequantiser.Fits(Bias, Multiplier, residual, Shift);

        public long Expected(int residual, bool rectified) => Packed(lane => Requantise.Hold(
            Requantise.Round((((long)Sums[lane] + Bias) * Multiplier) + ((long)Block[lane] * residual), Shift), rectified));

        public static long Packed(System.Func<int, long> value) =>
            Enumerable.Range(0, LanePacking.Lanes).Sum(lane => value(lane) << (lane * LaneBound.LaneBits));
    }
}
