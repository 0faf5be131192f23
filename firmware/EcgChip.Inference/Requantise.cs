namespace EcgChip.Inference
{
    /// <summary>
    /// The rounding of the int8 networks: how an accumulator becomes an activation. This is the only definition; the quantiser calls it,
    /// and the kernels that write the same arithmetic out, for speed, are held to it by tests.
    /// </summary>
    public static class Requantise
    {
        /// <summary>Largest activation; the smallest is its negative, so that the scale is symmetric.</summary>
        public const int Largest = 127;

        /// <summary>Smallest shift that a layer may ask for: with no bit to shift out there is nothing to round.</summary>
        public const int MinShift = 1;

        /// <summary>
        /// Largest shift that a layer may ask for. With it, half of the last place (2^61) still adds to the largest product of two
        /// 32-bit numbers (2^62) and a block input without overflowing 64 bits.
        /// </summary>
        public const int MaxShift = 62;

        /// <summary>
        /// <paramref name="value"/> / 2^<paramref name="shift"/>, rounded to the nearest, halves away from zero, held to the range of
        /// <c>int</c>.
        /// </summary>
        /// <param name="value">At most 2^63 - 2^(shift-1) in magnitude; every sum that a layer can form is.</param>
        /// <param name="shift"><see cref="MinShift"/> to <see cref="MaxShift"/>.</param>
        public static int Round(long value, int shift)
        {
            // value >> 63 is -1 for a negative value: one less before the shift, which rounds down, makes a half go away from zero.
            long rounded = (value + (1L << (shift - 1)) + (value >> 63)) >> shift;
            if (rounded > int.MaxValue)
            {
                return int.MaxValue;
            }

            return rounded < int.MinValue ? int.MinValue : (int)rounded;
        }

        /// <summary>Holds a rounded value to the range of an activation: 0..127 behind a rectifier, else -127..127.</summary>
        public static sbyte Hold(int rounded, bool rectified)
        {
            if (rounded > Largest)
            {
                return Largest;
            }

            int smallest = rectified ? 0 : -Largest;
            return (sbyte)(rounded < smallest ? smallest : rounded);
        }
    }
}
