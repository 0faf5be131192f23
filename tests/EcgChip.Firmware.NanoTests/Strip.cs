namespace EcgChip.Firmware.NanoTests
{
    /// <summary>
    /// A strip of nobody: beats of straight lines at uneven distances, one of them early and wide (as a ventricular beat) with a pause after it, one a
    /// third as high, one with a tall T wave, on a baseline that wanders, with hum and noise. 5 uV units, 125 Hz.
    /// </summary>
    internal static class Strip
    {
        /// <summary>Samples: 16.4 s, a power of 2, so that the array can be taken for a ring.</summary>
        public const int Length = 2048;

        private const int WideBeat = 9;
        private const int WideHeight = 300;
        private const int WideReach = 9;
        private const int Height = 220;
        private const int WeakBeat = 5;
        private const int WeakHeight = 75;
        private const int TallTBeat = 14;
        private const int TallT = 140;
        private const int Reach = 3;

        // The T wave: a fifth of the R wave, 0.24 s after it.
        private const int TAfter = 30;
        private const int TReach = 14;
        private const int THeight = 44;

        // Triangles of 4 s and 0.3 mV, and of 2 samples (62.5 Hz) and 10 uV.
        private const int WanderPeriod = 500;
        private const int WanderHeight = 60;
        private const int Hum = 2;

        // As in the C standard's example of rand().
        private const int NoiseFactor = 1103515245;
        private const int NoiseTerm = 12345;
        private const int NoiseShift = 16;
        private const int NoiseMask = 3;

        /// <summary>Sample indices of the R peaks.</summary>
        public static int[] Peaks()
        {
            return new int[]
            {
                70, 168, 271, 366, 467, 573, 672, 768, 870, 936, 1084, 1180, 1283, 1381, 1476, 1580, 1683, 1778, 1880,
            };
        }

        /// <summary>The samples.</summary>
        /// <param name="sign">1, or -1 for electrodes that are exchanged.</param>
        public static short[] Make(int sign)
        {
            int[] peaks = Peaks();
            short[] samples = new short[Length];
            int noise = 1;
            for (int n = 0; n < Length; n++)
            {
                int value = 0;
                for (int beat = 0; beat < peaks.Length; beat++)
                {
                    bool wide = beat == WideBeat;
                    int height = wide ? WideHeight : beat == WeakBeat ? WeakHeight : Height;
                    int afterwards = wide ? -THeight : beat == TallTBeat ? TallT : THeight;
                    value += Bump(n, peaks[beat], wide ? WideReach : Reach, height) + Bump(n, peaks[beat] + TAfter, TReach, afterwards);
                }

                int phase = n % WanderPeriod;
                int wander = (phase < WanderPeriod / 2 ? phase : WanderPeriod - phase) * 2 * WanderHeight / WanderPeriod;
                noise = noise * NoiseFactor + NoiseTerm;
                samples[n] = (short)(sign * (value + wander + ((n & 1) == 0 ? Hum : -Hum) + ((noise >> NoiseShift) & NoiseMask)));
            }

            return samples;
        }

        // A triangle.
        private static int Bump(int at, int centre, int reach, int height)
        {
            int distance = at < centre ? centre - at : at - centre;
            return distance < reach ? height * (reach - distance) / reach : 0;
        }
    }
}
