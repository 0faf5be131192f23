using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Records.Tests;

/// <summary>What a scan came upon; the payload of a sound record with it.</summary>
internal sealed record Finding(LogFinding Kind, int Sequence, int Segment, int Position, int Length, string Payload);

/// <summary>Opens logs, appends to them and reads them back, as the device does.</summary>
internal static class LogHarness
{
    public const int Page = 64;

    public static RecordLog Open(ISegmentStore store, int segmentLimit = 1000, LogCheck check = LogCheck.AllPayloads)
    {
        RecordLog log = new(store, segmentLimit, Page);
        log.Open(check);
        while (!log.Step())
        {
        }

        return log;
    }

    /// <summary>Everything that a scan reports, in its order.</summary>
    public static List<Finding> Scan(ISegmentStore store, LogCheck check = LogCheck.AllPayloads)
    {
        List<Finding> findings = [];
        LogScanner scanner = new(store, Page);
        scanner.Begin(check);
        bool finished;
        do
        {
            finished = scanner.Step();
            if (scanner.Found != LogFinding.None)
            {
                findings.Add(new Finding(
                    scanner.Found, scanner.Sequence, scanner.Segment, scanner.Position, scanner.Length, Payload(store, scanner)));
            }
        }
        while (!finished);

        return findings;
    }

    /// <summary>Sound records alone: number and payload.</summary>
    public static List<(int Sequence, string Payload)> Records(ISegmentStore store)
    {
        return [.. Scan(store).Where(f => f.Kind == LogFinding.Record).Select(f => (f.Sequence, f.Payload))];
    }

    public static List<Finding> Damage(ISegmentStore store) => [.. Scan(store).Where(f => f.Kind != LogFinding.Record)];

    /// <summary>Appends a whole entry in pages.</summary>
    public static LogStatus Append(RecordLog log, byte[] payload)
    {
        LogStatus status = log.BeginAppend(payload.Length);
        for (int at = 0; at < payload.Length && status == LogStatus.Ok; at += Page)
        {
            status = log.Write(payload, at, int.Min(Page, payload.Length - at));
        }

        return status == LogStatus.Ok ? log.Commit() : status;
    }

    public static LogStatus Acknowledge(RecordLog log, int sequence) => new LogReader(log).Acknowledge(sequence);

    /// <summary>Frees what is acknowledged; all of it when a record of some size is wanted that never fits.</summary>
    public static LogCleaner Clean(RecordLog log, int wantedBytes)
    {
        LogCleaner cleaner = new(log);
        cleaner.Begin(wantedBytes);
        while (!cleaner.Step())
        {
            Assert.Equal(LogStatus.Working, cleaner.Status);
        }

        return cleaner;
    }

    /// <summary>The newest records as a screen would list them, newest first.</summary>
    public static List<(int Sequence, int Minutes, int Answer, int Synced)> List(RecordLog log, int most, LogStatus expected = LogStatus.Ok)
    {
        int[][] lists = [.. Enumerable.Range(0, 4).Select(_ => new int[most])];
        LogListing listing = new(log);
        listing.Begin(lists[0], lists[1], lists[2], lists[3]);
        while (!listing.Step())
        {
        }

        Assert.Equal(expected, listing.Status);
        return [.. Enumerable.Range(0, listing.Count).Select(i => (lists[0][i], lists[1][i], lists[2][i], lists[3][i]))];
    }

    /// <summary>Numbers and payloads of the records that are not acknowledged, as they would be sent.</summary>
    public static List<(int Sequence, string Payload)> Unsynced(RecordLog log)
    {
        List<(int, string)> records = [];
        LogReader reader = new(log);
        int after = 0;
        while (true)
        {
            reader.BeginNext(after);
            while (!reader.Step())
            {
            }

            if (reader.Status != LogStatus.Ok)
            {
                Assert.Equal(LogStatus.Gone, reader.Status);
                return records;
            }

            Assert.False(reader.IsAcknowledged);
            byte[] payload = new byte[reader.Length];
            for (int at = 0; at < payload.Length; at += 10)
            {
                Assert.Equal(int.Min(10, payload.Length - at), reader.Read(at, payload, at, 10));
            }

            Assert.Equal(0, reader.Read(payload.Length, payload, 0, 10));
            after = reader.Sequence;
            records.Add((after, Text(payload)));
        }
    }

    /// <summary>A payload of a certain length, different for each number.</summary>
    public static byte[] Payload(int number, int length) => [.. Enumerable.Range(0, length).Select(i => (byte)(number * 37 + i * i))];

    public static string Text(byte[] payload) => Convert.ToHexString(payload);

    private static string Payload(ISegmentStore store, LogScanner scanner)
    {
        if (scanner.Found is not (LogFinding.Record or LogFinding.UncheckedRecord))
        {
            return "";
        }

        byte[] payload = new byte[scanner.Length];
        int position = scanner.Position + LogFormat.EntryHeaderBytes;
        Assert.Equal(payload.Length, store.Read(scanner.Segment, position, payload, 0, payload.Length));
        return Text(payload);
    }
}
