using EcgChip.Device.Screens;
using EcgChip.Device.Seams;
using EcgChip.Signal;

namespace EcgChip.Device.Session
{
    /// <summary>What the buttons change on the screens of settings and of a patient's number.</summary>
    public sealed class BedsideMenu
    {
        /// <summary>The shortest of the three recordings, in seconds.</summary>
        public const int ShortSeconds = 30;

        /// <summary>The usual one.</summary>
        public const int UsualSeconds = 60;

        // The settings' lines.
        private const int MainsLine = 0;
        private const int DurationLine = 1;
        private const int LanguageLine = 2;
        private const int BrightnessLine = 3;
        private const int SettingLines = 4;
        private const int Languages = 2;
        private const int Ten = 10;
        private const int LargestPatient = 999999;

        private readonly FirmwareSettings settings;
        private readonly ScreenContents contents;
        private readonly IPower power;

        /// <summary>Puts what was chosen on the screens.</summary>
        /// <param name="settings">What was chosen.</param>
        /// <param name="contents">What the screens show.</param>
        /// <param name="power">Has the backlight; null without one.</param>
        public BedsideMenu(FirmwareSettings settings, ScreenContents contents, IPower power)
        {
            this.settings = settings;
            this.contents = contents;
            this.power = power;
            contents.DurationSeconds = settings.RecordingSeconds;
            contents.FiveMinutesOffered = settings.OffersFiveMinutes;
            contents.SettingMains = settings.Mains == MainsFrequency.Hz60 ? 60 : 50;
            contents.SettingLanguage = settings.Language;
            contents.SettingBrightness = settings.Brightness;
            contents.PatientNumber = settings.PatientNumber;
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
            int lines = screen == BedsideState.Settings ? SettingLines : contents.HistoryCount;
            contents.Selected = contents.Selected + 1 < lines ? contents.Selected + 1 : 0;
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
                    contents.SettingLanguage = (contents.SettingLanguage + 1) % Languages;
                    break;
                case BrightnessLine:
                    contents.SettingBrightness = contents.SettingBrightness < FirmwareSettings.BrightestStep ? contents.SettingBrightness + 1 : 1;
                    if (power != null)
                    {
                        power.SetBrightness(contents.SettingBrightness);
                    }

                    break;
            }
        }

        // Five minutes only where there is room for them.
        private int NextDuration()
        {
            if (contents.DurationSeconds < UsualSeconds)
            {
                return UsualSeconds;
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
