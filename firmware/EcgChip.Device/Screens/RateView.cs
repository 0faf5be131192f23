using EcgChip.Device.Drivers.Ili9341;

namespace EcgChip.Device.Screens
{
    /// <summary>The heart rate in large digits, two dashes when it is not known, and a heart that lights up with each beat.</summary>
    internal sealed class RateView
    {
        /// <summary>Largest rate that the digits can show.</summary>
        private const int Largest = 999;

        private const int Ten = 10;

        /// <summary>Samples that the heart stays lit: 0.12 s.</summary>
        private const int LitSamples = 15;

        private const char Heart = '#';
        private const ushort Unlit = Palette.Grid;

        private readonly TextLabel digits;
        private readonly TextLabel heart;
        private readonly TextLabel unit;
        private int shown = -1;
        private int litSamples;

        /// <summary>A rate that is not known yet.</summary>
        public RateView(Ili9341 display, GlyphPainter text, GlyphPainter numbers)
        {
            digits = new TextLabel(
                display, numbers, MonitorLayout.RateLeft, MonitorLayout.RateTop, MonitorLayout.RateLength, DigitFont.Blank);
            heart = new TextLabel(display, text, MonitorLayout.UnitLeft, MonitorLayout.HeartTop, 1, ' ');
            unit = new TextLabel(display, text, MonitorLayout.UnitLeft, MonitorLayout.UnitTop, "BPM".Length, ' ');
            unit.SetColour(Palette.Faint);
            unit.Set("BPM");
            heart.SetColour(Unlit);
            heart.Set(0, Heart);
            ShowUnknown();
        }

        /// <summary>Beats a minute; anything below 1 means that it is not known.</summary>
        public void Set(int beatsPerMinute)
        {
            int rate = beatsPerMinute < 1 ? -1 : beatsPerMinute;
            rate = rate > Largest ? Largest : rate;
            if (rate == shown)
            {
                return;
            }

            shown = rate;
            if (rate < 0)
            {
                ShowUnknown();
                return;
            }

            digits.SetColour(Palette.Text);
            for (int i = MonitorLayout.RateLength - 1; i >= 0; i--)
            {
                digits.Set(i, rate > 0 ? (char)('0' + rate % Ten) : DigitFont.Blank);
                rate /= Ten;
            }
        }

        /// <summary>Lights the heart.</summary>
        public void Beat()
        {
            litSamples = LitSamples;
            heart.SetColour(Palette.Vermillion);
        }

        /// <summary>Counts samples while the heart is lit.</summary>
        /// <returns>True with the last one: the heart goes dark.</returns>
        public bool PushSamples(int count)
        {
            litSamples -= count;
            if (litSamples > 0)
            {
                return false;
            }

            Darken();
            return true;
        }

        /// <summary>Makes the heart dark.</summary>
        public void Darken()
        {
            litSamples = 0;
            heart.SetColour(Unlit);
        }

        /// <summary>Draws a bounded piece. True when there was nothing to draw.</summary>
        public bool Step()
        {
            return heart.Step() && digits.Step() && unit.Step();
        }

        private void ShowUnknown()
        {
            digits.SetColour(Palette.Faint);
            digits.Set(0, DigitFont.Blank);
            for (int i = 1; i < MonitorLayout.RateLength; i++)
            {
                digits.Set(i, DigitFont.Dash);
            }
        }
    }
}
