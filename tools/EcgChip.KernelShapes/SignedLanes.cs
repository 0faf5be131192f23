using EcgChip.Inference;

namespace EcgChip.KernelShapes
{
    /// <summary>
    /// Activations packed three to a <c>long</c>, one channel each, as they are: <c>x[k - 2] + (x[k - 2 + third] &lt;&lt; 21)
    /// + (x[k - 2 + 2 third] &lt;&lt; 42)</c>, with 0 outside the channel and halos as <see cref="LanePacking"/> has them. What most lane
    /// shapes work on; the firmware's has two channels to a <c>long</c>.
    /// </summary>
    public static class SignedLanes
    {
        private const long Lift = LanePacking.Lift;

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
                    lanes += (long)activations[at + third] << LanePacking.LastLane;
                }

                packed[p + LanePacking.Halo] = lanes;
            }
        }

        /// <summary>Clears what stands behind the channel's end and makes the halos of a channel whose thirds are packed.</summary>
        /// <param name="packed">The channel.</param>
        /// <param name="length">Values of the channel; at most three thirds.</param>
        /// <param name="third">Positions of a third, at least 2.</param>
        public static void Finish(long[] packed, int length, int third)
        {
            const long FirstTwo = (1L << LanePacking.LastLane) - 1;
            const long LastTwo = FirstTwo << LaneBound.LaneBits;
            long lift = Lift;
            long firstLift = lift & FirstTwo;
            int end = LanePacking.Halo + third;
            int lastLaneEnd = LanePacking.Halo + length - (2 * third);
            if (lastLaneEnd >= LanePacking.Halo)
            {
                // Only the last lane reaches beyond the channel's end.
                for (int k = lastLaneEnd; k < end; k++)
                {
                    packed[k] = ((packed[k] + lift) & FirstTwo) - firstLift;
                }
            }
            else
            {
                for (int k = LanePacking.Halo; k < end; k++)
                {
                    long kept = (k - LanePacking.Halo < length ? LanePacking.LaneMask : 0)
                        + (k - LanePacking.Halo < length - third ? LanePacking.LaneMask << LaneBound.LaneBits : 0);
                    packed[k] = ((packed[k] + lift) & kept) - (lift & kept);
                }
            }

            // Before a third stands the end of the one before it, behind it the beginning of the next.
            packed[0] = (((packed[third] + lift) & FirstTwo) << LaneBound.LaneBits) - (lift & LastTwo);
            packed[1] = (((packed[third + 1] + lift) & FirstTwo) << LaneBound.LaneBits) - (lift & LastTwo);
            packed[end] = ((packed[LanePacking.Halo] + lift) >> LaneBound.LaneBits) - firstLift;
            packed[end + 1] = ((packed[LanePacking.Halo + 1] + lift) >> LaneBound.LaneBits) - firstLift;
            if (third > LanePacking.Halo)
            {
                packed[end + 2] = ((packed[LanePacking.Halo + 2] + lift) >> LaneBound.LaneBits) - firstLift;
            }
        }
    }
}
