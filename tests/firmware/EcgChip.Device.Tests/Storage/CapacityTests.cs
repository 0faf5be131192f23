using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Session;
using EcgChip.Device.Storage;
using EcgChip.Device.Tests.Rig;
using EcgChip.Models.Bedside;
using EcgChip.Models.Infarction;
using EcgChip.Models.Seed;
using EcgChip.Records;
using EcgChip.Records.Tests;
using EcgChip.Simulator.Flash;
using EcgChip.Simulator.Patients;
using EcgChip.Testing;
using Xunit.Abstractions;

namespace EcgChip.Device.Tests.Storage;

/// <summary>How many recordings fit; the figures of docs/storage.md.</summary>
public class CapacityTests(ITestOutputHelper output)
{
    private const int SampleRate = 125;

    /// <summary>80 beats a minute.</summary>
    private const int SamplesOfBeat = 94;

    private static readonly FirmwareSettings Settings = new();

    /// <summary>
    /// Recordings of all MIT-BIH patients in turn, until the log refuses one of worst case: so many are there, all can be read, and the log promised
    /// no more than came true.
    /// </summary>
    [SkippableTheory]
    [InlineData(SimulatedFlash.SmallCapacity, 60, 33, 35)]
    [InlineData(SimulatedFlash.LargeCapacity, 60, 485, 499)]
    [InlineData(SimulatedFlash.SmallCapacity, 30, 64, 68)]
    [InlineData(SimulatedFlash.LargeCapacity, 300, 98, 104)]
    public void A_flash_holds_so_many_recordings_before_the_next_is_refused(int flashBytes, int seconds, int least, int most)
    {
        SharedData.Mitdb();
        SimulatedFlash flash = new(flashBytes);
        using PanelBoard board = new(flash);
        RecordLog log = new(new FileSegmentStore(Firmware.LogDirectory, flashBytes), Settings.SegmentBytes, 128);
        log.Open(LogCheck.NewestPayloads);
        while (!log.Step())
        {
        }

        SettingsStore settings = new(log.Store);
        Assert.Equal(SettingsStatus.Ok, settings.Save(new StoredSettings()));
        Assert.Equal(SettingsStatus.Ok, settings.Save(new StoredSettings()));
        int largest = Recording.LargestRecord(seconds);
        int promised = log.RoomCount(largest);
        long bytes = 0;
        int count = 0;
        RecordSaver saver = new(log, 1024);
        IEnumerator<RecordContents> recordings = Recordings(seconds).GetEnumerator();
        while (log.RoomFor(largest) == LogStatus.Ok)
        {
            Assert.True(recordings.MoveNext());
            saver.Begin(recordings.Current);
            while (!saver.Step())
            {
            }

            Assert.Equal(LogStatus.Ok, saver.Status);
            count++;
            bytes += Stored(recordings.Current);
        }

        output.WriteLine($"{flashBytes / 1024} KB, {seconds} s: {count} recordings of {bytes / count} B, worst {largest}, promised {promised}, free {flash.Space.Free}");
        Assert.InRange(count, least, most);
        Assert.InRange(promised, 1, count);
        Assert.Equal(count, StoredRecord.ReadAll().Count);

        // Full as it is, settings can be saved and records acknowledged.
        Assert.Equal(SettingsStatus.Ok, settings.Save(new StoredSettings()));
        Assert.Equal(LogStatus.Ok, new LogReader(log).Acknowledge(1));
    }

    /// <summary>The device's own records: what its signal chain makes of a patient's signal, with all that it found.</summary>
    [SkippableTheory]
    [InlineData("101")]
    [InlineData("104")]
    [InlineData("208")]
    public void A_recording_of_60_s_as_the_device_makes_it_takes_no_more_than_7_KB(string name)
    {
        WfdbPatient patient = WfdbPatient.Open(System.IO.Path.Combine(SharedData.Mitdb(), name), start: 120, seconds: 80);
        using BedsideRig rig = new(patient, new FirmwareSettings { RecordingSeconds = 60 });
        rig.Record();
        StoredRecord record = Assert.Single(StoredRecord.ReadAll());
        output.WriteLine($"{name}: {record.Bytes.Length} B, {record.Contents.PackedCount} of them samples");
        Assert.Equal(60 * SampleRate, record.Contents.SampleCount);
        Assert.InRange(record.Bytes.Length, 4000, 7 * 1024);
        Assert.True(record.Contents.PackedCount <= record.Contents.SampleCount);
        Assert.True(record.Bytes.Length <= Recording.LargestRecord(60));
    }

    private static int Stored(RecordContents contents)
    {
        RecordWriter writer = new();
        writer.Begin(contents);
        return writer.TotalLength;
    }

    private static IEnumerable<RecordContents> Recordings(int seconds)
    {
        int length = seconds * SampleRate;
        short[][] signals = [.. MitBihSignal.Names().Select(MitBihSignal.Read)];
        for (int round = 0; ; round++)
        {
            foreach (short[] signal in signals)
            {
                int from = round * length % (signal.Length - length);
                RecordContents contents = Recording.MakeContents(seconds);
                contents.AddModel(new ModelReference(ModelRole.Live, new BedsideModel().Name, new BedsideModel().Hash));
                contents.AddModel(new ModelReference(ModelRole.Representative, new SeedModel().Name, new SeedModel().Hash));
                contents.AddModel(new ModelReference(ModelRole.Infarction, new InfarctionModel().Name, new InfarctionModel().Hash));
                for (int beat = 0; beat * SamplesOfBeat < length; beat++)
                {
                    contents.Beats.Add(beat * SamplesOfBeat, 0, 250, 0);
                }

                SamplePacker packer = new(new byte[2 * length]);
                packer.Append(signal, int.MaxValue, from, length);
                contents.SetSamples(packer);
                yield return contents;
            }
        }
    }
}
