using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.Device.Storage;
using EcgChip.NanoHost;
using EcgChip.Records;
using EcgChip.Simulator.Flash;

namespace EcgChip.Device.Tests.Storage;

/// <summary>The log's files on the simulated flash.</summary>
public sealed class FileSegmentStoreTests : IDisposable
{
    private const string Folder = @"I:\log";

    private readonly PanelBoard board = new();
    private readonly FileSegmentStore store;

    public FileSegmentStoreTests() => store = NewStore();

    public void Dispose() => board.Dispose();

    [Fact]
    public void Segments_hold_what_was_appended_whatever_comes_between()
    {
        Dictionary<int, List<byte>> model = [];
        Gen.Select(Gen.Int[0, 4], Gen.Int[1, 3], Gen.Byte.Array[0, 40], Gen.Int[0, 60]).Sample(
            (operation, segment, bytes, position) =>
            {
                List<byte> expected = model.GetValueOrDefault(segment) ?? [];
                switch (operation)
                {
                    case 0 or 1:
                        Assert.True(store.Append(segment, [7, .. bytes, 8], 1, bytes.Length));
                        model[segment] = [.. expected, .. bytes];
                        break;
                    case 2:
                        Assert.True(store.Flush(segment));
                        break;
                    case 3 when bytes.Length > 35:
                        Assert.True(store.Delete(segment));
                        model.Remove(segment);
                        break;
                }

                expected = model.GetValueOrDefault(segment) ?? [];
                byte[] read = new byte[50];
                int count = store.Read(segment, position, read, 10, 40);
                Assert.Equal(expected.Skip(position).Take(40), read.Skip(10).Take(count));
                Assert.Equal(expected.Count, store.Length(segment));
            },
            iter: 1000,
            threads: 1);
        Assert.Equal(model.Keys.Order(), store.Segments().Order());
    }

    [Fact]
    public void What_was_flushed_survives_a_power_cut_and_what_was_not_is_gone()
    {
        store.Append(1, [1, 2], 0, 2);
        store.Flush(1);
        store.Append(1, [3], 0, 1);
        store.Append(2, [4], 0, 1);
        board.Flash.PowerCut();
        using IDisposable reboot = HostBoard.Attach(board);
        FileSegmentStore after = NewStore();

        Assert.Equal(2 + 1, after.Length(1));
        Assert.Equal(0, after.Length(2));
    }

    [Fact]
    public void Other_files_are_no_segments()
    {
        foreach (string name in new[] { "00000012.seg", "12.seg", "0000001x.seg", "00000012.tmp", "000000012.seg" })
        {
            board.Flash.Create($@"{Folder}\{name}");
        }

        Assert.Equal([12], store.Segments());
    }

    [Theory]
    [InlineData(SimulatedFlash.SmallCapacity)]
    [InlineData(SimulatedFlash.LargeCapacity)]
    public void What_is_said_to_be_free_can_be_appended(int capacity)
    {
        PanelBoard small = new(new SimulatedFlash(capacity));
        using IDisposable attached = small;
        FileSegmentStore filled = new(Folder, capacity);
        byte[] page = new byte[1000];
        int segment = 1;
        while (filled.FreeBytes() >= page.Length)
        {
            segment += filled.Length(segment) > 60_000 ? 1 : 0;
            Assert.True(filled.Append(segment, page, 0, page.Length));
            Assert.True(filled.Flush(segment));
        }

        long before = filled.FreeBytes();
        Assert.Equal(before, Reopened(capacity).FreeBytes());
        Assert.True(filled.Delete(1));
        Assert.True(filled.FreeBytes() > before);
        Assert.InRange(small.Flash.Space.Free, 1, 200_000);
    }

    [Fact]
    public void The_files_beside_a_segment_are_told_from_it_by_their_names()
    {
        int[] files = [12, LogFile.Acknowledged(12), LogFile.Replacement(12), LogFile.Settings(2)];
        foreach (int file in files)
        {
            Assert.True(store.Append(file, [1], 0, 1));
        }

        store.Flush(files[^1]);
        Assert.Equal(
            [@"I:\log\00000002.set", @"I:\log\00000012.ack", @"I:\log\00000012.new", @"I:\log\00000012.seg"], board.Flash.GetFiles(Folder));
        Assert.Equal(files, store.Segments().Order());
    }

    [Fact]
    public void A_renamed_file_is_whole_and_takes_no_others_place()
    {
        store.Append(LogFile.Replacement(3), [1, 2], 0, 2);
        Assert.True(store.Flush(LogFile.Replacement(3)));
        Assert.True(store.Rename(LogFile.Replacement(3), 3));
        Assert.Equal((2, 0), (store.Length(3), store.Length(LogFile.Replacement(3))));
        store.Append(4, [9], 0, 1);
        Assert.False(store.Rename(4, 3));
        Assert.False(store.Rename(7, 8));
        Assert.Equal((2, 1), (store.Length(3), store.Length(4)));
    }

    [Fact]
    public void One_file_can_be_copied_into_another_without_closing_either()
    {
        store.Append(1, new byte[2000], 0, 2000);
        store.Flush(1);
        int before = board.Flash.Changes;
        byte[] page = new byte[100];
        for (int at = 0; at < 2000; at += page.Length)
        {
            Assert.Equal(page.Length, store.Read(1, at, page, 0, page.Length));
            Assert.True(store.Append(2, page, 0, page.Length));
        }

        Assert.Equal(before + 1 + 20, board.Flash.Changes);
    }

    [Fact]
    public void A_folder_that_cannot_be_listed_is_not_an_empty_one()
    {
        PanelBoard small = new(new SimulatedFlash(2 * SimulatedFlash.BlockSize));
        using IDisposable attached = small;
        Assert.Null(new FileSegmentStore(Folder, SimulatedFlash.LargeCapacity).Segments());
    }

    [Fact]
    public void A_file_with_a_bad_block_is_an_answer_and_the_others_are_not_touched()
    {
        store.Append(1, [1, 2], 0, 2);
        store.Append(2, [3], 0, 1);
        store.Flush(2);
        board.Flash.DamagedFiles.Add(Folder + @"\00000001.seg");
        Assert.Equal(-1, store.Length(1));
        Assert.Equal(0, store.Read(1, 0, new byte[2], 0, 2));
        Assert.False(store.Append(1, [1], 0, 1));
        Assert.Equal(1, store.Length(2));
        Assert.Equal([1, 2], store.Segments().Order());
    }

    [Fact]
    public void A_full_flash_is_an_answer()
    {
        PanelBoard small = new(new SimulatedFlash(SimulatedFlash.SmallCapacity));
        using IDisposable attached = small;
        FileSegmentStore filled = new(Folder, SimulatedFlash.LargeCapacity);

        Assert.False(filled.Append(1, new byte[300_000], 0, 300_000));
        Assert.True(filled.Append(1, [1], 0, 1));
        Assert.Equal(1, filled.Length(1));
    }

    [Fact]
    public void A_segment_that_is_not_there_is_empty()
    {
        Assert.Equal(0, store.Length(5));
        Assert.Equal(0, store.Read(5, 0, new byte[4], 0, 4));
        Assert.True(store.Flush(5));
        Assert.True(store.Delete(5));
        Assert.Empty(store.Segments());
    }

    private static FileSegmentStore NewStore() => new(Folder, SimulatedFlash.LargeCapacity);

    private static FileSegmentStore Reopened(int capacity)
    {
        FileSegmentStore store = new(Folder, capacity);
        store.Segments();
        return store;
    }
}
