using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Signal;

namespace EcgChip.Device.Screens
{
    /// <summary>What can be said of the signal, in words and a colour, and what to do about it.</summary>
    internal sealed class ContactView
    {
        private readonly Ili9341 display;
        private readonly TextLabel state;
        private readonly TextLabel advice;
        private readonly TextLabel secondAdvice;
        private ContactState shown;
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
            switch (shown)
            {
                case ContactState.Good:
                    Show(Palette.Green, "GOOD SIGNAL", "", "");
                    break;
                case ContactState.Settling:
                    Show(Palette.SkyBlue, "SETTLING", "HOLD STILL", "");
                    break;
                case ContactState.Poor:
                    Show(Palette.Yellow, "POOR SIGNAL", "HOLD STILL,", "RELAX ARMS");
                    break;
                default:
                    Show(Palette.Vermillion, "ELECTRODES OFF", "PRESS ALL 3", "ON DRY SKIN");
                    break;
            }
        }

        private void Show(ushort colour, string words, string toDo, string toDoFurther)
        {
            blockColour = colour;
            blockDrawn = false;
            state.SetColour(colour);
            state.Set(words);
            advice.Set(toDo);
            secondAdvice.Set(toDoFurther);
        }
    }
}
