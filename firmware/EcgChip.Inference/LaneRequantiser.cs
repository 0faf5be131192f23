namespace EcgChip.Inference
{
    /// <summary>
    /// Turns the accumulators of <see cref="LaneConvolution"/> into packed activations: takes the lanes apart, adds the bias, multiplies
    /// and rounds as <see cref="Requantise.Round"/> does, packs the three again, holds them to 8 bits as <see cref="Requantise.Hold"/>
    /// does while they share a <c>long</c>, and puts them in their field of the row; the other channel stays.
    /// <para>
    /// A shift by a constant costs an interpreter half of one by a variable, so multipliers are made larger until
    /// <see cref="CommonShift"/> ends them all. Where a channel's numbers are too large for that (<see cref="Fits"/>), <see cref="Any"/>
    /// does it slowly.
    /// </para>
    /// </summary>
    public static class LaneRequantiser
    {
        /// <summary>The shift that ends every requantisation here.</summary>
        public const int CommonShift = 40;

        // A result that is not held yet must stay under 2^19, so that 2^20 on top of it keeps it in its lane.
        private const int ResultBits = LaneBound.LaneBits - 2;

        private const long LaneMask = LanePacking.LaneMask;
        private const long Half = 1L << (CommonShift - 1);

        // In each lane: 2^20; the bits of a result that is too large; 127; what sets bit 20 when added to more than 127; and all bits
        // but the eight that 0..254 needs.
        private const long Positive = LaneBound.Limit * LanePacking.One;
        private const long TooLarge = (LaneBound.Limit - 1 - Requantise.Largest) * LanePacking.One;
        private const long Lift = LanePacking.Lift;
        private const long Overflow = (LaneBound.Limit - 1 - Requantise.Largest) * LanePacking.One;
        private const long Outside = ~(((2 * (Requantise.Largest + 1)) - 1) * LanePacking.One);
        private const long LowBits = LaneBound.Limit - 1;

        /// <summary>True when a channel with these numbers can be done with the common shift, whatever its sums.</summary>
        public static bool Fits(int bias, int multiplier, int residualMultiplier, int shift)
        {
            long largestSum = LaneBound.Limit + Magnitude(bias);
            long largest = (largestSum * Magnitude(multiplier)) + (Requantise.Largest * Magnitude(residualMultiplier));
            return shift <= CommonShift && (largest >> shift) < (1L << ResultBits) - 1;
        }

        /// <summary>Turns a run of positions of one channel with the method that its layer and its numbers ask for.</summary>
        /// <param name="spec">The layer.</param>
        /// <param name="fits">What <see cref="Fits"/> says of the channel.</param>
        /// <param name="bias">Of the channel.</param>
        /// <param name="multiplier">Of the channel.</param>
        /// <param name="accumulators">Of a run of positions, from the first on.</param>
        /// <param name="row">Packed activations: the channel's row. Where the layer ends a block, it holds the block's input before.</param>
        /// <param name="field">The channel's, from <see cref="LanePacking.Field"/>.</param>
        /// <param name="from">First position of the run in the thirds.</param>
        /// <param name="to">One behind its last.</param>
        public static void Run(
            LayerSpec spec, bool fits, int bias, int multiplier, long[] accumulators, long[] row, int field, int from, int to)
        {
            int shift = spec.Shift;
            if (!fits)
            {
                Any(accumulators, row, field, from, to, bias, multiplier, spec.ResidualMultiplier, shift, spec.Rectified);
            }
            else if (spec.AddsBlockInput)
            {
                BlockEnd(accumulators, row, field, from, to, bias, multiplier, spec.ResidualMultiplier, shift);
            }
            else if (spec.Rectified)
            {
                Rectified(accumulators, row, field, from, to, bias, multiplier, shift);
            }
            else
            {
                Linear(accumulators, row, field, from, to, bias, multiplier, shift);
            }
        }

        /// <summary>Without a rectifier: -127..127.</summary>
        /// <param name="accumulators">Of a run of positions, from the first on.</param>
        /// <param name="row">Packed activations: the channel's row.</param>
        /// <param name="field">The channel's, from <see cref="LanePacking.Field"/>.</param>
        /// <param name="from">First position of the run in the thirds.</param>
        /// <param name="to">One behind its last.</param>
        /// <param name="bias">Of the channel.</param>
        /// <param name="multiplier">Of the channel.</param>
        /// <param name="shift">Of the layer.</param>
        public static void Linear(long[] accumulators, long[] row, int field, int from, int to, int bias, int multiplier, int shift)
        {
            long mask = LaneMask, factor = (long)multiplier << (CommonShift - shift), half = Half;
            long origin = (bias - (long)LaneBound.Limit) * factor;
            long lift = Lift, outside = Outside, none = 0, positive = Positive, one = LanePacking.One, low = LowBits;
            long overflow = Overflow - Lift, range = 2 * Requantise.Largest;
            long other = LanePacking.FieldMask << (LanePacking.FieldBits - field), unit = 1L << field;
            int i = 0;
            int end = to + LanePacking.Halo;
            for (int at = from + LanePacking.Halo; at < end; at++)
            {
                long lanes = accumulators[i];
                long first = ((lanes & mask) * factor) + origin;
                first = (first + half + (first >> 63)) >> CommonShift;
                long second = (((lanes >> LaneBound.LaneBits) & mask) * factor) + origin;
                second = (second + half + (second >> 63)) >> CommonShift;
                long last = ((lanes >> LanePacking.LastLane) * factor) + origin;
                last = (last + half + (last >> 63)) >> CommonShift;
                long packed = first + (second << LaneBound.LaneBits) + (last << LanePacking.LastLane);
                if ((((packed + lift) | (lift - packed)) & outside) != none)
                {
                    // To 0..254: what is below becomes 0, what is above 254.
                    packed += lift + positive;
                    packed = packed & (((packed >> (LaneBound.LaneBits - 1)) & one) * low);
                    long above = ((packed + overflow) >> (LaneBound.LaneBits - 1)) & one;
                    packed = (packed & ((one - above) * low)) + (above * range) - lift;
                }

                row[at] = (row[at] & other) + ((packed + lift) * unit);
                i++;
            }
        }

        /// <summary>With a rectifier: 0..127. Parameters as for <see cref="Linear"/>.</summary>
        public static void Rectified(long[] accumulators, long[] row, int field, int from, int to, int bias, int multiplier, int shift)
        {
            // Which way a negative half is rounded does not matter here: it ends as 0.
            long mask = LaneMask, factor = (long)multiplier << (CommonShift - shift);
            long origin = ((bias - (long)LaneBound.Limit) * factor) + Half;
            long positive = Positive, one = LanePacking.One, low = LowBits, tooLarge = TooLarge, none = 0, lift = Lift;
            long overflow = Overflow, largest = Requantise.Largest;
            long other = LanePacking.FieldMask << (LanePacking.FieldBits - field), unit = 1L << field;
            int i = 0;
            int end = to + LanePacking.Halo;
            for (int at = from + LanePacking.Halo; at < end; at++)
            {
                long lanes = accumulators[i];
                long packed = positive
                    + ((((lanes & mask) * factor) + origin) >> CommonShift)
                    + ((((((lanes >> LaneBound.LaneBits) & mask) * factor) + origin) >> CommonShift) << LaneBound.LaneBits)
                    + (((((lanes >> LanePacking.LastLane) * factor) + origin) >> CommonShift) << LanePacking.LastLane);

                // Bit 20 of a lane says that the result is not negative; it becomes a mask of all bits below, which clears the others.
                packed = packed & (((packed >> (LaneBound.LaneBits - 1)) & one) * low);
                if ((packed & tooLarge) != none)
                {
                    packed = (packed | ((((packed + overflow) >> (LaneBound.LaneBits - 1)) & one) * largest)) & lift;
                }

                row[at] = (row[at] & other) + ((packed + lift) * unit);
                i++;
            }
        }

        /// <summary>The end of a block, with a rectifier: 0..127. The row holds the block's input before; else as for <see cref="Linear"/>.</summary>
        /// <param name="accumulators">Of a run of positions, from the first on.</param>
        /// <param name="row">Packed activations: the channel's row.</param>
        /// <param name="field">The channel's, from <see cref="LanePacking.Field"/>.</param>
        /// <param name="from">First position of the run in the thirds.</param>
        /// <param name="to">One behind its last.</param>
        /// <param name="bias">Of the channel.</param>
        /// <param name="multiplier">Of the channel.</param>
        /// <param name="residualMultiplier">Of the block's input.</param>
        /// <param name="shift">Of the layer.</param>
        public static void BlockEnd(
            long[] accumulators, long[] row, int field, int from, int to, int bias, int multiplier, int residualMultiplier, int shift)
        {
            long mask = LaneMask, factor = (long)multiplier << (CommonShift - shift);
            long residual = (long)residualMultiplier << (CommonShift - shift);
            long origin = ((bias - (long)LaneBound.Limit) * factor) + Half - (Requantise.Largest * residual);
            long positive = Positive, one = LanePacking.One, low = LowBits, tooLarge = TooLarge, none = 0, lift = Lift;
            long overflow = Overflow, largest = Requantise.Largest, fieldMask = LanePacking.FieldMask;
            long other = LanePacking.FieldMask << (LanePacking.FieldBits - field), unit = 1L << field;
            int i = 0;
            int end = to + LanePacking.Halo;
            for (int at = from + LanePacking.Halo; at < end; at++)
            {
                long lanes = accumulators[i];
                long before = row[at];
                long kept = before & other;
                before = (before >> field) & fieldMask;
                long packed = positive
                    + ((((lanes & mask) * factor) + origin + ((before & mask) * residual)) >> CommonShift)
                    + ((((((lanes >> LaneBound.LaneBits) & mask) * factor) + origin
                        + (((before >> LaneBound.LaneBits) & mask) * residual)) >> CommonShift) << LaneBound.LaneBits)
                    + (((((lanes >> LanePacking.LastLane) * factor) + origin
                        + ((before >> LanePacking.LastLane) * residual)) >> CommonShift) << LanePacking.LastLane);
                packed = packed & (((packed >> (LaneBound.LaneBits - 1)) & one) * low);
                if ((packed & tooLarge) != none)
                {
                    packed = (packed | ((((packed + overflow) >> (LaneBound.LaneBits - 1)) & one) * largest)) & lift;
                }

                row[at] = kept + ((packed + lift) * unit);
                i++;
            }
        }

        /// <summary>Any numbers at all; parameters as for <see cref="BlockEnd"/>, and whether results are rectified.</summary>
        /// <param name="accumulators">Of a run of positions, from the first on.</param>
        /// <param name="row">Packed activations: the channel's row.</param>
        /// <param name="field">The channel's, from <see cref="LanePacking.Field"/>.</param>
        /// <param name="from">First position of the run in the thirds.</param>
        /// <param name="to">One behind its last.</param>
        /// <param name="bias">Of the channel.</param>
        /// <param name="multiplier">Of the channel.</param>
        /// <param name="residualMultiplier">Of the block's input, which the row holds; 0 without a residual.</param>
        /// <param name="shift">Of the layer.</param>
        /// <param name="rectified">Whether negative results become 0.</param>
        public static void Any(
            long[] accumulators, long[] row, int field, int from, int to, int bias, int multiplier, int residualMultiplier, int shift, bool rectified)
        {
            long other = LanePacking.FieldMask << (LanePacking.FieldBits - field);
            for (int i = from; i < to; i++)
            {
                long lanes = accumulators[i - from];
                long before = row[i + LanePacking.Halo];
                long kept = before & other;
                before = (before >> field) & LanePacking.FieldMask;
                long packed = Lift;
                for (int lane = 0; lane <= LanePacking.LastLane; lane += LaneBound.LaneBits)
                {
                    long sum = ((lanes >> lane) & LaneMask) - LaneBound.Limit + bias;
                    long added = (((before >> lane) & LaneMask) - Requantise.Largest) * residualMultiplier;
                    packed += (long)Requantise.Hold(Requantise.Round((sum * multiplier) + added, shift), rectified) << lane;
                }

                row[i + LanePacking.Halo] = kept + (packed << field);
            }
        }

        private static long Magnitude(int value)
        {
            return value < 0 ? -(long)value : value;
        }
    }
}
