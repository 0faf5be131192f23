using EcgChip.Device.Link;
using EcgChip.Device.Seams;
using EcgChip.Records;
using EcgChip.Records.Link;
using EcgChip.Signal;

namespace EcgChip.Device.Storage
{
    /// <summary>The settings that stand in flash, and the clock, as the link sees them. What is saved is in force at once: <see cref="Held"/> has it.</summary>
    public sealed class StoredDeviceSettings : IDeviceSettings
    {
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

        /// <summary>How often something was saved: who has seen another number has to look again.</summary>
        public int Changes { get; private set; }

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
            get { return Screens.Language.Count; }
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
            bool fits = offersFiveMinutes || held.RecordingSeconds <= FirmwareSettings.UsualRecordingSeconds;
            settings.RecordingSeconds = fits ? held.RecordingSeconds : FirmwareSettings.UsualRecordingSeconds;
            settings.PatientNumber = held.PatientNumber;
            settings.Language = held.Language;
            settings.Brightness = held.Brightness;
            return settings;
        }

        /// <summary>Keeps what the user has chosen on the screens. The flash is left alone where that stands there already.</summary>
        /// <param name="chosen">What was chosen.</param>
        /// <returns>False when the flash did not take it; all is as before then.</returns>
        public bool Keep(FirmwareSettings chosen)
        {
            StoredSettings next = Copy();
            next.MainsHz = (int)chosen.Mains;
            next.RecordingSeconds = chosen.RecordingSeconds;
            next.Language = chosen.Language;
            next.Brightness = chosen.Brightness;
            next.PatientNumber = chosen.PatientNumber;
            bool same = next.MainsHz == held.MainsHz && next.RecordingSeconds == held.RecordingSeconds && next.Language == held.Language
                && next.Brightness == held.Brightness && next.PatientNumber == held.PatientNumber;
            return same || Take(next, store.Save(next));
        }

        /// <inheritdoc/>
        public bool Save(SettingsChange change)
        {
            StoredSettings next = Copy();
            next.DeviceId = change.Has(LinkSetting.DeviceId) ? change.DeviceId : next.DeviceId;
            next.MainsHz = change.Has(LinkSetting.Mains) ? change.MainsHz : next.MainsHz;
            next.RecordingSeconds = change.Has(LinkSetting.RecordingSeconds) ? change.RecordingSeconds : next.RecordingSeconds;
            next.Language = change.Has(LinkSetting.Language) ? change.Language : next.Language;
            next.Brightness = change.Has(LinkSetting.Brightness) ? change.Brightness : next.Brightness;
            bool key = change.Has(LinkSetting.Key);
            if (!Take(next, key ? store.SaveKey(next, change.Key) : store.Save(next)))
            {
                return false;
            }

            HasKey = HasKey || key;
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

        /// <summary>The time in whole minutes since 1970-01-01 UTC; <see cref="WallClock.NotSet"/> when the clock was never set.</summary>
        /// <param name="monotonicUs">Microseconds since power-up.</param>
        public int ClockMinutes(long monotonicUs)
        {
            return clock.Minutes(monotonicUs);
        }

        private bool Take(StoredSettings next, SettingsStatus saved)
        {
            if (saved != SettingsStatus.Ok)
            {
                return false;
            }

            Copy(next, held);
            Changes++;
            return true;
        }

        private StoredSettings Copy()
        {
            StoredSettings copy = new StoredSettings();
            Copy(held, copy);
            return copy;
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
