namespace EcgChip.Inference
{
    /// <summary>
    /// Convolution with five taps on packed activations (<see cref="LanePacking"/>): one multiplication does three positions. What
    /// <see cref="PlainKernels.Convolution"/> says plainly, written for an interpreter that charges for every IL instruction.
    /// <para>
    /// Accumulators: output position i of a third stands at index i + 4, where the newest of the five values that it needs stands, so
    /// that one index serves both. Each lane carries 2^20 on top of its sum (<see cref="Empty"/>): as <see cref="LaneBound"/> holds,
    /// no lane is ever negative, none borrows from the next, and lanes come apart with a shift and a mask.
    /// </para>
    /// <para>
    /// Five values of each channel sit in locals; a new one overwrites the oldest, and the code is written out five times with the
    /// roles rotated, so that none ever moves. No index is computed: the loop is left in the middle when the end is reached.
    /// </para>
    /// </summary>
    public static class LaneConvolution
    {
        /// <summary>Taps of the convolution.</summary>
        public const int Taps = 5;

        /// <summary>Input channels that a sweep adds up.</summary>
        public const int InChannels = 4;

        /// <summary>Output channels that a sweep makes.</summary>
        public const int OutChannels = 2;

        /// <summary>Weights of a sweep.</summary>
        public const int Weights = OutChannels * InChannels * Taps;

        /// <summary>Weights of a sweep over a single input channel.</summary>
        public const int WeightsOfOne = OutChannels * Taps;

        /// <summary>Where the accumulator of output position 0 stands.</summary>
        public const int First = Taps - 1;

        /// <summary>An accumulator before anything is added: 2^20 in each lane.</summary>
        public const long Empty = (1L << 20) + (1L << 41) + (1L << 62);

