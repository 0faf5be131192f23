namespace EcgChip.Inference
{
    /// <summary>
    /// The largest of five values, two apart, as <see cref="PlainKernels.MaxPool"/> has it, on packed activations: three windows of two
    /// channels at once. Thirds of an even length halve, and every window's values stand in one lane.
    /// <para>
    /// The larger of a and b is b plus a - b where that is not negative. With 256 added, each field's bit 8 says whether it is, and 255
    /// times that bit is the mask that keeps it.
    /// </para>
    /// </summary>
    public static class LanePool
    {
        private const int SignBit = 8;

        /// <summary>Pools some windows of the thirds of one row; <see cref="LanePacking.Finish"/> makes the halos.</summary>
        /// <param name="input">The row of the input.</param>
        /// <param name="output">The row of the output, of half the third.</param>
        /// <param name="from">First window of the thirds.</param>
        /// <param name="to">One behind the last; more than <paramref name="from"/>.</param>
        public static void FiveByTwo(long[] input, long[] output, int from, int to)
        {
            long one = LanePacking.One + (LanePacking.One << LanePacking.FieldBits), sign = one << SignBit, all = (1 << SignBit) - 1;
            int i = (2 * from) + LanePacking.Halo;
            long first = input[i];
            i++;
            long pair = input[i];
            long difference = first - pair + sign;
            pair += difference & (((difference >> SignBit) & one) * all);
            i++;
            first = input[i];
            int end = to + LanePacking.Halo;
            for (int at = from + LanePacking.Halo; at < end; at++)
            {
                i++;
                long nextPair = input[i];
                difference = first - nextPair + sign;
                nextPair += difference & (((difference >> SignBit) & one) * all);
                difference = pair - nextPair + sign;
                long largest = nextPair + (difference & (((difference >> SignBit) & one) * all));
                i++;
                first = input[i];
                difference = first - largest + sign;
                output[at] = largest + (difference & (((difference >> SignBit) & one) * all));
                pair = nextPair;
            }
        }
    }
}
