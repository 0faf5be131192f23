using EcgChip.Device.Seams;
using EcgChip.Device.Session;
using EcgChip.Signal;

namespace EcgChip.Device.Sampling
{
    /// <summary>
    /// The one time-triggered loop. A slot of 8 ms begins when its sample is due: take it, do what belongs to it, then spend what is left on
    /// slices of longer work. No threads: nanoFramework lets one run for 20 ms before it looks at another.
    /// </summary>
    public sealed class SampleLoop
    {
        // What a slice is meant to stay under on the chip: with less than that left, nothing is begun.
        private const int LongestSliceUs = 3000;

        private readonly IClock clock;
        private readonly ISampleSource source;
        private readonly BedsideSession session;
        private readonly long startUs;
        private int index;

        /// <summary>A loop whose first sample is due at the next whole slot of the clock.</summary>
        public SampleLoop(IClock clock, ISampleSource source, BedsideSession session)
        {
            this.clock = clock;
            this.source = source;
            this.session = session;
            startUs = (clock.NowUs() / SignalUnits.SampleIntervalUs + 1) * SignalUnits.SampleIntervalUs;
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

        /// <summary>Samples whose slot was over before the loop came to them.</summary>
        public int MissedSamples { get; private set; }

        /// <summary>The latest that a sample was taken after it was due, in microseconds.</summary>
        public int WorstDelayUs { get; private set; }

        /// <summary>Runs one slot.</summary>
        public void RunSlot()
        {
            long due = startUs + (long)index * SignalUnits.SampleIntervalUs;
            int delay = (int)(clock.WaitUntil(due) - due);
            if (delay >= SignalUnits.SampleIntervalUs)
            {
                int missed = delay / SignalUnits.SampleIntervalUs;
                MissedSamples += missed;
                index += missed;
                due += (long)missed * SignalUnits.SampleIntervalUs;
                delay -= missed * SignalUnits.SampleIntervalUs;
                session.Miss();
            }

            if (delay > WorstDelayUs)
            {
                WorstDelayUs = delay;
            }

            int readings = source.ReadSum(Conditioner.ReadingsPerSample);
            session.Take(index, readings, source.LeadOffPositive, source.LeadOffNegative);
            index++;

            long lastBegin = due + SignalUnits.SampleIntervalUs - LongestSliceUs;
            while (clock.NowUs() <= lastBegin && session.DoSlice())
            {
            }
        }
    }
}
