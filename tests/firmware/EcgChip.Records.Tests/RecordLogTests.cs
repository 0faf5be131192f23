using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace EcgChip.Records.Tests;

public class RecordLogTests
{
    [Fact]
    public void What_was_appended_reads_back_in_order_with_its_number()
    {
        Gen.Select(Gen.Int[0, 400].Array[0, 12], Gen.Int[16, 1000]).Sample((lengths, limit) =>
        {
            MemorySegmentStore store = new();
            RecordLog log = LogHarness.Open(store, limit);
            List<(int, string)> expected = [];
            foreach (int length in lengths)
            {
                byte[] payload = LogHarness.Payload(length, length);
                expected.Add((log.NextSequence, LogHarness.Text(payload)));
                Assert.Equal(LogStatus.Ok, LogHarness.Append(log, payload));
            }

            Assert.Equal(expected, LogHarness.Records(store));
            Assert.Empty(LogHarness.Damage(store));
            RecordLog again = LogHarness.Open(store, limit);
            Assert.Equal((lengths.Length + 1, lengths.Length, 0), (again.NextSequence, again.RecordCount, again.DamageCount));
        });
    }

    [Fact]
    public void The_log_stands_byte_for_byte_as_the_format_describes_it()
    {
        MemorySegmentStore store = new();
        LogHarness.Append(LogHarness.Open(store), [10, 20, 30]);
        byte[] segmentHead = [.. "ECGL"u8, 2, 0, 0, 0, 1, 0, 0, 0];
        byte[] entryHead = [.. "ECGE"u8, 1, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 16, 0, 0, 0];
        Assert.Equal([.. segmentHead, .. Crc(segmentHead), .. entryHead, .. Crc(entryHead), 10, 20, 30, .. Crc([10, 20, 30])], store[1]);
    }

    [Fact]
    public void A_new_segment_begins_where_the_limit_would_be_passed()
    {
        MemorySegmentStore store = new();
        const int limit = LogFormat.SegmentHeaderBytes + 2 * (LogFormat.EntryOverheadBytes + 50);
        RecordLog log = LogHarness.Open(store, limit);
        for (int i = 0; i < 5; i++)
        {
            LogHarness.Append(log, LogHarness.Payload(i, 50));
        }

        Assert.Equal([1, 1, 3, 3, 5], LogHarness.Scan(store).Select(f => f.Segment));
        Assert.All([1, 3], segment => Assert.Equal(limit, store.Length(segment)));
        Assert.Equal(5, log.EntrySegment);
        Assert.Equal(LogFormat.SegmentHeaderBytes, log.EntryPosition);

        LogHarness.Append(log, new byte[2 * limit]);
        Assert.Equal(6, log.EntrySegment);
    }

    [Fact]
    public void Opening_looks_at_no_more_than_a_page_a_step()
    {
        MemorySegmentStore store = new();
        LogHarness.Append(LogHarness.Open(store, 5000), new byte[4000]);
        RecordLog log = new(store, 5000, LogHarness.Page);
        log.Open(LogCheck.AllPayloads);
        bool open = false;
        while (!open)
        {
            int before = store.ReadsAndAppends;
            open = log.Step();
            Assert.InRange(store.ReadsAndAppends - before, 0, 2);
        }

        Assert.InRange(store.LargestRead, 1, LogHarness.Page);
    }

    [Fact]
    public void A_quick_opening_reads_old_payloads_not_at_all_and_the_newest_segment_whole()
    {
        MemorySegmentStore store = new();
        RecordLog log = LogHarness.Open(store, 1100);
        LogHarness.Append(log, LogHarness.Payload(1, 1000));
        LogHarness.Append(log, LogHarness.Payload(2, 1000));
        Assert.Equal(2, log.EntrySegment);
        store.Flip(1, 8 * 500);
        store.Flip(2, 8 * 500);

        IEnumerable<LogFinding> found = LogHarness.Scan(store, LogCheck.NewestPayloads).Select(f => f.Kind);
        Assert.Equal([LogFinding.UncheckedRecord, LogFinding.DamagedRecord], found);
        Assert.Equal(3, LogHarness.Open(store, 1100, LogCheck.NewestPayloads).NextSequence);
    }

    [Fact]
    public void A_full_store_refuses_and_harms_nothing()
    {
        MemorySegmentStore store = new() { Capacity = 1000 };
        RecordLog log = LogHarness.Open(store, 400);
        int appended = 0;
        while (LogHarness.Append(log, LogHarness.Payload(appended, 90)) == LogStatus.Ok)
        {
            appended++;
        }

        byte[][] before = [.. store.Segments().Select(segment => store[segment])];
        Assert.Equal(LogStatus.Full, log.BeginAppend(90));
        Assert.Equal(before, store.Segments().Select(segment => store[segment]));
        Assert.Equal(appended, LogHarness.Records(store).Count);
        Assert.Equal(appended + 1, log.NextSequence);
        Assert.True(1000 - store.TotalBytes < 90 + LogFormat.EntryOverheadBytes + LogFormat.SegmentHeaderBytes);

        store.Capacity += 200;
        Assert.Equal(LogStatus.Ok, LogHarness.Append(log, LogHarness.Payload(9, 90)));
        Assert.Empty(LogHarness.Damage(store));
    }

