using EcgChip.Device.Screens;
using EcgChip.Device.Seams;
using EcgChip.Signal;

namespace EcgChip.Device.Session
{
    /// <summary>
    /// Leads the user through <see cref="SessionTable"/>: takes what happens, finds the row that counts, does its action, shows its screen with what the
    /// buttons do there. What an action does with the recording the session does, which this one belongs to.
    /// </summary>
    public sealed class BedsideFlow
    {
        /// <summary>Good seconds below which a recording that is ended early is not kept.</summary>
        public const int LeastGoodSeconds = 10;

        // Behind so many seconds below the least charge it is no dip of the voltage.
        private const int EmptySeconds = 3;

        private readonly int[] rows = SessionTable.Rows();
        private readonly BedsideSession session;
        private readonly DeviceScreens screens;
        private readonly ScreenContents contents;
        private readonly BedsideMenu menu;
        private readonly IBattery battery;
        private readonly IPower power;
        private readonly int switchOffSeconds;

        private BedsideState state;
        private ContactState contact;
        private bool onUsb;
        private int emptySeconds;
        private int quietSeconds;
        private bool outdated;

        /// <summary>A flow that is idle.</summary>
        /// <param name="session">What it leads.</param>
        /// <param name="settings">What was chosen.</param>
        /// <param name="parts">Screens, battery, power.</param>
        public BedsideFlow(BedsideSession session, FirmwareSettings settings, SessionParts parts)
        {
            this.session = session;
            screens = parts.Screens;
            contents = screens.Contents;
            battery = parts.Battery;
            power = parts.Power;
            switchOffSeconds = settings.SwitchOffSeconds;
            menu = new BedsideMenu(settings, contents, parts);
            Enter();
        }

        /// <summary>Where the user is.</summary>
        public BedsideState State
        {
            get { return state; }
        }

        /// <summary>What the screens show.</summary>
        public ScreenContents Contents
        {
            get { return contents; }
        }

        /// <summary>True when the user has asked for the self-test, which needs the session's heap: the program leaves the loop for it.</summary>
        public bool SelfTestWanted { get; private set; }

        /// <summary>True when the program has to leave the loop: for the self-test, or to make the session anew with other settings.</summary>
        public bool MustLeave
        {
            get { return SelfTestWanted || outdated; }
        }

        /// <summary>Patient of the recording that runs or comes next.</summary>
        public int PatientNumber
        {
            get { return contents.PatientNumber; }
        }

        /// <summary>Takes what has happened.</summary>
        public void Handle(SessionEvent happened)
        {
            if (happened <= SessionEvent.ModeLong)
            {
                quietSeconds = 0;
            }

            int row = SessionTable.Find(rows, state, happened, 0);
            while (row >= 0)
            {
                if (Holds(SessionTable.Guard(rows[row])))
                {
                    Follow(rows[row]);
                    return;
                }

                row = SessionTable.Find(rows, state, happened, row + 1);
            }
        }

        /// <summary>Something does not work.</summary>
        /// <param name="text">What, a <see cref="TextId"/>.</param>
        public void Fail(int text)
        {
            contents.FaultText = text;
            Enter(BedsideState.Fault);
        }

        /// <summary>A recording begins or goes on being stored without a press: as a computer asks for it.</summary>
        public void Enter(BedsideState next)
        {
            state = next;
            Enter();
        }

        /// <summary>A second of signal is over.</summary>
        /// <param name="now">Contact and whether it can be judged.</param>
        public void JudgeSecond(ContactState now)
        {
            ContactState before = contact;
            contact = now;
            contents.Contact = now;
            if (now == ContactState.NoContact)
            {
                if (before != ContactState.NoContact)
                {
                    Handle(SessionEvent.ContactLost);
                }
            }
            else
            {
                quietSeconds = 0;
                if (before == ContactState.NoContact)
                {
                    Handle(SessionEvent.ContactMade);
                }

                if (now != ContactState.Settling && (before == ContactState.NoContact || before == ContactState.Settling))
                {
                    Handle(SessionEvent.SignalJudged);
                }
            }

            screens.Changed();
        }

