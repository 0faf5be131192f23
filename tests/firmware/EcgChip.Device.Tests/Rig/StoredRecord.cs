using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Storage;
using EcgChip.Records;
using EcgChip.Simulator.Flash;

namespace EcgChip.Device.Tests.Rig;

/// <summary>A record read out of the flash of the attached board, as another device would read it.</summary>
/// <param name="Bytes">The record as it stands there.</param>
/// <param name="Contents">What it says.</param>
internal sealed record StoredRecord(byte[] Bytes, RecordContents Contents)
{
    private const int PageBytes = 4096;

    /// <summary>The beats, their sample index counted from the recording's start.</summary>
    public IReadOnlyList<HeardBeat> Beats => [.. Enumerable.Range(0, Contents.Beats.Count).Select(i =>
        new HeardBeat(Contents.Beats.SampleIndex(i), Contents.Beats.Class(i), Contents.Beats.Confidence(i)))];

    /// <summary>The gaps: first sample, and the sample behind the last.</summary>
    public IReadOnlyList<(int Start, int End)> Gaps => [.. Enumerable.Range(0, Contents.Gaps.Count).Select(i =>
        (Contents.Gaps.Start(i), Contents.Gaps.Start(i) + Contents.Gaps.Length(i)))];

    /// <summary>The samples, fillers in gaps included.</summary>
    public short[] Samples()
    {
        short[] samples = new short[Contents.SampleCount];
        SampleUnpacker unpacker = new();
        unpacker.Begin(Contents.PackedBytes, Contents.PackedOffset, Contents.PackedCount);
        Assert.Equal(samples.Length, unpacker.Read(samples, 0, samples.Length));
        return samples;
    }

    /// <summary>Every sound record of the log, oldest first.</summary>
    public static IReadOnlyList<StoredRecord> ReadAll()
    {
        List<StoredRecord> records = [];
        FileSegmentStore store = new(Firmware.LogDirectory, SimulatedFlash.LargeCapacity);
        LogScanner scanner = new(store, PageBytes);
        scanner.Begin(LogCheck.AllPayloads);
        bool done;
        do
        {
            done = scanner.Step();
            if (scanner.Found == LogFinding.Record)
            {
                byte[] bytes = new byte[scanner.Length];
                Assert.Equal(bytes.Length, store.Read(scanner.Segment, scanner.Position + LogFormat.EntryHeaderBytes, bytes, 0, bytes.Length));
                Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(bytes, 0, bytes.Length, out RecordContents contents));
                Assert.Equal(scanner.Sequence, contents.Sequence);
                records.Add(new StoredRecord(bytes, contents));
            }
        }
        while (!done);
        return records;
    }
}
