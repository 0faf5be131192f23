using EcgChip.Device.Link;
using EcgChip.Device.Seams;
using EcgChip.Device.Session;
using EcgChip.Records;
using EcgChip.Records.Link;
using EcgChip.Signal;

namespace EcgChip.Device.Storage
{
    /// <summary>The settings that stand in flash, and the clock, as the link sees them. What is saved is in force at once: <see cref="Held"/> has it.</summary>
    public sealed class StoredDeviceSettings : IDeviceSettings
    {
        private const int LanguageCount = 2;

        private readonly SettingsStore store;
        private readonly WallClock clock;
        private readonly StoredSettings held = new StoredSettings();

        /// <summary>Settings as they stand in flash; the usual ones where there are none.</summary>
        /// <param name="store">Where they stand.</param>
        /// <param name="clock">The clock.</param>
        public StoredDeviceSettings(SettingsStore store, WallClock clock)
        {
            this.store = store;
            this.clock = clock;
            Status = store.Load(held);
            HasKey = store.ReadKey(new byte[LinkSetting.KeyBytes]);
        }

        /// <summary>What loading came to.</summary>
        public SettingsStatus Status { get; }

        /// <summary>The settings.</summary>
        public StoredSettings Held
        {
            get { return held; }
        }

        /// <inheritdoc/>
        public long DeviceId
        {
            get { return held.DeviceId; }
        }

        /// <inheritdoc/>
        public bool HasKey { get; private set; }

        /// <inheritdoc/>
        public int MainsHz
        {
            get { return held.MainsHz; }
        }

        /// <inheritdoc/>
        public int RecordingSeconds
        {
            get { return held.RecordingSeconds; }
        }

        /// <inheritdoc/>
        public int Language
        {
            get { return held.Language; }
        }

        /// <inheritdoc/>
        public int Languages
        {
            get { return LanguageCount; }
        }

        /// <inheritdoc/>
        public int Brightness
        {
            get { return held.Brightness; }
        }

        /// <summary>How a session that begins now shall work.</summary>
        /// <param name="offersFiveMinutes">True where there is the heap for it; without, a recording is no longer than usual, whatever was set.</param>
        public FirmwareSettings ForSession(bool offersFiveMinutes)
        {
            FirmwareSettings settings = new FirmwareSettings();
            settings.DeviceId = held.DeviceId;
            settings.Mains = held.MainsHz == (int)MainsFrequency.Hz60 ? MainsFrequency.Hz60 : MainsFrequency.Hz50;
            settings.OffersFiveMinutes = offersFiveMinutes;
            bool fits = offersFiveMinutes || held.RecordingSeconds <= BedsideMenu.UsualSeconds;
            settings.RecordingSeconds = fits ? held.RecordingSeconds : BedsideMenu.UsualSeconds;
            settings.PatientNumber = held.PatientNumber;
            settings.Language = held.Language;
            settings.Brightness = held.Brightness;
            return settings;
        }

        /// <inheritdoc/>
        public bool Save(SettingsChange change)
        {
            StoredSettings next = new StoredSettings();
            Copy(held, next);
            next.DeviceId = change.Has(LinkSetting.DeviceId) ? change.DeviceId : next.DeviceId;
            next.MainsHz = change.Has(LinkSetting.Mains) ? change.MainsHz : next.MainsHz;
            next.RecordingSeconds = change.Has(LinkSetting.RecordingSeconds) ? change.RecordingSeconds : next.RecordingSeconds;
            next.Language = change.Has(LinkSetting.Language) ? change.Language : next.Language;
            next.Brightness = change.Has(LinkSetting.Brightness) ? change.Brightness : next.Brightness;
            bool key = change.Has(LinkSetting.Key);
            if ((key ? store.SaveKey(next, change.Key) : store.Save(next)) != SettingsStatus.Ok)
            {
                return false;
            }

            HasKey = HasKey || key;
            Copy(next, held);
            return true;
        }

        /// <inheritdoc/>
        public bool ReadKey(byte[] key)
        {
            return store.ReadKey(key);
        }

        /// <inheritdoc/>
        public void SetClock(long unixMs, long monotonicUs)
        {
            clock.Set(unixMs, monotonicUs);
        }

        /// <inheritdoc/>
        public long ClockUnixMs(long monotonicUs)
        {
            return clock.IsSet ? clock.UnixMs(monotonicUs) : 0;
        }

        private static void Copy(StoredSettings from, StoredSettings to)
        {
            to.DeviceId = from.DeviceId;
            to.MainsHz = from.MainsHz;
            to.RecordingSeconds = from.RecordingSeconds;
            to.Language = from.Language;
            to.Brightness = from.Brightness;
            to.PatientNumber = from.PatientNumber;
            for (int i = 0; i < StoredSettings.NumberCount; i++)
            {
                to.Numbers[i] = from.Numbers[i];
            }
        }
    }
}
