using EcgChip.Device.Screens;
using EcgChip.Device.Seams;
using EcgChip.Device.Storage;
using EcgChip.Signal;

namespace EcgChip.Device.Session
{
    /// <summary>What the buttons change on the screens of settings, of a patient's number, and of what was found.</summary>
    public sealed class BedsideMenu
    {
        /// <summary>The shortest of the three recordings, in seconds.</summary>
        public const int ShortSeconds = 30;

        // The settings' lines.
        private const int MainsLine = 0;
        private const int DurationLine = 1;
        private const int LanguageLine = 2;
        private const int BrightnessLine = 3;
        private const int ClockLine = 4;
        private const int SettingLines = 5;
        private const int Ten = 10;
        private const int LargestPatient = 999999;
        private const long MsPerMinute = 60000;

        private readonly FirmwareSettings settings;
        private readonly ScreenContents contents;
        private readonly IPower power;
        private readonly StoredDeviceSettings stored;
        private readonly IClock clock;
        private int seenChanges;
        private bool clockTouched;

        /// <summary>Puts what was chosen on the screens.</summary>
        /// <param name="settings">What was chosen.</param>
        /// <param name="contents">What the screens show.</param>
        /// <param name="parts">The backlight, the clock, and where settings are kept.</param>
        public BedsideMenu(FirmwareSettings settings, ScreenContents contents, SessionParts parts)
        {
            this.settings = settings;
            this.contents = contents;
            power = parts.Power;
            stored = parts.Stored;
            clock = parts.Clock;
            seenChanges = stored == null ? 0 : stored.Changes;
            contents.FiveMinutesOffered = settings.OffersFiveMinutes;
            contents.PatientNumber = settings.PatientNumber;
            ShowSettings();
            ShowClock();
        }

        /// <summary>Takes over what was set over the link, but for what a session is made with: mains frequency and device are told by <see cref="FirmwareSettings"/>.</summary>
        public void TakeOver()
        {
            if (stored == null || stored.Changes == seenChanges || settings.HasChanged)
            {
                return;
            }

            seenChanges = stored.Changes;
            FirmwareSettings now = stored.ForSession(settings.OffersFiveMinutes);
            settings.Mains = now.Mains;
            settings.RecordingSeconds = now.RecordingSeconds;
            settings.Language = now.Language;
            settings.Brightness = now.Brightness;
            ShowSettings();
        }

        /// <summary>Shows the time of day, unless it is being set.</summary>
        public void ShowClock()
        {
            if (stored != null && clock != null && contents.ClockField == ScreenContents.Unknown)
            {
                contents.ClockMinutes = stored.ClockMinutes(clock.NowUs());
            }
        }

        /// <summary>Does what a row says.</summary>
        /// <param name="action">The action.</param>
        /// <param name="screen">The state that it leads to.</param>
        public void Do(SessionAction action, BedsideState screen)
        {
            switch (action)
            {
                case SessionAction.FirstLine:
                    contents.Selected = 0;
                    EndClock();
                    break;
                case SessionAction.NextLine:
                    NextLine(screen);
                    break;
                case SessionAction.ChangeLine:
                    ChangeLine();
                    break;
                case SessionAction.KeepSettings:
                    Keep();
                    break;
                case SessionAction.BeginPatient:
                    contents.PatientDigit = 0;
                    break;
                case SessionAction.NextDigit:
                    contents.PatientDigit = (contents.PatientDigit + 1) % ScreenContents.PatientDigits;
                    break;
                case SessionAction.MoreDigit:
                    MoreDigit();
                    break;
                case SessionAction.KeepPatient:
                    KeepPatient();
                    break;
                case SessionAction.GivePatient:
                    contents.PatientNumber = contents.PatientNumber >= LargestPatient ? 1 : contents.PatientNumber + 1;
                    KeepPatient();
                    break;
            }
        }

