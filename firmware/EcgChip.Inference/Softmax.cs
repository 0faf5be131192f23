namespace EcgChip.Inference
{
    /// <summary>
    /// How sure a network is of its best class, in integers: exp(-d) is the product of two table entries, one for the quarters in d and
    /// one for its rest in 1/256.
    /// </summary>
    public static class Softmax
    {
        /// <summary>Certainty: a confidence is a share of this. It fits a byte.</summary>
        public const int Certain = 255;

        /// <summary>
        /// Largest error of <see cref="Confidence"/> against the exact softmax, in thousandths of its unit, for up to
        /// <see cref="BeatClass.Count"/> classes: half a unit is the rounding, the rest the tables'.
        /// </summary>
        public const int LargestErrorMilli = 520;

        private const int Scale = 32768;
        private const int ScaleBits = 15;
        private const int QuarterBits = 6;
        private const int RestMask = (1 << QuarterBits) - 1;

        // 32768 * exp(-k / 4); what is further down is 0
        private static readonly ushort[] Quarters =
        {
            32768, 25520, 19875, 15479, 12055, 9388, 7312, 5694, 4435, 3454, 2690, 2095, 1631, 1271, 990, 771, 600,
            467, 364, 283, 221, 172, 134, 104, 81, 63, 49, 38, 30, 23, 18, 14, 11, 9, 7, 5, 4, 3, 2, 2, 1, 1, 1, 1,
            1,
        };

        // 32768 * exp(-k / 256)
        private static readonly ushort[] Rests =
        {
            32768, 32640, 32513, 32386, 32260, 32134, 32009, 31884, 31760, 31636, 31513, 31390, 31267, 31146, 31024,
            30903, 30783, 30663, 30543, 30424, 30305, 30187, 30070, 29952, 29836, 29719, 29603, 29488, 29373, 29259,
            29144, 29031, 28918, 28805, 28693, 28581, 28469, 28358, 28248, 28138, 28028, 27919, 27810, 27701, 27593,
            27486, 27379, 27272, 27166, 27060, 26954, 26849, 26744, 26640, 26536, 26433, 26330, 26227, 26125, 26023,
            25922, 25821, 25720, 25620,
        };

        /// <summary>The softmax of the largest of some logits, 0 to <see cref="Certain"/>.</summary>
        /// <param name="logits">In 1/256.</param>
        /// <param name="best">Index of the largest.</param>
        public static int Confidence(int[] logits, int best)
        {
            long largest = logits[best];
            int sum = 0;
            for (int k = 0; k < logits.Length; k++)
            {
                sum += Exp(largest - logits[k]);
            }

            return ((Certain * Scale) + (sum / 2)) / sum;
        }

        /// <summary>Index of the largest logit; the first of them where several are equal.</summary>
        public static int Best(int[] logits)
        {
            int best = 0;
            for (int k = 1; k < logits.Length; k++)
            {
                if (logits[k] > logits[best])
                {
                    best = k;
                }
            }

            return best;
        }

        /// <summary>32768 * exp(-<paramref name="below"/> / 256), within 1.5.</summary>
        /// <param name="below">Not negative.</param>
        public static int Exp(long below)
        {
            long quarter = below >> QuarterBits;
            if (quarter >= Quarters.Length)
            {
                return 0;
            }

            return ((Quarters[(int)quarter] * Rests[(int)below & RestMask]) + (Scale / 2)) >> ScaleBits;
        }
    }
}
