using System;
using System.Linq;
using System.Reflection;
using EcgChip.ChipClock;
using EcgChip.ChipClock.Costs;
using EcgChip.Records;
using Xunit.Abstractions;

namespace EcgChip.Device.Tests.Storage;

/// <summary>What storage costs the chip beside the flash's own time: executed IL, charged what it costs in the chip's interpreter.</summary>
public class StorageBudgetTests(ITestOutputHelper output)
{
    /// <summary>3 ms of the chip's time at 160 million instructions a second: what the loop bears.</summary>
    private const long LargestSlice = 480_000;

    /// <summary>Saving settings is not parted: 5 ms, while nothing is recorded.</summary>
    private const long LargestSaving = 800_000;

    private static readonly Assembly[] Firmware = [typeof(RecordContents).Assembly];

    private readonly InstructionCounter counter = new(
        Firmware.Select(each => each.Location), alongside: [typeof(CountedStorage).Assembly.Location],
        cost: new InterpreterCost(CostTable.Load(), [.. Firmware.Select(each => each.GetName().Name!)]).Of);

    /// <summary>Recordings of 60 s; of 10 s, the shortest that are kept; and a log of a hundred segments.</summary>
    [Theory]
    [InlineData(20, 6000)]
    [InlineData(90, 1000)]
    [InlineData(100, 30_000)]
    public void No_slice_takes_more_than_3_ms(int records, int bytes)
    {
        Assembly tests = counter.Load(typeof(CountedStorage).Assembly.GetName().Name!);
        MethodInfo run = tests.GetType(typeof(CountedStorage).FullName!, throwOnError: true)!.GetMethod(nameof(CountedStorage.LargestSlices))!;
        Func<long> total = () => counter.Total;
        counter.Reset();
        long[] largest = (long[])run.Invoke(null, [total, records, bytes])!;
        output.WriteLine($"{records} of {bytes} B: open, list, read, clean, acknowledge, save: {string.Join(' ', largest.Select(each => $"{each:N0}"))}");
        Assert.All(largest[..^1], each => Assert.InRange(each, 1, LargestSlice));
        Assert.InRange(largest[^1], 1, LargestSaving);
    }
}
