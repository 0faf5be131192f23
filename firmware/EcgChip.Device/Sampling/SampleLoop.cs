using EcgChip.Device.Controls;
using EcgChip.Device.Seams;
using EcgChip.Device.Session;
using EcgChip.Signal;

namespace EcgChip.Device.Sampling
{
    /// <summary>
    /// The one time-triggered loop. A slot of 8 ms begins when its sample is due: take it; hand it on, with those that came before it, when its block
    /// is full (<see cref="BedsideSession.Take"/>); then spend what is left on slices of longer work. No threads: nanoFramework lets one run for 20 ms before it looks at another.
    /// <para>
    /// Sampling is by timestamp. A sample that is read late is brought back to the grid by interpolation with the one before, and counted; one whose
    /// slot was over, or that has no sample before it to interpolate with, is missed: a gap ends with a sample that is on time. While the session
    /// writes to flash, which can stop everything for tens of milliseconds, no samples are due at all.
    /// </para>
    /// </summary>
    public sealed class SampleLoop
    {
        /// <summary>
        /// A sample up to this late is taken as it is: the steepest QRS complex, 1 mV in 20 ms, moves by one unit of 5 uV in 100 us.
        /// </summary>
        public const int ToleratedLateUs = 100;

        // Nothing is begun that the longest slice of its kind in the last seconds would not leave time for. What that is, the loop learns: it
        // depends on the chip's clock and on what there is to do. It begins with what slices may take, forgets 1/512 in a slot, and goes down
        // to what the longest are made to take at 160 million instructions a second.
        private const int FirstSliceUs = 3000;
        private const int LeastSliceUs = 2000;
        private const int ForgetBits = 9;

        // One slice that took much longer than all others must not stop the work for long.
        private const int LongestCountedUs = 5000;

        // A button is looked at with every fourth sample.
        private const int ButtonMask = ButtonReader.LookSamples - 1;

        private readonly IClock clock;
        private readonly ISampleSource source;
        private readonly BedsideSession session;
        private readonly ButtonReader buttons;
        private readonly long startUs;
        private long dueUs;
        private int index;
        private int longestDrawUs = FirstSliceUs;
        private int longestWorkUs = FirstSliceUs;

        // No sample stands before the one that is due.
        private const long Never = long.MinValue;

        // Samples that wait to be handed on, from the first on, and the sample with which they will be.
        private readonly int[] block = new int[RawSample.BlockLength];
        private int firstWaiting;
        private int takeWith = RawSample.BlockMask;

        private bool storing;
        private long lastUs = Never;

        // What was read for the last sample that was late, before it was brought back to its time.
        private int lateSample = -1;
        private int lateSum;

        /// <summary>A loop whose first sample is due at a whole slot of the clock, one slot from now at least: there may be something to do before it.</summary>
        public SampleLoop(IClock clock, ISampleSource source, BedsideSession session)
        {
            this.clock = clock;
            this.source = source;
            this.session = session;
            buttons = session.Buttons;
            startUs = (clock.NowUs() / SignalUnits.SampleIntervalUs + 2) * SignalUnits.SampleIntervalUs;
            dueUs = startUs;
        }

        /// <summary>When sample 0 is due, in microseconds of the clock.</summary>
        public long StartUs
        {
            get { return startUs; }
        }

        /// <summary>Index of the sample that is taken next.</summary>
        public int NextSample
        {
            get { return index; }
        }

        /// <summary>Samples that were due and not taken, because the loop came too late for them.</summary>
        public int MissedSamples { get; private set; }

        /// <summary>Samples that were read late and corrected.</summary>
        public int LateSamples { get; private set; }

        /// <summary>Slots in which no sample was due because the flash was being written.</summary>
        public int PausedSamples { get; private set; }

        /// <summary>What a sample was when it was due: on the line from the one before to what was read too late.</summary>
        /// <param name="lastSum">Sum of the readings of the sample before.</param>
        /// <param name="lastUs">When that was read, in microseconds.</param>
        /// <param name="sum">Sum of the readings.</param>
        /// <param name="nowUs">When it was read; after <paramref name="lastUs"/>.</param>
        /// <param name="dueUs">When it was due, between the two.</param>
        public static int BroughtBack(int lastSum, long lastUs, int sum, long nowUs, long dueUs)
        {
            return lastSum + (int)((sum - lastSum) * (dueUs - lastUs) / (nowUs - lastUs));
        }