        private void NextLine(BedsideState screen)
        {
            if (screen == BedsideState.Settings && contents.Selected == ClockLine && contents.ClockField + 1 < ClockSetting.Parts)
            {
                contents.ClockField++;
                return;
            }

            int lines = screen == BedsideState.Settings ? SettingLines : contents.HistoryCount;
            int step = 1;
            if (screen == BedsideState.Findings)
            {
                lines = contents.Findings == null ? 0 : contents.Findings.Count;
                step = FindingsScreen.Lines;
            }

            contents.Selected = contents.Selected + step < lines ? contents.Selected + step : 0;
            contents.ClockField = ScreenContents.Unknown;
            if (screen == BedsideState.Settings && contents.Selected == ClockLine)
            {
                BeginClock();
            }
        }

        private void BeginClock()
        {
            contents.ClockField = 0;
            if (contents.ClockMinutes < ClockSetting.FirstMinutes)
            {
                contents.ClockMinutes = ClockSetting.FirstMinutes;
            }
        }

        private void ChangeLine()
        {
            switch (contents.Selected)
            {
                case MainsLine:
                    contents.SettingMains = contents.SettingMains == 50 ? 60 : 50;
                    break;
                case DurationLine:
                    contents.DurationSeconds = NextDuration();
                    break;
                case LanguageLine:
                    contents.SettingLanguage = (contents.SettingLanguage + 1) % Language.Count;
                    break;
                case BrightnessLine:
                    contents.SettingBrightness = contents.SettingBrightness < FirmwareSettings.BrightestStep ? contents.SettingBrightness + 1 : 1;
                    if (power != null)
                    {
                        power.SetBrightness(contents.SettingBrightness);
                    }

                    break;
                case ClockLine:
                    contents.ClockMinutes = ClockSetting.More(contents.ClockMinutes, contents.ClockField);
                    clockTouched = true;
                    break;
            }
        }

        // Five minutes only where there is room for them.
        private int NextDuration()
        {
            if (contents.DurationSeconds < FirmwareSettings.UsualRecordingSeconds)
            {
                return FirmwareSettings.UsualRecordingSeconds;
            }

            bool longer = contents.DurationSeconds < FirmwareSettings.LongestRecordingSeconds && contents.FiveMinutesOffered;
            return longer ? FirmwareSettings.LongestRecordingSeconds : ShortSeconds;
        }

        private void Keep()
        {
            settings.RecordingSeconds = contents.DurationSeconds;
            settings.Language = contents.SettingLanguage;
            settings.Brightness = contents.SettingBrightness;
            settings.Mains = contents.SettingMains == 60 ? MainsFrequency.Hz60 : MainsFrequency.Hz50;
            settings.HasChanged = true;
            if (clockTouched && stored != null && clock != null)
            {
                stored.SetClock(contents.ClockMinutes * MsPerMinute, clock.NowUs());
            }

            EndClock();
        }

        private void EndClock()
        {
            clockTouched = false;
            contents.ClockField = ScreenContents.Unknown;
            ShowClock();
        }

        private void ShowSettings()
        {
            contents.DurationSeconds = settings.RecordingSeconds;
            contents.SettingMains = settings.Mains == MainsFrequency.Hz60 ? 60 : 50;
            contents.SettingLanguage = settings.Language;
            contents.SettingBrightness = settings.Brightness;
            if (power != null)
            {
                power.SetBrightness(settings.Brightness);
            }
        }

        private void MoreDigit()
        {
            int weight = 1;
            for (int digit = ScreenContents.PatientDigits - 1; digit > contents.PatientDigit; digit--)
            {
                weight *= Ten;
            }

            int now = contents.PatientNumber / weight % Ten;
            contents.PatientNumber += now == Ten - 1 ? -now * weight : weight;
        }

        private void KeepPatient()
        {
            contents.PatientDigit = ScreenContents.Unknown;
            settings.PatientNumber = contents.PatientNumber;
            settings.HasChanged = true;
        }
    }
}
