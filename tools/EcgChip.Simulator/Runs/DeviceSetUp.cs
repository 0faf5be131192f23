using System;
using EcgChip.Device;
using EcgChip.Device.Link;
using EcgChip.Records.Link;

namespace EcgChip.Simulator.Runs;

/// <summary>Gives a simulated device the id and the key that a technician would give a real one.</summary>
internal static class DeviceSetUp
{
    /// <summary>Stores them in the attached board's flash, where there are any.</summary>
    /// <exception cref="InvalidOperationException">The flash does not take them.</exception>
    public static void Store(SimulationOptions options, FirmwareSettings settings)
    {
        SettingsChange change = new();
        if (options.DeviceId is long id)
        {
            change.DeviceId = id;
            change.Mark(LinkSetting.DeviceId);
        }

        if (options.Key is { } key)
        {
            change.Key = [.. key];
            change.Mark(LinkSetting.Key);
        }

        if (change.HasAny && !Firmware.OpenSettings(settings).Save(change))
        {
            throw new InvalidOperationException("The simulated flash does not take the device's id and key.");
        }
    }
}
