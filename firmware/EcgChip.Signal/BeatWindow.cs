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
