using System;
using System.Collections.Generic;
using CsCheck;
using EcgChip.Device.Session;
using EcgChip.Device.Tests.Rig;
using EcgChip.NanoHost;
using EcgChip.Simulator.Flash;
using EcgChip.Simulator.Patients;

namespace EcgChip.Device.Tests.Storage;

/// <summary>
/// The power fails at every byte of every write and before every other change of the flash, in every phase of storage: append, acknowledge, free, compact,
/// settings. What was not flushed is gone, or there in any prefix; a rename is whole or not done.
/// </summary>
public class PowerCutTests
{
    private const int SmallRecord = 70;

    /// <summary>Room for two small records, so that segments begin, end, go and are compacted.</summary>
    private const int SmallSegment = 260;

    private const int All = int.MaxValue / 2;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cut_at_any_byte_of_any_write_loses_at_most_the_record_being_written(bool covers)
    {
        (int bytes, _) = Whole(SmallRecord, SmallSegment, covers);
        Assert.InRange(bytes, 1500, 6000);
        for (int cut = 0; cut < bytes; cut++)
        {
            SimulatedFlash flash = new() { BytesUntilPowerCut = cut, KeptUnflushedBytes = All };
            CheckCut(flash, SmallRecord, SmallSegment, covers);

            // Most often littlefs keeps nothing of it.
            flash = new() { BytesUntilPowerCut = cut };
            CheckCut(flash, SmallRecord, SmallSegment, covers);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cut_before_any_change_and_another_while_the_device_starts_again_lose_at_most_the_record_being_written(bool covers)
    {
        (_, int changes) = Whole(SmallRecord, SmallSegment, covers);
        int secondCuts = 0;
        for (int cut = 1; cut <= changes; cut++)
        {
            foreach (int kept in new[] { 0, 1, 17, 50, All })
            {
                SimulatedFlash flash = new() { ChangesUntilPowerCut = cut, KeptUnflushedBytes = kept };
                StorageLife life = CheckCut(flash, SmallRecord, SmallSegment, covers);
                secondCuts += CutWhileStarting(flash, life);
            }
        }

        Assert.True(secondCuts > 10, $"{secondCuts} second cuts");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cut_anywhere_among_recordings_of_real_size_loses_at_most_the_one_being_written(bool covers)
    {
        (int bytes, int changes) = Whole(6000, 32 * 1024, covers);
        Gen.Select(Gen.Int[0, bytes - 1], Gen.Int[1, changes], Gen.Bool, Gen.OneOf(Gen.Const(0), Gen.Const(All), Gen.Int[0, 7000])).Sample(
            (atByte, atChange, isByte, kept) =>
            {
                SimulatedFlash flash = new() { KeptUnflushedBytes = kept };
                flash.BytesUntilPowerCut = isByte ? atByte : null;
                flash.ChangesUntilPowerCut = isByte ? null : atChange;
                CheckCut(flash, 6000, 32 * 1024, covers);
            },
            iter: 400,
            threads: 1);
    }

    [Fact]
    public void The_whole_device_starts_after_a_cut_before_any_change()
    {
        SyntheticPatient patient = new(new() { Seconds = 5 });
        (_, int changes) = Whole(SmallRecord, SmallSegment);
        for (int cut = 1; cut <= changes; cut++)
        {
            SimulatedFlash flash = new() { ChangesUntilPowerCut = cut, KeptUnflushedBytes = cut % 4 == 1 ? All : 0 };
            RunUntilCut(flash, SmallRecord, SmallSegment);
            using BedsideRig rig = new(patient, new FirmwareSettings(), flash);
            rig.RunSeconds(0.2);
            Assert.Equal(SessionState.Monitoring, rig.Session.State);
        }
    }

    /// <summary>Bytes written and changes made by a life in which the power does not fail.</summary>
    private static (int Bytes, int Changes) Whole(int recordBytes, int segmentBytes, bool covers = false)
    {
        SimulatedFlash flash = new();
        using PanelBoard board = new(flash);
        StorageLife life = new(flash, recordBytes, segmentBytes, covers);
        life.Run();
        (int, int) whole = (flash.BytesWritten, flash.Changes);
        life.CheckAfter(flash);
        return whole;
    }

    private static StorageLife RunUntilCut(SimulatedFlash flash, int recordBytes, int segmentBytes, bool covers = false)
    {
        using PanelBoard board = new(flash);
        StorageLife life = new(flash, recordBytes, segmentBytes, covers);
        Assert.Throws<PowerLostException>(life.Run);
        return life;
    }

    private static StorageLife CheckCut(SimulatedFlash flash, int recordBytes, int segmentBytes, bool covers = false)
    {
        StorageLife life = RunUntilCut(flash, recordBytes, segmentBytes, covers);
        SimulatedFlash left = flash.Copy();
        using PanelBoard board = new(left);
        life.CheckAfter(left);
        return life;
    }

    /// <summary>Cuts the power once more at each change of a start; how many there were.</summary>
    private static int CutWhileStarting(SimulatedFlash flash, StorageLife life)
    {
        for (int cut = 1; ; cut++)
        {
            SimulatedFlash left = flash.Copy();
            left.ChangesUntilPowerCut = cut;
            using (PanelBoard board = new(left))
            {
                if (!IsCut(life.Start, left))
                {
                    return cut - 1;
                }
            }

            using PanelBoard again = new(left);
            life.CheckAfter(left);
        }
    }

    private static bool IsCut(Action<SimulatedFlash> start, SimulatedFlash flash)
    {
        try
        {
            start(flash);
            return false;
        }
        catch (PowerLostException)
        {
            return true;
        }
    }
}
