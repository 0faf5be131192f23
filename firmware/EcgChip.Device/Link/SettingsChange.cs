namespace EcgChip.Device.Link
{
    /// <summary>What a technician wants set: some of the settings, or all.</summary>
    public sealed class SettingsChange
    {
        /// <summary>Identifies the device; without meaning unless <see cref="Has"/> says it is there, as all that follow.</summary>
        public long DeviceId;

        /// <summary>The key.</summary>
        public byte[] Key;

        /// <summary>The time, in milliseconds since 1970-01-01 UTC.</summary>
        public long ClockUnixMs;

        /// <summary>Mains frequency, in hertz.</summary>
        public int MainsHz;

        /// <summary>Length of a recording, in seconds.</summary>
        public int RecordingSeconds;

        /// <summary>Language of the screens.</summary>
        public int Language;

        /// <summary>Brightness of the display.</summary>
        public int Brightness;

        private int fields;

        /// <summary>Whether a setting is there.</summary>
        /// <param name="setting">A <see cref="Records.Link.LinkSetting"/>.</param>
        public bool Has(int setting)
        {
            return (fields & (1 << setting)) != 0;
        }

        /// <summary>Whether any setting is there.</summary>
        public bool HasAny
        {
            get { return fields != 0; }
        }

        /// <summary>Whether any setting is there that is kept when the device is switched off.</summary>
        public bool HasKept
        {
            get { return (fields & ~(1 << Records.Link.LinkSetting.Clock)) != 0; }
        }

        /// <summary>Says that a setting is there.</summary>
        public void Mark(int setting)
        {
            fields |= 1 << setting;
        }
    }
}
