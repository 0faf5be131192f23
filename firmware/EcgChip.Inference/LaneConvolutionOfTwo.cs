namespace EcgChip.Inference
{
    /// <summary>
    /// As <see cref="LaneConvolution"/>, for the two input channels of a network's first layer: both stand in one row, and no products are saved,
    /// because there are too few to pay for the sums of taps.
    /// </summary>
    public static class LaneConvolutionOfTwo
    {
        /// <summary>Input channels.</summary>
        public const int InChannels = 2;

        /// <summary>Makes four output channels of two input channels; earlier contents of the accumulators do not matter.</summary>
        /// <param name="x">Row of the input channels.</param>
        /// <param name="weights">[output channel 4][input channel 2][tap 5].</param>
        /// <param name="y0">Accumulators of the first output channel, from the first position on.</param>
        /// <param name="y1">Accumulators of the second output channel.</param>
        /// <param name="y2">Accumulators of the third output channel.</param>
        /// <param name="y3">Accumulators of the fourth output channel.</param>
        /// <param name="from">First output position.</param>
        /// <param name="to">One behind the last output position; more than <paramref name="from"/>.</param>
        public static void Sweep(long[] x, sbyte[] weights, long[] y0, long[] y1, long[] y2, long[] y3, int from, int to)
        {
            long a00 = weights[0], a01 = weights[1], a02 = weights[2], a03 = weights[3], a04 = weights[4];
            long a10 = weights[5], a11 = weights[6], a12 = weights[7], a13 = weights[8], a14 = weights[9];
            long b00 = weights[10], b01 = weights[11], b02 = weights[12], b03 = weights[13], b04 = weights[14];
            long b10 = weights[15], b11 = weights[16], b12 = weights[17], b13 = weights[18], b14 = weights[19];
            long c00 = weights[20], c01 = weights[21], c02 = weights[22], c03 = weights[23], c04 = weights[24];
            long c10 = weights[25], c11 = weights[26], c12 = weights[27], c13 = weights[28], c14 = weights[29];
            long d00 = weights[30], d01 = weights[31], d02 = weights[32], d03 = weights[33], d04 = weights[34];
            long d10 = weights[35], d11 = weights[36], d12 = weights[37], d13 = weights[38], d14 = weights[39];

            const int Second = LanePacking.FieldBits;
            long empty = LaneConvolution.Empty, mask = LanePacking.FieldMask, lift = LanePacking.Lift;
            int i = from;
            long v = x[i];
            long p0 = (v & mask) - lift, q0 = ((v >> Second) & mask) - lift;
            v = x[i + 1];
            long p1 = (v & mask) - lift, q1 = ((v >> Second) & mask) - lift;
            v = x[i + 2];
            long p2 = (v & mask) - lift, q2 = ((v >> Second) & mask) - lift;
            v = x[i + 3];
            long p3 = (v & mask) - lift, q3 = ((v >> Second) & mask) - lift;
            long p4, q4;
            i += LaneConvolution.First;
            int m = 0, end = to - from;
            while (true)
            {
                v = x[i];
                p4 = (v & mask) - lift;
                q4 = ((v >> Second) & mask) - lift;
                y0[m] = empty + (a00 * p0) + (a01 * p1) + (a02 * p2) + (a03 * p3) + (a04 * p4)
                    + (a10 * q0) + (a11 * q1) + (a12 * q2) + (a13 * q3) + (a14 * q4);
                y1[m] = empty + (b00 * p0) + (b01 * p1) + (b02 * p2) + (b03 * p3) + (b04 * p4)
                    + (b10 * q0) + (b11 * q1) + (b12 * q2) + (b13 * q3) + (b14 * q4);
                y2[m] = empty + (c00 * p0) + (c01 * p1) + (c02 * p2) + (c03 * p3) + (c04 * p4)
                    + (c10 * q0) + (c11 * q1) + (c12 * q2) + (c13 * q3) + (c14 * q4);
                y3[m] = empty + (d00 * p0) + (d01 * p1) + (d02 * p2) + (d03 * p3) + (d04 * p4)
                    + (d10 * q0) + (d11 * q1) + (d12 * q2) + (d13 * q3) + (d14 * q4);
                if (++m == end)
                {
                    return;
                }

                i++;

                v = x[i];
                p0 = (v & mask) - lift;
                q0 = ((v >> Second) & mask) - lift;
                y0[m] = empty + (a00 * p1) + (a01 * p2) + (a02 * p3) + (a03 * p4) + (a04 * p0)
                    + (a10 * q1) + (a11 * q2) + (a12 * q3) + (a13 * q4) + (a14 * q0);
                y1[m] = empty + (b00 * p1) + (b01 * p2) + (b02 * p3) + (b03 * p4) + (b04 * p0)
                    + (b10 * q1) + (b11 * q2) + (b12 * q3) + (b13 * q4) + (b14 * q0);
                y2[m] = empty + (c00 * p1) + (c01 * p2) + (c02 * p3) + (c03 * p4) + (c04 * p0)
                    + (c10 * q1) + (c11 * q2) + (c12 * q3) + (c13 * q4) + (c14 * q0);
                y3[m] = empty + (d00 * p1) + (d01 * p2) + (d02 * p3) + (d03 * p4) + (d04 * p0)
                    + (d10 * q1) + (d11 * q2) + (d12 * q3) + (d13 * q4) + (d14 * q0);
                if (++m == end)
                {
                    return;
                }

                i++;

                v = x[i];
                p1 = (v & mask) - lift;
                q1 = ((v >> Second) & mask) - lift;
                y0[m] = empty + (a00 * p2) + (a01 * p3) + (a02 * p4) + (a03 * p0) + (a04 * p1)
                    + (a10 * q2) + (a11 * q3) + (a12 * q4) + (a13 * q0) + (a14 * q1);
                y1[m] = empty + (b00 * p2) + (b01 * p3) + (b02 * p4) + (b03 * p0) + (b04 * p1)
                    + (b10 * q2) + (b11 * q3) + (b12 * q4) + (b13 * q0) + (b14 * q1);
                y2[m] = empty + (c00 * p2) + (c01 * p3) + (c02 * p4) + (c03 * p0) + (c04 * p1)
                    + (c10 * q2) + (c11 * q3) + (c12 * q4) + (c13 * q0) + (c14 * q1);
                y3[m] = empty + (d00 * p2) + (d01 * p3) + (d02 * p4) + (d03 * p0) + (d04 * p1)
                    + (d10 * q2) + (d11 * q3) + (d12 * q4) + (d13 * q0) + (d14 * q1);
                if (++m == end)
                {
                    return;
                }

                i++;

                v = x[i];
                p2 = (v & mask) - lift;
                q2 = ((v >> Second) & mask) - lift;
                y0[m] = empty + (a00 * p3) + (a01 * p4) + (a02 * p0) + (a03 * p1) + (a04 * p2)
                    + (a10 * q3) + (a11 * q4) + (a12 * q0) + (a13 * q1) + (a14 * q2);
                y1[m] = empty + (b00 * p3) + (b01 * p4) + (b02 * p0) + (b03 * p1) + (b04 * p2)
                    + (b10 * q3) + (b11 * q4) + (b12 * q0) + (b13 * q1) + (b14 * q2);
                y2[m] = empty + (c00 * p3) + (c01 * p4) + (c02 * p0) + (c03 * p1) + (c04 * p2)
                    + (c10 * q3) + (c11 * q4) + (c12 * q0) + (c13 * q1) + (c14 * q2);
                y3[m] = empty + (d00 * p3) + (d01 * p4) + (d02 * p0) + (d03 * p1) + (d04 * p2)
                    + (d10 * q3) + (d11 * q4) + (d12 * q0) + (d13 * q1) + (d14 * q2);
                if (++m == end)
                {
                    return;
                }

                i++;

                v = x[i];
                p3 = (v & mask) - lift;
                q3 = ((v >> Second) & mask) - lift;
                y0[m] = empty + (a00 * p4) + (a01 * p0) + (a02 * p1) + (a03 * p2) + (a04 * p3)
                    + (a10 * q4) + (a11 * q0) + (a12 * q1) + (a13 * q2) + (a14 * q3);
                y1[m] = empty + (b00 * p4) + (b01 * p0) + (b02 * p1) + (b03 * p2) + (b04 * p3)
                    + (b10 * q4) + (b11 * q0) + (b12 * q1) + (b13 * q2) + (b14 * q3);
                y2[m] = empty + (c00 * p4) + (c01 * p0) + (c02 * p1) + (c03 * p2) + (c04 * p3)
                    + (c10 * q4) + (c11 * q0) + (c12 * q1) + (c13 * q2) + (c14 * q3);
                y3[m] = empty + (d00 * p4) + (d01 * p0) + (d02 * p1) + (d03 * p2) + (d04 * p3)
                    + (d10 * q4) + (d11 * q0) + (d12 * q1) + (d13 * q2) + (d14 * q3);
                if (++m == end)
                {
                    return;
                }

                i++;
            }
        }
    }
}
