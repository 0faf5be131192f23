using System;
using System.Collections.Generic;
using System.IO;
using CsCheck;
using EcgChip.Simulator.Flash;

namespace EcgChip.Simulator.Tests.Flash;

public sealed class SimulatedFlashTests
{
    private const string Folder = @"I:\log";
    private const string Name = @"I:\log\1.seg";

    private static SimulatedFlash WithFolder(int capacity = SimulatedFlash.SmallCapacity)
    {
        SimulatedFlash flash = new(capacity);
        flash.CreateDirectory(Folder);
        return flash;
    }

    private static byte[] ReadAll(SimulatedFlash flash, string path)
    {
        byte[] content = new byte[flash.Length(path)];
        Assert.Equal(content.Length, flash.Read(path, 0, content));
        return content;
    }

    [Fact]
    public void A_file_holds_what_was_written_whatever_the_order() =>
        Gen.Select(Gen.Double[0, 1], Gen.Byte.Array[1, 300]).Array[1, 20].Sample(writes =>
        {
            SimulatedFlash flash = WithFolder();
            flash.Create(Name);
            List<byte> model = [];
            foreach ((double place, byte[] bytes) in writes)
            {
                int offset = (int)(place * model.Count);
                flash.Write(Name, offset, bytes);
                model.RemoveRange(offset, Math.Min(bytes.Length, model.Count - offset));
                model.InsertRange(offset, bytes);
            }

            Assert.Equal(model, ReadAll(flash, Name));
        });

    [Fact]
    public void A_power_cut_takes_back_what_was_not_flushed()
    {
        SimulatedFlash flash = WithFolder();
        flash.Create(Name);
        flash.Write(Name, 0, [1, 2, 3]);
        flash.Flush(Name);
        flash.Write(Name, 3, [4]);
        flash.Write(Name, 0, [9]);
        flash.PowerCut();

        Assert.Equal([1, 2, 3], ReadAll(flash, Name));
    }

    [Fact]
    public void A_truncated_file_has_its_old_content_back_after_a_power_cut()
    {
        SimulatedFlash flash = WithFolder();
        flash.Create(Name);
        flash.Write(Name, 0, [1, 2, 3]);
        flash.Flush(Name);
        flash.Create(Name);

        Assert.Equal(0, flash.Length(Name));
        flash.PowerCut();
        Assert.Equal([1, 2, 3], ReadAll(flash, Name));
    }

    [Fact]
    public void The_power_can_fail_on_any_change()
    {
        for (int change = 1; change <= 4; change++)
        {
            SimulatedFlash flash = new();
            flash.ChangesUntilPowerCut = change;
            Assert.Throws<PowerLostException>(() =>
            {
                flash.CreateDirectory(Folder);
                flash.Create(Name);
                flash.Write(Name, 0, [1]);
                flash.Flush(Name);
            });

            Assert.Equal(change, flash.Changes);
            Assert.Equal(change > 1, flash.DirectoryExists(Folder));
            Assert.Equal(change > 2, flash.FileExists(Name));
            Assert.Null(flash.ChangesUntilPowerCut);
            if (flash.FileExists(Name))
            {
                Assert.Equal(0, flash.Length(Name));
            }
        }
    }

