namespace EcgChip.Inference
{
    /// <summary>
    /// Turns the accumulators of <see cref="LaneConvolution"/> into activations, three at a time: takes the lanes apart, adds the bias,
    /// multiplies, rounds as <see cref="Requantise.Round"/> and holds to 8 bits as <see cref="Requantise.Hold"/>. Where the length is no
    /// multiple of three, up to two values are written behind the channel's end: channels are done in order, so that the next overwrites
    /// them, and the array has <see cref="Slack"/> behind the last.
    /// </summary>
    public static class LaneRequantiser
    {
        /// <summary>Values that an array of activations must have behind its last channel.</summary>
        public const int Slack = LanePacking.Lanes - 1;

        private const long LaneMask = (1L << LaneBound.LaneBits) - 1;
        private const int UpperLane = 2 * LaneBound.LaneBits;

        /// <summary>Without a rectifier: -127..127.</summary>
        /// <param name="accumulators">Position i of the thirds at i + <see cref="LaneConvolution.First"/>.</param>
        /// <param name="third">Positions of a third.</param>
        /// <param name="from">First position of the thirds to turn.</param>
        /// <param name="to">One behind the last.</param>
        /// <param name="bias">Of the channel.</param>
        /// <param name="multiplier">Of the channel.</param>
        /// <param name="shift">Of the layer.</param>
        /// <param name="output">Activations, all channels.</param>
        /// <param name="offset">Where the channel begins in <paramref name="output"/>.</param>
        public static void Linear(
            long[] accumulators, int third, int from, int to, int bias, int multiplier, int shift, sbyte[] output, int offset)
        {
            // A lane carries 2^20 on top of its sum; the bias, that and the rounding's half are one number to add.
            long mask = LaneMask, factor = multiplier, half = 1L << (shift - 1);
            long origin = (bias - (long)LaneBound.Limit) * factor;
            long largest = Requantise.Largest, smallest = -Requantise.Largest;
            int i = from + LaneConvolution.First;
            int end = to + LaneConvolution.First;
            int at = offset + from;
            int twoThirds = third + third;
            while (i < end)
            {
                long lanes = accumulators[i];
                long value = ((lanes & mask) * factor) + origin;
                value = (value + half + (value >> 63)) >> shift;
                output[at] = (sbyte)(value > largest ? largest : value < smallest ? smallest : value);

                value = (((lanes >> LaneBound.LaneBits) & mask) * factor) + origin;
                value = (value + half + (value >> 63)) >> shift;
                output[at + third] = (sbyte)(value > largest ? largest : value < smallest ? smallest : value);

                value = ((lanes >> UpperLane) * factor) + origin;
                value = (value + half + (value >> 63)) >> shift;
                output[at + twoThirds] = (sbyte)(value > largest ? largest : value < smallest ? smallest : value);
                at++;
                i++;
            }
        }

        /// <summary>With a rectifier: 0..127. Parameters as for <see cref="Linear"/>.</summary>
        public static void Rectified(
            long[] accumulators, int third, int from, int to, int bias, int multiplier, int shift, sbyte[] output, int offset)
        {
            // Which way a negative half is rounded does not matter here: it ends as 0. As unsigned, a negative value is a large one.
            long mask = LaneMask, factor = multiplier;
            long origin = ((bias - (long)LaneBound.Limit) * factor) + (1L << (shift - 1));
            ulong largest = Requantise.Largest;
            int i = from + LaneConvolution.First;
            int end = to + LaneConvolution.First;
            int at = offset + from;
            int twoThirds = third + third;
            while (i < end)
            {
                long lanes = accumulators[i];
                long value = (((lanes & mask) * factor) + origin) >> shift;
                if ((ulong)value > largest)
                {
                    value = value < 0 ? 0 : Requantise.Largest;
                }

                output[at] = (sbyte)value;

                value = ((((lanes >> LaneBound.LaneBits) & mask) * factor) + origin) >> shift;
                if ((ulong)value > largest)
                {
                    value = value < 0 ? 0 : Requantise.Largest;
                }

                output[at + third] = (sbyte)value;

                value = (((lanes >> UpperLane) * factor) + origin) >> shift;
                if ((ulong)value > largest)
                {
                    value = value < 0 ? 0 : Requantise.Largest;
                }

                output[at + twoThirds] = (sbyte)value;
                at++;
                i++;
            }
        }

        /// <summary>
        /// With the block's input added before the rectifier: 0..127. <paramref name="block"/> holds the block's input, laid out as the
        /// output, and has its slack, too. Other parameters as for <see cref="Linear"/>.
        /// </summary>
        public static void BlockEnd(
            long[] accumulators, int third, int from, int to, int bias, int multiplier, int shift, sbyte[] output, int offset,
            sbyte[] block, int residualMultiplier)
        {
            long mask = LaneMask, factor = multiplier, residual = residualMultiplier;
            long origin = ((bias - (long)LaneBound.Limit) * factor) + (1L << (shift - 1));
            ulong largest = Requantise.Largest;
            int i = from + LaneConvolution.First;
            int end = to + LaneConvolution.First;
            int at = offset + from;
            int twoThirds = third + third;
            while (i < end)
            {
                long lanes = accumulators[i];
                long value = (((lanes & mask) * factor) + origin + (block[at] * residual)) >> shift;
                if ((ulong)value > largest)
                {
                    value = value < 0 ? 0 : Requantise.Largest;
                }

                output[at] = (sbyte)value;

                value = ((((lanes >> LaneBound.LaneBits) & mask) * factor) + origin + (block[at + third] * residual)) >> shift;
                if ((ulong)value > largest)
                {
                    value = value < 0 ? 0 : Requantise.Largest;
                }

                output[at + third] = (sbyte)value;

                value = (((lanes >> UpperLane) * factor) + origin + (block[at + twoThirds] * residual)) >> shift;
                if ((ulong)value > largest)
                {
                    value = value < 0 ? 0 : Requantise.Largest;
                }

                output[at + twoThirds] = (sbyte)value;
                at++;
                i++;
            }
        }
    }
}
