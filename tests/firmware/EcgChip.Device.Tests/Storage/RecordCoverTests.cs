using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.Device.Security;
using EcgChip.Records;
using EcgChip.Records.Tests;

namespace EcgChip.Device.Tests.Storage;

/// <summary>Records that are covered where they are stored: what stands in the flash, and what is read of it.</summary>
public sealed class RecordCoverTests
{
    private const int SegmentBytes = 4000;
    private const int PageBytes = 128;
    private static readonly byte[] Key = [.. Enumerable.Range(1, SettingsStore.KeyBytes).Select(i => (byte)(i * 3))];

    [Fact]
    public void Of_a_record_nothing_stands_in_the_flash_in_the_clear_and_the_same_again_stands_there_otherwise()
    {
        MemorySegmentStore flash = new();
        RecordLog log = Open(flash, Key);
        byte[] record = [.. Enumerable.Range(0, 500).Select(i => (byte)(i / 8))];
        Append(log, record);
        Append(log, record);
        byte[] segment = flash[1];
        Assert.Equal(-1, segment.AsSpan().IndexOf(record.AsSpan(0, 16)));
        byte[] first = segment[Payload(0, 520)];
        byte[] second = segment[Payload(1, 520)];
        Assert.Equal("ECGX"u8, first.AsSpan(0, 4));
        Assert.Equal(first[..8], second[..8]);
        Assert.NotEqual(first[8..], second[8..]);
        Assert.Equal(record, Read(log, 1));
        Assert.Equal(record, Read(log, 2));
    }

    [Fact]
    public void Whatever_is_written_in_whatever_pieces_is_read_back_from_any_place_after_a_restart() =>
        Gen.Select(Gen.Byte.Array[1, 900], Gen.Int[1, 200], Gen.Int[0, 1000], Gen.Int[1, 400]).Sample(
            (record, piece, place, count) =>
            {
                MemorySegmentStore flash = new();
                RecordLog log = Open(flash, Key);
                Append(log, record, piece);
                LogReader reader = Find(Open(flash, null), 1);
                Assert.Equal(record.Length, reader.Length);
                byte[] read = new byte[count];
                int expected = Math.Clamp(record.Length - place, 0, count);
                Assert.Equal(expected, reader.Read(place, read, 0, count));
                Assert.Equal(record.AsSpan(Math.Min(place, record.Length), expected), read.AsSpan(0, expected));
            },
            iter: 500, threads: 1);

    [Fact]
    public void Without_a_key_a_record_is_stored_as_it_is_and_stays_readable_when_there_is_one()
    {
        MemorySegmentStore flash = new();
        RecordLog log = Open(flash, null);
        Append(log, [1, 2, 3, 4, 5]);
        new SettingsStore(flash).SaveKey(new StoredSettings(), Key);
        Append(log, [6, 7, 8]);
        Assert.Equal([1, 2, 3, 4, 5], Read(log, 1));
        Assert.Equal([6, 7, 8], Read(log, 2));
    }

    [Fact]
    public void A_record_under_another_key_is_given_as_it_stands_there_and_none_of_it_is_lost()
    {
        MemorySegmentStore flash = new();
        RecordLog log = Open(flash, Key);
        byte[] record = new byte[300];
        Append(log, record);
        byte[] stands = flash[1][Payload(0, 320)];
        new SettingsStore(flash).SaveKey(new StoredSettings(), [.. Key.Reverse()]);
        Append(log, [9, 9]);
        Assert.Equal(stands, Read(Open(flash, null), 1));
        Assert.Equal([9, 9], Read(log, 2));
        new SettingsStore(flash).SaveKey(new StoredSettings(), Key);
        Assert.Equal(record, Read(Open(flash, null), 1));
    }

    [Fact]
    public void A_key_that_cannot_be_read_in_the_middle_fails_the_record_and_no_other()
    {
        MemorySegmentStore flash = new();
        RecordLog log = Open(flash, Key);
        Append(log, [1, 2, 3]);
        Assert.Equal(LogStatus.Ok, log.BeginAppend(100));
        Assert.Equal(LogStatus.Ok, log.Write(new byte[60], 0, 60));
        log.Cover!.Release();
        foreach (int which in new[] { 1, 2 })
        {
            flash.Delete(LogFile.Settings(which));
        }

        Assert.Equal(LogStatus.StoreFailed, log.Write(new byte[40], 0, 40));
        new SettingsStore(flash).SaveKey(new StoredSettings(), Key);
        Append(log, [4, 5]);
        Assert.Equal([1, 2, 3], Read(log, 1));
        Assert.Equal([4, 5], Read(log, log.NextSequence - 1));
    }

