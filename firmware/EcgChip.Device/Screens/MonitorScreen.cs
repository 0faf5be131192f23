using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Device.Monitoring;
using EcgChip.Signal;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// The screen of a running measurement: the trace with its R peaks, the heart rate, the classes of the last beats, the state of
    /// contact with what to do about it, and the time of the recording.
    /// <para>
    /// A resumable job: what is set only becomes wanted, and <see cref="Step"/> draws one piece of what differs from what is shown, about 1 KB on
    /// the bus at most. The trace goes before everything else. Nothing is allocated once the screen is made.
    /// </para>
    /// </summary>
    public sealed class MonitorScreen
    {
        private readonly Ili9341 display;
        private readonly TraceView trace;
        private readonly RateView rate;
        private readonly BeatTiles beats;
        private readonly ContactView contact;
        private readonly RecordingView recording;
        private int clearedRows;

        // False once everything but the trace is known to be shown: a screen that stands still costs a slot one look.
        private bool mayDiffer = true;
        private bool heartLit;

        /// <summary>A screen with nothing measured; its first steps draw the background.</summary>
        public MonitorScreen(Ili9341 display)
        {
            this.display = display;
            GlyphPainter text = new GlyphPainter(TextFont.Create());
            trace = new TraceView(display, MonitorLayout.TraceTop);
            rate = new RateView(display, text, new GlyphPainter(DigitFont.Create()));
            beats = new BeatTiles(display, text, MonitorLayout.RightLeft, MonitorLayout.BeatsTop);
            contact = new ContactView(display, text);
            recording = new RecordingView(display, text);
            trace.SetColour(Palette.Faint);
        }

        /// <summary>Takes the conditioned samples that come next, in 5 uV units.</summary>
        /// <param name="ring">Where they stand: sample i at <c>i &amp; mask</c>.</param>
        /// <param name="mask">Length of the ring less one; the length is a power of two.</param>
        /// <param name="from">The first of them.</param>
        /// <param name="count">How many.</param>
        public void PushSamples(short[] ring, int mask, int from, int count)
        {
            trace.PushSamples(ring, mask, from, count);
            if (heartLit && rate.PushSamples(count))
            {
                heartLit = false;
                mayDiffer = true;
            }
        }

        /// <summary>Marks an R peak; samplesAgo 0 is the sample pushed last.</summary>
        public void MarkR(int samplesAgo)
        {
            trace.MarkR(samplesAgo);
            rate.Beat();
            heartLit = true;
            mayDiffer = true;
        }

        /// <summary>Sets the heart rate in beats a minute; -1 when it is not known, which shows as dashes.</summary>
        public void SetHeartRate(int beatsPerMinute)
        {
            rate.Set(beatsPerMinute);
            mayDiffer = true;
        }

        /// <summary>Adds the class of the newest beat, as <see cref="Inference.BeatClass"/> counts them.</summary>
        public void PushBeatClass(int beatClass)
        {
            beats.Push(beatClass);
            mayDiffer = true;
        }

        /// <summary>Takes the class of an earlier beat back; 0 is the one pushed last.</summary>
        public void WithdrawBeatClass(int beatsAgo)
        {
            beats.Withdraw(beatsAgo);
            mayDiffer = true;
        }

        /// <summary>Sets the state of contact and what is said of it. The trace is grey while it cannot be judged.</summary>
        public void SetContact(ContactState state, SignalMessage message)
        {
            contact.Set(message);
            if (state == ContactState.NoContact && heartLit)
            {
                rate.Darken();
                heartLit = false;
            }

            mayDiffer = true;
            trace.SetColour(state == ContactState.Good ? Palette.Trace : Palette.Faint);
        }

        /// <summary>Sets the seconds recorded and the seconds to record; a total of 0 when nothing is recorded.</summary>
        public void SetRecording(int secondsElapsed, int secondsTotal)
        {
            recording.Set(secondsElapsed, secondsTotal);
            mayDiffer = true;
        }

        /// <summary>Says in a word of at most nine characters what is done with a recording that is over; nothing for an empty one.</summary>
        public void SetActivity(string word)
        {
            recording.SetActivity(word);
            mayDiffer = true;
        }

        /// <summary>
        /// Says in two lines what a recording said: the answer, and why. They give way to what must be done about the signal; null takes them away.
        /// </summary>
        public void SetResult(string answer, string why)
        {
            contact.SetResult(answer, why);
            mayDiffer = true;
        }

        /// <summary>Says in turns with the result how sure the infarction head is; the next result takes it away.</summary>
        /// <param name="score">0 to <see cref="Records.RecordSummary.CertainInfarction"/>.</param>
        /// <param name="researchOnly">True where it was trained on too few patients to mean anything for this one.</param>
        public void SetInfarction(int score, bool researchOnly)
        {
            contact.SetInfarction(score, researchOnly);
        }

        /// <summary>Draws one piece of what is wanted and not shown. True when there was nothing to draw.</summary>
        public bool Step()
        {
            if (clearedRows < Ili9341.Height)
            {
                bool line = clearedRows == MonitorLayout.UpperLineTop || clearedRows == MonitorLayout.LowerLineTop;
                display.FillRectangle(0, clearedRows, Ili9341.Width, 1, line ? Palette.Line : Palette.Background);
                clearedRows++;
                return false;
            }

            if (!trace.Step())
            {
                return false;
            }

            if (mayDiffer)
            {
                mayDiffer = !(rate.Step() && contact.Step() && recording.Step() && beats.Step());
            }

            return !mayDiffer;
        }
    }
}
