namespace EcgChip.Inference
{
    /// <summary>
    /// Activations packed three to a <c>long</c>. A channel of n values is cut into thirds of m = (n + 2) / 3 positions; packed value
    /// k holds positions k - 2, k - 2 + m and k - 2 + 2m, each in a lane of 21 bits:
    /// <c>x[k - 2] + (x[k - 2 + m] &lt;&lt; 21) + (x[k - 2 + 2m] &lt;&lt; 42)</c>, with 0 outside the channel. Two values of halo stand at
    /// either end, so that an ordinary convolution over a third gives all three.
    /// </summary>
    public static class LanePacking
    {
        /// <summary>Values in a <c>long</c>.</summary>
        public const int Lanes = 3;

        /// <summary>Packed values before the first and behind the last position of a third: half of five taps.</summary>
        public const int Halo = 2;

        private const int LastLane = 2 * LaneBound.LaneBits;

        /// <summary>Positions of a third of a channel of <paramref name="length"/> values.</summary>
        public static int Third(int length)
        {
            return (length + Lanes - 1) / Lanes;
        }

        /// <summary>Packed values of a channel of <paramref name="length"/> values, halos included.</summary>
        public static int PackedLength(int length)
        {
            return Third(length) + (2 * Halo);
        }

        /// <summary>
        /// True for a channel so short that two lanes can look outside it at once (1 to 5 or 7 values): such a one is packed value by value,
        /// more slowly.
        /// </summary>
        public static bool IsShort(int length)
        {
            return length < (2 * Third(length)) + Halo;
        }

        /// <summary>Packs the values <paramref name="from"/> to before <paramref name="to"/> of one channel's packed values.</summary>
        /// <param name="activations">All channels; -127..127.</param>
        /// <param name="offset">Where the channel begins.</param>
        /// <param name="length">Values of the channel.</param>
        /// <param name="packed">At least <see cref="PackedLength"/> long.</param>
        /// <param name="from">First packed value to write, from 0.</param>
        /// <param name="to">One behind the last, at most <see cref="PackedLength"/>.</param>
        public static void Pack(sbyte[] activations, int offset, int length, long[] packed, int from, int to)
        {
            int third = (length + Lanes - 1) / Lanes;
            int k = from;
            if (IsShort(length))
            {
                for (; k < to; k++)
                {
                    packed[k] = PackChecked(activations, offset, length, third, k - Halo);
                }

                return;
            }

            // Only at the ends does a lane look outside: the first one before position 0, the last one behind the channel's end.
            int lastLaneEnd = length - (2 * third) + Halo;
            int middleTo = lastLaneEnd < to ? lastLaneEnd : to;
            int first = offset - Halo;
            int second = first + third;
            int last = second + third;
            for (; k < Halo && k < to; k++)
            {
                packed[k] = ((long)activations[second + k] << LaneBound.LaneBits) + ((long)activations[last + k] << LastLane);
            }

            for (; k < middleTo; k++)
            {
                packed[k] = activations[first + k]
                    + ((long)activations[second + k] << LaneBound.LaneBits) + ((long)activations[last + k] << LastLane);
            }

            for (; k < to; k++)
            {
                packed[k] = activations[first + k] + ((long)activations[second + k] << LaneBound.LaneBits);
            }
        }

        private static long PackChecked(sbyte[] activations, int offset, int length, int third, int position)
        {
            long lanes = 0;
            for (int shift = 0; shift < Lanes * LaneBound.LaneBits; shift += LaneBound.LaneBits)
            {
                if (position >= 0 && position < length)
                {
                    lanes += (long)activations[offset + position] << shift;
                }

                position += third;
            }

            return lanes;
        }
    }
}
