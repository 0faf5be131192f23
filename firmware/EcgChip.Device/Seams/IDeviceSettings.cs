using EcgChip.Device.Link;

namespace EcgChip.Device.Seams
{
    /// <summary>What a technician or user has set on this device, and keeps when it is switched off; and its clock, which does not.</summary>
    public interface IDeviceSettings
    {
        /// <summary>Identifies the device; 0 when it was never set.</summary>
        long DeviceId { get; }

        /// <summary>True when a key was set.</summary>
        bool HasKey { get; }

        /// <summary>Mains frequency to filter out, in hertz.</summary>
        int MainsHz { get; }

        /// <summary>Length of a recording, in seconds.</summary>
        int RecordingSeconds { get; }

        /// <summary>Language of the screens, 0 to <see cref="Languages"/> - 1.</summary>
        int Language { get; }

        /// <summary>Languages that there are.</summary>
        int Languages { get; }

        /// <summary>Brightness of the display, 1 to 5.</summary>
        int Brightness { get; }

        /// <summary>Keeps everything that <paramref name="change"/> has, or nothing of it. The clock in it is not kept: <see cref="SetClock"/> is for that.</summary>
        /// <returns>False when the flash did not take it; all is as before then.</returns>
        bool Save(SettingsChange change);

        /// <summary>Reads the key, which is held in flash alone.</summary>
        /// <param name="key">Takes it: 32 bytes.</param>
        /// <returns>False when there is none, or it cannot be read.</returns>
        bool ReadKey(byte[] key);

        /// <summary>Sets the clock.</summary>
        /// <param name="unixMs">Milliseconds since 1970-01-01 UTC.</param>
        /// <param name="monotonicUs">When that is, in microseconds since power-up.</param>
        void SetClock(long unixMs, long monotonicUs);

        /// <summary>The time, in milliseconds since 1970-01-01 UTC; 0 when the clock was never set.</summary>
        /// <param name="monotonicUs">Microseconds since power-up.</param>
        long ClockUnixMs(long monotonicUs);
    }
}
