using System;
using EcgChip.Device.Link;
using EcgChip.Device.Seams;
using EcgChip.Records.Link;

namespace EcgChip.Device.Tests.Link;

/// <summary>Settings that are held in memory, and gone when the device is switched off.</summary>
public sealed class HeldSettings : IDeviceSettings
{
    private const int UsPerMs = 1000;
    private readonly byte[] held = new byte[LinkSetting.KeyBytes];
    private long clockAheadMs;

    public long DeviceId { get; private set; }

    public bool HasKey { get; private set; }

    public int MainsHz { get; private set; } = 50;

    public int RecordingSeconds { get; private set; } = 60;

    public int Language { get; private set; }

    public int Languages => 2;

    public int Brightness { get; private set; } = 3;

    public bool Save(SettingsChange change)
    {
        DeviceId = change.Has(LinkSetting.DeviceId) ? change.DeviceId : DeviceId;
        MainsHz = change.Has(LinkSetting.Mains) ? change.MainsHz : MainsHz;
        RecordingSeconds = change.Has(LinkSetting.RecordingSeconds) ? change.RecordingSeconds : RecordingSeconds;
        Language = change.Has(LinkSetting.Language) ? change.Language : Language;
        Brightness = change.Has(LinkSetting.Brightness) ? change.Brightness : Brightness;
        if (change.Has(LinkSetting.Key))
        {
            Array.Copy(change.Key, 0, held, 0, held.Length);
            HasKey = true;
        }

        return true;
    }

    public bool ReadKey(byte[] key)
    {
        Array.Copy(held, 0, key, 0, held.Length);
        return HasKey;
    }

    public void SetClock(long unixMs, long monotonicUs) => clockAheadMs = unixMs - (monotonicUs / UsPerMs);

    public long ClockUnixMs(long monotonicUs) => clockAheadMs == 0 ? 0 : clockAheadMs + (monotonicUs / UsPerMs);
}
