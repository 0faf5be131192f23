using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace EcgChip.Records.Tests;

public class LogDamageTests
{
    [Fact]
    public void A_log_cut_at_any_byte_loses_only_the_record_it_was_cut_in_and_reports_it()
    {
        int[] lengths = [70, 0, 33, 120];
        MemorySegmentStore whole = Log(lengths, 1000);
        List<Finding> entries = LogHarness.Scan(whole);
        for (int cut = 0; cut <= whole.Length(1); cut++)
        {
            MemorySegmentStore store = whole.Copy();
            store.Truncate(1, cut);
            List<(int, string)> intact = [.. entries.Where(e => End(e) <= cut).Select(e => (e.Sequence, e.Payload))];
            Assert.Equal(intact, LogHarness.Records(store));

            bool clean = cut is 0 or LogFormat.SegmentHeaderBytes || entries.Any(e => End(e) == cut);
            Assert.Equal(clean ? 0 : 1, LogHarness.Damage(store).Count);
            AssertGoesOn(store, intact);
        }
    }

    [Fact]
    public void A_log_cut_in_its_second_segment_keeps_the_first()
    {
        MemorySegmentStore whole = Log([70, 70, 70], 250);
        Assert.Equal([3, 1], whole.Segments());
        for (int cut = 0; cut < whole.Length(3); cut++)
        {
            MemorySegmentStore store = whole.Copy();
            store.Truncate(3, cut);
            Assert.Equal([1, 2], LogHarness.Records(store).Select(r => r.Sequence));
            Assert.Equal(cut is 0 or LogFormat.SegmentHeaderBytes ? 0 : 1, LogHarness.Damage(store).Count);
            AssertGoesOn(store, LogHarness.Records(store));
        }
    }

    [Fact]
    public void Any_flipped_bit_costs_at_most_the_record_it_is_in()
    {
        int[] lengths = [5, 0, 40, 1];
        MemorySegmentStore whole = Log(lengths, 1000);
        List<Finding> entries = LogHarness.Scan(whole);
        for (int bit = 0; bit < 8 * whole.Length(1); bit++)
        {
            MemorySegmentStore store = whole.Copy();
            store.Flip(1, bit);
            IEnumerable<Finding> spared = entries.Where(e => bit / 8 < e.Position || bit / 8 >= End(e));
            List<(int, string)> others = [.. spared.Select(e => (e.Sequence, e.Payload))];
            Assert.Equal(others, LogHarness.Records(store));
            Assert.Single(LogHarness.Damage(store));

            // The number of a record whose header is lost is not given to another.
            Assert.True(LogHarness.Open(store).NextSequence > lengths.Length);
            AssertGoesOn(store, others);
        }
    }

    [Fact]
    public void Random_damage_never_costs_a_record_it_does_not_touch()
    {
        Gen<(int, byte[])> hit = Gen.Select(Gen.Int[0, 2000], Gen.Byte.Array[1, 60]);
        Gen.Select(Gen.Int[0, 200].Array[1, 6], hit.Array[1, 3]).Sample((lengths, hits) =>
        {
            MemorySegmentStore whole = Log(lengths, 5000);
            List<Finding> entries = LogHarness.Scan(whole);
            byte[] bytes = whole[1];
            bool[] touched = new bool[bytes.Length];
            foreach ((int at, byte[] noise) in hits)
            {
                for (int i = 0; i < noise.Length && at + i < bytes.Length; i++)
                {
                    (bytes[at + i], touched[at + i]) = (noise[i], true);
                }
            }

            MemorySegmentStore store = new();
            store.Put(1, bytes);
            HashSet<(int, string)> found = [.. LogHarness.Records(store)];
            Assert.All(entries.Where(e => !touched[e.Position..End(e)].Any(t => t)), e => Assert.Contains((e.Sequence, e.Payload), found));
            Assert.All(found, f => Assert.Contains(entries, e => (e.Sequence, e.Payload) == f));
        });
    }

    [Fact]
    public void An_entry_inside_a_payload_is_not_taken_for_one()
    {
        MemorySegmentStore inner = Log([30, 30], 1000);
        MemorySegmentStore store = new();
        RecordLog log = LogHarness.Open(store);
        LogHarness.Append(log, inner[1]);
        LogHarness.Append(log, LogHarness.Payload(2, 10));
        Assert.Equal(2, LogHarness.Records(store).Count);

        store.Flip(1, 8 * LogFormat.SegmentHeaderBytes);
        Assert.Equal([2], LogHarness.Records(store).Select(r => r.Sequence));
    }

