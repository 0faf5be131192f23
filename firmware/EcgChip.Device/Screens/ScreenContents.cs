using EcgChip.Device.Monitoring;
using EcgChip.Records;
using EcgChip.Signal;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// What the screens show. Made once; who knows a value writes it here and calls <see cref="DeviceScreens.Changed"/>. A number that is not known
    /// is <see cref="Unknown"/>.
    /// </summary>
    public sealed class ScreenContents
    {
        /// <summary>A number that is not known.</summary>
        public const int Unknown = -1;

        /// <summary>Recordings that the history has room for.</summary>
        public const int HistoryLength = 8;

        /// <summary>Digits of a patient's number.</summary>
        public const int PatientDigits = 6;

        /// <summary>Charge of the battery, percent.</summary>
        public int BatteryPercent = Unknown;

        /// <summary>True while the device sees USB power.</summary>
        public bool OnUsbPower;

        /// <summary>Minutes since 1970-01-01 UTC; unknown when the clock was never set.</summary>
        public int ClockMinutes = Unknown;

        /// <summary>The part of the clock that is being set: 0 day, 1 month, 2 year, 3 hour, 4 minute; unknown when none is.</summary>
        public int ClockField = Unknown;

        /// <summary>The patient, of at most <see cref="PatientDigits"/> digits.</summary>
        public int PatientNumber;

        /// <summary>The digit that is being set, 0 the leftmost; unknown when none is.</summary>
        public int PatientDigit = Unknown;

        /// <summary>Length of a recording, seconds.</summary>
        public int DurationSeconds = 60;

        /// <summary>True where there is room for five minutes.</summary>
        public bool FiveMinutesOffered;

        /// <summary>Seconds of the recording that are still to come.</summary>
        public int SecondsLeft = Unknown;

        /// <summary>Seconds recorded that are good.</summary>
        public int GoodSeconds;

        /// <summary>How far the analysis, the sync or the self-test is, 0 to 100.</summary>
        public int Progress;

        /// <summary>What the electrodes do.</summary>
        public ContactState Contact;

        /// <summary>What is said of the signal.</summary>
        public SignalMessage Message = SignalMessage.BothOff;

        /// <summary>Mean heart rate of the recording, beats a minute.</summary>
        public int HeartRateMean = Unknown;

        /// <summary>Its lowest.</summary>
        public int HeartRateLowest = Unknown;

        /// <summary>Its highest.</summary>
        public int HeartRateHighest = Unknown;

        /// <summary>What the recording said.</summary>
        public ScreeningAnswer Answer;

        /// <summary>What was found, the most urgent first; null for nothing.</summary>
        public FindingList Findings;

        /// <summary>Beats by class, as <see cref="Inference.BeatClass"/> counts them.</summary>
        public readonly int[] ClassCounts = new int[Inference.BeatClass.Count];

        /// <summary>Share of the recording that is good, percent.</summary>
        public int QualityPercent = Unknown;

        /// <summary>What the infarction head says, 0 to <see cref="RecordSummary.CertainInfarction"/>.</summary>
        public int InfarctionScore = Unknown;

        /// <summary>True where that means nothing for the patient.</summary>
        public bool InfarctionResearchOnly = true;

        /// <summary>The text of what does not work.</summary>
        public int FaultText;

        /// <summary>The line that is chosen, or the first that is shown.</summary>
        public int Selected;

        /// <summary>Recordings in the history, the newest first.</summary>
        public int HistoryCount;

        /// <summary>Their numbers.</summary>
        public readonly int[] HistorySequence = new int[HistoryLength];

        /// <summary>When they were made, as <see cref="ClockMinutes"/>.</summary>
        public readonly int[] HistoryMinutes = new int[HistoryLength];

        /// <summary>What they said, a <see cref="ScreeningAnswer"/>.</summary>
        public readonly int[] HistoryAnswer = new int[HistoryLength];

        /// <summary>1 for those that are synced.</summary>
        public readonly int[] HistorySynced = new int[HistoryLength];

        /// <summary>Mains frequency, hertz.</summary>
        public int SettingMains = 50;

        /// <summary>A number of <see cref="Language"/>.</summary>
        public int SettingLanguage;

        /// <summary>1 to 5.</summary>
        public int SettingBrightness = 5;

        /// <summary>Recordings for which there is room.</summary>
        public int FreeRecordings = Unknown;

        /// <summary>Lines of the self-test that passed, a bit each.</summary>
        public int SelfTestPassed;

        /// <summary>Lines of the self-test that failed, a bit each.</summary>
        public int SelfTestFailed;

        /// <summary>The line that runs.</summary>
        public int SelfTestRunning = Unknown;

        /// <summary>What a short press of the start button does, a <see cref="TextId"/>.</summary>
        public int HintStartShort;

        /// <summary>What a long press of the start button does.</summary>
        public int HintStartLong;

        /// <summary>What a short press of the mode button does.</summary>
        public int HintModeShort;

        /// <summary>What a long press of the mode button does.</summary>
        public int HintModeLong;
    }
}
