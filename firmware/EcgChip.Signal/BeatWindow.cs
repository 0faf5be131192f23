namespace EcgChip.Signal
{
    /// <summary>
    /// The seed network's view of a beat, as the paper cuts it: the signal scaled to 0..1 over a 10 s window, 1.2 T from the R peak on
    /// (T is the median R-R interval of the window), padded with zeros to 187 samples. 0..1 is 0..127 here, which is the network's input.
    /// </summary>
    public static class BeatWindow
    {
        /// <summary>Samples of a beat.</summary>
        public const int Length = 187;

        /// <summary>Samples of the window that a beat is scaled in: 10 s.</summary>
        public const int ScalingSamples = 10 * SignalUnits.SampleRate;

        /// <summary>The value that stands for 1.0.</summary>
        public const int One = 127;

        // A beat is 1.2 T long: 6/5.
        private const int SpanNumerator = 6;
        private const int SpanDenominator = 5;

        /// <summary>Samples of signal in a beat, before the zeros: 1.2 T, at most <see cref="Length"/>.</summary>
        public static int SignalLength(int medianInterval)
        {
            int length = medianInterval * SpanNumerator / SpanDenominator;
            return length > Length ? Length : length;
        }

        /// <summary>Cuts a beat: each sample as <see cref="Scale"/> has it, then zeros.</summary>
        /// <param name="ring">Samples; sample i stands at <c>i &amp; mask</c>.</param>
        /// <param name="mask">The ring's length less one.</param>
        /// <param name="rPeak">The beat's R peak, where it begins.</param>
        /// <param name="length">Samples of signal, at most <see cref="Length"/>.</param>
        /// <param name="lowest">The window's lowest sample.</param>
        /// <param name="highest">The window's highest sample.</param>
        /// <param name="beat">Takes <see cref="Length"/> values, 0..127.</param>
        public static void Cut(short[] ring, int mask, int rPeak, int length, int lowest, int highest, sbyte[] beat)
        {
            // Scale, written out: the calls would cost the chip more than the arithmetic.
            int range = highest - lowest;
            int at = rPeak;
            for (int i = 0; i < length; i++)
            {
                int above = ring[at & mask] - lowest;
                beat[i] = (sbyte)(above <= 0 ? 0 : above >= range ? One : (above * (2 * One) / range + 1) >> 1);
                at++;
            }

            for (int i = length; i < Length; i++)
            {
                beat[i] = 0;
            }
        }

        /// <summary>Scales one sample: 0 at the window's lowest value, <see cref="One"/> at its highest, rounded, held to that range.</summary>
        public static int Scale(int sample, int lowest, int highest)
        {
            if (sample <= lowest)
            {
                return 0;
            }

            int range = highest - lowest;
            return sample >= highest ? One : ((sample - lowest) * (2 * One) / range + 1) >> 1;
        }
    }
}
