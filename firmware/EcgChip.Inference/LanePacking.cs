namespace EcgChip.Inference
{
    /// <summary>
    /// Activations packed three to a channel and two channels to a <c>long</c>. A channel is cut into thirds of <c>third</c> positions;
    /// value k of its row holds positions k - 2, k - 2 + third and k - 2 + 2 third, each in a lane of 21 bits. An activation v stands there
    /// as v + 127, so that fields never are negative: an even channel in the lane's lower bits, the odd one behind it ten bits further up,
    /// <c>(u[k - 2] + 127) + (v[k - 2] + 127 &lt;&lt; 10)</c> in the first lane; outside the channel stands 0 + 127. Two values of halo
    /// come before the third and three behind it, so that an ordinary convolution or pool over a third gives all three. The thirds may be
    /// longer than they need be (<see cref="LanePlan"/>); what a kernel leaves behind the channel's end and in the halos,
    /// <see cref="Finish"/> puts right.
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

        /// <summary>Channels that share a row.</summary>
        public const int RowChannels = 2;

        /// <summary>Bits of a lane from one channel of a row to the other.</summary>
        public const int FieldBits = 10;

        /// <summary>What a row's lanes hold of its even channel.</summary>
        public const long FieldMask = ActivationMask * One;

        /// <summary>What is added to each lane of activations, so that none is negative.</summary>
        public const long Lift = Requantise.Largest * One;

        // All that an activation can be with the lift.
        private const long ActivationMask = 255;

        // Zeros in both channels of a row.
        private const long Silence = Lift + (Lift << FieldBits);

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

        /// <summary>Rows of <paramref name="channels"/> channels.</summary>
        public static int Rows(int channels)
        {
            return (channels + 1) / RowChannels;
        }

        /// <summary>Where in the lanes of its row channel <paramref name="channel"/> begins.</summary>
        public static int Field(int channel)
        {
            return (channel & 1) * FieldBits;
        }

        /// <summary>Packs some positions of the thirds of one channel; <see cref="Finish"/> makes the halos.</summary>
        /// <param name="activations">All channels; -127..127.</param>
        /// <param name="offset">Where the channel begins.</param>
        /// <param name="length">Values of the channel; at most three thirds.</param>
        /// <param name="third">Positions of a third.</param>
        /// <param name="row">At least <see cref="PackedLength"/> long; the other channel stays.</param>
        /// <param name="field">The channel's, from <see cref="Field"/>.</param>
        /// <param name="from">First position of the thirds.</param>
        /// <param name="to">One behind the last.</param>
        public static void Pack(sbyte[] activations, int offset, int length, int third, long[] row, int field, int from, int to)
        {
            int second = length - third;
            int last = second - third;
            long other = FieldMask << (FieldBits - field);
            long lift = Lift;
            for (int p = from; p < to; p++)
            {
                int at = offset + p;
                long lanes = lift;
                if (p < length)
                {
                    lanes += activations[at];
                }

                at += third;
                if (p < second)
                {
                    lanes += (long)activations[at] << LaneBound.LaneBits;
                }

                if (p < last)
                {
                    lanes += (long)activations[at + third] << LastLane;
                }

                row[p + Halo] = (row[p + Halo] & other) + (lanes << field);
            }
        }

        /// <summary>Unpacks some positions of the thirds of one channel. Parameters as for <see cref="Pack"/>.</summary>
        public static void Unpack(long[] row, int field, int length, int third, sbyte[] activations, int offset, int from, int to)
        {
            int second = length - third;
            int last = second - third;
            int mask = (int)ActivationMask;
            for (int p = from; p < to; p++)
            {
                long lanes = row[p + Halo] >> field;
                int at = offset + p;
                if (p < length)
                {
                    activations[at] = (sbyte)(((int)lanes & mask) - Requantise.Largest);
                }

                at += third;
                if (p < second)
                {
                    activations[at] = (sbyte)(((int)(lanes >> LaneBound.LaneBits) & mask) - Requantise.Largest);
                }

                if (p < last)
                {
                    activations[at + third] = (sbyte)(((int)(lanes >> LastLane) & mask) - Requantise.Largest);
                }
            }
        }

        /// <summary>True when a channel, finished, is 0 wherever the output positions of a convolution look.</summary>
        /// <param name="row">The channel's row.</param>
        /// <param name="field">The channel's, from <see cref="Field"/>.</param>
        /// <param name="from">First output position of the thirds.</param>
        /// <param name="to">One behind the last.</param>
        public static bool IsSilent(long[] row, int field, int from, int to)
        {
            long mask = FieldMask << field;
            long silence = Lift << field;
            int end = to + LaneConvolution.First;
            for (int k = from; k < end; k++)
            {
                if ((row[k] & mask) != silence)
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Clears what stands behind the channels' end and makes the halos of a row whose thirds are packed.</summary>
        /// <param name="row">The row.</param>
        /// <param name="length">Values of a channel; at most three thirds.</param>
        /// <param name="third">Positions of a third, at least 2.</param>
        public static void Finish(long[] row, int length, int third)
        {
            const long FirstTwo = (1L << LastLane) - 1;
            const long SilentFirst = Silence & LaneMask;
            const long SilentLast = Silence & ~FirstTwo;
            int end = Halo + third;
            int lastLaneEnd = Halo + length - (2 * third);
            if (lastLaneEnd >= Halo)
            {
                // Only the last lane reaches beyond the channel's end.
                for (int k = lastLaneEnd; k < end; k++)
                {
                    row[k] = (row[k] & FirstTwo) + SilentLast;
                }
            }
            else
            {
                for (int k = Halo; k < end; k++)
                {
                    long kept = (k - Halo < length ? LaneMask : 0) + (k - Halo < length - third ? LaneMask << LaneBound.LaneBits : 0);
                    row[k] = (row[k] & kept) + (Silence & ~kept);
                }
            }

            // Before a third stands the end of the one before it, behind it the beginning of the next.
            row[0] = ((row[third] & FirstTwo) << LaneBound.LaneBits) + SilentFirst;
            row[1] = ((row[third + 1] & FirstTwo) << LaneBound.LaneBits) + SilentFirst;
            row[end] = (row[Halo] >> LaneBound.LaneBits) + SilentLast;
            row[end + 1] = (row[Halo + 1] >> LaneBound.LaneBits) + SilentLast;
            if (third > Halo)
            {
                row[end + 2] = (row[Halo + 2] >> LaneBound.LaneBits) + SilentLast;
            }
        }
    }
}
