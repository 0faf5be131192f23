namespace EcgChip.Signal
{
    /// <summary>
    /// Cuts beats the paper's way (<see cref="BeatWindow"/>) out of the running signal. Windows of 10 s follow each other; a window is cut
    /// when the last of its beats is complete. R peaks come from outside: the device's detector, or annotations. The device itself keeps less
    /// (<c>ScalingWindows</c>) and is held to this; training cuts with it.
    /// Feed it a sample with <see cref="AddSample"/>, R peaks with <see cref="AddRPeak"/>, and take beats with <see cref="TryNext"/>.
    /// </summary>
    public sealed class BeatCutter
    {
        // The longest that an R peak may be reported after it happened: one second.
        private const int LatestRPeak = SignalUnits.SampleRate;

        // A power of two over window + beat + lateness, with room for what comes in while a window is being cut.
        private const int RingLength = 2048;
        private const int RingMask = RingLength - 1;

        // R peaks of one window and those that already came for the next: 10 s + 2.5 s at 5 a second (300 beats/min), doubled.
        private const int PeakCapacity = 128;

        private readonly short[] ring = new short[RingLength];
        private readonly int[] peaks = new int[PeakCapacity];
        private readonly int[] intervals = new int[PeakCapacity];

        private int sampleCount;
        private int peakCount;
        private int windowStart;
        private bool ended;

        private bool cutting;
        private int nextPeak;
        private int windowPeaks;
        private int lowest;
        private int highest;
        private int medianInterval;

        // Range of the window that is filling, and of the last one that is full: found sample by sample, because looking through
        // 10 s of samples at once would take the chip longer than a slot.
        private int fillingLowest;
        private int fillingHighest;
        private int fullLowest;
        private int fullHighest;

        /// <summary>A cutter that starts at sample 0.</summary>
        public BeatCutter()
        {
            Reset();
        }

        /// <summary>Sample index of the R peak of the beat that <see cref="TryNext"/> gave last.</summary>
        public int RPeak { get; private set; }

        /// <summary>Starts anew at sample 0.</summary>
        public void Reset()
        {
            sampleCount = 0;
            peakCount = 0;
            windowStart = 0;
            ended = false;
            cutting = false;
            medianInterval = 0;
            fillingLowest = int.MaxValue;
            fillingHighest = int.MinValue;
        }

        /// <summary>Takes the next sample. Beats must have been taken with <see cref="TryNext"/> at least once a second.</summary>
        public void AddSample(int sample)
        {
            int n = sampleCount;
            if (n % BeatWindow.ScalingSamples == 0 && n > 0)
            {
                fullLowest = fillingLowest;
                fullHighest = fillingHighest;
                fillingLowest = int.MaxValue;
                fillingHighest = int.MinValue;
            }

            ring[n & RingMask] = (short)sample;
            sampleCount = n + 1;
            if (sample < fillingLowest)
            {
                fillingLowest = sample;
            }

            if (sample > fillingHighest)
            {
                fillingHighest = sample;
            }
        }

        /// <summary>Takes the next R peak, at most one second after it happened, in order.</summary>
        public void AddRPeak(int sampleIndex)
        {
            // A peak of a window that was cut is too late to be of use; more peaks than fit are no heartbeats.
            if (sampleIndex >= windowStart && peakCount < PeakCapacity)
            {
                peaks[peakCount++] = sampleIndex;
            }
        }

        /// <summary>No more samples come: what is left is cut, beats at the end being shorter.</summary>
        public void End()
        {
            ended = true;
        }

        /// <summary>Gives the next beat that is complete, in order of time.</summary>
        /// <param name="beat">Takes <see cref="BeatWindow.Length"/> values, 0..127.</param>
        /// <returns>False when no beat is complete yet.</returns>
        public bool TryNext(sbyte[] beat)
        {
            while (cutting || OpenWindow())
            {
                if (NextOfWindow())
                {
                    Cut(beat);
                    return true;
                }
            }

            return false;
        }

        // Goes to the next beat of the open window; without one the window is closed.
        private bool NextOfWindow()
        {
            if (sampleCount - windowStart > RingLength)
            {
                // Taken too late: the window's signal is overwritten. A beat without a class is better than a wrong one.
                nextPeak = windowPeaks;
            }

            if (nextPeak < windowPeaks)
            {
                RPeak = peaks[nextPeak++];
                return true;
            }

            CloseWindow();
            return false;
        }

        private void Cut(sbyte[] beat)
        {
            int length = BeatWindow.SignalLength(medianInterval);
            int available = sampleCount - RPeak;
            if (length > available)
            {
                length = available;
            }

            BeatWindow.Cut(ring, RingMask, RPeak, length, lowest, highest, beat);
        }

        private bool OpenWindow()
        {
            int windowEnd = windowStart + BeatWindow.ScalingSamples;
            bool whole = sampleCount >= windowEnd + BeatWindow.Length + LatestRPeak;
            if (!whole && (!ended || sampleCount <= windowStart))
            {
                return false;
            }

            if (windowEnd > sampleCount)
            {
                windowEnd = sampleCount;
            }

            nextPeak = 0;
            windowPeaks = 0;
            while (windowPeaks < peakCount && peaks[windowPeaks] < windowEnd)
            {
                windowPeaks++;
            }

            // A window is opened before the next one is full: it is either the last full one or the one that is filling.
            bool full = (sampleCount - 1) / BeatWindow.ScalingSamples > windowStart / BeatWindow.ScalingSamples;
            lowest = full ? fullLowest : fillingLowest;
            highest = full ? fullHighest : fillingHighest;
            FindMedianInterval();
            cutting = true;
            return true;
        }

        private void FindMedianInterval()
        {
            int count = windowPeaks - 1;
            if (count < 1)
            {
                // One beat in ten seconds has no interval of its own: the window before lends its own, and the first window
                // takes a whole beat's length.
                medianInterval = medianInterval == 0 ? BeatWindow.Length : medianInterval;
                return;
            }

            for (int i = 0; i < count; i++)
            {
                intervals[i] = peaks[i + 1] - peaks[i];
            }

            medianInterval = MedianInterval.Of(intervals, count);
        }

        private void CloseWindow()
        {
            cutting = false;
            windowStart += BeatWindow.ScalingSamples;
            int kept = 0;
            for (int i = windowPeaks; i < peakCount; i++)
            {
                peaks[kept++] = peaks[i];
            }

            peakCount = kept;
        }
    }
}
