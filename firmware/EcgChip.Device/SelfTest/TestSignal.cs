namespace EcgChip.Device.SelfTest
{
    /// <summary>
    /// The self-test's ECG, the same every time: beats of straight lines, 75 a minute, and noise of 3 units, in 5 uV units as the conditioner puts
    /// them out.
    /// </summary>
    internal static class TestSignal
    {
        /// <summary>Samples that the kernels are timed over.</summary>
        public const int Samples = 1000;

        /// <summary>Length of the array, a power of 2, so that it can be taken for a ring.</summary>
        public const int Length = 1024;

        /// <summary>Length less one.</summary>
        public const int Mask = Length - 1;

        /// <summary>Samples from beat to beat.</summary>
        public const int Interval = 100;

        /// <summary>A beat in the middle, for the networks.</summary>
        public const int Beat = 4 * Interval + RAt;

        /// <summary>No sample is lower.</summary>
        public const int Lowest = -64;

        /// <summary>No sample is higher.</summary>
        public const int Highest = 256;

        private const int PAt = 24;
        private const int QAt = 41;
        private const int RAt = 44;
        private const int SAt = 47;
        private const int TAt = 74;

        // As in the C standard's example of rand().
        private const int NoiseFactor = 1103515245;
        private const int NoiseTerm = 12345;
        private const int NoiseShift = 16;
        private const int NoiseMask = 7;
        private const int NoiseMean = 4;

        /// <summary>Makes the samples.</summary>
        public static short[] Make()
        {
            short[] samples = new short[Length];
            int noise = 1;
            for (int n = 0; n < Length; n++)
            {
                int at = n % Interval;
                noise = noise * NoiseFactor + NoiseTerm;
                samples[n] = (short)(
                    Bump(at, PAt, 6, 24) + Bump(at, QAt, 2, -24) + Bump(at, RAt, 3, 220) + Bump(at, SAt, 3, -44) + Bump(at, TAt, 15, 60)
                    + ((noise >> NoiseShift) & NoiseMask) - NoiseMean);
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
