namespace EcgChip.Signal.Rhythm
{
    /// <summary>
    /// Variability of the intervals between normal beats: SDNN, their standard deviation, and RMSSD, the root mean square of the differences
    /// between neighbours (Task Force of ESC and NASPE 1996). Given only where the recording is long and clean enough.
    /// </summary>
    internal sealed class HeartRateVariability
    {
        /// <summary>Stands for a number that is not known.</summary>
        internal const int Unknown = -1;

        /// <summary>Samples of normal intervals that RMSSD needs: 60 s (Munoz et al. 2015 find shorter ones valid already).</summary>
        internal const int RmssdSamples = 60 * SignalUnits.SampleRate;

        /// <summary>Samples of normal intervals that SDNN needs: 240 s, what a recording of the standard's 5 min leaves at least.</summary>
        internal const int SdnnSamples = 240 * SignalUnits.SampleRate;

        // Normal intervals among all: nine of ten.
        private const int Tenths = 10;
        private const int LeastTenths = 9;
        private const int MsPerSample = SignalUnits.SampleIntervalUs / 1000;

        private int all;
        private int count;
        private int samples;
        private long squares;
        private int differences;
        private long differenceSquares;
        private int previous;

        /// <summary>SDNN in ms, or <see cref="Unknown"/>.</summary>
        internal int SdnnMs
        {
            get
            {
                if (!IsClean || samples < SdnnSamples)
                {
                    return Unknown;
                }

                // n times the sum of squares less the square of the sum is n (n - 1) variances.
                long spread = squares * count - (long)samples * samples;
                return (int)SquareRoot(spread * MsPerSample * MsPerSample / ((long)count * (count - 1)));
            }
        }

        /// <summary>RMSSD in ms, or <see cref="Unknown"/>.</summary>
        internal int RmssdMs
        {
            get
            {
                return IsClean && samples >= RmssdSamples && differences > 0
                    ? (int)SquareRoot(differenceSquares * MsPerSample * MsPerSample / differences)
                    : Unknown;
            }
        }

        private bool IsClean
        {
            get { return count > 1 && count * Tenths >= all * LeastTenths; }
        }

        /// <summary>Takes an interval in good signal.</summary>
        /// <param name="interval">Samples.</param>
        /// <param name="isNormal">True when both its beats are normal and neither is early.</param>
        internal void Add(int interval, bool isNormal)
        {
            all++;
            if (!isNormal)
            {
                previous = 0;
                return;
            }

            count++;
            samples += interval;
            squares += (long)interval * interval;
            if (previous > 0)
            {
                int difference = interval - previous;
                differences++;
                differenceSquares += (long)difference * difference;
            }

            previous = interval;
        }

        /// <summary>The signal is interrupted.</summary>
        internal void Break()
        {
            previous = 0;
        }

        /// <summary>The largest whole number whose square is not above <paramref name="value"/>, a digit of two at a time.</summary>
        private static long SquareRoot(long value)
        {
            const int HighestBit = 30;
            long root = 0;
            for (int bit = HighestBit; bit >= 0; bit--)
            {
                long tried = root | (1L << bit);
                if (tried * tried <= value)
                {
                    root = tried;
                }
            }

            return root;
        }
    }
}
