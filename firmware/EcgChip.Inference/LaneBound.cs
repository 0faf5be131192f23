namespace EcgChip.Inference
{
    /// <summary>
    /// What a convolution's weights must keep so that three sums can share one <c>long</c>: each sum has a lane of 21 bits, and
    /// the quantiser has to make sure that none leaves it.
    /// </summary>
    public static class LaneBound
    {
        /// <summary>Bits of a lane.</summary>
        public const int LaneBits = 21;

        /// <summary>No sum of a lane may reach this in magnitude: half of what a lane can hold.</summary>
        public const int Limit = 1 << (LaneBits - 1);

        /// <summary>The sum of |weight| of one output channel may be this and no more.</summary>
        public const int LargestWeightSum = (Limit - 1) / Requantise.Largest;

        /// <summary>
        /// True when no input in -127..127 can make output channel <paramref name="outChannel"/> leave its lane:
        /// the sum of its |weight| times 127 is under 2^20.
        /// </summary>
        /// <param name="weights">A layer's weights, [output channel][input channel][tap].</param>
        /// <param name="outChannel">Output channel, from 0.</param>
        /// <param name="weightsPerChannel">Input channels times taps.</param>
        public static bool Holds(sbyte[] weights, int outChannel, int weightsPerChannel)
        {
            int sum = 0;
            int end = (outChannel + 1) * weightsPerChannel;
            for (int k = end - weightsPerChannel; k < end; k++)
            {
                int weight = weights[k];
                sum += weight < 0 ? -weight : weight;
            }

            return sum <= LargestWeightSum;
        }
    }
}
