using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.Device.Storage;
using EcgChip.Records;
using EcgChip.Simulator.Flash;

namespace EcgChip.Device.Tests.Storage;

/// <summary>A full flash refuses, and comes free again by acknowledgements alone, in whatever order they come.</summary>
public class FullFlashTests
{
    private const int SegmentBytes = 32 * 1024;
    private const int Page = 1024;

    [Theory]
    [InlineData(SimulatedFlash.SmallCapacity)]
    [InlineData(SimulatedFlash.LargeCapacity)]
    public void Acknowledged_from_the_oldest_on_it_comes_free_with_a_cleaning_wherever_one_is_refused(int capacity)
    {
        using PanelBoard board = new(new SimulatedFlash(capacity));
        RecordLog log = Open(capacity);
        int count = Fill(log, 6000);
        LogReader reader = new(log);
        for (int sequence = 1; sequence <= count; sequence++)
        {
            if (reader.Acknowledge(sequence) != LogStatus.Ok)
            {
                Assert.Equal(LogStatus.Ok, Clean(log, 0));
                Assert.Equal(LogStatus.Ok, reader.Acknowledge(sequence));
            }
        }

        Assert.Equal(0, log.UnsyncedCount);
        Assert.Equal(LogStatus.Ok, Clean(log, 9000));
        Assert.Equal(LogStatus.Full, Clean(log, int.MaxValue - 1));
        Assert.Equal((count + 1, count), (log.NextSequence, Fill(log, 6000)));
    }

    [Fact]
    public void Acknowledged_in_any_order_with_restarts_it_comes_free_and_loses_nothing()
    {
        Gen.Select(Gen.Int, Gen.Int[500, 9000], Gen.Int[20, 40]).Sample(
            (seed, size, blocks) =>
            {
                int capacity = blocks * SimulatedFlash.BlockSize;
                using PanelBoard board = new(new SimulatedFlash(capacity));
                RecordLog log = Open(capacity);
                int count = Fill(log, size);
                Random random = new(seed);
                HashSet<int> left = [.. Enumerable.Range(1, count)];
                for (int round = 0; left.Count > 0; round++)
                {
                    Assert.True(round < 100, $"{left.Count} of {count} can never be acknowledged.");
                    foreach (int sequence in left.OrderBy(_ => random.Next()).ToArray())
                    {
                        if (new LogReader(log).Acknowledge(sequence) == LogStatus.Ok)
                        {
                            left.Remove(sequence);
                        }
                        else
                        {
                            Clean(log, size);
                        }
                    }

                    log = Open(capacity);
                    Assert.Equal(left.Count, log.UnsyncedCount);
                }

                Assert.Equal(LogStatus.Full, Clean(log, int.MaxValue - 1));
                Assert.Equal(count, Fill(log, size));
            },
            iter: 30,
            threads: 1);
    }

    private static RecordLog Open(int capacity)
    {
        RecordLog log = new(new FileSegmentStore(Firmware.LogDirectory, capacity), SegmentBytes, 128);
        log.Open(LogCheck.NewestPayloads);
        while (!log.Step())
        {
        }

        return log;
    }

    /// <summary>Records until there is no room for another; how many.</summary>
    private static int Fill(RecordLog log, int size)
    {
        int count = 0;
        byte[] page = new byte[Page];
        while (log.RoomFor(size) == LogStatus.Ok)
        {
            Assert.Equal(LogStatus.Ok, log.BeginAppend(size));
            for (int at = 0; at < size; at += Page)
            {
                Assert.Equal(LogStatus.Ok, log.Write(page, 0, Math.Min(Page, size - at)));
            }

            Assert.Equal(LogStatus.Ok, log.Commit());
            count++;
        }

        return count;
    }

    private static LogStatus Clean(RecordLog log, int wanted)
    {
        LogCleaner cleaner = new(log);
        cleaner.Begin(wanted);
        while (!cleaner.Step())
        {
        }

        return cleaner.Status;
    }
}
