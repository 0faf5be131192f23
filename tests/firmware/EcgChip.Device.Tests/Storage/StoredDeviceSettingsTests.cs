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
    public void The_clock_is_known_once_it_was_set_and_is_not_kept()
    {
        StoredDeviceSettings settings = Open();
        Assert.Equal(0, settings.ClockUnixMs(5));
        settings.SetClock(1_790_000_000_000, 1_000_000);
        Assert.Equal(1_790_000_002_000, settings.ClockUnixMs(3_000_000));
        Assert.Equal(0, Open().ClockUnixMs(3_000_000));
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
