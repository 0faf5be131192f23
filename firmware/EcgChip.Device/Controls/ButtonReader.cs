using EcgChip.Device.Seams;
using EcgChip.Device.Session;

namespace EcgChip.Device.Controls
{
    /// <summary>
    /// Makes short and long presses of what the two buttons do. Each is looked at every 64 ms, the one between two looks at the other: contacts
    /// bounce for 50 ms at most, so that no two looks at a button fall into one bouncing, and a change that a look sees is one. A short press is told
    /// when the button is let go, a long one when it has been held for 0.8 s, and then not again.
    /// </summary>
    public sealed class ButtonReader
    {
        /// <summary>Samples between two looks, of which each button gets every second.</summary>
        public const int LookSamples = 4;

        /// <summary>Looks at one button after which it is held: the first at 0.8 s or more.</summary>
        public const int LongLooks = 14;

        private readonly IControls controls;
        private bool looksAtMode;
        private int startLooks;
        private int modeLooks;

        /// <summary>A reader. A button that is held already tells nothing until it was let go.</summary>
        public ButtonReader(IControls controls)
        {
            this.controls = controls;
            startLooks = controls.StartHeld ? LongLooks : 0;
            modeLooks = controls.ModeHeld ? LongLooks : 0;
        }

        /// <summary>What the last <see cref="Step"/> saw.</summary>
        public SessionEvent Pressed { get; private set; }

        /// <summary>One look at one of the buttons, 32 ms behind that at the other.</summary>
        /// <returns>True when a press is to be told: <see cref="Pressed"/>.</returns>
        public bool Step()
        {
            looksAtMode = !looksAtMode;
            int looks = looksAtMode ? modeLooks : startLooks;
            bool held = looksAtMode ? controls.ModeHeld : controls.StartHeld;
            if (!held && looks == 0)
            {
                return false;
            }

            SessionEvent told = SessionEvent.None;
            if (!held)
            {
                told = looks >= LongLooks ? SessionEvent.None : looksAtMode ? SessionEvent.ModeShort : SessionEvent.StartShort;
                looks = 0;
            }
            else if (looks < LongLooks)
            {
                looks++;
                told = looks < LongLooks ? SessionEvent.None : looksAtMode ? SessionEvent.ModeLong : SessionEvent.StartLong;
            }

            if (looksAtMode)
            {
                modeLooks = looks;
            }
            else
            {
                startLooks = looks;
            }

            Pressed = told;
            return told != SessionEvent.None;
        }
    }
}