        /// <summary>Adds four input channels' share to two output channels, at some output positions of the thirds.</summary>
        /// <param name="x0">First input channel, packed.</param>
        /// <param name="x1">Second input channel, packed.</param>
        /// <param name="x2">Third input channel, packed.</param>
        /// <param name="x3">Fourth input channel, packed.</param>
        /// <param name="weights">[output channel 2][input channel 4][tap 5].</param>
        /// <param name="y0">Accumulators of the first output channel.</param>
        /// <param name="y1">Accumulators of the second output channel.</param>
        /// <param name="from">First output position.</param>
        /// <param name="to">One behind the last output position; more than <paramref name="from"/>.</param>
        public static void Sweep(
            long[] x0, long[] x1, long[] x2, long[] x3, sbyte[] weights, long[] y0, long[] y1, int from, int to)
        {
            // a, b: weights of the first and second output channel; the digits are input channel and tap
            long a00 = weights[0], a01 = weights[1], a02 = weights[2], a03 = weights[3], a04 = weights[4];
            long a10 = weights[5], a11 = weights[6], a12 = weights[7], a13 = weights[8], a14 = weights[9];
            long a20 = weights[10], a21 = weights[11], a22 = weights[12], a23 = weights[13], a24 = weights[14];
            long a30 = weights[15], a31 = weights[16], a32 = weights[17], a33 = weights[18], a34 = weights[19];
            long b00 = weights[20], b01 = weights[21], b02 = weights[22], b03 = weights[23], b04 = weights[24];
            long b10 = weights[25], b11 = weights[26], b12 = weights[27], b13 = weights[28], b14 = weights[29];
            long b20 = weights[30], b21 = weights[31], b22 = weights[32], b23 = weights[33], b24 = weights[34];
            long b30 = weights[35], b31 = weights[36], b32 = weights[37], b33 = weights[38], b34 = weights[39];

            int i = from;
            long p0 = x0[i], q0 = x1[i], r0 = x2[i], s0 = x3[i];
            i++;
            long p1 = x0[i], q1 = x1[i], r1 = x2[i], s1 = x3[i];
            i++;
            long p2 = x0[i], q2 = x1[i], r2 = x2[i], s2 = x3[i];
            i++;
            long p3 = x0[i], q3 = x1[i], r3 = x2[i], s3 = x3[i];
            i++;
            long p4, q4, r4, s4;
            int end = to + First;
            while (true)
            {
                p4 = x0[i]; q4 = x1[i]; r4 = x2[i]; s4 = x3[i];
                y0[i] = y0[i]
                    + (a00 * p0) + (a01 * p1) + (a02 * p2) + (a03 * p3) + (a04 * p4)
                    + (a10 * q0) + (a11 * q1) + (a12 * q2) + (a13 * q3) + (a14 * q4)
                    + (a20 * r0) + (a21 * r1) + (a22 * r2) + (a23 * r3) + (a24 * r4)
                    + (a30 * s0) + (a31 * s1) + (a32 * s2) + (a33 * s3) + (a34 * s4);
                y1[i] = y1[i]
                    + (b00 * p0) + (b01 * p1) + (b02 * p2) + (b03 * p3) + (b04 * p4)
                    + (b10 * q0) + (b11 * q1) + (b12 * q2) + (b13 * q3) + (b14 * q4)
                    + (b20 * r0) + (b21 * r1) + (b22 * r2) + (b23 * r3) + (b24 * r4)
                    + (b30 * s0) + (b31 * s1) + (b32 * s2) + (b33 * s3) + (b34 * s4);
                if (++i == end)
                {
                    return;
                }

                p0 = x0[i]; q0 = x1[i]; r0 = x2[i]; s0 = x3[i];
                y0[i] = y0[i]
                    + (a00 * p1) + (a01 * p2) + (a02 * p3) + (a03 * p4) + (a04 * p0)
                    + (a10 * q1) + (a11 * q2) + (a12 * q3) + (a13 * q4) + (a14 * q0)
                    + (a20 * r1) + (a21 * r2) + (a22 * r3) + (a23 * r4) + (a24 * r0)
                    + (a30 * s1) + (a31 * s2) + (a32 * s3) + (a33 * s4) + (a34 * s0);
                y1[i] = y1[i]
                    + (b00 * p1) + (b01 * p2) + (b02 * p3) + (b03 * p4) + (b04 * p0)
                    + (b10 * q1) + (b11 * q2) + (b12 * q3) + (b13 * q4) + (b14 * q0)
                    + (b20 * r1) + (b21 * r2) + (b22 * r3) + (b23 * r4) + (b24 * r0)
                    + (b30 * s1) + (b31 * s2) + (b32 * s3) + (b33 * s4) + (b34 * s0);
                if (++i == end)
                {
                    return;
                }

                p1 = x0[i]; q1 = x1[i]; r1 = x2[i]; s1 = x3[i];
                y0[i] = y0[i]
                    + (a00 * p2) + (a01 * p3) + (a02 * p4) + (a03 * p0) + (a04 * p1)
                    + (a10 * q2) + (a11 * q3) + (a12 * q4) + (a13 * q0) + (a14 * q1)
                    + (a20 * r2) + (a21 * r3) + (a22 * r4) + (a23 * r0) + (a24 * r1)
                    + (a30 * s2) + (a31 * s3) + (a32 * s4) + (a33 * s0) + (a34 * s1);
                y1[i] = y1[i]
                    + (b00 * p2) + (b01 * p3) + (b02 * p4) + (b03 * p0) + (b04 * p1)
                    + (b10 * q2) + (b11 * q3) + (b12 * q4) + (b13 * q0) + (b14 * q1)
                    + (b20 * r2) + (b21 * r3) + (b22 * r4) + (b23 * r0) + (b24 * r1)
                    + (b30 * s2) + (b31 * s3) + (b32 * s4) + (b33 * s0) + (b34 * s1);
                if (++i == end)
                {
                    return;
                }

                p2 = x0[i]; q2 = x1[i]; r2 = x2[i]; s2 = x3[i];
                y0[i] = y0[i]
                    + (a00 * p3) + (a01 * p4) + (a02 * p0) + (a03 * p1) + (a04 * p2)
                    + (a10 * q3) + (a11 * q4) + (a12 * q0) + (a13 * q1) + (a14 * q2)
                    + (a20 * r3) + (a21 * r4) + (a22 * r0) + (a23 * r1) + (a24 * r2)
                    + (a30 * s3) + (a31 * s4) + (a32 * s0) + (a33 * s1) + (a34 * s2);
                y1[i] = y1[i]
                    + (b00 * p3) + (b01 * p4) + (b02 * p0) + (b03 * p1) + (b04 * p2)
                    + (b10 * q3) + (b11 * q4) + (b12 * q0) + (b13 * q1) + (b14 * q2)
                    + (b20 * r3) + (b21 * r4) + (b22 * r0) + (b23 * r1) + (b24 * r2)
                    + (b30 * s3) + (b31 * s4) + (b32 * s0) + (b33 * s1) + (b34 * s2);
                if (++i == end)
                {
                    return;
                }

                p3 = x0[i]; q3 = x1[i]; r3 = x2[i]; s3 = x3[i];
                y0[i] = y0[i]
                    + (a00 * p4) + (a01 * p0) + (a02 * p1) + (a03 * p2) + (a04 * p3)
                    + (a10 * q4) + (a11 * q0) + (a12 * q1) + (a13 * q2) + (a14 * q3)
                    + (a20 * r4) + (a21 * r0) + (a22 * r1) + (a23 * r2) + (a24 * r3)
                    + (a30 * s4) + (a31 * s0) + (a32 * s1) + (a33 * s2) + (a34 * s3);
                y1[i] = y1[i]
                    + (b00 * p4) + (b01 * p0) + (b02 * p1) + (b03 * p2) + (b04 * p3)
                    + (b10 * q4) + (b11 * q0) + (b12 * q1) + (b13 * q2) + (b14 * q3)
                    + (b20 * r4) + (b21 * r0) + (b22 * r1) + (b23 * r2) + (b24 * r3)
                    + (b30 * s4) + (b31 * s0) + (b32 * s1) + (b33 * s2) + (b34 * s3);
                if (++i == end)
                {
                    return;
                }
            }
        }

