using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Signal;

namespace EcgChip.Device.Screens
{
    /// <summary>What can be said of the signal, in words and a colour, and what to do about it.</summary>
    internal sealed class ContactView
    {
        private const int LinesOfState = 3;

        private readonly Ili9341 display;
        private readonly TextLabel state;
        private readonly TextLabel advice;
        private readonly TextLabel secondAdvice;

        // What is said and, in two lines, what to do. Loaded once: on the chip each use of a literal takes a little of the heap.
        private readonly string[] words =
        {
            "GOOD SIGNAL", "", "",
            "SETTLING", "HOLD STILL", "",
            "POOR SIGNAL", "HOLD STILL,", "RELAX ARMS",
            "ELECTRODES OFF", "PRESS ALL 3", "ON DRY SKIN",
        };

        private ContactState shown;

        // What a recording said, shown where advice is while there is none to give; null when there is nothing to show.
        private string result;
        private string reason;
        private ushort blockColour;
        private bool blockDrawn;

        /// <summary>No contact yet.</summary>
        public ContactView(Ili9341 display, GlyphPainter painter)
        {
            this.display = display;
            state = new TextLabel(
                display, painter, MonitorLayout.ContactLeft, MonitorLayout.ContactTop, MonitorLayout.ContactLength, ' ');
            advice = new TextLabel(display, painter, MonitorLayout.RightLeft, MonitorLayout.AdviceTop, MonitorLayout.AdviceLength, ' ');
            secondAdvice = new TextLabel(
                display, painter, MonitorLayout.RightLeft, MonitorLayout.SecondAdviceTop, MonitorLayout.AdviceLength, ' ');
            shown = ContactState.NoContact;
            Show();
        }

        /// <summary>Sets the state.</summary>
        public void Set(ContactState value)
        {
            if (value != shown)
            {
                shown = value;
                Show();
            }
        }

        /// <summary>Says what a recording said, in two lines, while the signal is good; null for both takes it away.</summary>
        public void SetResult(string answer, string why)
        {
            if (answer != null || result != null)
            {
                result = answer;
                reason = why;
                Show();
            }
        }

        /// <summary>Draws the coloured block or a character. True when there was nothing to draw.</summary>
        public bool Step()
        {
            if (!blockDrawn)
            {
                blockDrawn = true;
                display.FillRectangle(0, 0, MonitorLayout.ContactBlockWidth, MonitorLayout.UpperLineTop, blockColour);
                return false;
            }

            return state.Step() && advice.Step() && secondAdvice.Step();
        }

        private void Show()
        {
            blockDrawn = false;
            switch (shown)
            {
                case ContactState.Good:
                    Show(Palette.Green, 0);
                    break;
                case ContactState.Settling:
                    Show(Palette.SkyBlue, LinesOfState);
                    break;
                case ContactState.Poor:
                    Show(Palette.Yellow, 2 * LinesOfState);
                    break;
                default:
                    Show(Palette.Vermillion, 3 * LinesOfState);
                    break;
            }
        }

        private void Show(ushort colour, int line)
        {
            blockColour = colour;
            state.SetColour(colour);
            state.Set(words[line]);
            bool free = line == 0 && result != null;
            advice.Set(free ? result : words[line + 1]);
            secondAdvice.Set(free ? reason : words[line + 2]);
        }
    }
}
