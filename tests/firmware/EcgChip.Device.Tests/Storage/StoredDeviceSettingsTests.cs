using System;
using System.Linq;
using EcgChip.Device.Link;
using EcgChip.Device.Storage;
using EcgChip.NanoHost;
using EcgChip.Records;
using EcgChip.Records.Link;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Flash;
using EcgChip.Simulator.Patients;

namespace EcgChip.Device.Tests.Storage;

/// <summary>What is set over the link, and stays set when the device is switched off.</summary>
public sealed class StoredDeviceSettingsTests : IDisposable
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, LinkSetting.KeyBytes).Select(i => (byte)i)];
    private readonly IDisposable attachment = HostBoard.Attach(new SimulatedBoard(new SyntheticPatient(new() { Seconds = 1 })));

    public void Dispose() => attachment.Dispose();

    [Fact]
    public void What_is_saved_is_there_after_the_next_start_and_what_was_not_changed_stays()
    {
        StoredDeviceSettings first = Open();
        Assert.Equal((0L, false, 50, 60), (first.DeviceId, first.HasKey, first.MainsHz, first.RecordingSeconds));
        Assert.True(first.Save(Change(each => each.DeviceId = 42, LinkSetting.DeviceId)));
        Assert.True(first.Save(Change(each => each.Key = Key, LinkSetting.Key)));
        Assert.True(first.Save(Change(each => each.MainsHz = 60, LinkSetting.Mains)));
        Assert.Equal((42L, true, 60), (first.DeviceId, first.HasKey, first.MainsHz));

        StoredDeviceSettings second = Open();
        Assert.Equal((42L, true, 60, 60), (second.DeviceId, second.HasKey, second.MainsHz, second.RecordingSeconds));
        byte[] key = new byte[LinkSetting.KeyBytes];
        Assert.True(new SettingsStore(Store()).ReadKey(key));
        Assert.Equal(Key, key);
    }

    [Fact]
    public void The_clock_goes_on_through_a_restart_and_is_unknown_behind_a_loss_of_power()
    {
        SimulatedBoard board = new(new SyntheticPatient(new() { Seconds = 1 }));
        using (HostBoard.Attach(board))
        {
            StoredDeviceSettings settings = Firmware.OpenSettings(new FirmwareSettings());
            Assert.Equal(0, settings.ClockUnixMs(board.Clock.NowUs));
            settings.SetClock(1_790_000_000_000, board.Clock.NowUs);
            Assert.Equal(1_790_000_000_000, settings.ClockUnixMs(board.Clock.NowUs));
        }

        // a night
        board.Clock.Advance(10L * 3600 * 1_000_000);
        using (HostBoard.Attach(board))
        {
            StoredDeviceSettings settings = Firmware.OpenSettings(new FirmwareSettings());
            Assert.InRange(settings.ClockUnixMs(board.Clock.NowUs) - 1_790_000_000_000 - 36_000_000, -1000, 1000);
        }

        board.LosePower();
        using (HostBoard.Attach(board))
        {
            Assert.Equal(0, Firmware.OpenSettings(new FirmwareSettings()).ClockUnixMs(board.Clock.NowUs));
        }
    }

    private static SettingsChange Change(Action<SettingsChange> set, int setting)
    {
        SettingsChange change = new();
        set(change);
        change.Mark(setting);
        return change;
    }

    private static FileSegmentStore Store() => new(Firmware.LogDirectory, SimulatedFlash.LargeCapacity);

    private static StoredDeviceSettings Open() => new(new SettingsStore(Store()), new WallClock());
}
