using System;
using System.Linq;
using System.Reflection;
using EcgChip.ChipClock;
using EcgChip.ChipClock.Costs;
using EcgChip.Inference;
using Xunit.Abstractions;

namespace EcgChip.Inference.Tests;

/// <summary>What the network costs the chip: executed IL, charged what it costs in the chip's interpreter, counted while it executes.</summary>
public class InstructionBudgetTests(ITestOutputHelper output)
{
    private const double LayerMacs = 32 * 32 * 5 * 187;
    private const string Namespace = "EcgChip.Inference.";

    /// <summary>Instructions a MAC of the seed network's largest layer, with all that it calls.</summary>
    private const double LayerBudget = 108;

    /// <summary>2.5 ms of the chip's time at 160 million instructions a second; the loop bears 3.</summary>
    private const int LargestSlice = 400_000;

    private readonly InstructionCounter counter = new(
        [typeof(NetworkRunner).Assembly.Location], alongside: [typeof(CountedRuns).Assembly.Location],
        cost: new InterpreterCost(CostTable.Load(), [typeof(NetworkRunner).Assembly.GetName().Name!]).Of);

    [Fact]
    public void The_seed_networks_largest_layer_keeps_its_budget_with_all_that_it_calls()
    {
        double whole = Call<long>(nameof(CountedRuns.Layer)) / LayerMacs;
        double sweeps = counter.Of(Namespace + nameof(LaneConvolution), nameof(LaneConvolution.Sweep)) / LayerMacs;
        output.WriteLine($"{whole:F1} instructions per MAC with requantising and slicing; {sweeps:F1} in the sweeps alone");

        Assert.InRange(whole, 1, LayerBudget);
        Assert.InRange(sweeps, 1, whole);
        Assert.Equal(counter.Total, counter.ByMethod().Values.Sum());
    }

    [Theory]
    [InlineData(nameof(CountedRuns.SeedSlices))]
    [InlineData(nameof(CountedRuns.AwkwardSlices))]
    public void No_slice_takes_more_than_two_and_a_half_milliseconds(string run)
    {
        long[] slices = Call<long[]>(run);
        output.WriteLine($"{slices.Length} slices, {slices.Sum()} instructions in all, {slices.Max()} in the largest");
        Assert.InRange(slices.Max(), 1, LargestSlice);
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
