using EcgChip.Device.Screens;
using A = EcgChip.Device.Session.SessionAction;
using E = EcgChip.Device.Session.SessionEvent;
using G = EcgChip.Device.Session.SessionGuard;
using S = EcgChip.Device.Session.BedsideState;

namespace EcgChip.Device.Session
{
    /// <summary>
    /// The session at the bedside as a table: in a state, when something happens, and where a guard holds, to the next state, with an action. Of the rows
    /// of a state and an event the first counts whose guard holds. What a button does now, as the screen says it, stands in the button's rows. What
    /// means nothing in a state stands in <see cref="PassesOver"/>: every pair of state and event is in one of the two.
    /// </summary>
    public static class SessionTable
    {
        /// <summary>States.</summary>
        public const int StateCount = (int)S.About + 1;

        /// <summary>Events, with <see cref="SessionEvent.None"/>.</summary>
        public const int EventCount = (int)E.SyncEnded + 1;

        // A row in 31 bits: 5 each for state, event, next state and action, 4 for the guard, 7 for the hint.
        private const int FieldMask = 31;
        private const int GuardMask = 15;
        private const int EventShift = 5;
        private const int GuardShift = 10;
        private const int NextShift = 14;
        private const int ActionShift = 19;
        private const int HintShift = 24;
        private const int KeyMask = (FieldMask << EventShift) | FieldMask;

