namespace EcgChip.Signal
{
    /// <summary>
    /// The bedside network's view of a beat: a short window around the R peak, freed from its own mean and scaled so that its largest
    /// deviation is 127 or -127. It ends 39 samples after R, so that the class is there before the second beat after even at 200/min, and it
    /// holds nothing but the beat itself, so that it does not wait for other beats.
    /// </summary>
    public static class BedsideWindow
    {
        /// <summary>Samples of a window.</summary>
        public const int Length = 84;

        /// <summary>Samples of a window before R; R itself stands at this place.</summary>
        public const int RPeakAt = 44;

        /// <summary>Samples that must have been taken after R before the window can be cut.</summary>
        public const int SamplesAfterR = Length - 1 - RPeakAt;

        /// <summary>What the largest deviation becomes.</summary>
        public const int Largest = 127;

        // The factor has 16 fraction bits: the largest deviation, 65,535 at most, then comes to 127 exactly, and the product to 23 bits.
        private const int FactorBits = 16;
        private const int Half = 1 << (FactorBits - 1);

        /// <summary>
        /// Cuts a window: level = sum / 84, rounded towards 0; factor = 127 * 2^16 / (largest |sample - level|), rounded, halves up;
        /// value = ((sample - level) * factor + 2^15) >> 16. A window without any deviation gives zeros.
        /// </summary>
        /// <param name="ring">Conditioned samples, sample n at n &amp; mask.</param>
        /// <param name="mask">The ring's length less 1; the length is a power of 2 and at least <see cref="Length"/>.</param>
        /// <param name="first">
        /// The first sample that there is, at most <paramref name="rPeak"/>: where the window reaches back beyond it, it holds this sample.
        /// </param>
        /// <param name="rPeak">Sample index of R. The samples from the window's start, or from first, to rPeak + 39 are in the ring.</param>
        /// <param name="beat">Takes <see cref="Length"/> values of -127 to 127.</param>
        /// <returns>The level.</returns>
        public static int Cut(short[] ring, int mask, int first, int rPeak, sbyte[] beat)
        {
            int start = rPeak - RPeakAt;
            int end = start + Length;
            int from = start < first ? first : start;

            // Four samples a round, in locals: on the chip a loop's own counting and comparing costs as much as what is done with a sample.
            int low = ring[from & mask];
            int high = low;
            int sum = (from - start) * low;
            int n = from;
            for (; n <= end - 4; n += 4)
            {
                int a = ring[n & mask];
                int b = ring[(n + 1) & mask];
                int c = ring[(n + 2) & mask];
                int d = ring[(n + 3) & mask];
                sum += a + b + c + d;

                // The larger of two can only be a new highest, the smaller only a new lowest.
                if (a > b)
                {
                    if (a > high)
                    {
                        high = a;
                    }

                    if (b < low)
                    {
                        low = b;
                    }
                }
                else
                {
                    if (b > high)
                    {
                        high = b;
                    }

                    if (a < low)
                    {
                        low = a;
                    }
                }

                if (c > d)
                {
                    if (c > high)
                    {
                        high = c;
                    }

                    if (d < low)
                    {
                        low = d;
                    }
                }
                else
                {
                    if (d > high)
                    {
                        high = d;
                    }

                    if (c < low)
                    {
                        low = c;
                    }
                }
            }

            for (; n < end; n++)
            {
                int sample = ring[n & mask];
                sum += sample;
                high = sample > high ? sample : high;
                low = sample < low ? sample : low;
            }

            int level = sum / Length;
            int largest = high - level > level - low ? high - level : level - low;
            int factor = largest == 0 ? 0 : ((Largest << FactorBits) + (largest >> 1)) / largest;

            // (sample - level) * factor + half, with the level's part taken together: both may leave 32 bits, their sum does not.
            int offset = Half - level * factor;
            int at = from - start;
            sbyte lead = (sbyte)((ring[from & mask] * factor + offset) >> FactorBits);
            for (int i = 0; i < at; i++)
            {
                beat[i] = lead;
            }

            n = from;
            for (; at <= Length - 4; at += 4)
            {
                beat[at] = (sbyte)((ring[n & mask] * factor + offset) >> FactorBits);
                beat[at + 1] = (sbyte)((ring[(n + 1) & mask] * factor + offset) >> FactorBits);
                beat[at + 2] = (sbyte)((ring[(n + 2) & mask] * factor + offset) >> FactorBits);
                beat[at + 3] = (sbyte)((ring[(n + 3) & mask] * factor + offset) >> FactorBits);
                n += 4;
            }

            for (; at < Length; at++)
            {
                beat[at] = (sbyte)((ring[n & mask] * factor + offset) >> FactorBits);
                n++;
            }

            return level;
        }
    }
}
