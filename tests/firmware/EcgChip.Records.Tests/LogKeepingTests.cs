using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace EcgChip.Records.Tests;

/// <summary>Records are kept until they are acknowledged and their room is wanted.</summary>
public class LogKeepingTests
{
    /// <summary>Room for three records of 50 bytes in a segment.</summary>
    private const int Limit = LogFormat.SegmentHeaderBytes + (3 * Entry);

    private const int Entry = LogFormat.EntryOverheadBytes + 50;

    /// <summary>A record that never fits: all that can be freed is freed for it.</summary>
    private const int Everything = int.MaxValue - 1;

    [Fact]
    public void An_acknowledgement_counts_once_and_outlives_a_restart()
    {
        MemorySegmentStore store = new();
        RecordLog log = Filled(store, 4);
        Assert.Equal(4, log.UnsyncedCount);
        Assert.False(log.HasAcknowledged);
        Assert.Equal(LogStatus.Ok, LogHarness.Acknowledge(log, 2));
        int bytes = store.TotalBytes;
        Assert.Equal(LogStatus.Ok, LogHarness.Acknowledge(log, 2));
        Assert.Equal(bytes, store.TotalBytes);
        Assert.Equal(3, log.UnsyncedCount);

        store.Cut(0);
        RecordLog again = LogHarness.Open(store, Limit);
        Assert.Equal((3, true), (again.UnsyncedCount, again.HasAcknowledged));
        Assert.Equal([1, 3, 4], LogHarness.Unsynced(again).Select(r => r.Sequence));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    [InlineData(5)]
    [InlineData(int.MaxValue)]
    public void A_number_that_was_never_given_is_refused(int sequence)
    {
        MemorySegmentStore store = new();
        RecordLog log = Filled(store, 4);
        int bytes = store.TotalBytes;
        Assert.Equal(LogStatus.Unknown, LogHarness.Acknowledge(log, sequence));
        Assert.Equal((4, bytes), (log.UnsyncedCount, store.TotalBytes));
    }

    [Fact]
    public void An_acknowledgement_that_comes_once_more_after_the_record_was_freed_is_fine()
    {
        MemorySegmentStore store = new();
        RecordLog log = Filled(store, 4);
        for (int i = 1; i <= 4; i++)
        {
            LogHarness.Acknowledge(log, i);
        }

        LogHarness.Clean(log, Everything);
        int bytes = store.TotalBytes;
        Assert.All([1, 2, 3, 4], i => Assert.Equal(LogStatus.Ok, LogHarness.Acknowledge(log, i)));
        Assert.Equal(bytes, store.TotalBytes);
    }

    [Fact]
    public void A_cut_in_the_acknowledgement_leaves_it_out_or_whole_and_later_ones_count()
    {
        for (int keep = 0; keep <= 8; keep++)
        {
            MemorySegmentStore store = new();
            RecordLog log = Filled(store, 3);
            LogHarness.Acknowledge(log, 1);
            int file = LogFile.Acknowledged(1);
            byte[] one = store[file];
            LogHarness.Acknowledge(log, 2);
            byte[] two = store[file];
            store.Put(file, [.. one, .. two[8..(8 + keep)]]);

            log = LogHarness.Open(store, Limit);
            Assert.Equal(keep == 8 ? [3] : [2, 3], LogHarness.Unsynced(log).Select(r => r.Sequence));
            Assert.Equal(LogStatus.Ok, LogHarness.Acknowledge(log, 3));
            Assert.Equal(keep == 8 ? [] : [2], LogHarness.Unsynced(LogHarness.Open(store, Limit)).Select(r => r.Sequence));
        }
    }

    [Fact]
    public void Changed_acknowledgements_acknowledge_nothing_else()
    {
        MemorySegmentStore whole = new();
        RecordLog log = Filled(whole, 3);
        LogHarness.Acknowledge(log, 1);
        for (int bit = 0; bit < 64; bit++)
        {
            MemorySegmentStore store = whole.Copy();
            store.Flip(LogFile.Acknowledged(1), bit);
            Assert.Equal(3, LogHarness.Open(store, Limit).UnsyncedCount);
        }
    }

    [Fact]
    public void Whole_segments_go_first_and_the_newest_stays_to_be_listed()
    {
        MemorySegmentStore store = new();
        RecordLog log = Filled(store, 8);
        foreach (int sequence in new[] { 4, 5, 6, 7, 8, 1 })
        {
            LogHarness.Acknowledge(log, sequence);
        }

        Assert.Equal(1, LogHarness.Clean(log, 0).FreedSegments);
        Assert.Equal([1, 2, 3, 7, 8], LogHarness.Records(store).Select(r => r.Sequence));
        Assert.Equal([(8, 1), (7, 1), (3, 0), (2, 0), (1, 1)], LogHarness.List(log, 8).Select(r => (r.Sequence, r.Synced)));

        Assert.Equal(LogStatus.Full, LogHarness.Clean(log, Everything).Status);
        Assert.Equal([2, 3], LogHarness.Records(store).Select(r => r.Sequence));
        Assert.Equal([9, 1], store.Segments());
        Assert.Equal((2, false), (log.UnsyncedCount, log.HasAcknowledged));
        Assert.Equal(LogHarness.Unsynced(log), LogHarness.Records(store));
        Assert.Empty(LogHarness.Damage(store));
    }

    [Fact]
    public void Numbers_go_on_when_everything_was_freed_again_and_again()
    {
        MemorySegmentStore store = new();
        RecordLog log = LogHarness.Open(store, Limit);
        for (int i = 1; i <= 20; i++)
        {
            Assert.Equal(i, log.NextSequence);
            LogHarness.Append(log, LogHarness.Payload(i, 50));
            LogHarness.Acknowledge(log, i);
            LogHarness.Clean(log, Everything);
            Assert.Empty(LogHarness.Records(store));
            Assert.Equal(LogFormat.SegmentHeaderBytes, store.TotalBytes);
            log = i % 3 == 0 ? LogHarness.Open(store, Limit) : log;
        }

        // Not even where the block of the empty segment is lost.
        store.Put(21, new byte[LogFormat.SegmentHeaderBytes]);
        Assert.Equal(22, LogHarness.Open(store, Limit).NextSequence);
        store.Put(21);
        Assert.Equal(21, LogHarness.Open(store, Limit).NextSequence);
    }

    [Fact]
    public void A_failed_beginning_of_a_segment_does_not_let_go_of_the_numbers()
    {
        for (int failing = 0; failing < 6; failing++)
        {
            MemorySegmentStore store = new();
            RecordLog log = Filled(store, 3);
            store.CallsToFailure = failing;
            LogHarness.Append(log, LogHarness.Payload(4, 50));
            store.CallsToFailure = -1;
            for (int i = 1; i < log.NextSequence; i++)
            {
                LogHarness.Acknowledge(log, i);
            }

            LogHarness.Clean(log, Everything);
            Assert.True(LogHarness.Open(store, Limit).NextSequence > 3);
        }
    }

    [Fact]
    public void Nothing_that_is_not_acknowledged_makes_room()
    {
        MemorySegmentStore store = new() { Capacity = 1200 };
        RecordLog log = LogHarness.Open(store, Limit);
        int kept = 0;
        while (log.RoomFor(50) == LogStatus.Ok)
        {
            Assert.Equal(LogStatus.Ok, LogHarness.Append(log, LogHarness.Payload(kept, 50)));
            kept++;
        }

        Assert.Equal(0, log.RoomCount(50));
        Assert.Equal(LogStatus.Full, LogHarness.Clean(log, 50).Status);
        Assert.Equal(LogStatus.Full, log.BeginAppend(50));
        Assert.Equal(kept, LogHarness.Unsynced(log).Count);

        store.Capacity += 24;
        LogHarness.Acknowledge(log, 2);
        LogHarness.Acknowledge(log, 3);
        LogHarness.Acknowledge(log, 1);
        Assert.Equal(LogStatus.Ok, LogHarness.Clean(log, 50).Status);
        Assert.Equal(LogStatus.Ok, LogHarness.Append(log, LogHarness.Payload(99, 50)));
        Assert.Equal(kept - 3 + 1, LogHarness.Unsynced(log).Count);
    }

    [Fact]
    public void A_segment_in_which_bytes_cannot_be_read_stays_until_all_that_can_be_read_is_acknowledged()
    {
        MemorySegmentStore store = new();
        Filled(store, 6);
        store.Flip(1, 8 * (LogFormat.SegmentHeaderBytes + Entry));
        RecordLog log = LogHarness.Open(store, Limit);
        Assert.Equal((5, 1), (log.UnsyncedCount, log.DamageCount));
        LogHarness.Acknowledge(log, 1);
        LogHarness.Clean(log, Everything);
        Assert.Equal(5, LogHarness.Records(store).Count);

        LogHarness.Acknowledge(log, 3);
        LogHarness.Clean(log, Everything);
        Assert.Equal([4, 5, 6], LogHarness.Records(store).Select(r => r.Sequence));
    }

    [Fact]
    public void A_damaged_record_is_kept_and_copied_as_it_is_until_it_is_acknowledged_too()
    {
        MemorySegmentStore store = new();
        Filled(store, 6);
        store.Flip(1, 8 * (LogFormat.SegmentHeaderBytes + LogFormat.EntryHeaderBytes + 3));
        RecordLog log = LogHarness.Open(store, Limit);
        string damaged = LogHarness.Unsynced(log)[0].Payload;
        Assert.NotEqual(LogHarness.Text(LogHarness.Payload(1, 50)), damaged);
        LogHarness.Acknowledge(log, 2);
        LogHarness.Clean(log, Everything);

        Assert.Equal([LogFinding.DamagedRecord, LogFinding.Record], LogHarness.Scan(store).Take(2).Select(f => f.Kind));
        Assert.Equal([(1, damaged), (3, LogHarness.Text(LogHarness.Payload(3, 50)))], LogHarness.Unsynced(log).Take(2));
        LogHarness.Acknowledge(log, 1);
        LogHarness.Acknowledge(log, 3);
        LogHarness.Clean(log, Everything);
        Assert.Equal([4, 5, 6], LogHarness.Unsynced(log).Select(r => r.Sequence));
        Assert.DoesNotContain(1, store.Segments());
    }

    [Fact]
    public void What_a_power_cut_left_of_an_entry_makes_room_and_foreign_files_stay()
    {
        MemorySegmentStore store = new();
        RecordLog log = LogHarness.Open(store, Limit);
        log.BeginAppend(50);
        log.Write(new byte[20], 0, 20);
        store.Cut(1000);
        store.Put(500, LogHarness.Payload(9, 70));
        log = LogHarness.Open(store, Limit);
        LogHarness.Append(log, LogHarness.Payload(2, 50));
        LogHarness.Clean(log, Everything);
        Assert.Equal([log.EntrySegment, 500], store.Segments());
        Assert.Single(LogHarness.Unsynced(log));
    }

    [Fact]
    public void The_newest_records_are_listed_with_time_and_answer_and_without_either_where_it_is_not_known()
    {
        MemorySegmentStore store = new();
        RecordLog log = LogHarness.Open(store, 700);
        RecordSaver saver = new(log, 64);
        RecordContents contents = RecordSamples.Small();
        for (int i = 1; i <= 12; i++)
        {
            contents.Summary.Answer = i % 4 == 3 ? RecordSummary.NotKnown : i % 4;
            contents.SetStart((1_700_000_000L + (i * 60)) * 1000);
            if (i % 5 == 0)
            {
                contents = WithoutStart(contents);
            }

            saver.Begin(contents);
            while (!saver.Step())
            {
            }

            Assert.Equal(LogStatus.Ok, saver.Status);
        }

        LogHarness.Append(log, [1, 2, 3]);
        LogHarness.Acknowledge(log, 11);
        Assert.Equal(
            [(13, -1, -1, 0), .. Enumerable.Range(0, 7).Select(i => 12 - i).Select(i =>
                (i, i % 5 == 0 ? -1 : (1_700_000_000 / 60) + i, i % 4 == 3 ? -1 : i % 4, i == 11 ? 1 : 0))],
            LogHarness.List(log, 8));
        Assert.Equal(13, LogHarness.List(log, 20).Count);
        Assert.Empty(LogHarness.List(LogHarness.Open(new MemorySegmentStore()), 8));
    }

    [Fact]
    public void A_clock_that_is_set_later_or_goes_back_changes_neither_old_records_nor_their_order()
    {
        MemorySegmentStore store = new();
        RecordLog log = LogHarness.Open(store, 2000);
        RecordSaver saver = new(log, 64);
        RecordContents unknown = new(1, 1);
        unknown.SetSamples(RecordSamples.Pack([1, 2, 3]));
        List<(int, string)> before = [];
        foreach (long? start in new long?[] { null, 1_800_000_000_000, 1_600_000_000_000, 60_000, null })
        {
            RecordContents contents = start is null ? unknown : RecordSamples.Small();
            if (start is { } known)
            {
                contents.SetStart(known);
            }

            saver.Begin(contents);
            while (!saver.Step())
            {
            }

            Assert.Equal(LogStatus.Ok, saver.Status);
            Assert.Equal(before, LogHarness.Records(store).SkipLast(1));
            before = LogHarness.Records(store);
            byte[] newest = Convert.FromHexString(before[^1].Item2);
            Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(newest, 0, newest.Length, out RecordContents read));
            Assert.Equal((start is not null, start ?? 0), (read.StartKnown, read.StartUnixMs));
        }

        Assert.Equal([(5, -1), (4, 1), (3, 26_666_666), (2, 30_000_000), (1, -1)], LogHarness.List(log, 8).Select(r => (r.Sequence, r.Minutes)));
    }

