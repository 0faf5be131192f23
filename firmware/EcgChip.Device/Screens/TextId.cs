namespace EcgChip.Device.Screens
{
    /// <summary>The numbers of all texts. A language is a file that has each of them: <see cref="EnglishTexts"/>, <see cref="FrenchTexts"/>.</summary>
    public static class TextId
    {
        /// <summary>No text.</summary>
        public const int None = 0;

        // Live: these stay loaded, because they may be shown anew while a recording runs
        /// <summary>The signal's messages, in the order of <see cref="Monitoring.SignalMessage"/>: what is said, then behind a bar what to do. The first: the signal can be judged.</summary>
        public const int SignalGood = 1;
        /// <summary>Contact was just made.</summary>
        public const int SignalSettling = 2;
        /// <summary>Both electrodes are off.</summary>
        public const int SignalBothOff = 3;
        /// <summary>The left leg's electrode is off.</summary>
        public const int SignalLeftLegOff = 4;
        /// <summary>The right arm's electrode is off.</summary>
        public const int SignalRightArmOff = 5;
        /// <summary>The signal stands at a rail.</summary>
        public const int SignalNone = 6;
        /// <summary>The signal is larger than the front end can take.</summary>
        public const int SignalClipping = 7;
        /// <summary>The signal does not move.</summary>
        public const int SignalFlat = 8;
        /// <summary>Mains hum.</summary>
        public const int SignalMains = 9;
        /// <summary>The baseline swings.</summary>
        public const int SignalWander = 10;
        /// <summary>Muscle noise.</summary>
        public const int SignalMuscle = 11;
        /// <summary>Electrodes that move.</summary>
        public const int SignalMotion = 12;
        /// <summary>Right arm and left leg are likely exchanged.</summary>
        public const int SignalSwapped = 13;
        /// <summary>Title: a recording runs.</summary>
        public const int Recording = 14;
        /// <summary>Title: a recording waits for contact.</summary>
        public const int Paused = 15;
        /// <summary>Paused: nothing has to be pressed.</summary>
        public const int GoesOn = 16;
        /// <summary>The patient's right side, a letter.</summary>
        public const int SideRight = 17;
        /// <summary>The patient's left side, a letter.</summary>
        public const int SideLeft = 18;
        /// <summary>Before what a long press does.</summary>
        public const int Hold = 19;
        /// <summary>Hint: ends the recording.</summary>
        public const int Stop = 20;
        /// <summary>Hint: to the screen before.</summary>
        public const int Back = 21;
        /// <summary>Hint: starts a recording.</summary>
        public const int Record = 22;
        /// <summary>Hint: to the menu.</summary>
        public const int Menu = 23;
        /// <summary>Hint: what was found, in full.</summary>
        public const int Details = 24;

        /// <summary>Texts below this number stay loaded.</summary>
        public const int LiveEnd = 25;

        // Hints
        /// <summary>Hint: to what comes next.</summary>
        public const int Next = 25;
        /// <summary>Hint: takes the chosen line.</summary>
        public const int Select = 26;
        /// <summary>Hint: changes the chosen value.</summary>
        public const int Change = 27;
        /// <summary>Hint: more, larger, or further down.</summary>
        public const int More = 28;
        /// <summary>Hint: less, smaller, or further up.</summary>
        public const int Less = 29;
        /// <summary>Hint: to the settings.</summary>
        public const int Settings = 30;
        /// <summary>Hint: to the last recordings.</summary>
        public const int History = 31;
        /// <summary>Hint: to firmware and models.</summary>
        public const int About = 32;
        /// <summary>Hint: tests the device.</summary>
        public const int SelfTest = 33;
        /// <summary>Hint: enters a patient's number.</summary>
        public const int Patient = 34;
        /// <summary>Hint: the next patient.</summary>
        public const int NewPatient = 35;
        /// <summary>Hint: wakes the device.</summary>
        public const int Wake = 36;
        /// <summary>Hint: switches the device off.</summary>
        public const int SwitchOff = 37;
        /// <summary>Hint: tries again.</summary>
        public const int Retry = 38;
        /// <summary>Hint: keeps what was set.</summary>
        public const int Save = 39;
        /// <summary>Hint: understood.</summary>
        public const int Ok = 40;
        /// <summary>Hint: sends the recordings.</summary>
        public const int Sync = 41;
        /// <summary>Hint: where the electrodes go.</summary>
        public const int Guide = 42;
        /// <summary>Hint: the live trace.</summary>
        public const int Monitor = 43;
        /// <summary>Hint: to the first screen.</summary>
        public const int Start = 44;
        /// <summary>Hint: how long to record.</summary>
        public const int Duration = 45;

        // Titles
        /// <summary>Title.</summary>
        public const int TitleAnalysing = 46;
        /// <summary>Title.</summary>
        public const int TitleResult = 47;
        /// <summary>Title.</summary>
        public const int TitleFindings = 48;
        /// <summary>Title.</summary>
        public const int TitleStored = 49;
        /// <summary>Title.</summary>
        public const int TitleHistory = 50;
        /// <summary>Title.</summary>
        public const int TitleSettings = 51;
        /// <summary>Title.</summary>
        public const int TitlePatient = 52;
        /// <summary>Title.</summary>
        public const int TitleSelfTest = 53;
        /// <summary>Title.</summary>
        public const int TitleAbout = 54;
        /// <summary>Title.</summary>
        public const int TitleFault = 55;
        /// <summary>Title.</summary>
        public const int TitleLowBattery = 56;
        /// <summary>Title.</summary>
        public const int TitleSyncing = 57;

        // Start
        /// <summary>Ready to record.</summary>
        public const int Ready = 58;
        /// <summary>Nothing is recorded while the device sees USB power.</summary>
        public const int UnplugUsb = 59;
        /// <summary>No room for a recording.</summary>
        public const int StorageFull = 60;
        /// <summary>Before the patient's number.</summary>
        public const int PatientLabel = 61;
        /// <summary>Before the length of a recording.</summary>
        public const int LengthLabel = 62;
        /// <summary>Before the number of recordings that fit.</summary>
        public const int RoomLabel = 63;
        /// <summary>The clock was never set.</summary>
        public const int TimeUnknown = 64;

        // Answers
        /// <summary>Nothing was found.</summary>
        public const int AnswerNoFinding = 65;
        /// <summary>A doctor should see it.</summary>
        public const int AnswerShowADoctor = 66;
        /// <summary>There was too little good signal.</summary>
        public const int AnswerRepeat = 67;
        /// <summary>What no finding does not mean.</summary>
        public const int NoProof = 68;
        /// <summary>What to do for a better recording.</summary>
        public const int RepeatAdvice = 69;

        // Findings, in the order of Signal.Rhythm.FindingCode
        /// <summary>A finding.</summary>
        public const int FindingWideTachycardia = 70;
        /// <summary>A finding.</summary>
        public const int FindingVentricularRun = 71;
        /// <summary>A finding.</summary>
        public const int FindingLongPause = 72;
        /// <summary>A finding.</summary>
        public const int FindingAtrialFibrillation = 73;
        /// <summary>A finding.</summary>
        public const int FindingIrregularTachycardia = 74;
        /// <summary>A finding.</summary>
        public const int FindingTachycardia = 75;
        /// <summary>A finding.</summary>
        public const int FindingBradycardia = 76;
        /// <summary>A finding.</summary>
        public const int FindingVentricularCouplet = 77;
        /// <summary>A finding.</summary>
        public const int FindingBigeminy = 78;
        /// <summary>A finding.</summary>
        public const int FindingTrigeminy = 79;
        /// <summary>A finding.</summary>
        public const int FindingVentricularEctopy = 80;
        /// <summary>A finding.</summary>
        public const int FindingSupraventricularRun = 81;
        /// <summary>A finding.</summary>
        public const int FindingPause = 82;
        /// <summary>A finding.</summary>
        public const int FindingSupraventricularCouplet = 83;
        /// <summary>A finding.</summary>
        public const int FindingSupraventricularEctopy = 84;
        /// <summary>Before the share of good signal.</summary>
        public const int SignalLabel = 85;
        /// <summary>Before what the infarction head says.</summary>
        public const int InfarctionLabel = 86;
        /// <summary>What that is worth.</summary>
        public const int ResearchOnly = 87;
        /// <summary>Before the heart rate.</summary>
        public const int PulseLabel = 88;
        /// <summary>No finding in the list.</summary>
        public const int NothingFound = 89;

        // Other screens
        /// <summary>While something takes its time.</summary>
        public const int PleaseWait = 90;
        /// <summary>Before a recording's number.</summary>
        public const int StoredAs = 91;
        /// <summary>What follows storing.</summary>
        public const int NotSynced = 92;
        /// <summary>The history is empty.</summary>
        public const int NoRecordings = 93;
        /// <summary>Setting: mains frequency.</summary>
        public const int MainsLabel = 94;
        /// <summary>Setting: language.</summary>
        public const int LanguageLabel = 95;
        /// <summary>The language's own name.</summary>
        public const int LanguageName = 96;
        /// <summary>Setting: brightness.</summary>
        public const int BrightnessLabel = 97;
        /// <summary>Setting: clock, UTC.</summary>
        public const int ClockLabel = 98;
        /// <summary>Patient number: what to do.</summary>
        public const int EnterNumber = 99;
        /// <summary>Patient number: what not to do.</summary>
        public const int NoNames = 100;
        /// <summary>A line of the self-test.</summary>
        public const int TestAdc = 101;
        /// <summary>A line of the self-test.</summary>
        public const int TestLeadOff = 102;
        /// <summary>A line of the self-test.</summary>
        public const int TestDisplay = 103;
        /// <summary>A line of the self-test.</summary>
        public const int TestFlash = 104;
        /// <summary>A line of the self-test.</summary>
        public const int TestBedside = 105;
        /// <summary>A line of the self-test.</summary>
        public const int TestSeed = 106;
        /// <summary>A line of the self-test.</summary>
        public const int TestInfarction = 107;
        /// <summary>A line of the self-test.</summary>
        public const int TestTiming = 108;
        /// <summary>A line of the self-test.</summary>
        public const int TestBattery = 109;
        /// <summary>A line of the self-test passed.</summary>
        public const int Passed = 110;
        /// <summary>A line of the self-test failed.</summary>
        public const int Failed = 111;
        /// <summary>A line of the self-test runs.</summary>
        public const int Running = 112;
        /// <summary>What the device is.</summary>
        public const int ScreeningAid = 113;
        /// <summary>Before the firmware's version.</summary>
        public const int FirmwareLabel = 114;
        /// <summary>What the bedside network reaches: MIT-BIH DS2, by patient, int8.</summary>
        public const int BedsideFigures = 115;
        /// <summary>What the seed network reaches: MIT-BIH, balanced list, by beat, int8.</summary>
        public const int SeedFigures = 116;
        /// <summary>What the infarction head was trained on.</summary>
        public const int InfarctionFigures = 117;
        /// <summary>What the trace's grid means.</summary>
        public const int TraceScale = 118;
        /// <summary>Low battery: what to do.</summary>
        public const int ChargeNow = 119;
        /// <summary>Syncing: what to do.</summary>
        public const int KeepNear = 120;

        // Faults: what it is, then behind a bar what to do
        /// <summary>A fault.</summary>
        public const int FaultStorage = 121;
        /// <summary>A fault.</summary>
        public const int FaultFull = 122;
        /// <summary>A fault.</summary>
        public const int FaultUsb = 123;
        /// <summary>A fault.</summary>
        public const int FaultTooShort = 124;
        /// <summary>A fault.</summary>
        public const int FaultSelfTest = 125;
        /// <summary>A fault.</summary>
        public const int FaultFrontEnd = 126;
        /// <summary>A fault.</summary>
        public const int FaultMemory = 127;
        /// <summary>A fault.</summary>
        public const int FaultClock = 128;
        /// <summary>A fault.</summary>
        public const int FaultInternal = 129;

        // The clock's parts, in the order of ScreenContents.ClockField
        /// <summary>Before the day of the month.</summary>
        public const int ClockDay = 130;
        /// <summary>Before the month.</summary>
        public const int ClockMonth = 131;
        /// <summary>Before the year's last two digits.</summary>
        public const int ClockYear = 132;
        /// <summary>Before the hour.</summary>
        public const int ClockHour = 133;
        /// <summary>Before the minute.</summary>
        public const int ClockMinute = 134;

        /// <summary>The first number that no text has.</summary>
        public const int End = 135;
    }
}
