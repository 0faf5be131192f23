namespace EcgChip.Signal
{
    /// <summary>
    /// Heart rate from R peaks: now (over the last eight intervals), and its mean, lowest and highest so far. Unknown until there are two
    /// intervals, and again after a gap in the signal: a rate of 0 is never given.
    /// </summary>
    public sealed class HeartRate
    {
        /// <summary>Stands for a rate that is not known.</summary>
        public const int Unknown = -1;

        private const int SamplesPerMinute = 60 * SignalUnits.SampleRate;
        private const int Capacity = 8;
        private const int CapacityMask = Capacity - 1;
        private const int LeastIntervals = 2;

        // Over 5 s without a beat, the last rate says nothing about now.
        private const int LongestInterval = 5 * SignalUnits.SampleRate;

        private readonly int[] intervals = new int[Capacity];

        private int count;
        private int lastPeak = Unknown;
        private int totalIntervals;
        private int totalSamples;

        /// <summary>Beats a minute over the last intervals, or <see cref="Unknown"/>.</summary>
        public int Now { get; private set; } = Unknown;

        /// <summary>Beats a minute over everything so far, or <see cref="Unknown"/>.</summary>
        public int Mean
        {
            get { return totalIntervals < LeastIntervals ? Unknown : Rate(totalIntervals, totalSamples); }
        }

        /// <summary>Lowest rate over eight intervals so far, or <see cref="Unknown"/>.</summary>
        public int Lowest { get; private set; } = Unknown;

        /// <summary>Highest rate over eight intervals so far, or <see cref="Unknown"/>.</summary>
        public int Highest { get; private set; } = Unknown;

        /// <summary>Forgets everything.</summary>
        public void Reset()
        {
            BreakOff();
            totalIntervals = 0;
            totalSamples = 0;
            Lowest = Unknown;
            Highest = Unknown;
        }

        /// <summary>The signal was interrupted: the interval over the gap does not count, and the rate now is not known.</summary>
        public void BreakOff()
        {
            count = 0;
            lastPeak = Unknown;
            Now = Unknown;
        }

        /// <summary>Takes the next R peak.</summary>
        public void AddRPeak(int sampleIndex)
        {
            int interval = sampleIndex - lastPeak;
            if (lastPeak == Unknown || interval > LongestInterval)
            {
                BreakOff();
                lastPeak = sampleIndex;
                return;
            }

            lastPeak = sampleIndex;
            if (interval <= 0)
            {
                return;
            }

            intervals[count & CapacityMask] = interval;
            count++;
            totalIntervals++;
            totalSamples += interval;
            if (count < LeastIntervals)
            {
                return;
            }

            int used = count < Capacity ? count : Capacity;
            int sum = 0;
            for (int i = 0; i < used; i++)
            {
                sum += intervals[i];
            }

            Now = Rate(used, sum);
            if (used < Capacity)
            {
                return;
            }

            if (Lowest == Unknown || Now < Lowest)
            {
                Lowest = Now;
            }

            if (Highest == Unknown || Now > Highest)
            {
                Highest = Now;
            }
        }

        /// <summary>Says which sample it is now, so that a heart that stopped does not keep its rate.</summary>
        public void Pass(int sampleIndex)
        {
            if (lastPeak != Unknown && sampleIndex - lastPeak > LongestInterval)
            {
                BreakOff();
            }
        }

        private static int Rate(int intervalCount, int samples)
        {
            return (int)(((long)intervalCount * SamplesPerMinute + samples / 2) / samples);
        }
    }
}