    [Fact]
    public void A_store_that_cannot_list_its_files_is_not_appended_to_until_it_can()
    {
        MemorySegmentStore store = new();
        Filled(store, 2);
        store.CanList = false;
        RecordLog log = LogHarness.Open(store, Limit);
        Assert.Equal(LogStatus.StoreFailed, log.Status);
        Assert.Equal(LogStatus.StoreFailed, log.RoomFor(1));
        Assert.Equal(LogStatus.StoreFailed, log.BeginAppend(1));
        Assert.Equal(LogStatus.StoreFailed, LogHarness.Acknowledge(log, 1));
        Assert.Empty(LogHarness.List(log, 8, LogStatus.StoreFailed));

        store.CanList = true;
        log.Open(LogCheck.NewestPayloads);
        while (!log.Step())
        {
        }

        Assert.Equal((LogStatus.Ok, 3, 2), (log.Status, log.NextSequence, log.UnsyncedCount));
    }

    [Fact]
    public void As_many_records_fit_as_the_log_says()
    {
        Gen.Select(Gen.Int[16, 3000], Gen.Int[1, 900], Gen.Int[0, 60_000], Gen.Int[0, 5]).Sample((limit, size, capacity, before) =>
        {
            MemorySegmentStore store = new() { Capacity = capacity };
            RecordLog log = LogHarness.Open(store, limit);
            for (int i = 0; i < before; i++)
            {
                LogHarness.Append(log, LogHarness.Payload(i, 100));
            }

            int promised = log.RoomCount(size);
            Assert.Equal(promised > 0 || log.RoomFor(size) == LogStatus.Ok, log.RoomFor(size) == LogStatus.Ok);
            for (int i = 0; i < promised; i++)
            {
                Assert.Equal(LogStatus.Ok, log.RoomFor(size));
                Assert.Equal(LogStatus.Ok, LogHarness.Append(log, new byte[size]));
            }
        });
    }

