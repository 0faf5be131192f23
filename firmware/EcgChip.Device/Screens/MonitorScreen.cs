using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Device.Monitoring;
using EcgChip.Inference;
using EcgChip.Signal;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// What is live on the screens of a running measurement: the trace with its R peaks, the heart rate, the classes of the last beats, what is said of the
    /// signal. What is set only becomes wanted; <see cref="DeviceScreens.Step"/> draws it while such a screen is shown. Nothing is allocated once it is made.
    /// </summary>
    public sealed class MonitorScreen
    {
        /// <summary>Beats whose classes are shown.</summary>
        internal const int Tiles = 7;

        /// <summary>No beat yet: an empty place.</summary>
        internal const int Empty = -1;

        // 0.12 s that the heart stays lit.
        private const int LitSamples = 15;
        private const int LargestRate = 999;

        private readonly DeviceScreens screens;
        private readonly ScreenContents contents;
        private readonly TraceView trace;
        private readonly int[] tiles = new int[Tiles];
        private readonly Ili9341 display;
        private int litSamples;
        private bool traced;
        private bool pulseShown;

        internal MonitorScreen(DeviceScreens screens, ScreenContents contents, Ili9341 display)
        {
            this.screens = screens;
            this.contents = contents;
            this.display = display;
            trace = new TraceView(display, Layout.TraceTop);
            trace.SetColour(Palette.Faint);
            Rate = ScreenContents.Unknown;
            for (int i = 0; i < Tiles; i++)
            {
                tiles[i] = Empty;
            }
        }

        /// <summary>Heart rate, beats a minute.</summary>
        internal int Rate { get; private set; }

        /// <summary>Takes the conditioned samples that come next, in 5 uV units.</summary>
        /// <param name="ring">Where they stand: sample i at <c>i &amp; mask</c>.</param>
        /// <param name="mask">Length of the ring less one; the length is a power of two.</param>
        /// <param name="from">The first of them.</param>
        /// <param name="count">How many.</param>
        public void PushSamples(short[] ring, int mask, int from, int count)
        {
            if (traced)
            {
                trace.PushSamples(ring, mask, from, count);
            }

            litSamples -= count;
        }

        /// <summary>Marks an R peak; samplesAgo 0 is the sample pushed last.</summary>
        public void MarkR(int samplesAgo)
        {
            if (traced)
            {
                trace.MarkR(samplesAgo);
            }

            litSamples = LitSamples;
        }

        /// <summary>Sets the heart rate in beats a minute; below 1 when it is not known, which shows as dashes.</summary>
        public void SetHeartRate(int beatsPerMinute)
        {
            int rate = beatsPerMinute < 1 ? ScreenContents.Unknown : beatsPerMinute;
            rate = rate > LargestRate ? LargestRate : rate;
            if (rate != Rate)
            {
                Rate = rate;
                screens.Look(MonitorRow.RatePiece, MonitorRow.RatePiece + MonitorRow.RateDigits);
            }
        }

        /// <summary>Adds the class of the newest beat, as <see cref="BeatClass"/> counts them.</summary>
        public void PushBeatClass(int beatClass)
        {
            // in a steady rhythm nothing looks different
            int[] shown = tiles;
            int next = beatClass;
            bool differs = false;
            for (int i = Tiles - 1; i >= 0; i--)
            {
                int before = shown[i];
                if (before != next)
                {
                    shown[i] = next;
                    differs = true;
                }

                next = before;
            }

            if (differs)
            {
                screens.Look(MonitorRow.TilePiece, MonitorRow.TilePiece + Tiles);
            }
        }

        /// <summary>Takes the class of an earlier beat back; 0 is the one pushed last.</summary>
        public void WithdrawBeatClass(int beatsAgo)
        {
            if (beatsAgo < Tiles)
            {
                tiles[Tiles - 1 - beatsAgo] = BeatClass.Unclassified;
                screens.Look(MonitorRow.TilePiece, MonitorRow.TilePiece + Tiles);
            }
        }

        /// <summary>Sets the state of contact and what is said of it. The trace is grey while it cannot be judged.</summary>
        public void SetContact(ContactState state, SignalMessage message)
        {
            trace.SetColour(state == ContactState.Good ? Palette.Trace : Palette.Faint);
            if (state == ContactState.NoContact)
            {
                litSamples = 0;
            }

            if (state != contents.Contact || message != contents.Message)
            {
                contents.Contact = state;
                contents.Message = message;
                screens.Changed();
            }
        }

        /// <summary>The class of a beat that is shown, 0 the oldest; <see cref="Empty"/> where none is.</summary>
        internal int TileAt(int place)
        {
            return tiles[place];
        }

        /// <summary>Draws a piece of the trace, or the line under the heart that lights up with each beat. True when there was nothing to draw.</summary>
        internal bool Step()
        {
            if (!trace.Step())
            {
                return false;
            }

            bool lit = litSamples > 0;
            if (lit == pulseShown)
            {
                return true;
            }

            // no piece as the others are, and no heart that lights up itself: this comes twice with every beat
            pulseShown = lit;
            display.FillRectangle(
                MonitorRow.PulseLeft, MonitorRow.PulseTop, MonitorRow.PulseWidth, MonitorRow.PulseHeight, lit ? Palette.Vermillion : Palette.Background);
            return false;
        }

        /// <summary>Draws a strip of the empty grid, where the trace has not been yet. True when there was nothing to draw.</summary>
        internal bool StepGrid()
        {
            return trace.StepGrid();
        }

        /// <summary>Begins or ends to take a trace; it begins at the left.</summary>
        internal void SetTraced(bool value)
        {
            if (value && !traced)
            {
                trace.Restart();
                pulseShown = false;
            }

            traced = value;
        }
    }
}