    [Fact]
    public void A_payload_full_of_entry_magics_is_searched_to_its_end()
    {
        MemorySegmentStore store = new();
        RecordLog log = LogHarness.Open(store);
        LogHarness.Append(log, [.. Enumerable.Range(0, 300).SelectMany(_ => "ECGE"u8.ToArray())]);
        LogHarness.Append(log, [.. "ECGEC"u8, .. "ECG"u8]);
        Assert.Equal(2, log.EntrySegment);
        LogHarness.Append(log, LogHarness.Payload(3, 3));
        store.Flip(1, 8 * LogFormat.SegmentHeaderBytes);
        store.Flip(2, 8 * LogFormat.SegmentHeaderBytes);
        Assert.Equal([(LogFinding.Unreadable, 0), (LogFinding.Unreadable, 0), (LogFinding.Record, 3)],
            LogHarness.Scan(store).Select(f => (f.Kind, f.Sequence)));
    }

    [Fact]
    public void Foreign_files_are_reported_and_left_alone()
    {
        MemorySegmentStore store = new();
        byte[] picture = LogHarness.Payload(1, 500);
        byte[] newer = [.. "ECGL"u8, 3, 0, 0, 0, 40, 0, 0, 0];
        store.Put(1, picture);
        store.Put(2);
        store.Put(3, [.. newer, .. BitConverter.GetBytes(Crc32.Compute(newer, 0, newer.Length)), 1, 2, 3]);
        store.Put(99999999, picture);
        store.Put(-5, picture);

        RecordLog log = LogHarness.Open(store, 100);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(LogStatus.Ok, LogHarness.Append(log, LogHarness.Payload(i, 60)));
        }

        Assert.Equal([40, 41, 42], LogHarness.Scan(store).Where(f => f.Kind == LogFinding.Record).Select(f => f.Segment));
        Assert.Equal([1, 3, 99999999], LogHarness.Damage(store).Select(f => f.Segment));
        Assert.All(LogHarness.Damage(store), f => Assert.Equal(LogFinding.ForeignSegment, f.Kind));
        Assert.Equal(picture, store[1]);
        Assert.Equal(picture, store[99999999]);
        Assert.Equal(19, store.Length(3));
        Assert.Equal(43, log.NextSequence);
    }

    [Fact]
    public void A_segment_of_which_nothing_is_left_does_not_make_numbers_come_twice()
    {
        MemorySegmentStore store = Log([60, 60, 60, 60], 250);
        Assert.Equal([3, 1], store.Segments());
        store.Put(3, new byte[store.Length(3)]);
        RecordLog log = LogHarness.Open(store);
        Assert.True(log.NextSequence > 4);
        Assert.Equal(LogStatus.Ok, LogHarness.Append(log, LogHarness.Payload(5, 5)));

        // The guess is settled by the new segment: opening again and again does not raise the numbers further.
        Assert.Equal(log.NextSequence, LogHarness.Open(store).NextSequence);
        Assert.Equal(log.EntrySegment, LogHarness.Scan(store)[^1].Segment);
    }

    [Fact]
    public void A_read_that_fails_is_damage_and_the_log_still_opens()
    {
        MemorySegmentStore whole = Log([100, 100, 100], 250);
        for (int failing = 0; failing < 12; failing++)
        {
            MemorySegmentStore store = whole.Copy();
            store.CallsToFailure = failing;
            RecordLog log = LogHarness.Open(store);
            store.CallsToFailure = -1;
            Assert.Equal(LogStatus.Ok, LogHarness.Append(log, LogHarness.Payload(9, 9)));
            Assert.Equal(4, LogHarness.Records(store).Count);
            Assert.Equal(4, LogHarness.Records(store).Select(r => r.Sequence).Distinct().Count());
        }
    }

    private static int End(Finding entry) => entry.Position + LogFormat.EntryOverheadBytes + entry.Length;

    private static MemorySegmentStore Log(int[] lengths, int limit)
    {
        MemorySegmentStore store = new();
        RecordLog log = LogHarness.Open(store, limit);
        for (int i = 0; i < lengths.Length; i++)
        {
            Assert.Equal(LogStatus.Ok, LogHarness.Append(log, LogHarness.Payload(i, lengths[i])));
        }

        return store;
    }

    /// <summary>A damaged log takes a further record, under a number of its own, and keeps what it had.</summary>
    private static void AssertGoesOn(MemorySegmentStore store, List<(int Sequence, string Payload)> intact)
    {
        RecordLog log = LogHarness.Open(store);
        int sequence = log.NextSequence;
        byte[] payload = LogHarness.Payload(77, 20);
        Assert.DoesNotContain(intact, record => record.Sequence >= sequence);
        Assert.Equal(LogStatus.Ok, LogHarness.Append(log, payload));
        Assert.Equal([.. intact, (sequence, LogHarness.Text(payload))], LogHarness.Records(store));
    }
}
