using System;
using EcgChip.Device.Seams;
using EcgChip.Records.Link;

namespace EcgChip.Device.Link
{
    /// <summary>Settings that are held in memory, and gone when the device is switched off.</summary>
    public sealed class HeldSettings : IDeviceSettings
    {
        private const int Thousand = 1000;
        private readonly byte[] held = new byte[LinkSetting.KeyBytes];
        private long clockAheadMs;

        /// <inheritdoc/>
        public long DeviceId { get; private set; }

        /// <inheritdoc/>
        public bool HasKey { get; private set; }

        /// <inheritdoc/>
        public int MainsHz { get; private set; } = 50;

        /// <inheritdoc/>
        public int RecordingSeconds { get; private set; } = 60;

        /// <inheritdoc/>
        public int Language { get; private set; }

        /// <inheritdoc/>
        public int Languages
        {
            get { return 2; }
        }

        /// <inheritdoc/>
        public int Brightness { get; private set; } = 3;

        /// <inheritdoc/>
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

        /// <inheritdoc/>
        public bool ReadKey(byte[] key)
        {
            Array.Copy(held, 0, key, 0, held.Length);
            return HasKey;
        }

        /// <inheritdoc/>
        public void SetClock(long unixMs, long monotonicUs)
        {
            clockAheadMs = unixMs - (monotonicUs / Thousand);
        }

        /// <inheritdoc/>
        public long ClockUnixMs(long monotonicUs)
        {
            return clockAheadMs == 0 ? 0 : clockAheadMs + (monotonicUs / Thousand);
        }
    }
}