        /// <summary>All rows; 4 bytes of heap each, made once.</summary>
        public static int[] Rows()
        {
            return new int[]
            {
                Row(S.Idle, E.StartShort, G.OnUsb, S.Fault, A.SayUsb, TextId.Record),
                Row(S.Idle, E.StartShort, G.NoRoom, S.Fault, A.SayFull, TextId.Record),
                Row(S.Idle, E.StartShort, G.NoContact, S.ElectrodesOff, A.None, TextId.Record),
                Row(S.Idle, E.StartShort, G.Unsettled, S.Settling, A.None, TextId.Record),
                Row(S.Idle, E.StartShort, G.Always, S.Recording, A.BeginRecording, TextId.Record),
                Row(S.Idle, E.StartLong, G.Always, S.PatientNumber, A.BeginPatient, TextId.Patient),
                Row(S.Idle, E.ModeShort, G.Always, S.History, A.ListHistory, TextId.History),
                Row(S.Idle, E.ModeLong, G.Always, S.Settings, A.FirstLine, TextId.Settings),
                Row(S.Idle, E.ContactMade, G.Always, S.Monitoring, A.None, TextId.None),
                Row(S.Idle, E.BatteryEmpty, G.Always, S.LowBattery, A.None, TextId.None),
                Row(S.Idle, E.LeftAlone, G.Always, S.Idle, A.SwitchOff, TextId.None),
                Row(S.Idle, E.SyncBegan, G.Always, S.Syncing, A.None, TextId.None),

                Row(S.Monitoring, E.StartShort, G.OnUsb, S.Fault, A.SayUsb, TextId.Record),
                Row(S.Monitoring, E.StartShort, G.NoRoom, S.Fault, A.SayFull, TextId.Record),
                Row(S.Monitoring, E.StartShort, G.NoContact, S.ElectrodesOff, A.None, TextId.Record),
                Row(S.Monitoring, E.StartShort, G.Unsettled, S.Settling, A.None, TextId.Record),
                Row(S.Monitoring, E.StartShort, G.Always, S.Recording, A.BeginRecording, TextId.Record),
                Row(S.Monitoring, E.StartLong, G.Always, S.PatientNumber, A.BeginPatient, TextId.Patient),
                Row(S.Monitoring, E.ModeShort, G.Always, S.Idle, A.None, TextId.Back),
                Row(S.Monitoring, E.ModeLong, G.Always, S.Monitoring, A.GivePatient, TextId.NewPatient),
                Row(S.Monitoring, E.BatteryEmpty, G.Always, S.LowBattery, A.None, TextId.None),
                Row(S.Monitoring, E.LeftAlone, G.Always, S.Idle, A.SwitchOff, TextId.None),
                Row(S.Monitoring, E.SyncBegan, G.Always, S.Syncing, A.None, TextId.None),

                Row(S.ElectrodesOff, E.StartShort, G.Always, S.Idle, A.None, TextId.Back),
                Row(S.ElectrodesOff, E.ContactMade, G.Always, S.Settling, A.None, TextId.None),
                Row(S.ElectrodesOff, E.BatteryEmpty, G.Always, S.LowBattery, A.None, TextId.None),
                Row(S.ElectrodesOff, E.UsbPower, G.Always, S.Fault, A.SayUsb, TextId.None),
                Row(S.ElectrodesOff, E.LeftAlone, G.Always, S.Idle, A.SwitchOff, TextId.None),

                Row(S.Settling, E.StartShort, G.Always, S.Monitoring, A.None, TextId.Back),
                Row(S.Settling, E.ContactLost, G.Always, S.ElectrodesOff, A.None, TextId.None),
                Row(S.Settling, E.SignalJudged, G.Always, S.Recording, A.BeginRecording, TextId.None),
                Row(S.Settling, E.BatteryEmpty, G.Always, S.LowBattery, A.None, TextId.None),
                Row(S.Settling, E.UsbPower, G.Always, S.Fault, A.SayUsb, TextId.None),
                Row(S.Settling, E.LeftAlone, G.Always, S.Idle, A.SwitchOff, TextId.None),

                Row(S.Recording, E.StartShort, G.EnoughGood, S.Analysing, A.EndRecording, TextId.Stop),
                Row(S.Recording, E.StartShort, G.Always, S.Fault, A.DropRecording, TextId.Stop),
                Row(S.Recording, E.ContactLost, G.Always, S.Paused, A.None, TextId.None),
                Row(S.Recording, E.RecordingOver, G.Always, S.Analysing, A.None, TextId.None),
                Row(S.Recording, E.BatteryEmpty, G.EnoughGood, S.Analysing, A.EndRecording, TextId.None),
                Row(S.Recording, E.BatteryEmpty, G.Always, S.Fault, A.DropRecording, TextId.None),
                Row(S.Recording, E.UsbPower, G.EnoughGood, S.Analysing, A.EndRecording, TextId.None),
                Row(S.Recording, E.UsbPower, G.Always, S.Fault, A.DropForUsb, TextId.None),

                Row(S.Paused, E.StartShort, G.EnoughGood, S.Analysing, A.EndRecording, TextId.Stop),
                Row(S.Paused, E.StartShort, G.Always, S.Fault, A.DropRecording, TextId.Stop),
                Row(S.Paused, E.ContactMade, G.Always, S.Recording, A.None, TextId.None),
                Row(S.Paused, E.RecordingOver, G.Always, S.Analysing, A.None, TextId.None),
                Row(S.Paused, E.BatteryEmpty, G.EnoughGood, S.Analysing, A.EndRecording, TextId.None),
                Row(S.Paused, E.BatteryEmpty, G.Always, S.Fault, A.DropRecording, TextId.None),
                Row(S.Paused, E.UsbPower, G.EnoughGood, S.Analysing, A.EndRecording, TextId.None),
                Row(S.Paused, E.UsbPower, G.Always, S.Fault, A.DropForUsb, TextId.None),

                Row(S.Analysing, E.RecordStored, G.Always, S.Result, A.None, TextId.None),
                Row(S.Analysing, E.StoringFailed, G.Always, S.Fault, A.SayNotStored, TextId.None),

                Row(S.Result, E.StartShort, G.Always, S.Stored, A.None, TextId.Ok),
                Row(S.Result, E.ModeShort, G.Always, S.Findings, A.FirstLine, TextId.Details),
                Row(S.Result, E.ModeLong, G.Always, S.Idle, A.GivePatient, TextId.NewPatient),
                Row(S.Result, E.LeftAlone, G.Always, S.Idle, A.SwitchOff, TextId.None),
                Row(S.Result, E.SyncBegan, G.Always, S.Syncing, A.None, TextId.None),

                Row(S.Findings, E.StartShort, G.Always, S.Result, A.None, TextId.Back),
                Row(S.Findings, E.ModeShort, G.Always, S.Findings, A.NextLine, TextId.More),
                Row(S.Findings, E.LeftAlone, G.Always, S.Idle, A.SwitchOff, TextId.None),
                Row(S.Findings, E.SyncBegan, G.Always, S.Syncing, A.None, TextId.None),

                Row(S.Stored, E.StartShort, G.NoCharge, S.LowBattery, A.None, TextId.Ok),
                Row(S.Stored, E.StartShort, G.Always, S.Idle, A.None, TextId.Ok),
                Row(S.Stored, E.ModeLong, G.Always, S.Idle, A.GivePatient, TextId.NewPatient),
                Row(S.Stored, E.LeftAlone, G.Always, S.Idle, A.SwitchOff, TextId.None),
                Row(S.Stored, E.SyncBegan, G.Always, S.Syncing, A.None, TextId.None),

                Row(S.Fault, E.StartShort, G.HoldsRecording, S.Analysing, A.StoreAgain, TextId.Retry),
                Row(S.Fault, E.StartShort, G.Always, S.Idle, A.None, TextId.Ok),
                Row(S.Fault, E.ModeLong, G.Always, S.Fault, A.SwitchOff, TextId.SwitchOff),
                Row(S.Fault, E.BatteryEmpty, G.HoldsRecording, S.Fault, A.None, TextId.None),
                Row(S.Fault, E.BatteryEmpty, G.Always, S.LowBattery, A.None, TextId.None),
                Row(S.Fault, E.UsbGone, G.HoldsRecording, S.Fault, A.None, TextId.None),
                Row(S.Fault, E.UsbGone, G.Always, S.Idle, A.None, TextId.None),
                Row(S.Fault, E.LeftAlone, G.HoldsRecording, S.Fault, A.None, TextId.None),
                Row(S.Fault, E.LeftAlone, G.Always, S.Idle, A.SwitchOff, TextId.None),
                Row(S.Fault, E.SyncBegan, G.HoldsRecording, S.Fault, A.None, TextId.None),
                Row(S.Fault, E.SyncBegan, G.Always, S.Syncing, A.None, TextId.None),

                Row(S.LowBattery, E.StartShort, G.NoCharge, S.LowBattery, A.SwitchOff, TextId.SwitchOff),
                Row(S.LowBattery, E.StartShort, G.Always, S.Idle, A.None, TextId.Ok),
                Row(S.LowBattery, E.BatteryEmpty, G.Always, S.LowBattery, A.None, TextId.None),
                Row(S.LowBattery, E.UsbPower, G.Always, S.Idle, A.None, TextId.None),
                Row(S.LowBattery, E.LeftAlone, G.Always, S.LowBattery, A.SwitchOff, TextId.None),
                Row(S.LowBattery, E.SyncBegan, G.Always, S.Syncing, A.None, TextId.None),

                Row(S.Syncing, E.ModeLong, G.Always, S.Idle, A.None, TextId.Back),
                Row(S.Syncing, E.BatteryEmpty, G.Always, S.LowBattery, A.None, TextId.None),
                Row(S.Syncing, E.LeftAlone, G.Always, S.Syncing, A.None, TextId.None),
                Row(S.Syncing, E.SyncEnded, G.Always, S.Idle, A.None, TextId.None),

                Row(S.History, E.StartShort, G.Always, S.Idle, A.None, TextId.Back),
                Row(S.History, E.ModeShort, G.Always, S.History, A.NextLine, TextId.Next),
                Row(S.History, E.ModeLong, G.Always, S.About, A.None, TextId.About),
                Row(S.History, E.BatteryEmpty, G.Always, S.LowBattery, A.None, TextId.None),
                Row(S.History, E.LeftAlone, G.Always, S.Idle, A.SwitchOff, TextId.None),
                Row(S.History, E.SyncBegan, G.Always, S.Syncing, A.None, TextId.None),

                Row(S.Settings, E.StartShort, G.Always, S.Settings, A.ChangeLine, TextId.Change),
                Row(S.Settings, E.StartLong, G.Always, S.Idle, A.KeepSettings, TextId.Save),
                Row(S.Settings, E.ModeShort, G.Always, S.Settings, A.NextLine, TextId.Next),
                Row(S.Settings, E.ModeLong, G.Always, S.SelfTest, A.KeepSettings, TextId.SelfTest),
                Row(S.Settings, E.BatteryEmpty, G.Always, S.LowBattery, A.None, TextId.None),
                Row(S.Settings, E.LeftAlone, G.Always, S.Idle, A.SwitchOff, TextId.None),

                Row(S.PatientNumber, E.StartShort, G.Always, S.PatientNumber, A.MoreDigit, TextId.More),
                Row(S.PatientNumber, E.StartLong, G.Always, S.Idle, A.KeepPatient, TextId.Save),
                Row(S.PatientNumber, E.ModeShort, G.Always, S.PatientNumber, A.NextDigit, TextId.Next),
                Row(S.PatientNumber, E.ModeLong, G.Always, S.Idle, A.GivePatient, TextId.NewPatient),
                Row(S.PatientNumber, E.BatteryEmpty, G.Always, S.LowBattery, A.None, TextId.None),
                Row(S.PatientNumber, E.LeftAlone, G.Always, S.Idle, A.SwitchOff, TextId.None),

                Row(S.SelfTest, E.StartShort, G.Always, S.SelfTest, A.RunSelfTest, TextId.Start),
                Row(S.SelfTest, E.ModeShort, G.Always, S.Idle, A.None, TextId.Back),
                Row(S.SelfTest, E.BatteryEmpty, G.Always, S.LowBattery, A.None, TextId.None),
                Row(S.SelfTest, E.LeftAlone, G.Always, S.Idle, A.SwitchOff, TextId.None),

                Row(S.About, E.StartShort, G.Always, S.Idle, A.None, TextId.Back),
                Row(S.About, E.BatteryEmpty, G.Always, S.LowBattery, A.None, TextId.None),
                Row(S.About, E.LeftAlone, G.Always, S.Idle, A.SwitchOff, TextId.None),
                Row(S.About, E.SyncBegan, G.Always, S.Syncing, A.None, TextId.None)
            };
        }