    [Fact]
    public void Room_that_is_promised_before_a_recording_is_there_for_its_cover_too()
    {
        MemorySegmentStore flash = new() { Capacity = 100 + 1000 + LogFormat.EntryOverheadBytes + LogFormat.SegmentHeaderBytes + RecordCoverFormat.Bytes };
        RecordLog log = Open(flash, Key);
        Assert.Equal(LogStatus.Ok, log.RoomFor(1000));
        Append(log, new byte[1000]);
        Assert.Equal(LogStatus.Full, log.RoomFor(1));
        flash.Capacity--;
        Assert.Equal(LogStatus.Full, Open(flash.Copy(), null).RoomFor(1000));
    }

    [Fact]
    public void The_history_lists_covered_recordings_as_it_lists_others()
    {
        foreach (byte[]? key in new[] { null, Key })
        {
            (int[] sequence, int[] minute, int[] answer) = List(key);
            Assert.Equal([3, 2, 1], sequence);
            Assert.Equal([30_000_003, 30_000_002, 30_000_001], minute);
            Assert.Equal([0, 2, 1], answer);
        }
    }

    // Of entries of one length, from the payload's first byte to its last.
    private static Range Payload(int entry, int bytes)
    {
        int begin = LogFormat.SegmentHeaderBytes + (entry * (LogFormat.EntryOverheadBytes + bytes)) + LogFormat.EntryHeaderBytes;
        return begin..(begin + bytes);
    }

    private static (int[], int[], int[]) List(byte[]? key)
    {
        RecordLog log = Open(new MemorySegmentStore(), key);
        for (int i = 1; i <= 3; i++)
        {
            RecordContents contents = new(100, 4, 2);
            contents.SetSamples(new byte[1], 0, 1, 8);
            contents.AddModel(new ModelReference(ModelRole.Live, "m", "0123456789abcdef"));
            contents.SetStart((30_000_000L + i) * 60_000);
            contents.Summary.Answer = i % 3;
            RecordSaver saver = new(log, 64);
            Assert.Equal(LogStatus.Working, saver.Begin(contents));
            while (!saver.Step())
            {
            }

            Assert.Equal(LogStatus.Ok, saver.Status);
        }

        SelfTestRecord test = new() { Models = [], Lines = new Records.Link.SelfTestLines(10) };
        Append(log, test.Encode());
        LogListing listing = new(log);
        int[] sequence = new int[8];
        int[] minute = new int[8];
        int[] answer = new int[8];
        listing.Begin(sequence, minute, answer, new int[8]);
        while (!listing.Step())
        {
        }

        return (sequence[..listing.Count], minute[..listing.Count], answer[..listing.Count]);
    }

    private static RecordLog Open(MemorySegmentStore flash, byte[]? key)
    {
        if (key is not null)
        {
            Assert.Equal(SettingsStatus.Ok, new SettingsStore(flash).SaveKey(new StoredSettings(), key));
        }

        RecordLog log = new(flash, SegmentBytes, PageBytes) { Cover = new RecordCover(new SettingsStore(flash)) };
        log.Open(LogCheck.AllPayloads);
        while (!log.Step())
        {
        }

        return log;
    }

    private static void Append(RecordLog log, byte[] record, int piece = 64)
    {
        Assert.Equal(LogStatus.Ok, log.BeginAppend(record.Length));
        for (int at = 0; at < record.Length; at += piece)
        {
            Assert.Equal(LogStatus.Ok, log.Write(record, at, Math.Min(piece, record.Length - at)));
        }

        Assert.Equal(LogStatus.Ok, log.Commit());
    }

    private static LogReader Find(RecordLog log, int sequence)
    {
        LogReader reader = new(log);
        reader.BeginFind(sequence);
        while (!reader.Step())
        {
        }

        Assert.Equal(LogStatus.Ok, reader.Status);
        return reader;
    }

    private static byte[] Read(RecordLog log, int sequence)
    {
        LogReader reader = Find(log, sequence);
        byte[] record = new byte[reader.Length];
        Assert.Equal(record.Length, reader.Read(0, record, 0, record.Length));
        return record;
    }
}
