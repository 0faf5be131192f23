using System;

namespace EcgChip.Records
{
    /// <summary>
    /// Packs samples without loss as they come, into a buffer given once: about 5 to 7 bits a sample of an ordinary ECG, 24 at worst.
    /// Nothing is pending between calls: after every <see cref="Append"/> the first <see cref="ByteCount"/> bytes are the whole packed
    /// signal. An append costs some 6,000 instructions on the chip (by chip.md's table), half a percent of a sample's slot; 24-bit codes
    /// 8,000.
    /// </summary>
    public sealed class SamplePacker
    {
        private readonly byte[] bytes;
        private readonly int capacityBits;
        private int wholeBytes;
        private int pending;
        private int pendingBits;
        private int previous;
        private int parameter;
        private int mean;
        private int sampleCount;

        /// <summary>Packs into <paramref name="buffer"/>, which stays in use until the packed samples are written away.</summary>
        /// <exception cref="ArgumentException">The buffer is missing, or larger than 128 MB.</exception>
        public SamplePacker(byte[] buffer)
        {
            if (buffer == null || buffer.Length > int.MaxValue / (2 * SampleCode.ByteBits))
            {
                throw new ArgumentException("A buffer of up to 128 MB is needed.", nameof(buffer));
            }

            bytes = buffer;
            capacityBits = buffer.Length * SampleCode.ByteBits;
            Clear();
        }

        /// <summary>The buffer given at construction.</summary>
        public byte[] Bytes
        {
            get { return bytes; }
        }

        /// <summary>Bytes of the buffer in use; the last one is filled up with zero bits.</summary>
        public int ByteCount
        {
            get { return pendingBits > 0 ? wholeBytes + 1 : wholeBytes; }
        }

        /// <summary>Samples packed so far.</summary>
        public int SampleCount
        {
            get { return sampleCount; }
        }

        /// <summary>Starts an empty recording in the same buffer.</summary>
        public void Clear()
        {
            wholeBytes = 0;
            pending = 0;
            pendingBits = 0;
            previous = 0;
            parameter = SampleCode.FirstParameter;
            mean = SampleCode.FirstMean;
            sampleCount = 0;
        }

        /// <summary>Packs one sample. False when it does not fit any more; then nothing is changed.</summary>
        /// <param name="sample">-32768..32767, in 5 uV.</param>
        /// <exception cref="ArgumentOutOfRangeException">The sample does not fit in 16 bits.</exception>
        public bool Append(int sample)
        {
            if (sample != (short)sample)
            {
                throw new ArgumentOutOfRangeException(nameof(sample));
            }

            int difference = (short)(sample - previous);
            int folded = (difference << 1) ^ (difference >> SampleCode.SignShift);
            int k = parameter;
            int quotient = folded >> k;
            int code;
            int bits;
            if (quotient < SampleCode.EscapeLength)
            {
                code = ((((1 << quotient) - 1) << 1) << k) | (folded - (quotient << k));
                bits = quotient + 1 + k;
            }
            else
            {
                code = (((1 << SampleCode.EscapeLength) - 1) << SampleCode.PlainBits) | folded;
                bits = SampleCode.LongestCode;
            }

            int at = wholeBytes;
            bits += pendingBits;
            if (at * SampleCode.ByteBits + bits > capacityBits)
            {
                return false;
            }

            code |= pending << (bits - pendingBits);
            byte[] to = bytes;
            while (bits >= SampleCode.ByteBits)
            {
                bits -= SampleCode.ByteBits;
                to[at] = (byte)(code >> bits);
                at++;
            }

            code &= (1 << bits) - 1;
            if (bits > 0)
            {
                to[at] = (byte)(code << (SampleCode.ByteBits - bits));
            }

            int m = mean;
            m += folded - (m >> SampleCode.MeanShift);
            if (m > 1 << (k + SampleCode.MeanShift + 1))
            {
                if (k < SampleCode.LargestParameter)
                {
                    parameter = k + 1;
                }
            }
            else if (k > 0 && m < 1 << (k + SampleCode.MeanShift))
            {
                parameter = k - 1;
            }

            mean = m;
            wholeBytes = at;
            pending = code;
            pendingBits = bits;
            previous = sample;
            sampleCount++;
            return true;
        }
    }
}
