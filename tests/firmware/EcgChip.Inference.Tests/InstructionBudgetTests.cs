using System;
using System.Linq;
using System.Reflection;
using EcgChip.ChipClock;
using EcgChip.Inference;
using Xunit.Abstractions;

namespace EcgChip.Inference.Tests;

/// <summary>What the network costs the chip, in executed IL instructions, counted while they execute.</summary>
public class InstructionBudgetTests(ITestOutputHelper output)
{
    private const double LayerMacs = 32 * 32 * 5 * 187;
    private const double TargetIlPerMac = 2.2;
    private const string Namespace = "EcgChip.Inference.";

    /// <summary>A slice of 300,000 of the chip's instructions, at about 43 for an IL instruction; the seed network's largest takes 6,887.</summary>
    private const int LargestSliceIl = 7000;

    private readonly InstructionCounter counter = new(
        [typeof(NetworkRunner).Assembly.Location], alongside: [typeof(CountedRuns).Assembly.Location]);

    [Fact]
    public void The_lane_packed_layer_takes_at_most_2_2_instructions_per_mac_with_all_that_it_calls()
    {
        double whole = Call<long>(nameof(CountedRuns.Layer)) / LayerMacs;
        double sweeps = counter.Of(Namespace + nameof(LaneConvolution), nameof(LaneConvolution.Sweep)) / LayerMacs;
        output.WriteLine($"{whole:F3} IL per MAC with packing, requantising and slicing; {sweeps:F3} in the sweeps alone");

        Assert.InRange(whole, 1, TargetIlPerMac);
        Assert.InRange(sweeps, 1, 1.8);
        Assert.Equal(counter.Total, counter.ByMethod().Values.Sum());
    }

    [Theory]
    [InlineData(nameof(CountedRuns.SeedSlices))]
    [InlineData(nameof(CountedRuns.AwkwardSlices))]
    public void No_slice_takes_more_than_about_2_milliseconds(string run)
    {
        long[] slices = Call<long[]>(run);
        output.WriteLine($"{slices.Length} slices, {slices.Sum()} IL in all, {slices.Max()} in the largest");
        Assert.InRange(slices.Max(), 1, LargestSliceIl);
    }

    private T Call<T>(string method)
    {
        Assembly tests = counter.Load(typeof(CountedRuns).Assembly.GetName().Name!);
        MethodInfo run = tests.GetType(typeof(CountedRuns).FullName!, throwOnError: true)!.GetMethod(method)!;
        Func<long> total = () => counter.Total;
        counter.Reset();
        return (T)run.Invoke(null, [total])!;
    }
}