    [Fact]
    public void A_store_that_ran_out_though_it_promised_room_loses_only_the_entry_and_gets_the_room_back()
    {
        MemorySegmentStore store = new() { Capacity = 600, Overestimate = 1000 };
        RecordLog log = LogHarness.Open(store, 300);
        Assert.Equal(LogStatus.Ok, LogHarness.Append(log, LogHarness.Payload(1, 200)));
        int before = store.TotalBytes;
        Assert.Equal(LogStatus.StoreFailed, LogHarness.Append(log, LogHarness.Payload(2, 700)));
        Assert.Equal(before, store.TotalBytes);
        Assert.Equal(LogStatus.Ok, LogHarness.Append(log, LogHarness.Payload(3, 100)));
        Assert.Equal([LogHarness.Text(LogHarness.Payload(1, 200)), LogHarness.Text(LogHarness.Payload(3, 100))],
            LogHarness.Records(store).Select(r => r.Payload));
        Assert.Empty(LogHarness.Damage(store));
    }

    [Fact]
    public void Wherever_the_store_fails_the_log_goes_on_with_the_next_entry()
    {
        for (int failing = 0; failing < 8; failing++)
        {
            MemorySegmentStore store = new();
            RecordLog log = LogHarness.Open(store);
            LogHarness.Append(log, LogHarness.Payload(1, 150));
            store.CallsToFailure = failing;
            LogStatus second = LogHarness.Append(log, LogHarness.Payload(2, 150));
            bool failed = store.CallsToFailure < 0;
            store.CallsToFailure = -1;
            Assert.Equal(failed ? LogStatus.StoreFailed : LogStatus.Ok, second);
            Assert.Equal(LogStatus.Ok, LogHarness.Append(log, LogHarness.Payload(3, 150)));

            List<(int Sequence, string Payload)> records = LogHarness.Records(store);
            Assert.Equal((1, LogHarness.Text(LogHarness.Payload(1, 150))), records[0]);
            Assert.Equal((3, LogHarness.Text(LogHarness.Payload(3, 150))), records[^1]);
            Assert.Equal(4, LogHarness.Open(store).NextSequence);
        }
    }

    [Fact]
    public void An_abandoned_entry_is_torn_and_its_number_is_not_given_again()
    {
        MemorySegmentStore store = new();
        RecordLog log = LogHarness.Open(store);
        LogHarness.Append(log, LogHarness.Payload(1, 100));
        log.BeginAppend(100);
        log.Write(new byte[50], 0, 50);
        log.Abandon();
        LogHarness.Append(log, LogHarness.Payload(3, 100));

        Assert.Equal([(LogFinding.Record, 1, 1), (LogFinding.TornRecord, 2, 1), (LogFinding.Record, 3, 3)],
            LogHarness.Scan(store).Select(f => (f.Kind, f.Sequence, f.Segment)));
    }

    [Fact]
    public void Numbers_go_on_after_the_first_segments_were_removed()
    {
        MemorySegmentStore store = new();
        RecordLog log = LogHarness.Open(store, 100);
        for (int i = 0; i < 4; i++)
        {
            LogHarness.Append(log, LogHarness.Payload(i, 60));
        }

        store.Delete(1);
        store.Delete(2);
        Assert.Equal(5, LogHarness.Open(store, 100).NextSequence);

        // Even where only a header is left of the last segment.
        store.Delete(3);
        store.Truncate(4, LogFormat.SegmentHeaderBytes);
        RecordLog last = LogHarness.Open(store, 100);
        Assert.Equal(4, last.NextSequence);
        LogHarness.Append(last, LogHarness.Payload(9, 40));
        Assert.Equal((4, 4), (last.EntrySegment, LogHarness.Records(store).Single().Sequence));
    }

    [Fact]
    public void Misuse_is_a_programming_error()
    {
        MemorySegmentStore store = new();
        Assert.Throws<ArgumentNullException>(() => new RecordLog(null!, 1000, 64));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecordLog(store, 1000, 31));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecordLog(store, 15, 64));
        RecordLog log = new(store, 1000, 64);
        Assert.Throws<InvalidOperationException>(() => log.BeginAppend(1));
        log = LogHarness.Open(store);
        Assert.Throws<ArgumentOutOfRangeException>(() => log.BeginAppend(-1));
        Assert.Throws<InvalidOperationException>(() => log.Commit());
        Assert.Throws<InvalidOperationException>(() => log.Write(new byte[1], 0, 1));
        log.BeginAppend(2);
        Assert.Throws<InvalidOperationException>(() => log.BeginAppend(2));
        Assert.Throws<InvalidOperationException>(() => log.Write(new byte[3], 0, 3));
        Assert.Throws<InvalidOperationException>(() => log.Commit());
    }

    private static byte[] Crc(byte[] bytes) => BitConverter.GetBytes(Crc32.Compute(bytes, 0, bytes.Length));
}
