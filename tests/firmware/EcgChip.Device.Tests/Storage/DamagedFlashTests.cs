using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Session;
using EcgChip.Device.Storage;
using EcgChip.Device.Tests.Rig;
using EcgChip.Records;
using EcgChip.Simulator.Flash;
using EcgChip.Simulator.Patients;

namespace EcgChip.Device.Tests.Storage;

/// <summary>Blocks that go bad, on a device that records and is synced.</summary>
public class DamagedFlashTests
{
    private static readonly SyntheticPatient Patient = new(new() { Seconds = 60 });

    /// <summary>Each recording has a segment of its own.</summary>
    private static readonly FirmwareSettings Settings = new() { RecordingSeconds = 3, SegmentBytes = 128 };

    [Fact]
    public void A_bad_block_costs_only_what_is_in_it_and_no_number_comes_twice()
    {
        for (int damaged = 0; damaged < 3; damaged++)
        {
            SimulatedFlash flash = new();
            List<byte[]> finished;
            using (BedsideRig rig = new(Patient, Settings, flash))
            {
                for (int i = 0; i < 3; i++)
                {
                    rig.Record();
                }

                finished = [.. StoredRecord.ReadAll().Select(record => record.Bytes)];
            }

            string bad = flash.GetFiles(Firmware.LogDirectory)[damaged];
            flash.DamagedFiles.Add(bad);
            finished.RemoveAt(damaged);
            using BedsideRig again = new(Patient, Settings, flash);
            again.Record();
            Assert.Equal(SessionState.Monitoring, again.Session.State);
            IReadOnlyList<StoredRecord> after = StoredRecord.ReadAll();
            Assert.Equal(finished, after.SkipLast(1).Select(record => record.Bytes));
            Assert.True(after[^1].Contents.Sequence > 3);

            // What cannot be read just now is not freed, whatever else is.
            RecordLog log = OpenLog();
            LogReader reader = new(log);
            Assert.All(after, record => Assert.Equal(LogStatus.Ok, reader.Acknowledge(record.Contents.Sequence)));
            LogCleaner cleaner = new(log);
            cleaner.Begin(int.MaxValue - 1);
            while (!cleaner.Step())
            {
            }

            Assert.Equal(LogStatus.StoreFailed, cleaner.Status);
            flash.DamagedFiles.Clear();
            Assert.Equal(damaged + 1, Assert.Single(StoredRecord.ReadAll()).Contents.Sequence);
        }
    }

    private static RecordLog OpenLog()
    {
        RecordLog log = new(new FileSegmentStore(Firmware.LogDirectory, SimulatedFlash.LargeCapacity), Settings.SegmentBytes, 128);
        log.Open(LogCheck.NewestPayloads);
        while (!log.Step())
        {
        }

        return log;
    }
}
