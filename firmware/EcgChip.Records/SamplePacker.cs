using System;

namespace EcgChip.Records
{
    /// <summary>
    /// Packs samples without loss as they come, into a buffer given once: about 5 to 7 bits a sample of an ordinary ECG, 24 at worst.
    /// Nothing is pending between calls: after every <see cref="Append"/> the first <see cref="ByteCount"/> bytes are the whole packed
    /// signal. On the chip a sample costs some 5,000 instructions, and each call 4,000 more.
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

        /// <summary>Packs samples of a ring, in 5 uV.</summary>
        /// <param name="ring">Sample i stands at <c>i &amp; mask</c>.</param>
        /// <param name="mask">Length of the ring less one; the length is a power of two.</param>
        /// <param name="from">The first sample.</param>
        /// <param name="count">How many, at most the ring's length.</param>
        /// <returns>How many were packed: fewer when the others do not fit any more.</returns>
        public int Append(short[] ring, int mask, int from, int count)
        {
            byte[] to = bytes;
            int at = wholeBytes;
            int held = pending;
            int heldBits = pendingBits;
            int before = previous;
            int k = parameter;
            int m = mean;
            int free = capacityBits - at * SampleCode.ByteBits - heldBits;

            // Where the running mean moves the parameter up and down: 2^k, scaled as the mean is, and twice that.
            int lower = 1 << (k + SampleCode.MeanShift);
            int i = from;
            int end = from + count;

            // Where even the longest codes would fit, it is not asked with every sample.
            bool tight = free < count * SampleCode.LongestCode;
            while (i < end)
            {
                int sample = ring[i & mask];
                int difference = (short)(sample - before);
                int folded = (difference << 1) ^ (difference >> SampleCode.SignShift);
                int quotient = folded >> k;
                int code;
                int bits;
                if (quotient < SampleCode.EscapeLength)
                {
                    code = (((2 << quotient) - 2 - quotient) << k) + folded;
                    bits = quotient + 1 + k;
                }
                else
                {
                    code = (((1 << SampleCode.EscapeLength) - 1) << SampleCode.PlainBits) | folded;
                    bits = SampleCode.LongestCode;
                }

                if (tight)
                {
                    free -= bits;
                    if (free < 0)
                    {
                        break;
                    }
                }

                // What stands above the held bits is of bytes that are written already, and is shifted out.
                held = (held << bits) | code;
                heldBits += bits;
                while (heldBits >= SampleCode.ByteBits)
                {
                    heldBits -= SampleCode.ByteBits;
                    to[at] = (byte)(held >> heldBits);
                    at++;
                }

                before = sample;
                i++;
                m += folded - (m >> SampleCode.MeanShift);
                if (m < lower)
                {
                    if (k > 0)
                    {
                        k--;
                        lower >>= 1;
                    }
                }
                else if (m > lower + lower && k < SampleCode.LargestParameter)
                {
                    k++;
                    lower <<= 1;
                }
            }

            held &= (1 << heldBits) - 1;
            if (heldBits > 0)
            {
                to[at] = (byte)(held << (SampleCode.ByteBits - heldBits));
            }

            wholeBytes = at;
            pending = held;
            pendingBits = heldBits;
            previous = before;
            parameter = k;
            mean = m;
            sampleCount += i - from;
            return i - from;
        }
    }
}