        /// <summary>Runs one slot; or, while the session writes to flash, one slice of that.</summary>
        public void RunSlot()
        {
            if (storing)
            {
                Store();
                return;
            }

            long due = dueUs;
            long now = clock.WaitUntil(due);
            int late = (int)(now - due);
            while (late > ToleratedLateUs && (late >= SignalUnits.SampleIntervalUs || lastUs == Never))
            {
                Miss(late);
                due = dueUs;
                now = clock.WaitUntil(due);
                late = (int)(now - due);
            }

            int raw = source.Read();
            int sample = index;
            if (late > ToleratedLateUs)
            {
                raw = BroughtBack(raw, sample, now, due);
            }

            lastUs = now;
            if ((sample & ButtonMask) == 0 && buttons.Step())
            {
                // What was measured before belongs to no recording.
                TakeWaiting();
                session.Press(buttons.Pressed, sample);
            }

            block[sample & RawSample.BlockMask] = raw;
            index = sample + 1;
            if (sample >= takeWith)
            {
                TakeWaiting();
            }

            long end = due + SignalUnits.SampleIntervalUs;
            dueUs = end;
            Work(end);
        }

        /// <summary>Hands on the samples that wait until their block is full.</summary>
        public void TakeWaiting()
        {
            int first = firstWaiting;
            int next = index;
            if (first < next)
            {
                firstWaiting = next;
                takeWith = session.Take(block, first, next - 1);
            }
        }

        private int BroughtBack(int raw, int sample, long nowUs, long due)
        {
            LateSamples++;
            int before = sample - 1;
            int lastSum = before == lateSample ? lateSum : block[before & RawSample.BlockMask] & RawSample.SumMask;
            int sum = raw & RawSample.SumMask;
            lateSample = sample;
            lateSum = sum;
            return (raw & ~RawSample.SumMask) | RawSample.Late | BroughtBack(lastSum, lastUs, sum, nowUs, due);
        }

        // The trace and a piece of the screen first, then everything else, then the rest of the screen.
        private void Work(long end)
        {
            int longest = longestDrawUs;
            long begun = clock.NowUs();
            while (begun + longest <= end)
            {
                if (!session.Draw())
                {
                    break;
                }

                long now = clock.NowUs();
                int took = (int)(now - begun);
                longest = took > longest ? took : longest;
                begun = now;
            }

            longestDrawUs = Remembered(longest);
            longest = longestWorkUs;
            while (begun + longest <= end)
            {
                if (!session.DoSlice())
                {
                    storing = session.IsStoring;
                    if (!storing)
                    {
                        DrawMore(begun, end);
                    }

                    break;
                }

                long now = clock.NowUs();
                int took = (int)(now - begun);
                longest = took > longest ? took : longest;
                begun = now;
            }

            longestWorkUs = Remembered(longest);
        }

        // Nothing waits but the screen.
        private void DrawMore(long now, long end)
        {
            int longest = longestDrawUs;
            long begun = now;
            while (begun + longest <= end && session.DrawMore())
            {
                now = clock.NowUs();
                int took = (int)(now - begun);
                longest = took > longest ? took : longest;
                begun = now;
            }

            longestDrawUs = longest;
        }

        private static int Remembered(int longest)
        {
            if (longest > LongestCountedUs)
            {
                return LongestCountedUs;
            }

            return longest > LeastSliceUs ? longest - (longest >> ForgetBits) : LeastSliceUs;
        }

        private void Store()
        {
            // no sample is taken meanwhile: what is to be drawn can wait
            if (session.IsStoring && (session.DoSlice() || session.Draw()))
            {
                return;
            }

            storing = session.IsStoring;
            if (!storing)
            {
                Resume();
            }
        }

        // The samples of the slots that are over, and of this one: nothing stands before it that its lateness could be corrected with.
        private void Miss(int late)
        {
            int missed = late / SignalUnits.SampleIntervalUs + 1;
            MissedSamples += missed;
            Skip(missed);
        }

        private void Resume()
        {
            long late = clock.NowUs() - dueUs;
            if (late > ToleratedLateUs)
            {
                int paused = (int)(late / SignalUnits.SampleIntervalUs) + 1;
                PausedSamples += paused;
                Skip(paused);
            }
        }

        private void Skip(int samples)
        {
            TakeWaiting();
            index += samples;
            firstWaiting = index;
            dueUs += (long)samples * SignalUnits.SampleIntervalUs;
            lastUs = Never;
            session.Miss(samples);
        }
    }
}
