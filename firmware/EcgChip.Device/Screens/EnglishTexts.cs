namespace EcgChip.Device.Screens
{
    /// <summary>All texts in English. Capitals only, as the font has them; a bar parts what is said from what to do.</summary>
    internal static class EnglishTexts
    {
        /// <summary>A text; empty for a number that no text has.</summary>
        public static string Of(int textId)
        {
            switch (textId)
            {
                case TextId.SignalGood: return "GOOD SIGNAL";
                case TextId.SignalSettling: return "WAIT|KEEP STILL";
                case TextId.SignalBothOff: return "ELECTRODES OFF|PRESS ALL 3 ON DRY SKIN";
                case TextId.SignalLeftLegOff: return "LEFT LEG OFF|PRESS LEFT LEG";
                case TextId.SignalRightArmOff: return "RIGHT ARM OFF|PRESS RIGHT ARM";
                case TextId.SignalNone: return "NO SIGNAL|CHECK CABLE, DRY SKIN";
                case TextId.SignalClipping: return "POOR SIGNAL|TOO STRONG: CHECK CABLE";
                case TextId.SignalFlat: return "POOR SIGNAL|FLAT: CHECK CABLE, SKIN";
                case TextId.SignalMains: return "POOR SIGNAL|MOVE AWAY FROM MAINS";
                case TextId.SignalWander: return "POOR SIGNAL|KEEP STILL, REST";
                case TextId.SignalMuscle: return "POOR SIGNAL|RELAX ARMS AND LEGS";
                case TextId.SignalMotion: return "POOR SIGNAL|KEEP STILL, PRESS FIRM";
                case TextId.SignalSwapped: return "SWAPPED?|CHECK ARM AND LEG";
                case TextId.Recording: return "RECORDING";
                case TextId.Paused: return "PAUSED";
                case TextId.GoesOn: return "THEN IT GOES ON";
                case TextId.SideRight: return "R";
                case TextId.SideLeft: return "L";
                case TextId.Hold: return "HOLD";
                case TextId.Stop: return "STOP";
                case TextId.Back: return "BACK";
                case TextId.Record: return "RECORD";
                case TextId.Menu: return "MENU";
                case TextId.Details: return "DETAILS";
                case TextId.Next: return "NEXT";
                case TextId.Select: return "SELECT";
                case TextId.Change: return "CHANGE";
                case TextId.More: return "MORE";
                case TextId.Less: return "LESS";
                case TextId.Settings: return "SETUP";
                case TextId.History: return "HISTORY";
                case TextId.About: return "ABOUT";
                case TextId.SelfTest: return "TEST";
                case TextId.Patient: return "PATIENT";
                case TextId.NewPatient: return "NEW NO.";
                case TextId.Wake: return "WAKE";
                case TextId.SwitchOff: return "OFF";
                case TextId.Retry: return "RETRY";
                case TextId.Save: return "SAVE";
                case TextId.Ok: return "OK";
                case TextId.Sync: return "SYNC";
                case TextId.Guide: return "GUIDE";
                case TextId.Monitor: return "MONITOR";
                case TextId.Start: return "START";
                case TextId.Duration: return "LENGTH";
                case TextId.TitleAnalysing: return "ANALYSING";
                case TextId.TitleResult: return "RESULT";
                case TextId.TitleFindings: return "FINDINGS";
                case TextId.TitleStored: return "STORED";
                case TextId.TitleHistory: return "RECORDINGS";
                case TextId.TitleSettings: return "SETTINGS";
                case TextId.TitlePatient: return "PATIENT";
                case TextId.TitleSelfTest: return "SELF-TEST";
                case TextId.TitleAbout: return "ABOUT";
                case TextId.TitleFault: return "ATTENTION";
                case TextId.TitleLowBattery: return "LOW BATTERY";
                case TextId.TitleSyncing: return "SENDING";
                case TextId.Ready: return "READY";
                case TextId.UnplugUsb: return "UNPLUG USB TO RECORD";
                case TextId.StorageFull: return "FULL: SEND FIRST";
                case TextId.PatientLabel: return "PATIENT";
                case TextId.LengthLabel: return "LENGTH";
                case TextId.RoomLabel: return "ROOM FOR";
                case TextId.TimeUnknown: return "CLOCK NOT SET";
                case TextId.AnswerNoFinding: return "NO FINDING";
                case TextId.AnswerShowADoctor: return "SHOW THIS TO A DOCTOR";
                case TextId.AnswerRepeat: return "REPEAT: POOR SIGNAL";
                case TextId.NoProof: return "THIS IS NO PROOF OF HEALTH";
                case TextId.RepeatAdvice: return "CHECK ELECTRODES, LIE CALM";
                case TextId.FindingWideTachycardia: return "FAST AND WIDE";
                case TextId.FindingVentricularRun: return "RUN OF V BEATS";
                case TextId.FindingLongPause: return "LONG PAUSE";
                case TextId.FindingAtrialFibrillation: return "IRREGULAR PULSE";
                case TextId.FindingIrregularTachycardia: return "FAST AND UNEVEN";
                case TextId.FindingTachycardia: return "VERY FAST";
                case TextId.FindingBradycardia: return "VERY SLOW";
                case TextId.FindingVentricularCouplet: return "PAIRS OF V";
                case TextId.FindingBigeminy: return "EVERY 2ND IS V";
                case TextId.FindingTrigeminy: return "EVERY 3RD IS V";
                case TextId.FindingVentricularEctopy: return "SINGLE V BEATS";
                case TextId.FindingSupraventricularRun: return "RUN OF S BEATS";
                case TextId.FindingPause: return "PAUSE";
                case TextId.FindingSupraventricularCouplet: return "PAIRS OF S";
                case TextId.FindingSupraventricularEctopy: return "SINGLE S BEATS";
                case TextId.SignalLabel: return "SIGNAL";
                case TextId.InfarctionLabel: return "INFARCT";
                case TextId.ResearchOnly: return "RESEARCH ONLY";
                case TextId.PulseLabel: return "PULSE";
                case TextId.NothingFound: return "NOTHING FOUND";
                case TextId.PleaseWait: return "KEEP THE DEVICE ON";
                case TextId.StoredAs: return "RECORDING";
                case TextId.NotSynced: return "SEND IT WHEN YOU CAN";
                case TextId.NoRecordings: return "NO RECORDINGS YET";
                case TextId.MainsLabel: return "MAINS";
                case TextId.LanguageLabel: return "LANGUAGE";
                case TextId.LanguageName: return "ENGLISH";
                case TextId.BrightnessLabel: return "LIGHT";
                case TextId.ClockLabel: return "CLOCK";
                case TextId.EnterNumber: return "ENTER THE NUMBER";
                case TextId.NoNames: return "NEVER A NAME";
                case TextId.TestAdc: return "ADC";
                case TextId.TestLeadOff: return "ELECTRODE PINS";
                case TextId.TestDisplay: return "DISPLAY";
                case TextId.TestFlash: return "FLASH";
                case TextId.TestBedside: return "NETWORK, LIVE";
                case TextId.TestSeed: return "NETWORK, SHAPES";
                case TextId.TestInfarction: return "NETWORK, INFARCT";
                case TextId.TestTiming: return "TIMING";
                case TextId.TestBattery: return "BATTERY";
                case TextId.Passed: return "OK";
                case TextId.Failed: return "FAILED";
                case TextId.Running: return "...";
                case TextId.ScreeningAid: return "SCREENING AID, NOT A DIAGNOSIS";
                case TextId.FirmwareLabel: return "FIRMWARE";
                case TextId.BedsideFigures: return "V FOUND 96 %, RIGHT 94 %";
                case TextId.SeedFigures: return "97 % RIGHT, BY BEAT";
                case TextId.InfarctionFigures: return "26 PATIENTS: RESEARCH ONLY";
                case TextId.TraceScale: return "TRACE 25 MM/S, 10 MM/MV";
                case TextId.ChargeNow: return "CHARGE NOW. STORED RECORDINGS ARE SAFE";
                case TextId.KeepNear: return "KEEP NEAR THE COMPUTER";
                case TextId.FaultStorage: return "NOT STORED|PRESS RETRY. IF IT FAILS, DO NOT SWITCH OFF";
                case TextId.FaultFull: return "STORAGE FULL|SEND THE RECORDINGS FIRST";
                case TextId.FaultUsb: return "USB CONNECTED|UNPLUG USB BEFORE YOU RECORD";
                case TextId.FaultTooShort: return "TOO SHORT|UNDER 10 GOOD SECONDS: NOT KEPT";
                case TextId.FaultSelfTest: return "TEST FAILED|DO NOT USE. CALL THE TECHNICIAN";
                case TextId.FaultFrontEnd: return "NO ECG INPUT|SWITCH OFF AND ON. CALL THE TECHNICIAN";
                case TextId.FaultMemory: return "NO MEMORY|SWITCH OFF AND ON";
                case TextId.FaultClock: return "CLOCK NOT SET|RECORDINGS GET NO TIME. SEE SETTINGS";
                case TextId.FaultInternal: return "FAULT|SWITCH OFF AND ON. CALL THE TECHNICIAN";
                case TextId.ClockDay: return "DAY";
                case TextId.ClockMonth: return "MONTH";
                case TextId.ClockYear: return "YEAR";
                case TextId.ClockHour: return "HOUR";
                case TextId.ClockMinute: return "MIN";
                default: return "";
            }
        }
    }
}