    [Fact]
    public void The_power_can_fail_behind_any_byte_and_leave_any_part_of_what_was_not_flushed()
    {
        for (int cut = 0; cut < 6; cut++)
        {
            for (int kept = 0; kept < 8; kept++)
            {
                SimulatedFlash flash = WithFolder();
                flash.Create(Name);
                flash.Write(Name, 0, [1, 2]);
                flash.Flush(Name);
                flash.BytesUntilPowerCut = cut;
                flash.KeptUnflushedBytes = kept;
                Assert.Throws<PowerLostException>(() =>
                {
                    flash.Write(Name, 2, [3, 4, 5, 6]);
                    flash.Write(Name, 6, [7, 8]);
                });

                Assert.Equal(Math.Min(cut, kept), ReadAll(flash, Name).Length - 2);
                Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], [.. ReadAll(flash, Name), .. new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }[ReadAll(flash, Name).Length..]]);
                flash.Write(Name, flash.Length(Name), [9]);
                flash.Flush(Name);
            }
        }
    }

    [Fact]
    public void What_is_done_to_a_copy_is_not_done_to_the_flash()
    {
        SimulatedFlash flash = WithFolder();
        flash.Create(Name);
        flash.Write(Name, 0, [1, 2]);
        SimulatedFlash copy = flash.Copy();
        copy.Write(Name, 0, [9]);
        copy.CreateDirectory(@"I:\other");
        copy.PowerCut();
        Assert.Equal([1, 2], ReadAll(flash, Name));
        Assert.False(flash.DirectoryExists(@"I:\other"));
        Assert.Equal(0, copy.Length(Name));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4096, 1)]
    [InlineData(4097, 2)]
    [InlineData(4096 + 4092, 2)]
    [InlineData(4096 + 4092 + 1, 3)]
    [InlineData(4096 + 4092 + 4088, 3)]
    [InlineData((8 * 4096) - (4 * (1 + 2 + 1 + 3 + 1 + 2 + 1)), 8)]
    [InlineData((8 * 4096) - (4 * (1 + 2 + 1 + 3 + 1 + 2 + 1)) + 1, 9)]
    public void A_files_later_blocks_begin_with_pointers_to_the_ones_before(int bytes, int blocks)
    {
        SimulatedFlash flash = WithFolder();
        long free = flash.Space.Free;
        flash.Create(Name);
        flash.Write(Name, 0, new byte[bytes]);
        flash.Flush(Name);
        Assert.Equal(free - (blocks * SimulatedFlash.BlockSize), flash.Space.Free);
    }

    [Fact]
    public void A_damaged_file_cannot_be_read_and_can_be_removed()
    {
        SimulatedFlash flash = WithFolder();
        flash.Create(Name);
        flash.DamagedFiles.Add(Name);
        Assert.Throws<IOException>(() => flash.Length(Name));
        Assert.Throws<IOException>(() => flash.Read(Name, 0, new byte[1]));
        flash.Delete(Name);
        Assert.False(flash.FileExists(Name));
    }

    [Fact]
    public void Files_take_whole_blocks_and_a_full_flash_refuses_more()
    {
        SimulatedFlash flash = WithFolder(8 * SimulatedFlash.BlockSize);
        long free = flash.Space.Free;
        flash.Create(Name);
        flash.Write(Name, 0, [1]);
        flash.Flush(Name);

        Assert.Equal(free - SimulatedFlash.BlockSize, flash.Space.Free);
        Assert.Throws<IOException>(() => flash.Write(Name, 1, new byte[3 * SimulatedFlash.BlockSize]));
        Assert.Equal([1], ReadAll(flash, Name));
        flash.Delete(Name);
        Assert.Equal(free, flash.Space.Free);
    }

    [Fact]
    public void No_more_is_ever_used_than_there_is() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3], Gen.Int[0, 20_000]).Array[1, 40].Sample(steps =>
        {
            SimulatedFlash flash = WithFolder(16 * SimulatedFlash.BlockSize);
            foreach ((int operation, int file, int length) in steps)
            {
                string path = $@"{Folder}\{file}";
                try
                {
                    Apply(flash, operation, path, length);
                }
                catch (IOException)
                {
                    // full, or no such file: both are answers
                }

                Assert.InRange(flash.Space.Free, 0, flash.Space.Total);
            }
        });

    [Fact]
    public void Emptying_a_file_needs_no_room_on_a_full_flash()
    {
        SimulatedFlash flash = WithFolder(8 * SimulatedFlash.BlockSize);
        flash.Create(Name);
        flash.Write(Name, 0, new byte[100]);
        flash.Flush(Name);
        flash.Create(@"I:\log\2.seg");
        int pointers = (int)(flash.Space.Free / SimulatedFlash.BlockSize) * 2 * sizeof(int);
        flash.Write(@"I:\log\2.seg", 0, new byte[(int)flash.Space.Free - pointers]);
        Assert.Equal(0, flash.Space.Free);

        flash.Create(Name);
        Assert.Equal(0, flash.Space.Free);
        flash.PowerCut();
        Assert.Equal(100, flash.Length(Name));
    }

    [Fact]
    public void Files_are_listed_in_order_and_only_those_of_the_directory()
    {
        SimulatedFlash flash = WithFolder();
        flash.CreateDirectory(@"I:\log\deep");
        flash.Create(@"I:\top");
        foreach (string name in new[] { "b", "a", @"deep\c" })
        {
            flash.Create($@"{Folder}\{name}");
        }

        Assert.Equal([@"I:\log\a", @"I:\log\b"], flash.GetFiles(Folder));
        Assert.Equal([@"I:\top"], flash.GetFiles(@"I:\"));
        Assert.True(flash.DirectoryExists(@"I:\"));
    }

    [Fact]
    public void A_rename_replaces_nothing()
    {
        SimulatedFlash flash = WithFolder();
        flash.Create(Name);
        flash.Create(@"I:\log\2.seg");

        Assert.Throws<IOException>(() => flash.Move(Name, @"I:\log\2.seg"));
        Assert.Throws<DirectoryNotFoundException>(() => flash.Move(Name, @"I:\none\2.seg"));
        flash.Move(Name, @"I:\log\3.seg");
        Assert.Equal([@"I:\log\2.seg", @"I:\log\3.seg"], flash.GetFiles(Folder));
    }

    private static void Apply(SimulatedFlash flash, int operation, string path, int length)
    {
        switch (operation)
        {
            case 0:
                flash.Create(path);
                break;
            case 1:
                flash.Write(path, flash.Length(path), new byte[length]);
                break;
            case 2:
                flash.SetLength(path, length);
                break;
            case 3:
                flash.Flush(path);
                break;
            case 4:
                flash.Delete(path);
                break;
            default:
                flash.PowerCut();
                break;
        }
    }
}
