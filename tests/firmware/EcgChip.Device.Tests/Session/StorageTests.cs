using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Session;
using EcgChip.Device.Tests.Rig;
using EcgChip.Simulator.Flash;
using EcgChip.Simulator.Patients;

namespace EcgChip.Device.Tests.Session;

/// <summary>Flash that fills up, and power that fails: what was finished stays.</summary>
public class StorageTests
{
    private const int SmallFlash = 14 * SimulatedFlash.BlockSize;

    /// <summary>Less than a record of 5 s, so that each has a segment, and a block, of its own.</summary>
    private const int SmallSegment = 128;

    private static readonly SyntheticPatient Patient = new(new() { Seconds = 200 });

    /// <param name="flashBytes">What the firmware is told of the flash's size: the truth, so that it sees the end coming, or more, so that
    /// a write fails.</param>
    [Theory]
    [InlineData(SmallFlash)]
    [InlineData(SimulatedFlash.LargeCapacity)]
    public void A_full_flash_is_a_storage_fault_and_earlier_records_stay_as_they_are(int flashBytes)
    {
        FirmwareSettings settings = new() { RecordingSeconds = 5, FlashBytes = flashBytes, SegmentBytes = SmallSegment };
        SimulatedFlash flash = new(SmallFlash);
        using BedsideRig rig = new(Patient, settings, flash);
        List<byte[]> finished = [];
        for (int i = 0; i < 30 && rig.Session.State == SessionState.Monitoring; i++)
        {
            rig.Record();
            finished = rig.Session.State == SessionState.Monitoring ? [.. StoredRecord.ReadAll().Select(record => record.Bytes)] : finished;
        }

        Assert.Equal(SessionState.StorageFault, rig.Session.State);
        Assert.InRange(finished.Count, 2, 20);
        Assert.Equal(finished, StoredRecord.ReadAll().Select(record => record.Bytes));

        // The device goes on showing and judging the signal, but records no more.
        int heard = rig.Heard.Count;
        rig.Press();
        rig.RunSeconds(20);
        Assert.Equal(SessionState.StorageFault, rig.Session.State);
        Assert.True(rig.Heard.Count > heard);

        using BedsideRig again = new(Patient, settings, flash);
        Assert.Equal(finished, StoredRecord.ReadAll().Select(record => record.Bytes));
    }

    [Fact]
    public void A_recording_that_could_not_be_stored_is_kept_and_stored_at_a_press_once_there_is_room()
    {
        FirmwareSettings settings = new() { RecordingSeconds = 5, FlashBytes = SimulatedFlash.LargeCapacity, SegmentBytes = SmallSegment };
        SimulatedFlash flash = new(SmallFlash);
        using BedsideRig rig = new(Patient, settings, flash);
        for (int i = 0; i < 30 && rig.Session.State == SessionState.Monitoring; i++)
        {
            rig.Record();
        }

        Assert.Equal(SessionState.StorageFault, rig.Session.State);
        int stored = StoredRecord.ReadAll().Count;
        string[] segments = flash.GetFiles(Firmware.LogDirectory);
        flash.Delete(segments[0]);
        flash.Delete(segments[1]);
        rig.RunSeconds(5);
        rig.Record();

        Assert.Equal(SessionState.Monitoring, rig.Session.State);
        IReadOnlyList<StoredRecord> kept = StoredRecord.ReadAll();
        Assert.Equal(stored - 2 + 1, kept.Count);
        Assert.NotEmpty(kept[^1].Beats);
    }

    /// <summary>
    /// The power fails on the first change of the flash, then, with a new device, on the second, and so on, until two recordings are made
    /// and stored without meeting the cut.
    /// </summary>
    [Fact]
    public void A_power_cut_at_any_change_of_the_flash_loses_no_finished_recording_and_the_device_starts_and_records_again()
    {
        FirmwareSettings settings = new() { RecordingSeconds = 3 };
        int cuts = 0;
        bool cut = true;
        for (int change = 1; cut; change++)
        {
            SimulatedFlash flash = new() { ChangesUntilPowerCut = change };
            List<byte[]> finished = [];
            cut = RecordTwice(settings, flash, finished);
            cuts += cut ? 1 : 0;

            using BedsideRig again = new(Patient, settings, flash);
            IReadOnlyList<StoredRecord> kept = StoredRecord.ReadAll();
            Assert.Equal(finished, kept.Select(record => record.Bytes));

            again.Record();
            Assert.Equal(SessionState.Monitoring, again.Session.State);
            IReadOnlyList<StoredRecord> after = StoredRecord.ReadAll();
            Assert.Equal(finished, after.SkipLast(1).Select(record => record.Bytes));
            Assert.True(after[^1].Contents.Sequence > finished.Count);
        }

        Assert.InRange(cuts, 6, 100);
    }

    /// <summary>True when the power failed on the way.</summary>
    private static bool RecordTwice(FirmwareSettings settings, SimulatedFlash flash, List<byte[]> finished)
    {
        try
        {
            using BedsideRig rig = new(Patient, settings, flash);
            for (int i = 0; i < 2; i++)
            {
                rig.Record();
                finished.Clear();
                finished.AddRange(StoredRecord.ReadAll().Select(record => record.Bytes));
                Assert.Equal(i + 1, finished.Count);
            }
        }
        catch (PowerLostException)
        {
            return true;
        }

        // What did not happen must not happen to the device that comes next.
        flash.ChangesUntilPowerCut = null;
        return false;
    }
}
