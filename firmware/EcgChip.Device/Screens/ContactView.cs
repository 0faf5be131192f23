using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Device.Monitoring;
using EcgChip.Records;

namespace EcgChip.Device.Screens
{
    /// <summary>What can be said of the signal, in words and a colour, and what to do about it.</summary>
    internal sealed class ContactView
    {
        private const int NoScore = -1;
        private const int Hundred = 100;
        private const int Ten = 10;

        // Of eight seconds the result has the first five, the infarction head the rest.
        private const int TurnSeconds = 8;
        private const int ResultSeconds = 5;

        private readonly Ili9341 display;
        private readonly TextLabel state;
        private readonly TextLabel advice;
        private readonly TextLabel secondAdvice;

        private readonly string[] words = SignalTexts.Create();

        private SignalMessage shown;

        // What a recording said, shown where advice is while there is none to give; null when there is nothing to show.
        private string result;
        private string reason;

        // What the infarction head says, in hundredths, shown in turns with the result; below 0 when it says nothing.
        private int infarction = NoScore;
        private bool researchOnly;
        private int turn;
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

        /// <summary>Sets what is said, once a second.</summary>
        public void Set(SignalMessage value)
        {
            if (value != shown)
            {
                shown = value;
                turn = 0;
                Show();
            }
            else if (infarction >= 0)
            {
                turn = turn + 1 < TurnSeconds ? turn + 1 : 0;
                if (turn == 0 || turn == ResultSeconds)
                {
                    Show();
                }
            }
        }

        /// <summary>Says what a recording said, in two lines, while the signal is good; null for both takes it away.</summary>
        public void SetResult(string answer, string why)
        {
            if (answer != null || result != null)
            {
                result = answer;
                reason = why;
                infarction = NoScore;
                turn = 0;
                Show();
            }
        }

        /// <summary>Says in turns with the result how sure the infarction head is.</summary>
        /// <param name="score">0 to <see cref="RecordSummary.CertainInfarction"/>.</param>
        /// <param name="forResearchOnly">True where that means nothing for this patient.</param>
        public void SetInfarction(int score, bool forResearchOnly)
        {
            infarction = ((score * Hundred) + (RecordSummary.CertainInfarction / 2)) / RecordSummary.CertainInfarction;
            researchOnly = forResearchOnly;
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
                if (turn >= ResultSeconds)
                {
                    ShowInfarction();
                    return;
                }

                advice.Set(result);
                secondAdvice.Set(reason);
                return;
            }

            advice.Set(text, SignalTexts.Advice);
            secondAdvice.Set(text, SignalTexts.SecondAdvice);
        }

        // Digit by digit: no string is built for it.
        private void ShowInfarction()
        {
            advice.Set(ResultWords.Infarction);
            int at = ResultWords.InfarctionDigits;
            advice.Set(at, (char)('0' + (infarction / Hundred)));
            advice.Set(at + 2, (char)('0' + (infarction / Ten % Ten)));
            advice.Set(at + 3, (char)('0' + (infarction % Ten)));
            secondAdvice.Set(researchOnly ? ResultWords.ResearchOnly : "");
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