    [Fact]
    public void Every_job_looks_at_no_more_than_a_page_a_step()
    {
        MemorySegmentStore store = new();
        RecordLog log = Filled(store, 12);
        foreach (int sequence in new[] { 1, 4, 5, 6, 8, 12 })
        {
            LogHarness.Acknowledge(log, sequence);
        }

        LogCleaner cleaner = new(log);
        cleaner.Begin(Everything);
        LogListing listing = new(log);
        Walk(cleaner.Step, 3);
        listing.Begin(new int[8], new int[8], new int[8], new int[8]);
        Walk(listing.Step, 4);
        LogReader reader = new(log);
        reader.BeginNext(2);
        Walk(reader.Step, 2);
        Assert.Equal(3, reader.Sequence);

        void Walk(Func<bool> step, int mostCalls)
        {
            bool finished = false;
            while (!finished)
            {
                int before = store.ReadsAndAppends;
                finished = step();
                Assert.InRange(store.ReadsAndAppends - before, 0, mostCalls);
            }
        }
    }

    [Fact]
    public void A_store_that_fails_at_any_call_of_a_cleaning_loses_neither_a_record_nor_an_acknowledgement()
    {
        for (int failing = 0; failing < 60; failing++)
        {
            MemorySegmentStore store = new();
            RecordLog log = Filled(store, 5);
            Assert.All([1, 2, 4], sequence => Assert.Equal(LogStatus.Ok, LogHarness.Acknowledge(log, sequence)));
            log.BeginAppend(50);
            log.Write(new byte[40], 0, 40);
            log.Abandon();
            store.CallsToFailure = failing;
            LogHarness.Clean(log, Everything);
            store.CallsToFailure = -1;
            store.Cut(0);

            log = LogHarness.Open(store, Limit);
            Assert.Equal([3, 5], LogHarness.Unsynced(log).Select(r => r.Sequence));
            Assert.All(LogHarness.Unsynced(log), r => Assert.Equal(LogHarness.Text(LogHarness.Payload(r.Sequence, 50)), r.Payload));
            LogHarness.Clean(log, Everything);
            Assert.Equal([3, 5], LogHarness.Records(store).Select(r => r.Sequence));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(300)]
    public void A_stray_file_among_the_segments_hides_no_record(int length)
    {
        for (int number = 1; number < 9; number++)
        {
            MemorySegmentStore store = new();
            RecordLog log = Filled(store, 8);
            if (store.Length(number) == 0)
            {
                store.Put(number, new byte[length]);
            }

            log = LogHarness.Open(store, Limit);
            LogHarness.Append(log, LogHarness.Payload(1, 50));
            LogHarness.Append(log, LogHarness.Payload(2, 50));
            Assert.Equal(10, LogHarness.Unsynced(log).Count);
            Assert.Equal(10, LogHarness.List(log, 20).Count);
            LogReader reader = new(log);
            foreach ((int sequence, _) in LogHarness.Unsynced(log))
            {
                reader.BeginFind(sequence);
                while (!reader.Step())
                {
                }

                Assert.Equal((LogStatus.Ok, sequence), (reader.Status, reader.Sequence));
            }
        }
    }

    [Fact]
    public void Nothing_works_on_a_log_that_is_not_open_or_is_being_appended_to()
    {
        MemorySegmentStore store = new();
        RecordLog opening = new(store, Limit, LogHarness.Page);
        opening.Open(LogCheck.NewestPayloads);
        RecordLog appending = Filled(store, 2);
        appending.BeginAppend(10);
        Assert.All([opening, appending], log =>
        {
            Assert.Throws<InvalidOperationException>(() => LogHarness.Acknowledge(log, 1));
            Assert.Throws<InvalidOperationException>(() => new LogReader(log).BeginNext(0));
            Assert.Throws<InvalidOperationException>(() => LogHarness.Clean(log, 0));
            Assert.Throws<InvalidOperationException>(() => LogHarness.List(log, 8));
        });
        appending.Abandon();
        LogReader reader = new(appending);
        Assert.Throws<InvalidOperationException>(() => reader.Read(0, new byte[1], 0, 1));
        Assert.Throws<InvalidOperationException>(() => reader.Acknowledge());
        Assert.Throws<ArgumentException>(() => new LogListing(appending).Begin(new int[8], new int[8], new int[8], new int[7]));
    }

    private static RecordContents WithoutStart(RecordContents of)
    {
        RecordContents contents = RecordSamples.Small();
        RecordContents unknown = new(10, 10) { DeviceId = 1, FrontEndGain = 400 };
        unknown.Summary.Answer = of.Summary.Answer;
        unknown.SetSamples(RecordSamples.Pack([1, 2, 3]));
        Assert.True(contents.StartKnown && !unknown.StartKnown);
        return unknown;
    }

    private static RecordLog Filled(MemorySegmentStore store, int records)
    {
        RecordLog log = LogHarness.Open(store, Limit);
        for (int i = 1; i <= records; i++)
        {
            Assert.Equal(LogStatus.Ok, LogHarness.Append(log, LogHarness.Payload(i, 50)));
        }

        return log;
    }
}
