using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using EcgChip.ChipClock;
using EcgChip.ChipClock.Costs;
using EcgChip.ChipClock.Heap;
using EcgChip.Device.Link;
using EcgChip.Device.Seams;
using EcgChip.Records;
using EcgChip.Records.Link;
using Xunit.Abstractions;

namespace EcgChip.Device.Tests.Link;

/// <summary>What the link costs the chip: executed IL and native cryptography, charged what it costs there, and the heap that it lives in.</summary>
public class LinkBudgetTests(ITestOutputHelper output)
{
    /// <summary>3 ms of the chip's time at 160 million instructions a second: what the loop bears.</summary>
    private const long LargestSlice = 480_000;

    /// <summary>A key that is set once more is not parted: read, compared, saved and read back in 9 ms, while nothing is recorded.</summary>
    private const long LargestSaving = 1_500_000;

    /// <summary>What the link had before there were sessions.</summary>
    private const int WithoutSessions = 960;

    /// <summary>What may come to it, with nobody at its other end and while records are collected.</summary>
    private const int MoreWhenIdle = 240;
    private const int MoreInASession = 1_700;

    private static readonly Assembly[] Firmware = [typeof(RecordContents).Assembly, typeof(LinkServer).Assembly];

    private readonly InstructionCounter counter = new(
        Firmware.Select(each => each.Location), alongside: [typeof(CountedLink).Assembly.Location],
        cost: new InterpreterCost(CostTable.Load(), [.. Firmware.Select(each => each.GetName().Name!)]).Of);

    [Theory]
    [InlineData(6, 5600)]
    [InlineData(30, 300)]
    [InlineData(2, 30_000)]
    public void No_slice_of_any_verb_takes_more_than_3_ms(int records, int bytes)
    {
        Assembly tests = counter.Load(typeof(CountedLink).Assembly.GetName().Name!);
        MethodInfo run = tests.GetType(typeof(CountedLink).FullName!, throwOnError: true)!.GetMethod(nameof(CountedLink.LargestSlices))!;
        Func<long> total = () => counter.Total;
        counter.Reset();
        var largest = (Dictionary<string, long>)run.Invoke(null, [total, records, bytes])!;
        output.WriteLine(string.Join(", ", largest.Select(pair => $"{pair.Key} {pair.Value:N0}")));
        Assert.InRange(largest["set key"], 1, LargestSaving);
        largest.Remove("set key");
        Assert.All(largest, pair => Assert.InRange(pair.Value, 1, LargestSlice));
    }

    [Fact]
    public void The_link_takes_little_heap_when_nobody_is_there_and_gives_back_what_a_session_took()
    {
        LiveHeap heap = new(Firmware);
        SessionRig rig = new();
        rig.Rig.Server.Log = null;
        long idle = Live(heap, rig);
        rig.Rig.Server.Log = rig.Log;
        long log = Live(heap, rig) - idle;
        int sequence = rig.AddRecord(1000);
        rig.Open();
        rig.Ask(LinkVerb.List, BitConverter.GetBytes(0));
        rig.Ask(LinkVerb.Get, LinkSessionTests.Piece(sequence, 1000));
        long collecting = Live(heap, rig) - log;
        rig.Rig.Busy = true;
        rig.Rig.ExchangeAll([]);
        long after = Live(heap, rig) - log;
        output.WriteLine($"idle {idle:N0} B, collecting {collecting:N0} B, when a recording begins {after:N0} B");
        Assert.InRange(idle, 500, WithoutSessions + MoreWhenIdle);
        Assert.InRange(collecting, idle, WithoutSessions + MoreInASession);
        Assert.InRange(after, idle, idle + 60);
    }

    private static long Live(LiveHeap heap, SessionRig rig) => heap.Measure(rig.Rig.Server);
}