        /// <summary>Place of the first row of a state and an event, from a place on; -1 where there is none.</summary>
        public static int Find(int[] rows, S state, E happened, int from)
        {
            int key = (int)state | ((int)happened << EventShift);
            int count = rows.Length;
            for (int row = from; row < count; row++)
            {
                if ((rows[row] & KeyMask) == key)
                {
                    return row;
                }
            }

            return -1;
        }

        /// <summary>The state that a row is of.</summary>
        public static S State(int row)
        {
            return (S)(row & FieldMask);
        }

        /// <summary>The event that a row is of.</summary>
        public static E Event(int row)
        {
            return (E)((row >> EventShift) & FieldMask);
        }

        /// <summary>What must be so.</summary>
        public static G Guard(int row)
        {
            return (G)((row >> GuardShift) & GuardMask);
        }

        /// <summary>The state that follows.</summary>
        public static S Next(int row)
        {
            return (S)((row >> NextShift) & FieldMask);
        }

        /// <summary>What is done.</summary>
        public static A Action(int row)
        {
            return (A)((row >> ActionShift) & FieldMask);
        }

        /// <summary>What the screen says of a button, a <see cref="TextId"/>.</summary>
        public static int Hint(int row)
        {
            return row >> HintShift;
        }

        /// <summary>The screen of a state.</summary>
        public static ScreenId Screen(S state)
        {
            switch (state)
            {
                case S.Monitoring: return ScreenId.Monitor;
                case S.ElectrodesOff: return ScreenId.ContactGuide;
                case S.Settling: return ScreenId.Monitor;
                case S.Recording: return ScreenId.Recording;
                case S.Paused: return ScreenId.Paused;
                case S.Analysing: return ScreenId.Analysing;
                case S.Result: return ScreenId.Result;
                case S.Findings: return ScreenId.Findings;
                case S.Stored: return ScreenId.Stored;
                case S.Fault: return ScreenId.Fault;
                case S.LowBattery: return ScreenId.LowBattery;
                case S.Syncing: return ScreenId.Syncing;
                case S.History: return ScreenId.History;
                case S.Settings: return ScreenId.Settings;
                case S.PatientNumber: return ScreenId.PatientNumber;
                case S.SelfTest: return ScreenId.SelfTest;
                case S.About: return ScreenId.About;
                default: return ScreenId.Start;
            }
        }