        /// <summary>Makes two output channels of a single input channel; earlier contents of the accumulators do not matter.</summary>
        /// <param name="x">The input channel, packed.</param>
        /// <param name="weights">[output channel 2][tap 5].</param>
        /// <param name="y0">Accumulators of the first output channel.</param>
        /// <param name="y1">Accumulators of the second output channel.</param>
        /// <param name="from">First output position.</param>
        /// <param name="to">One behind the last output position; more than <paramref name="from"/>.</param>
        public static void SweepOne(long[] x, sbyte[] weights, long[] y0, long[] y1, int from, int to)
        {
            long a0 = weights[0], a1 = weights[1], a2 = weights[2], a3 = weights[3], a4 = weights[4];
            long b0 = weights[5], b1 = weights[6], b2 = weights[7], b3 = weights[8], b4 = weights[9];

            int i = from;
            long p0 = x[i], p1 = x[i + 1], p2 = x[i + 2], p3 = x[i + 3], p4;
            i += First;
            int end = to + First;
            while (true)
            {
                p4 = x[i];
                y0[i] = Empty + (a0 * p0) + (a1 * p1) + (a2 * p2) + (a3 * p3) + (a4 * p4);
                y1[i] = Empty + (b0 * p0) + (b1 * p1) + (b2 * p2) + (b3 * p3) + (b4 * p4);
                if (++i == end)
                {
                    return;
                }

                p0 = x[i];
                y0[i] = Empty + (a0 * p1) + (a1 * p2) + (a2 * p3) + (a3 * p4) + (a4 * p0);
                y1[i] = Empty + (b0 * p1) + (b1 * p2) + (b2 * p3) + (b3 * p4) + (b4 * p0);
                if (++i == end)
                {
                    return;
                }

                p1 = x[i];
                y0[i] = Empty + (a0 * p2) + (a1 * p3) + (a2 * p4) + (a3 * p0) + (a4 * p1);
                y1[i] = Empty + (b0 * p2) + (b1 * p3) + (b2 * p4) + (b3 * p0) + (b4 * p1);
                if (++i == end)
                {
                    return;
                }

                p2 = x[i];
                y0[i] = Empty + (a0 * p3) + (a1 * p4) + (a2 * p0) + (a3 * p1) + (a4 * p2);
                y1[i] = Empty + (b0 * p3) + (b1 * p4) + (b2 * p0) + (b3 * p1) + (b4 * p2);
                if (++i == end)
                {
                    return;
                }

                p3 = x[i];
                y0[i] = Empty + (a0 * p4) + (a1 * p0) + (a2 * p1) + (a3 * p2) + (a4 * p3);
                y1[i] = Empty + (b0 * p4) + (b1 * p0) + (b2 * p1) + (b3 * p2) + (b4 * p3);
                if (++i == end)
                {
                    return;
                }
            }
        }
    }
}
