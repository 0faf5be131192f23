using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Records.Tests;

/// <summary>
/// Segments in memory that behave as files on flash: what was not flushed may be lost in a power cut, from any byte on; room is limited;
/// calls can be made to fail.
/// </summary>
internal sealed class MemorySegmentStore : ISegmentStore
{
    private readonly SortedDictionary<int, File> files = [];

    public int Capacity { get; set; } = int.MaxValue;

    /// <summary>What <see cref="FreeBytes"/> answers beyond the truth, as a file system's estimate may.</summary>
    public int Overestimate { get; set; }

    /// <summary>Calls that change or read something until one fails; negative: none fails.</summary>
    public int CallsToFailure { get; set; } = -1;

    /// <summary>Whether the files can be listed.</summary>
    public bool CanList { get; set; } = true;

    public int Deletes { get; private set; }

    public int LargestRead { get; private set; }

    public int ReadsAndAppends { get; private set; }

    public int TotalBytes => files.Values.Sum(file => file.Bytes.Count);

    public byte[] this[int segment] => [.. files[segment].Bytes];

    public int[] Segments() => CanList ? [.. files.Keys.Reverse()] : null!;

    public int Length(int segment) => files.TryGetValue(segment, out File? file) ? file.Bytes.Count : 0;

    public int Read(int segment, int position, byte[] buffer, int offset, int count)
    {
        ReadsAndAppends++;
        LargestRead = int.Max(LargestRead, count);
        List<byte> bytes = files.TryGetValue(segment, out File? file) ? file.Bytes : [];
        int read = Fails() ? 0 : int.Clamp(bytes.Count - position, 0, count);
        bytes.CopyTo(position, buffer, offset, read);
        return read;
    }

    public bool Append(int segment, byte[] buffer, int offset, int count)
    {
        ReadsAndAppends++;
        if (!files.TryGetValue(segment, out File? file))
        {
            files[segment] = file = new File();
        }

        // A failing append leaves a part of the bytes, as a file system out of room does.
        int room = int.Max(0, Capacity - TotalBytes);
        int written = int.Min(Fails() ? count / 2 : count, room);
        file.Bytes.AddRange(buffer.AsSpan(offset, written));
        return written == count;
    }

    public bool Flush(int segment)
    {
        if (Fails())
        {
            return false;
        }

        if (files.TryGetValue(segment, out File? file))
        {
            file.Safe = file.Bytes.Count;
        }

        return true;
    }

    public bool Delete(int segment)
    {
        if (Fails())
        {
            return false;
        }

        Deletes++;
        files.Remove(segment);
        return true;
    }

    public bool Rename(int segment, int newSegment)
    {
        if (Fails() || files.ContainsKey(newSegment) || !files.Remove(segment, out File? file))
        {
            return false;
        }

        Assert.Equal(file.Safe, file.Bytes.Count);
        files.Add(newSegment, file);
        return true;
    }

    public long FreeBytes() => (long)Capacity - TotalBytes + Overestimate;

    /// <summary>
    /// Takes the power away: of what was not flushed, a segment keeps as many bytes as <paramref name="keep"/> says, up to all.
    /// </summary>
    public void Cut(int keep)
    {
        foreach (File file in files.Values)
        {
            int left = int.Min(file.Safe + keep, file.Bytes.Count);
            file.Bytes.RemoveRange(left, file.Bytes.Count - left);
            file.Safe = left;
        }
    }

    public void Put(int segment, params byte[] bytes)
    {
        files[segment] = new File { Safe = bytes.Length };
        files[segment].Bytes.AddRange(bytes);
    }

    public void Truncate(int segment, int length) => Put(segment, this[segment][..length]);

    public void Flip(int segment, int bit) => files[segment].Bytes[bit / 8] ^= (byte)(1 << (bit % 8));

    public MemorySegmentStore Copy()
    {
        MemorySegmentStore copy = new() { Capacity = Capacity };
        foreach ((int segment, File file) in files)
        {
            copy.Put(segment, [.. file.Bytes]);
        }

        return copy;
    }

    private bool Fails()
    {
        if (CallsToFailure < 0)
        {
            return false;
        }

        CallsToFailure--;
        return CallsToFailure < 0;
    }

    private sealed class File
    {
        public List<byte> Bytes { get; } = [];

        public int Safe { get; set; }
    }
}
