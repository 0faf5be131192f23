using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Device.Monitoring;

namespace EcgChip.Device.Screens
{
    /// <summary>What can be said of the signal, in words and a colour, and what to do about it.</summary>
    internal sealed class ContactView
    {
        private readonly Ili9341 display;
        private readonly TextLabel state;
        private readonly TextLabel advice;
        private readonly TextLabel secondAdvice;

        private readonly string[] words = SignalTexts.Create();

        private SignalMessage shown;

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
            shown = SignalMessage.BothOff;
            Show();
        }

        /// <summary>Sets what is said.</summary>
        public void Set(SignalMessage value)
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
            blockColour = Colour(shown);
            string text = words[(int)shown];
            state.SetColour(blockColour);
            state.Set(text, 0);
            if (shown == SignalMessage.Good && result != null)
            {
                advice.Set(result);
                secondAdvice.Set(reason);
                return;
            }

            advice.Set(text, SignalTexts.Advice);
            secondAdvice.Set(text, SignalTexts.SecondAdvice);
        }

        private static ushort Colour(SignalMessage message)
        {
            switch (message)
            {
                case SignalMessage.Good:
                    return Palette.Green;
                case SignalMessage.Settling:
                    return Palette.SkyBlue;
                case SignalMessage.BothOff:
                case SignalMessage.LeftLegOff:
                case SignalMessage.RightArmOff:
                case SignalMessage.NoSignal:
                    return Palette.Vermillion;
                default:
                    return Palette.Yellow;
            }
        }
    }
}
