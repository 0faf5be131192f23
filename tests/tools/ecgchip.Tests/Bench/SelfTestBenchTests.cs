using System;
using System.Linq;
using System.Threading;
using EcgChip.ChipClock;
using EcgChip.ChipClock.Heap;
using EcgChip.Cli.Bench;
using EcgChip.Device;
using EcgChip.Device.Sampling;
using EcgChip.Device.SelfTest;
using EcgChip.Models.Bedside;
using EcgChip.Models.Infarction;
using EcgChip.Models.Seed;
using EcgChip.NanoHost;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Patients;

namespace EcgChip.Cli.Tests.Bench;

/// <summary>The self-test as the bench runs it, and the room that it needs.</summary>
public sealed class SelfTestBenchTests
{
    private const int LineBytes = 312;

    [Fact]
    public void Every_line_of_the_table_is_measured_once_under_the_name_that_the_device_shows()
    {
        var kernels = SelfTestBench.Run(CancellationToken.None);
        Assert.Equal(Enumerable.Range(0, SelfTestLine.Count).Select(SelfTestLine.Name), kernels.Select(kernel => kernel.Name));
        Assert.All(kernels, kernel => Assert.True(kernel.IsRight && kernel.Us > 0, kernel.ToString()));
    }

    [Fact]
    public void A_bench_that_is_cancelled_does_not_finish_the_self_test()
    {
        using CancellationTokenSource cancelled = new();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => SelfTestBench.Run(cancelled.Token));
    }

    [Fact]
    public void The_self_test_needs_no_more_heap_than_there_is_and_holds_one_kernel_at_a_time()
    {
        using IDisposable attachment = HostBoard.Attach(new SimulatedBoard(new SyntheticPatient(new() { Seconds = 1 })));
        SelfTestRun test = new(new OpenedBoard(), new HighResClock(), new BedsideModel(), new SeedModel(), new InfarctionModel(), null);
        LiveHeap heap = new(ChipHost.FirmwareAssemblies());
        long start = heap.Measure(test);
        long[] most = new long[SelfTestLine.Count];
        int line = 0;
        while (!test.IsComplete)
        {
            // A network's golden beats are not timed: they belong to the line before.
            test.Step();
            line = Math.Max(line, test.LastLine);
            most[line] = Math.Max(most[line], heap.Measure(test));
        }

        long stack = CallDepth.Bytes(ChipHost.FirmwarePaths(), typeof(SelfTestRun).FullName!, nameof(SelfTestRun.Step), ".ctor");
        Assert.InRange(most.Max() + stack + ChipHeap.LibrariesBytes, 30_000, Budgets.HeapBytes);
        Assert.Equal(most[SelfTestLine.SeedFirst..(SelfTestLine.SeedRest + 1)].Max(), most.Max());

        // The page of kernels has more lines than that of the board's parts, which it starts with.
        Assert.InRange(heap.Measure(test), 0, start + ((SelfTestLine.Count - CheckLine.Count) * LineBytes));
    }
}