        /// <summary>Once a second, when there is time: looks at battery and USB power, at what was set over the link, and whether anybody is there.</summary>
        public void Second()
        {
            if (state == BedsideState.Idle || state == BedsideState.Monitoring)
            {
                menu.TakeOver();
                outdated = session.Storage.IsOutdated;
            }

            if (state == BedsideState.Idle)
            {
                ShowIdle();
            }

            if (battery != null)
            {
                LookAtBattery();
            }

            quietSeconds++;
            if (switchOffSeconds > 0 && quietSeconds >= switchOffSeconds)
            {
                quietSeconds = 0;
                Handle(SessionEvent.LeftAlone);
            }
        }

        private void ShowIdle()
        {
            contents.ClockField = ScreenContents.Unknown;
            menu.ShowClock();
            contents.FreeRecordings = session.Storage.RoomCount;
        }

        private void LookAtBattery()
        {
            int millivolts = battery.Millivolts();
            bool usb = battery.IsOnUsb;
            contents.BatteryPercent = Power.BatteryCharge.PercentOf(millivolts);
            contents.OnUsbPower = usb;

            // While it is charged its voltage says nothing of its charge.
            bool isEmpty = !usb && millivolts < Power.BatteryCharge.EmptyMillivolts;
            emptySeconds = isEmpty ? emptySeconds + 1 : 0;
            bool was = onUsb;
            onUsb = usb;
            if (usb)
            {
                Handle(SessionEvent.UsbPower);
            }
            else if (was)
            {
                Handle(SessionEvent.UsbGone);
            }

            if (emptySeconds >= EmptySeconds)
            {
                emptySeconds = EmptySeconds;
                Handle(SessionEvent.BatteryEmpty);
            }
        }

        private bool Holds(SessionGuard guard)
        {
            switch (guard)
            {
                case SessionGuard.OnUsb: return onUsb || (battery != null && battery.IsOnUsb);
                case SessionGuard.NoRoom: return !session.Storage.HasRoom;
                case SessionGuard.NoContact: return contact == ContactState.NoContact;
                case SessionGuard.Unsettled: return contact == ContactState.Settling;
                case SessionGuard.EnoughGood: return session.GoodSeconds >= LeastGoodSeconds;
                case SessionGuard.HoldsRecording: return session.HoldsRecording;
                case SessionGuard.NoCharge: return emptySeconds >= EmptySeconds;
                default: return true;
            }
        }

        private void Follow(int row)
        {
            state = SessionTable.Next(row);
            Do(SessionTable.Action(row));
            Enter();
        }

        private void Do(SessionAction action)
        {
            switch (action)
            {
                case SessionAction.BeginRecording:
                    session.BeginWithNextSample(contents.DurationSeconds);
                    break;
                case SessionAction.EndRecording:
                    session.StopRecording();
                    break;
                case SessionAction.DropRecording:
                    session.DropRecording();
                    contents.FaultText = TextId.FaultTooShort;
                    break;
                case SessionAction.DropForUsb:
                    session.DropRecording();
                    contents.FaultText = TextId.FaultUsb;
                    break;
                case SessionAction.SayUsb:
                    contents.FaultText = TextId.FaultUsb;
                    break;
                case SessionAction.SayFull:
                    contents.FaultText = session.Storage.IsSound ? TextId.FaultFull : TextId.FaultInternal;
                    break;
                case SessionAction.SayNotStored:
                    contents.FaultText = session.Storage.HasRoom ? TextId.FaultStorage : TextId.FaultFull;
                    break;
                case SessionAction.StoreAgain:
                    session.StoreAgain();
                    break;
                case SessionAction.SwitchOff:
                    if (power != null)
                    {
                        power.SwitchOff();
                    }

                    break;
                case SessionAction.ListHistory:
                    contents.Selected = 0;
                    session.Storage.BeginListing();
                    break;
                case SessionAction.RunSelfTest:
                    SelfTestWanted = true;
                    break;
                case SessionAction.KeepSettings:
                    menu.Do(action, state);
                    session.Storage.MakeRoom();
                    break;
                default:
                    menu.Do(action, state);
                    break;
            }
        }

        private void Enter()
        {
            SessionHints.Show(rows, state, contents, session.HoldsRecording, emptySeconds >= EmptySeconds);
            if (state == BedsideState.Idle)
            {
                ShowIdle();
            }

            screens.Show(SessionTable.Screen(state));
            screens.Changed();
        }
    }
}
