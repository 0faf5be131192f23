using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.ChipClock;
using EcgChip.Cli.Bench;
using EcgChip.Cli.Output;

namespace EcgChip.Cli.Tests.Bench;

public sealed class BudgetsTests
{
    [Fact]
    public void A_result_at_every_limit_is_within_its_budgets() => Assert.Empty(Broken(AtTheLimits()));

    [Fact]
    public void Whatever_goes_past_its_limit_breaks_its_budget_and_no_other()
    {
        BenchResult good = AtTheLimits();
        Dictionary<string, BenchResult> bad = new()
        {
            ["missed"] = good with { Missed = 1 },
            ["jitterP999Us"] = good with { JitterUs = (1, 1001, 2000) },
            ["jitterWorstUs"] = good with { JitterUs = (1, 1000, 2001) },
            ["sliceUs"] = good with { WorstSliceUs = 3001 },
            ["chainPerSample"] = good with { ChainPerSample = 60_001 },
            ["loadPercent"] = good with { LoadPercent = 60.1 },
            ["latencyBeatsP99"] = good with { Latency = good.Latency with { Beats = (1, 2.1, 3) } },
            ["lostBeats"] = good with { Latency = good.Latency with { Lost = 1 } },
            ["seed"] = good with { Networks = [Network("seed", 400_000_001), Network("bedside", 1)] },
            ["bedside"] = good with { Networks = [Network("seed", 1), Network("bedside", 24_000_001)] },
            ["heapPeakBytes"] = good with { Heap = good.Heap with { Peak = 81_921 } },
            ["allocatedWhileRecording"] = good with { Heap = good.Heap with { AllocatedWhileRecording = 12 } },
            ["ilBytes A"] = good with { Assemblies = [new AssemblySizes("A", 65_536, 0)] },
        };
        foreach ((string name, BenchResult result) in bad)
        {
            Assert.Equal([name], Broken(result));
        }

        Assert.Equal(Budgets.Of(good).Select(budget => budget.Name).Order(), bad.Keys.Order());
    }

    [Fact]
    public void At_another_speed_only_missed_samples_break_a_budget()
    {
        BenchResult slow = AtTheLimits() with { Mips = 100, WorstSliceUs = 9000, LoadPercent = 99 };
        Assert.Empty(Broken(slow));
        Assert.Equal(["missed"], Broken(slow with { Missed = 3 }));
    }

    [Fact]
    public void The_load_of_a_heart_faster_than_the_budget_means_is_shown_only()
    {
        BenchResult good = AtTheLimits();
        BenchResult fast = good with { LoadPercent = 90, Latency = good.Latency with { Found = 101 } };
        Assert.Empty(Broken(fast));
        Assert.Contains(Budgets.Of(fast), budget => budget is { Name: "loadPercent", IsMet: false, Applies: false });
    }

    [Fact]
    public void What_was_not_measured_breaks_nothing()
    {
        BenchResult good = AtTheLimits();
        Assert.Empty(Broken(good with
        {
            JitterUs = (null, null, null), LoadPercent = null, Latency = good.Latency with { Beats = (null, null, null) },
            Heap = good.Heap with { AllocatedWhileRecording = null, Recording = null, Analysis = null }, Networks = [],
        }));
    }

    [Fact]
    public void The_table_says_what_is_over_without_colours_too()
    {
        BenchResult good = AtTheLimits();
        StringWriter within = new();
        BenchText.Print(good, within);
        Assert.DoesNotContain("OVER", within.ToString(), System.StringComparison.Ordinal);
        Assert.Contains("100 % of 60,000: ok", within.ToString(), System.StringComparison.Ordinal);

        Assert.Contains("of it Some.Type.Method ", within.ToString(), System.StringComparison.Ordinal);

        StringWriter over = new();
        BenchText.Print(good with { Missed = 7, ChainPerSample = 90_000 }, over);
        Assert.Contains("over 0: OVER", over.ToString(), System.StringComparison.Ordinal);
        Assert.Contains("150 % of 60,000: OVER", over.ToString(), System.StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', over.ToString());
    }

    [Fact]
    public void A_kernel_with_a_wrong_result_is_said_to_be_wrong()
    {
        StringWriter text = new();
        BenchText.Print(AtTheLimits() with { Kernels = [new KernelBench("PACK 1K", 1_600, 40, 10, true), new KernelBench("COLUMN", 160, 4, 500, false)] }, text);
        Assert.Matches(@"PACK 1K\s+\S\s+1,600\s+\S\s+10\s+\S\s+OK", text.ToString());
        Assert.Matches(@"COLUMN\s+\S\s+160\s+\S\s+500\s+\S\s+WRONG", text.ToString());
    }

    [Fact]
    public void No_assembly_of_the_firmware_has_more_il_than_the_packer_takes() => Assert.All(
        ChipHost.FirmwarePaths().Select(AssemblySizes.Of),
        sizes => Assert.InRange(sizes.IlBytes, 1, Budgets.IlBytes));

    private static string[] Broken(BenchResult result) => [.. Budgets.Of(result).Where(budget => budget.IsBroken).Select(budget => budget.Name)];

    private static BenchResult AtTheLimits() => new()
    {
        Patient = "somebody",
        RecordingSeconds = 60,
        Mips = 160,
        Samples = 60 * 125,
        Missed = 0,
        Late = 3,
        Paused = 0,
        JitterUs = (30, 1000, 2000),
        WorstSliceUs = 3000,
        WorstStoringSliceUs = 60_000,
        LoadPercent = 60,
        CostPerSample = new Dictionary<string, double> { [Stage.Acquire] = 60_000, [Stage.Network] = 1 },
        ChainPerSample = 60_000,
        AdcUsPerSample = 400,
        Latency = new LatencyBench
        {
            Found = 100, PoorSignal = 1, BeforePause = 1, BeforeEnd = 1, Lost = 0, Backlog = 2, Beats = (1, 2, 9), Milliseconds = (600, 1200, 5400),
        },
        Heap = new HeapBench
        {
            Peak = 81_920, Start = 70_000, Recording = 71_000, Analysis = 81_920, AllocatedWhileRecording = 0, StructsWhileRecording = 999,
            Stack = 3000, Libraries = 14_336, CollectionsPerMinute = 2, CollectionInstructions = 50_000,
            AtStart = new Dictionary<string, long> { ["Some.Type"] = 5000 },
            AllocatedBy = new Dictionary<string, long> { ["System.Void Some.Type::Method(System.Int32)"] = 12 },
        },
        Networks = [Network("seed", 400_000_000), Network("bedside", 24_000_000)],
        Assemblies = [new AssemblySizes("A", 65_535, 60_000)],
    };

    private static NetworkBench Network(string name, long cost) =>
        new(name, [new LayerBench("0 conv", cost, cost / 45, 1_000_000), new LayerBench("1 pool", 0, 0, 0)], 2, 3);
}
