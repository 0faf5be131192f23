using System;
using System.Collections.Generic;
using EcgChip.NanoHost;
using EcgChip.Simulator.Board;

namespace EcgChip.Simulator.Flash;

/// <summary>
/// The flash as the chip waits for it: what littlefs reads, programs and erases for a call takes its time (<see cref="FlashTimes"/>). littlefs never
/// writes over what is in force: the first write after a flush begins a new block, with a copy of what the file's last one held.
/// </summary>
internal sealed class TimedFlash(SimulatedFlash flash, VirtualClock clock) : IHostFileSystem
{
    private const int BytesOfKilobyte = 1024;
    private const int BlocksOfDirectory = 2;

    private readonly HashSet<string> changed = new(StringComparer.Ordinal);
    private int commits;

    /// <inheritdoc/>
    public (long Total, long Free) Space => flash.Space;

    /// <inheritdoc/>
    public bool FileExists(string path)
    {
        clock.Advance(FlashTimes.LookUpUs);
        return flash.FileExists(path);
    }

    /// <inheritdoc/>
    public bool DirectoryExists(string path)
    {
        clock.Advance(FlashTimes.LookUpUs);
        return flash.DirectoryExists(path);
    }

    /// <inheritdoc/>
    public void CreateDirectory(string path)
    {
        flash.CreateDirectory(path);
        clock.Advance(FlashTimes.LookUpUs + (BlocksOfDirectory * FlashTimes.SectorEraseUs));
        Commit();
    }

    /// <inheritdoc/>
    public string[] GetFiles(string directory)
    {
        clock.Advance(FlashTimes.LookUpUs);
        return flash.GetFiles(directory);
    }

    /// <inheritdoc/>
    /// <remarks>Of an open file, known without looking.</remarks>
    public long Length(string path) => flash.Length(path);

    /// <inheritdoc/>
    public void Create(string path)
    {
        flash.Create(path);
        Commit();
    }

    /// <inheritdoc/>
    public int Read(string path, long offset, Span<byte> buffer)
    {
        int read = flash.Read(path, offset, buffer);
        clock.Advance(ReadUs(read));
        return read;
    }

    /// <inheritdoc/>
    public void Write(string path, long offset, ReadOnlySpan<byte> bytes)
    {
        flash.Write(path, offset, bytes);
        long end = offset + bytes.Length;
        long erased = Begun(end, SimulatedFlash.BlockSize) - Begun(offset, SimulatedFlash.BlockSize);
        long programmed = (end / FlashTimes.PageBytes) - (offset / FlashTimes.PageBytes);
        long copied = 0;
        if (changed.Add(path) && offset % SimulatedFlash.BlockSize != 0)
        {
            erased++;
            copied = offset % SimulatedFlash.BlockSize;
            programmed += copied / FlashTimes.PageBytes;
        }

        clock.Advance((erased * FlashTimes.SectorEraseUs) + (programmed * FlashTimes.PageProgramUs) + ReadUs(copied));
    }

    /// <inheritdoc/>
    public void SetLength(string path, long length)
    {
        flash.SetLength(path, length);
        changed.Add(path);
    }

    /// <inheritdoc/>
    public void Flush(string path)
    {
        flash.Flush(path);
        if (changed.Remove(path))
        {
            // The page that the last bytes are in was not full yet.
            clock.Advance(flash.Length(path) % FlashTimes.PageBytes == 0 ? 0 : FlashTimes.PageProgramUs);
            Commit();
        }
    }

    /// <inheritdoc/>
    public void Delete(string path)
    {
        flash.Delete(path);
        changed.Remove(path);
        Commit();
    }

    /// <inheritdoc/>
    public void Move(string from, string to)
    {
        flash.Move(from, to);
        Commit();
    }

    private static long Begun(long bytes, int unit) => (bytes + unit - 1) / unit;

    private static long ReadUs(long bytes) => bytes * FlashTimes.ReadKilobyteUs / BytesOfKilobyte;

    /// <summary>An entry in the metadata of a folder.</summary>
    private void Commit()
    {
        commits++;
        bool full = commits % FlashTimes.CommitsOfABlock == 0;
        clock.Advance(FlashTimes.LookUpUs + FlashTimes.PageProgramUs + (full ? FlashTimes.SectorEraseUs : 0));
    }
}
