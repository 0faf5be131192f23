using System;

namespace EcgChip.Records
{
    /// <summary>Reads packed samples back, piece by piece, from the first to the last; made once and reused.</summary>
    public sealed class SampleUnpacker
    {
        private byte[] bytes;
        private int position;
        private int end;
        private int window;
        private int windowBits;
        private int previous;
        private int parameter;
        private int mean;

        /// <summary>Starts at the first sample of <paramref name="count"/> bytes of packed samples.</summary>
        /// <exception cref="ArgumentException">The range is not inside <paramref name="packed"/>.</exception>
        public void Begin(byte[] packed, int offset, int count)
        {
            if (packed == null || offset < 0 || count < 0 || count > packed.Length - offset)
            {
                throw new ArgumentException("The range is not inside the bytes.", nameof(packed));
            }

            bytes = packed;
            position = offset;
            end = offset + count;
            window = 0;
            windowBits = 0;
            previous = 0;
            parameter = SampleCode.FirstParameter;
            mean = SampleCode.FirstMean;
        }

        /// <summary>
        /// True when nothing but the zero bits that fill up the last byte is left: after the last sample of a sound recording.
        /// </summary>
        public bool AtEnd
        {
            get { return position == end && windowBits < SampleCode.ByteBits && window == 0; }
        }

        /// <summary>
        /// Unpacks the next samples and returns their number, less than <paramref name="count"/> only where the packed bytes end.
        /// Some 4,000 instructions a sample on the chip. Bytes that no packer wrote give meaningless samples, never an exception.
        /// </summary>
        /// <exception cref="IndexOutOfRangeException">The range is not inside <paramref name="samples"/>.</exception>
        public int Read(short[] samples, int offset, int count)
        {
            byte[] from = bytes;
            int at = position;
            int stop = end;
            int bits = window;
            int available = windowBits;
            int sample = previous;
            int k = parameter;
            int m = mean;
            int read = 0;
            while (read < count)
            {
                while (available < SampleCode.LongestCode && at < stop)
                {
                    bits = (bits << SampleCode.ByteBits) | from[at];
                    available += SampleCode.ByteBits;
                    at++;
                }

                int left = available;
                int ones = 0;
                while (ones < SampleCode.EscapeLength && left > 0 && ((bits >> (left - 1)) & 1) != 0)
                {
                    ones++;
                    left--;
                }

                int low = SampleCode.PlainBits;
                int quotient = 0;
                if (ones < SampleCode.EscapeLength)
                {
                    left--;
                    low = k;
                    quotient = ones << k;
                }

                left -= low;
                if (left < 0)
                {
                    break;
                }

                int folded = quotient | ((bits >> left) & ((1 << low) - 1));
                bits &= (1 << left) - 1;
                available = left;
                sample = (short)(sample + ((folded >> 1) ^ -(folded & 1)));
                samples[offset + read] = (short)sample;
                read++;

                m += folded - (m >> SampleCode.MeanShift);
                if (m > 1 << (k + SampleCode.MeanShift + 1))
                {
                    if (k < SampleCode.LargestParameter)
                    {
                        k++;
                    }
                }
                else if (k > 0 && m < 1 << (k + SampleCode.MeanShift))
                {
                    k--;
                }
            }

            position = at;
            window = bits;
            windowBits = available;
            previous = sample;
            parameter = k;
            mean = m;
            return read;
        }
    }
}
