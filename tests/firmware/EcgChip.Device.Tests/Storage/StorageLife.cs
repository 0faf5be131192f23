using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Security;
using EcgChip.Device.Storage;
using EcgChip.NanoHost;
using EcgChip.Records;
using EcgChip.Simulator.Flash;

namespace EcgChip.Device.Tests.Storage;

/// <summary>
/// Everything that storage does in the life of a device, on a flash whose power may fail: recordings are appended, acknowledged, freed whole and by
/// compaction, settings are saved. It knows what must be there after a cut, and what may.
/// </summary>
internal sealed class StorageLife(SimulatedFlash flash, int recordBytes, int segmentBytes, bool covers = false)
{
    private const int Page = 128;

    /// <summary>A record that never fits, so that everything is freed that can be.</summary>
    private const int Everything = int.MaxValue - 1;

    private static readonly byte[] Key = [.. Enumerable.Range(1, SettingsStore.KeyBytes).Select(i => (byte)i)];

    private readonly SortedDictionary<int, byte[]> kept = [];
    private readonly HashSet<int> mayBeGone = [];
    private StoredSettings saved = new();
    private StoredSettings? saving;
    private (int Sequence, byte[] Payload)? writing;
    private int number;

    /// <summary>Runs all phases. Throws <see cref="PowerLostException"/> where the power fails.</summary>
    public void Run()
    {
        RecordLog log = Open(flash);
        Save(log, 1);
        for (int i = 0; i < 5; i++)
        {
            Append(log);
        }

        Save(log, 2);
        Acknowledge(log, 1, 2);
        Acknowledge(log, 4, 4);
        Clean(log, 0);
        Clean(log, Everything);
        Append(log);
        Save(log, 3);
        Acknowledge(log, 1, 6);
        Clean(log, Everything);
        Append(log);
        Append(log);
        Acknowledge(log, 8, 8);
        Clean(log, Everything);
        Save(log, 4);
    }

    /// <summary>
    /// The device starts again on what a cut left: all records are there that must be, bit for bit, and at most the one being written beside them;
    /// the settings are the ones before or the new ones; it goes on from there.
    /// </summary>
    public void CheckAfter(SimulatedFlash left)
    {
        RecordLog log = Open(left);
        Assert.Equal(LogStatus.Ok, log.Status);
        Dictionary<int, byte[]> found = ReadAll(log);
        foreach ((int sequence, byte[] payload) in kept)
        {
            Assert.True(found.ContainsKey(sequence) || mayBeGone.Contains(sequence), $"Record {sequence} is lost.");
        }

        foreach ((int sequence, byte[] payload) in found)
        {
            byte[]? expected = kept.GetValueOrDefault(sequence) ?? (writing?.Sequence == sequence ? writing.Value.Payload : null);
            Assert.Equal(expected, payload);
        }

        int last = kept.Keys.Concat(found.Keys).DefaultIfEmpty().Max();
        Assert.True(log.NextSequence > last, $"Number {log.NextSequence} comes twice.");

        // What is damaged is at most the entry being written, once.
        Assert.InRange(log.DamageCount, 0, 1);
        StoredSettings loaded = new();
        SettingsStatus status = new SettingsStore(log.Store).Load(loaded);
        Assert.True(status is SettingsStatus.Ok or SettingsStatus.Previous || saved.Brightness == new StoredSettings().Brightness, $"{status}");
        Assert.Contains(loaded.PatientNumber, new[] { saved.PatientNumber, saving?.PatientNumber ?? saved.PatientNumber });

        byte[] next = Payload(77, recordBytes);
        int at = log.NextSequence;
        Assert.Equal(LogStatus.Ok, Put(log, next));
        Assert.Equal(next, ReadAll(log)[at]);
        Assert.Equal(found.Count + 1, ReadAll(log).Count);
        Assert.Equal(SettingsStatus.Ok, new SettingsStore(log.Store).Save(loaded));
    }

    /// <summary>Starts on a flash and does nothing more.</summary>
    public void Start(SimulatedFlash on) => Open(on);

    private RecordLog Open(SimulatedFlash on)
    {
        RecordLog log = new(new FileSegmentStore(Firmware.LogDirectory, (int)on.Space.Total), segmentBytes, Page);
        log.Cover = covers ? new RecordCover(new SettingsStore(log.Store)) : null;
        log.Open(LogCheck.NewestPayloads);
        while (!log.Step())
        {
        }

        return log;
    }

    private static byte[] Payload(int number, int length) => [.. Enumerable.Range(0, length).Select(i => (byte)((number * 37) + (i * i) + (i >> 3)))];

    private static LogStatus Put(RecordLog log, byte[] payload)
    {
        LogStatus status = log.BeginAppend(payload.Length);
        for (int at = 0; at < payload.Length && status == LogStatus.Ok; at += Page)
        {
            status = log.Write(payload, at, Math.Min(Page, payload.Length - at));
        }

        return status == LogStatus.Ok ? log.Commit() : status;
    }

    /// <summary>Every sound record, acknowledged ones too, as a second device would read them.</summary>
    private static Dictionary<int, byte[]> ReadAll(RecordLog log)
    {
        Dictionary<int, byte[]> records = [];
        PayloadOfRecord reader = new(log);
        LogScanner scanner = new(log.Store, Page);
        scanner.Begin(LogCheck.AllPayloads);
        bool done;
        do
        {
            done = scanner.Step();
            if (scanner.Found == LogFinding.Record)
            {
                records.Add(scanner.Sequence, reader.Read(scanner.Sequence));
            }
        }
        while (!done);
        return records;
    }

    private void Append(RecordLog log)
    {
        number++;
        writing = (log.NextSequence, Payload(number, recordBytes + (number % 3)));
        Assert.Equal(LogStatus.Ok, log.RoomFor(writing.Value.Payload.Length));
        Assert.Equal(LogStatus.Ok, Put(log, writing.Value.Payload));
        kept.Add(writing.Value.Sequence, writing.Value.Payload);
        writing = null;
    }

    private void Acknowledge(RecordLog log, int first, int last)
    {
        LogReader reader = new(log);
        for (int sequence = first; sequence <= last; sequence++)
        {
            mayBeGone.Add(sequence);
            Assert.Equal(LogStatus.Ok, reader.Acknowledge(sequence));
        }
    }

    private static void Clean(RecordLog log, int wanted)
    {
        LogCleaner cleaner = new(log);
        cleaner.Begin(wanted);
        while (!cleaner.Step())
        {
        }

        Assert.Equal(wanted == 0 ? LogStatus.Ok : LogStatus.Full, cleaner.Status);
        if (wanted == Everything)
        {
            Assert.False(log.HasAcknowledged);
        }
    }

    private void Save(RecordLog log, int value)
    {
        saving = new StoredSettings { PatientNumber = value, Brightness = 5 };
        SettingsStore settings = new(log.Store);
        Assert.Equal(SettingsStatus.Ok, covers && value == 1 ? settings.SaveKey(saving, Key) : settings.Save(saving));
        saved = saving;
        saving = null;
    }

    /// <summary>Reads a record as the link would: without its cover.</summary>
    private sealed class PayloadOfRecord(RecordLog log)
    {
        private readonly LogReader reader = new(log);

        public byte[] Read(int sequence)
        {
            reader.BeginFind(sequence);
            while (!reader.Step())
            {
            }

            byte[] bytes = new byte[reader.Length];
            Assert.Equal(bytes.Length, reader.Read(0, bytes, 0, bytes.Length));
            return bytes;
        }
    }
}
