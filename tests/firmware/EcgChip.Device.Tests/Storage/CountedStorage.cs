using System;
using System.Collections.Generic;
using EcgChip.Records;

namespace EcgChip.Device.Tests.Storage;

/// <summary>
/// What runs under the instruction counter: loaded alongside the counted firmware and called by reflection, so that what goes in and comes out are
/// the runtime's own types.
/// </summary>
public static class CountedStorage
{
    private const int Page = 128;
    private const int Limit = 32 * 1024;

    /// <summary>Opens, lists, reads, acknowledges and cleans a log.</summary>
    /// <param name="total">Reads the counter.</param>
    /// <param name="records">How many records, of which every other one is acknowledged.</param>
    /// <param name="bytes">Bytes of each.</param>
    /// <returns>The largest charge of a slice of each job, then of a whole acknowledgement and of saving settings.</returns>
    public static long[] LargestSlices(Func<long> total, int records, int bytes)
    {
        ArgumentNullException.ThrowIfNull(total);
        Files files = new();
        RecordLog log = Open(files);
        for (int i = 0; i < records; i++)
        {
            log.BeginAppend(bytes);
            log.Write(new byte[bytes], 0, bytes);
            log.Commit();
        }

        LogReader reader = new(log);
        long acknowledgement = 0;
        for (int sequence = 1; sequence <= records; sequence += 2)
        {
            reader.BeginFind(sequence);
            Largest(total, reader.Step);
            long before = total();
            reader.Acknowledge();
            acknowledgement = Math.Max(acknowledgement, total() - before);
        }

        log = new RecordLog(files, Limit, Page);
        log.Open(LogCheck.NewestPayloads);
        long opening = Largest(total, log.Step);
        LogListing listing = new(log);
        listing.Begin(new int[8], new int[8], new int[8], new int[8]);
        long list = Largest(total, listing.Step);
        reader = new LogReader(log);
        reader.BeginNext(records - 2);
        long read = Largest(total, reader.Step);
        LogCleaner cleaner = new(log);
        cleaner.Begin(int.MaxValue - 1);
        long clean = Largest(total, cleaner.Step);
        SettingsStore settings = new(files);
        settings.Save(new StoredSettings());
        settings.Save(new StoredSettings());
        long start = total();
        settings.Save(new StoredSettings());
        return [opening, list, read, clean, acknowledgement, total() - start];
    }

    private static RecordLog Open(Files files)
    {
        RecordLog log = new(files, Limit, Page);
        log.Open(LogCheck.NewestPayloads);
        while (!log.Step())
        {
        }

        return log;
    }

    private static long Largest(Func<long> total, Func<bool> step)
    {
        long largest = 0;
        for (bool done = false; !done;)
        {
            long before = total();
            done = step();
            largest = Math.Max(largest, total() - before);
        }

        return largest;
    }

    private sealed class Files : ISegmentStore
    {
        private readonly SortedDictionary<int, List<byte>> files = [];

        public int[] Segments() => [.. files.Keys];

        public int Length(int segment) => files.TryGetValue(segment, out List<byte>? bytes) ? bytes.Count : 0;

        public int Read(int segment, int position, byte[] buffer, int offset, int count)
        {
            int read = Math.Clamp(Length(segment) - position, 0, count);
            if (read > 0)
            {
                files[segment].CopyTo(position, buffer, offset, read);
            }

            return read;
        }

        public bool Append(int segment, byte[] buffer, int offset, int count)
        {
            files.TryAdd(segment, []);
            files[segment].AddRange(buffer.AsSpan(offset, count));
            return true;
        }

        public bool Flush(int segment) => true;

        public bool Delete(int segment)
        {
            files.Remove(segment);
            return true;
        }

        public bool Rename(int segment, int newSegment)
        {
            files[newSegment] = files[segment];
            return files.Remove(segment);
        }

        public long FreeBytes() => 1_000_000;
    }
}
