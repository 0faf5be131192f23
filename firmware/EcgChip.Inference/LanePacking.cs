namespace EcgChip.Inference
{
    /// <summary>
    /// Activations packed three to a <c>long</c>. A channel is cut into thirds of <c>third</c> positions; packed value k holds positions
    /// k - 2, k - 2 + third and k - 2 + 2 third, each in a lane of 21 bits:
    /// <c>x[k - 2] + (x[k - 2 + third] &lt;&lt; 21) + (x[k - 2 + 2 third] &lt;&lt; 42)</c>, with 0 outside the channel. Two values of halo
    /// stand before the third and three behind it, so that an ordinary convolution or pool over a third gives all three. The thirds may be longer than they need be
    /// (<see cref="LanePlan"/>); what a kernel leaves behind the channel's end and in the halos, <see cref="Finish"/> puts right.
    /// </summary>
    public static class LanePacking
    {
        /// <summary>Values in a <c>long</c>.</summary>
        public const int Lanes = 3;

        /// <summary>Packed values before the first position of a third: half of five taps.</summary>
        public const int Halo = 2;

        /// <summary>Packed values behind the last position of a third: what a window of five takes that begins two before the end.</summary>
        public const int HaloBehind = 3;

        /// <summary>Where the last lane begins.</summary>
        public const int LastLane = 2 * LaneBound.LaneBits;

        /// <summary>1 in each lane.</summary>
        public const long One = 1L + (1L << LaneBound.LaneBits) + (1L << LastLane);

        /// <summary>All bits of the first lane.</summary>
        public const long LaneMask = (1L << LaneBound.LaneBits) - 1;

        // Added, it makes every lane of packed activations 0..254, so that lanes come apart with shifts and masks.
        private const long Lift = Requantise.Largest * One;

        /// <summary>
        /// The smallest even number of positions that a third of <paramref name="length"/> values can have: even, so that a pool of
        /// stride 2 keeps to its lane.
        /// </summary>
        public static int Third(int length)
        {
            int third = (length + Lanes - 1) / Lanes;
            return third + (third & 1);
        }

        /// <summary>Packed values of a channel, halos included.</summary>
        public static int PackedLength(int third)
        {
            return Halo + third + HaloBehind;
        }

        /// <summary>Packs some positions of the thirds of one channel; <see cref="Finish"/> makes the halos.</summary>
        /// <param name="activations">All channels; -127..127.</param>
        /// <param name="offset">Where the channel begins.</param>
        /// <param name="length">Values of the channel; at most three thirds.</param>
        /// <param name="third">Positions of a third.</param>
        /// <param name="packed">At least <see cref="PackedLength"/> long.</param>
        /// <param name="from">First position of the thirds.</param>
        /// <param name="to">One behind the last.</param>
        public static void Pack(sbyte[] activations, int offset, int length, int third, long[] packed, int from, int to)
        {
            int second = length - third;
            int last = second - third;
            for (int p = from; p < to; p++)
            {
                int at = offset + p;
                long lanes = p < length ? activations[at] : 0;
                at += third;
                if (p < second)
                {
                    lanes += (long)activations[at] << LaneBound.LaneBits;
                }

                if (p < last)
                {
                    lanes += (long)activations[at + third] << LastLane;
                }

                packed[p + Halo] = lanes;
            }
        }

        /// <summary>Unpacks some positions of the thirds of one channel. Parameters as for <see cref="Pack"/>.</summary>
        public static void Unpack(long[] packed, int length, int third, sbyte[] activations, int offset, int from, int to)
        {
            int second = length - third;
            int last = second - third;
            for (int p = from; p < to; p++)
            {
                long lanes = packed[p + Halo] + Lift;
                int at = offset + p;
                if (p < length)
                {
                    activations[at] = (sbyte)((int)(lanes & LaneMask) - Requantise.Largest);
                }

                at += third;
                if (p < second)
                {
                    activations[at] = (sbyte)((int)((lanes >> LaneBound.LaneBits) & LaneMask) - Requantise.Largest);
                }

                if (p < last)
                {
                    activations[at + third] = (sbyte)((int)(lanes >> LastLane) - Requantise.Largest);
                }
            }
        }

        /// <summary>True when all of a channel, finished, is 0.</summary>
        public static bool IsSilent(long[] packed, int third)
        {
            long none = 0;
            int end = Halo + third;
            for (int k = Halo; k < end; k++)
            {
                if (packed[k] != none)
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Clears what stands behind the channel's end and makes the halos of a channel whose thirds are packed.</summary>
        /// <param name="packed">The channel.</param>
        /// <param name="length">Values of the channel; at most three thirds.</param>
        /// <param name="third">Positions of a third, at least 2.</param>
        public static void Finish(long[] packed, int length, int third)
        {
            const long FirstTwo = (1L << LastLane) - 1;
            const long LastTwo = FirstTwo << LaneBound.LaneBits;
            long lift = Lift;
            long firstLift = lift & FirstTwo;
            int end = Halo + third;
            int lastLaneEnd = Halo + length - (2 * third);
            if (lastLaneEnd >= Halo)
            {
                // Only the last lane reaches beyond the channel's end.
                for (int k = lastLaneEnd; k < end; k++)
                {
                    packed[k] = ((packed[k] + lift) & FirstTwo) - firstLift;
                }
            }
            else
            {
                for (int k = Halo; k < end; k++)
                {
                    long kept = (k - Halo < length ? LaneMask : 0) + (k - Halo < length - third ? LaneMask << LaneBound.LaneBits : 0);
                    packed[k] = ((packed[k] + lift) & kept) - (lift & kept);
                }
            }

            // Before a third stands the end of the one before it, behind it the beginning of the next.
            packed[0] = (((packed[third] + lift) & FirstTwo) << LaneBound.LaneBits) - (lift & LastTwo);
            packed[1] = (((packed[third + 1] + lift) & FirstTwo) << LaneBound.LaneBits) - (lift & LastTwo);
            packed[end] = ((packed[Halo] + lift) >> LaneBound.LaneBits) - firstLift;
            packed[end + 1] = ((packed[Halo + 1] + lift) >> LaneBound.LaneBits) - firstLift;
            if (third > Halo)
            {
                packed[end + 2] = ((packed[Halo + 2] + lift) >> LaneBound.LaneBits) - firstLift;
            }
        }
    }
}
