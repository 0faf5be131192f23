namespace EcgChip.Signal
{
    /// <summary>
    /// The paper's batch rule for R peaks: within a 10 s window scaled to 0..1, local maxima (where the first difference crosses zero)
    /// above 0.9 are R candidates. It misses every R peak below 90 % of the window's highest, which is why <see cref="RPeakDetector"/>
    /// stands beside it; it stays so that both can be scored. Source: Kachuee, Fazeli, Sarrafzadeh 2018, section III.A.
    /// </summary>
    public static class PaperRPeaks
    {
        // 0.9 of full scale, as a fraction.
        private const int ThresholdNumerator = 9;
        private const int ThresholdDenominator = 10;

        /// <summary>Finds the R candidates of one window.</summary>
        /// <param name="ring">Samples; sample i stands at <c>i &amp; mask</c>.</param>
        /// <param name="mask">Length of the ring less one; the length is a power of two.</param>
        /// <param name="start">First sample of the window.</param>
        /// <param name="end">Sample after the window's last.</param>
        /// <param name="peaks">Takes the sample indices found, in order.</param>
        /// <returns>How many were found, at most the length of <paramref name="peaks"/>.</returns>
        public static int Find(short[] ring, int mask, int start, int end, int[] peaks)
        {
            int lowest = int.MaxValue;
            int highest = int.MinValue;
            for (int i = start; i < end; i++)
            {
                int sample = ring[i & mask];
                if (sample < lowest)
                {
                    lowest = sample;
                }

                if (sample > highest)
                {
                    highest = sample;
                }
            }

            if (highest <= lowest)
            {
                return 0;
            }

            int threshold = lowest + (highest - lowest) * ThresholdNumerator / ThresholdDenominator;
            int count = 0;
            int rise = start;
            bool rising = false;
            for (int i = start + 1; i < end && count < peaks.Length; i++)
            {
                int difference = ring[i & mask] - ring[(i - 1) & mask];
                if (difference > 0)
                {
                    rising = true;
                    rise = i;
                }
                else if (difference < 0)
                {
                    // A flat top counts once, at its first sample.
                    if (rising && ring[rise & mask] > threshold)
                    {
                        peaks[count++] = rise;
                    }

                    rising = false;
                }
            }

            return count;
        }
    }
}