        /// <summary>True where an event means nothing in a state.</summary>
        public static bool PassesOver(S state, E happened)
        {
            int passed;
            switch (state)
            {
                case S.Idle:
                    passed = 1 << (int)E.ContactLost | 1 << (int)E.SignalJudged | 1 << (int)E.RecordingOver | 1 << (int)E.RecordStored |
                        1 << (int)E.StoringFailed | 1 << (int)E.UsbPower | 1 << (int)E.UsbGone | 1 << (int)E.SyncEnded;
                    break;

                case S.Monitoring:
                    passed = 1 << (int)E.ContactMade | 1 << (int)E.ContactLost | 1 << (int)E.SignalJudged | 1 << (int)E.RecordingOver | 1 << (int)E.RecordStored |
                        1 << (int)E.StoringFailed | 1 << (int)E.UsbPower | 1 << (int)E.UsbGone | 1 << (int)E.SyncEnded;
                    break;

                case S.ElectrodesOff:
                    passed = 1 << (int)E.StartLong | 1 << (int)E.ModeShort | 1 << (int)E.ModeLong | 1 << (int)E.ContactLost | 1 << (int)E.SignalJudged |
                        1 << (int)E.RecordingOver | 1 << (int)E.RecordStored | 1 << (int)E.StoringFailed | 1 << (int)E.UsbGone | 1 << (int)E.SyncBegan | 1 << (int)E.SyncEnded;
                    break;

                case S.Settling:
                    passed = 1 << (int)E.StartLong | 1 << (int)E.ModeShort | 1 << (int)E.ModeLong | 1 << (int)E.ContactMade | 1 << (int)E.RecordingOver |
                        1 << (int)E.RecordStored | 1 << (int)E.StoringFailed | 1 << (int)E.UsbGone | 1 << (int)E.SyncBegan | 1 << (int)E.SyncEnded;
                    break;

                case S.Recording:
                    passed = 1 << (int)E.StartLong | 1 << (int)E.ModeShort | 1 << (int)E.ModeLong | 1 << (int)E.ContactMade | 1 << (int)E.SignalJudged |
                        1 << (int)E.RecordStored | 1 << (int)E.StoringFailed | 1 << (int)E.UsbGone | 1 << (int)E.LeftAlone | 1 << (int)E.SyncBegan | 1 << (int)E.SyncEnded;
                    break;

                case S.Paused:
                    passed = 1 << (int)E.StartLong | 1 << (int)E.ModeShort | 1 << (int)E.ModeLong | 1 << (int)E.ContactLost | 1 << (int)E.SignalJudged |
                        1 << (int)E.RecordStored | 1 << (int)E.StoringFailed | 1 << (int)E.UsbGone | 1 << (int)E.LeftAlone | 1 << (int)E.SyncBegan | 1 << (int)E.SyncEnded;
                    break;

                case S.Analysing:
                    passed = 1 << (int)E.StartShort | 1 << (int)E.StartLong | 1 << (int)E.ModeShort | 1 << (int)E.ModeLong | 1 << (int)E.ContactMade |
                        1 << (int)E.ContactLost | 1 << (int)E.SignalJudged | 1 << (int)E.RecordingOver | 1 << (int)E.BatteryEmpty | 1 << (int)E.UsbPower | 1 << (int)E.UsbGone |
                        1 << (int)E.LeftAlone | 1 << (int)E.SyncBegan | 1 << (int)E.SyncEnded;
                    break;

                case S.Result:
                    passed = 1 << (int)E.StartLong | 1 << (int)E.ContactMade | 1 << (int)E.ContactLost | 1 << (int)E.SignalJudged | 1 << (int)E.RecordingOver |
                        1 << (int)E.RecordStored | 1 << (int)E.StoringFailed | 1 << (int)E.BatteryEmpty | 1 << (int)E.UsbPower | 1 << (int)E.UsbGone | 1 << (int)E.SyncEnded;
                    break;

                case S.Findings:
                    passed = 1 << (int)E.StartLong | 1 << (int)E.ModeLong | 1 << (int)E.ContactMade | 1 << (int)E.ContactLost |
                        1 << (int)E.SignalJudged | 1 << (int)E.RecordingOver | 1 << (int)E.RecordStored | 1 << (int)E.StoringFailed | 1 << (int)E.BatteryEmpty |
                        1 << (int)E.UsbPower | 1 << (int)E.UsbGone | 1 << (int)E.SyncEnded;
                    break;

                case S.Stored:
                    passed = 1 << (int)E.StartLong | 1 << (int)E.ModeShort | 1 << (int)E.ContactMade | 1 << (int)E.ContactLost | 1 << (int)E.SignalJudged |
                        1 << (int)E.RecordingOver | 1 << (int)E.RecordStored | 1 << (int)E.StoringFailed | 1 << (int)E.BatteryEmpty | 1 << (int)E.UsbPower | 1 << (int)E.UsbGone |
                        1 << (int)E.SyncEnded;
                    break;

                case S.Fault:
                    passed = 1 << (int)E.StartLong | 1 << (int)E.ModeShort | 1 << (int)E.ContactMade | 1 << (int)E.ContactLost | 1 << (int)E.SignalJudged |
                        1 << (int)E.RecordingOver | 1 << (int)E.RecordStored | 1 << (int)E.StoringFailed | 1 << (int)E.UsbPower | 1 << (int)E.SyncEnded;
                    break;

                case S.LowBattery:
                    passed = 1 << (int)E.StartLong | 1 << (int)E.ModeShort | 1 << (int)E.ModeLong | 1 << (int)E.ContactMade | 1 << (int)E.ContactLost |
                        1 << (int)E.SignalJudged | 1 << (int)E.RecordingOver | 1 << (int)E.RecordStored | 1 << (int)E.StoringFailed | 1 << (int)E.UsbGone | 1 << (int)E.SyncEnded;
                    break;

                case S.Syncing:
                    passed = 1 << (int)E.StartShort | 1 << (int)E.StartLong | 1 << (int)E.ModeShort | 1 << (int)E.ContactMade | 1 << (int)E.ContactLost |
                        1 << (int)E.SignalJudged | 1 << (int)E.RecordingOver | 1 << (int)E.RecordStored | 1 << (int)E.StoringFailed | 1 << (int)E.UsbPower | 1 << (int)E.UsbGone |
                        1 << (int)E.SyncBegan;
                    break;

                case S.History:
                    passed = 1 << (int)E.StartLong | 1 << (int)E.ContactMade | 1 << (int)E.ContactLost | 1 << (int)E.SignalJudged | 1 << (int)E.RecordingOver |
                        1 << (int)E.RecordStored | 1 << (int)E.StoringFailed | 1 << (int)E.UsbPower | 1 << (int)E.UsbGone | 1 << (int)E.SyncEnded;
                    break;

                case S.Settings:
                    passed = 1 << (int)E.ContactMade | 1 << (int)E.ContactLost | 1 << (int)E.SignalJudged | 1 << (int)E.RecordingOver | 1 << (int)E.RecordStored |
                        1 << (int)E.StoringFailed | 1 << (int)E.UsbPower | 1 << (int)E.UsbGone | 1 << (int)E.SyncBegan | 1 << (int)E.SyncEnded;
                    break;

                case S.PatientNumber:
                    passed = 1 << (int)E.ContactMade | 1 << (int)E.ContactLost | 1 << (int)E.SignalJudged | 1 << (int)E.RecordingOver | 1 << (int)E.RecordStored |
                        1 << (int)E.StoringFailed | 1 << (int)E.UsbPower | 1 << (int)E.UsbGone | 1 << (int)E.SyncBegan | 1 << (int)E.SyncEnded;
                    break;

                case S.SelfTest:
                    passed = 1 << (int)E.StartLong | 1 << (int)E.ModeLong | 1 << (int)E.ContactMade | 1 << (int)E.ContactLost | 1 << (int)E.SignalJudged |
                        1 << (int)E.RecordingOver | 1 << (int)E.RecordStored | 1 << (int)E.StoringFailed | 1 << (int)E.UsbPower | 1 << (int)E.UsbGone | 1 << (int)E.SyncBegan |
                        1 << (int)E.SyncEnded;
                    break;

                case S.About:
                    passed = 1 << (int)E.StartLong | 1 << (int)E.ModeShort | 1 << (int)E.ModeLong | 1 << (int)E.ContactMade | 1 << (int)E.ContactLost |
                        1 << (int)E.SignalJudged | 1 << (int)E.RecordingOver | 1 << (int)E.RecordStored | 1 << (int)E.StoringFailed | 1 << (int)E.UsbPower | 1 << (int)E.UsbGone |
                        1 << (int)E.SyncEnded;
                    break;

                default:
                    passed = 0;
                    break;
            }

            return ((passed >> (int)happened) & 1) != 0;
        }

        private static int Row(S state, E happened, G guard, S next, A action, int hint)
        {
            return (int)state | ((int)happened << EventShift) | ((int)guard << GuardShift) | ((int)next << NextShift)
                | ((int)action << ActionShift) | (hint << HintShift);
        }
    }
}
