using System;
using CsCheck;
using EcgChip.NanoHost;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Flash;
using EcgChip.Simulator.Patients;

namespace EcgChip.Simulator.Tests.Flash;

/// <summary>How long the board stands still for its flash when it runs on the chip's clock.</summary>
public sealed class FlashTimeTests
{
    private const int Mips = 160;
    private const int CommitUs = FlashTimes.LookUpUs + FlashTimes.PageProgramUs;
    private const string Name = @"I:\1.seg";

    private static readonly SyntheticPatient Patient = new(new() { Seconds = 2 });

    [Fact]
    public void A_new_file_costs_an_entry_its_first_write_a_sector_and_closing_the_page_that_is_not_full_and_an_entry()
    {
        SimulatedBoard board = OnTheChipsClock();
        Assert.Equal(CommitUs, Took(board, files => files.Create(Name)));
        Assert.Equal(FlashTimes.SectorEraseUs, Took(board, files => files.Write(Name, 0, new byte[64])));
        Assert.Equal(0, Took(board, files => files.Write(Name, 64, new byte[64])));
        Assert.Equal(FlashTimes.PageProgramUs, Took(board, files => files.Write(Name, 128, new byte[200])));
        Assert.Equal(FlashTimes.PageProgramUs + CommitUs, Took(board, files => files.Flush(Name)));
        Assert.Equal(0, Took(board, files => files.Flush(Name)));
    }

    [Fact]
    public void A_file_that_goes_on_after_a_flush_is_copied_to_a_new_sector()
    {
        SimulatedBoard board = OnTheChipsClock();
        board.Files.Create(Name);
        board.Files.Write(Name, 0, new byte[1024]);
        board.Files.Flush(Name);

        Assert.Equal(
            FlashTimes.SectorEraseUs + FlashTimes.ReadKilobyteUs + (4 * FlashTimes.PageProgramUs),
            Took(board, files => files.Write(Name, 1024, new byte[10])));
    }

    [Fact]
    public void Whatever_the_pieces_writing_costs_what_its_sectors_and_pages_cost() =>
        Gen.Int[1, 1500].Array[1, 30].Sample(pieces =>
        {
            SimulatedBoard board = OnTheChipsClock();
            board.Files.Create(Name);
            long took = 0;
            int length = 0;
            foreach (int piece in pieces)
            {
                int at = length;
                took += Took(board, files => files.Write(Name, at, new byte[piece]));
                length += piece;
            }

            int sectors = (length + SimulatedFlash.BlockSize - 1) / SimulatedFlash.BlockSize;
            Assert.Equal((sectors * FlashTimes.SectorEraseUs) + (length / FlashTimes.PageBytes * FlashTimes.PageProgramUs), took);
        });

    [Fact]
    public void Every_so_many_entries_a_folder_is_written_anew()
    {
        SimulatedBoard board = OnTheChipsClock();
        long took = 0;
        for (int i = 0; i < FlashTimes.CommitsOfABlock; i++)
        {
            took += Took(board, files => files.Create($"I:\\{i}"));
        }

        Assert.Equal((FlashTimes.CommitsOfABlock * CommitUs) + FlashTimes.SectorEraseUs, took);
    }

    [Fact]
    public void Where_computing_takes_no_time_flash_takes_none_either()
    {
        SimulatedBoard board = new(Patient);
        Assert.Equal(0, Took(board, files =>
        {
            files.Create(Name);
            files.Write(Name, 0, new byte[10_000]);
            files.Flush(Name);
        }));
    }

    [Fact]
    public void The_time_changes_nothing_in_what_is_stored()
    {
        SimulatedBoard board = OnTheChipsClock();
        board.Files.CreateDirectory(@"I:\log");
        board.Files.Create(@"I:\log\a");
        board.Files.Write(@"I:\log\a", 0, [1, 2, 3]);
        board.Files.Flush(@"I:\log\a");
        board.Files.Move(@"I:\log\a", @"I:\log\b");
        board.Flash.PowerCut();
        byte[] read = new byte[3];
        Assert.Equal((3, 3), (board.Files.Read(@"I:\log\b", 0, read), board.Files.Length(@"I:\log\b")));
        Assert.Equal([1, 2, 3], read);
        Assert.Equal([@"I:\log\b"], board.Files.GetFiles(@"I:\log"));
        Assert.Equal((true, false), (board.Files.DirectoryExists(@"I:\log"), board.Files.FileExists(@"I:\log\a")));
        board.Files.SetLength(@"I:\log\b", 1);
        board.Files.Delete(@"I:\log\b");
        Assert.Empty(board.Files.GetFiles(@"I:\log"));
    }

    private static SimulatedBoard OnTheChipsClock() => new(Patient, clock: new ChipTime(Mips));

    private static long Took(SimulatedBoard board, Action<IHostFileSystem> act)
    {
        long before = board.Clock.NowUs;
        act(board.Files);
        return board.Clock.NowUs - before;
    }
}
