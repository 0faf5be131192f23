namespace EcgChip.Inference
{
    /// <summary>
    /// Convolution with five taps on packed activations (<see cref="LanePacking"/>): one multiplication does three positions. What
    /// <see cref="PlainKernels.Convolution"/> says plainly, written for an interpreter that charges for every IL instruction.
    /// <para>
    /// Two channels share a row and come apart with a shift and a mask, four loads for every output channel's forty products. Accumulators
    /// hold a run of positions. Each lane carries 2^20 on top of its sum (<see cref="Empty"/>): as <see cref="LaneBound"/> holds,
    /// no lane is ever negative, none borrows from the next, and lanes come apart with a shift and a mask.
    /// </para>
    /// <para>
    /// Two positions at a time take eight multiplications in place of ten (fast FIR algorithm of length two; Blahut 2010, Fast Algorithms
    /// for Signal Processing, section 5.4). With the values of even and odd index e and o, the taps h0 to h4, and all sums over the taps'
    /// pairs: common = (h0 + h1, h2 + h3, h4) o; even = common + (h0, h2, h4) (e - o); odd = common + (h1, h3) (next e - o).
    /// Sums wrap around in 64 bits and come out right in the end, whatever lies between.
    /// </para>
    /// <para>
    /// Odd values and differences sit in locals, three of each a channel; a new one overwrites the oldest, and the code is written out
    /// three times with the roles rotated, so that none ever moves. The loop is left in the middle when the end is reached.
    /// </para>
    /// </summary>
    public static class LaneConvolution
    {
        /// <summary>Taps of the convolution.</summary>
        public const int Taps = 5;

        /// <summary>Input channels that a sweep adds up.</summary>
        public const int InChannels = 4;

        /// <summary>Output channels that a sweep makes.</summary>
        public const int OutChannels = 4;

        /// <summary>Output positions that are made at once.</summary>
        public const int Positions = 2;

        /// <summary>Weights of a sweep.</summary>
        public const int Weights = OutChannels * InChannels * Taps;

        /// <summary>Packed values from the oldest to the newest of those that an output position needs.</summary>
        public const int First = Taps - 1;

        /// <summary>An accumulator before anything is added: 2^20 in each lane.</summary>
        public const long Empty = LaneBound.Limit * LanePacking.One;

        /// <summary>
        /// Adds four input channels' share to four output channels, at some output positions of the thirds. Where they are odd in number,
        /// the accumulator behind the last changes, too.
        /// </summary>
        /// <param name="x0">Row of the first input channel.</param>
        /// <param name="f0">Where in the row's lanes the first input channel begins (<see cref="LanePacking.Field"/>).</param>
        /// <param name="x1">Row of the second input channel.</param>
        /// <param name="f1">Its field.</param>
        /// <param name="x2">Row of the third input channel.</param>
        /// <param name="f2">Its field.</param>
        /// <param name="x3">Row of the fourth input channel.</param>
        /// <param name="f3">Its field.</param>
        /// <param name="weights">[output channel][input channel][tap 5].</param>
        /// <param name="at0">Where the first output channel's weights for the first input channel begin.</param>
        /// <param name="at1">The same for the second input channel.</param>
        /// <param name="at2">The same for the third input channel.</param>
        /// <param name="at3">The same for the fourth input channel.</param>
        /// <param name="perOut">Weights from one output channel to the next.</param>
        /// <param name="y0">Accumulators of the first output channel, from the first position on.</param>
        /// <param name="y1">Accumulators of the second output channel.</param>
        /// <param name="y2">Accumulators of the third output channel.</param>
        /// <param name="y3">Accumulators of the fourth output channel.</param>
        /// <param name="from">First output position.</param>
        /// <param name="to">One behind the last output position; more than <paramref name="from"/>.</param>
        public static void Sweep(
            long[] x0, int f0, long[] x1, int f1, long[] x2, int f2, long[] x3, int f3,
            sbyte[] weights, int at0, int at1, int at2, int at3, int perOut,
            long[] y0, long[] y1, long[] y2, long[] y3, int from, int to)
        {
            // a to d: weights of the output channels; the digits are input channel and tap, s and t the sums of the taps 0 and 1, 2 and 3
            // p to s: values of the input channels with an odd index; d: that before it less it, f: that behind it less it
            long a00 = weights[at0], a01 = weights[at0 + 1], a02 = weights[at0 + 2], a03 = weights[at0 + 3], a04 = weights[at0 + 4];
            long a0s = a00 + a01, a0t = a02 + a03;
            at0 += perOut;
            long a10 = weights[at1], a11 = weights[at1 + 1], a12 = weights[at1 + 2], a13 = weights[at1 + 3], a14 = weights[at1 + 4];
            long a1s = a10 + a11, a1t = a12 + a13;
            at1 += perOut;
            long a20 = weights[at2], a21 = weights[at2 + 1], a22 = weights[at2 + 2], a23 = weights[at2 + 3], a24 = weights[at2 + 4];
            long a2s = a20 + a21, a2t = a22 + a23;
            at2 += perOut;
            long a30 = weights[at3], a31 = weights[at3 + 1], a32 = weights[at3 + 2], a33 = weights[at3 + 3], a34 = weights[at3 + 4];
            long a3s = a30 + a31, a3t = a32 + a33;
            at3 += perOut;
            long b00 = weights[at0], b01 = weights[at0 + 1], b02 = weights[at0 + 2], b03 = weights[at0 + 3], b04 = weights[at0 + 4];
            long b0s = b00 + b01, b0t = b02 + b03;
            at0 += perOut;
            long b10 = weights[at1], b11 = weights[at1 + 1], b12 = weights[at1 + 2], b13 = weights[at1 + 3], b14 = weights[at1 + 4];
            long b1s = b10 + b11, b1t = b12 + b13;
            at1 += perOut;
            long b20 = weights[at2], b21 = weights[at2 + 1], b22 = weights[at2 + 2], b23 = weights[at2 + 3], b24 = weights[at2 + 4];
            long b2s = b20 + b21, b2t = b22 + b23;
            at2 += perOut;
            long b30 = weights[at3], b31 = weights[at3 + 1], b32 = weights[at3 + 2], b33 = weights[at3 + 3], b34 = weights[at3 + 4];
            long b3s = b30 + b31, b3t = b32 + b33;
            at3 += perOut;
            long c00 = weights[at0], c01 = weights[at0 + 1], c02 = weights[at0 + 2], c03 = weights[at0 + 3], c04 = weights[at0 + 4];
            long c0s = c00 + c01, c0t = c02 + c03;
            at0 += perOut;
            long c10 = weights[at1], c11 = weights[at1 + 1], c12 = weights[at1 + 2], c13 = weights[at1 + 3], c14 = weights[at1 + 4];
            long c1s = c10 + c11, c1t = c12 + c13;
            at1 += perOut;
            long c20 = weights[at2], c21 = weights[at2 + 1], c22 = weights[at2 + 2], c23 = weights[at2 + 3], c24 = weights[at2 + 4];
            long c2s = c20 + c21, c2t = c22 + c23;
            at2 += perOut;
            long c30 = weights[at3], c31 = weights[at3 + 1], c32 = weights[at3 + 2], c33 = weights[at3 + 3], c34 = weights[at3 + 4];
            long c3s = c30 + c31, c3t = c32 + c33;
            at3 += perOut;
            long d00 = weights[at0], d01 = weights[at0 + 1], d02 = weights[at0 + 2], d03 = weights[at0 + 3], d04 = weights[at0 + 4];
            long d0s = d00 + d01, d0t = d02 + d03;
            long d10 = weights[at1], d11 = weights[at1 + 1], d12 = weights[at1 + 2], d13 = weights[at1 + 3], d14 = weights[at1 + 4];
            long d1s = d10 + d11, d1t = d12 + d13;
            long d20 = weights[at2], d21 = weights[at2 + 1], d22 = weights[at2 + 2], d23 = weights[at2 + 3], d24 = weights[at2 + 4];
            long d2s = d20 + d21, d2t = d22 + d23;
            long d30 = weights[at3], d31 = weights[at3 + 1], d32 = weights[at3 + 2], d33 = weights[at3 + 3], d34 = weights[at3 + 4];
            long d3s = d30 + d31, d3t = d32 + d33;

            long mask = LanePacking.FieldMask, lift = LanePacking.Lift;
            int i = from, k = from + 1;
            long pe = ((x0[i] >> f0) & mask) - lift;
            long p0 = ((x0[k] >> f0) & mask) - lift, pd0 = pe - p0;
            long qe = ((x1[i] >> f1) & mask) - lift;
            long q0 = ((x1[k] >> f1) & mask) - lift, qd0 = qe - q0;
            long re = ((x2[i] >> f2) & mask) - lift;
            long r0 = ((x2[k] >> f2) & mask) - lift, rd0 = re - r0;
            long se = ((x3[i] >> f3) & mask) - lift;
            long s0 = ((x3[k] >> f3) & mask) - lift, sd0 = se - s0;
            i += 2;
            k += 2;
            pe = ((x0[i] >> f0) & mask) - lift;
            long p1 = ((x0[k] >> f0) & mask) - lift, pd1 = pe - p1, pf0 = pe - p0;
            qe = ((x1[i] >> f1) & mask) - lift;
            long q1 = ((x1[k] >> f1) & mask) - lift, qd1 = qe - q1, qf0 = qe - q0;
            re = ((x2[i] >> f2) & mask) - lift;
            long r1 = ((x2[k] >> f2) & mask) - lift, rd1 = re - r1, rf0 = re - r0;
            se = ((x3[i] >> f3) & mask) - lift;
            long s1 = ((x3[k] >> f3) & mask) - lift, sd1 = se - s1, sf0 = se - s0;
            i += 2;
            k += 2;
            int m = 0, n = 1, end = to - from;
            long p2, pd2, pf1, pf2, q2, qd2, qf1, qf2, r2, rd2, rf1, rf2, s2, sd2, sf1, sf2, common;
            while (true)
            {
                pe = ((x0[i] >> f0) & mask) - lift;
                p2 = ((x0[k] >> f0) & mask) - lift; pd2 = pe - p2; pf1 = pe - p1;
                qe = ((x1[i] >> f1) & mask) - lift;
                q2 = ((x1[k] >> f1) & mask) - lift; qd2 = qe - q2; qf1 = qe - q1;
                re = ((x2[i] >> f2) & mask) - lift;
                r2 = ((x2[k] >> f2) & mask) - lift; rd2 = re - r2; rf1 = re - r1;
                se = ((x3[i] >> f3) & mask) - lift;
                s2 = ((x3[k] >> f3) & mask) - lift; sd2 = se - s2; sf1 = se - s1;
                common = (a0s * p0) + (a0t * p1) + (a04 * p2) + (a1s * q0) + (a1t * q1) + (a14 * q2) + (a2s * r0) + (a2t * r1)
                    + (a24 * r2) + (a3s * s0) + (a3t * s1) + (a34 * s2);
                y0[m] = y0[m] + common + (a00 * pd0) + (a02 * pd1) + (a04 * pd2) + (a10 * qd0) + (a12 * qd1) + (a14 * qd2) + (a20 * rd0)
                    + (a22 * rd1) + (a24 * rd2) + (a30 * sd0) + (a32 * sd1) + (a34 * sd2);
                y0[n] = y0[n] + common + (a01 * pf0) + (a03 * pf1) + (a11 * qf0) + (a13 * qf1) + (a21 * rf0) + (a23 * rf1) + (a31 * sf0)
                    + (a33 * sf1);
                common = (b0s * p0) + (b0t * p1) + (b04 * p2) + (b1s * q0) + (b1t * q1) + (b14 * q2) + (b2s * r0) + (b2t * r1)
                    + (b24 * r2) + (b3s * s0) + (b3t * s1) + (b34 * s2);
                y1[m] = y1[m] + common + (b00 * pd0) + (b02 * pd1) + (b04 * pd2) + (b10 * qd0) + (b12 * qd1) + (b14 * qd2) + (b20 * rd0)
                    + (b22 * rd1) + (b24 * rd2) + (b30 * sd0) + (b32 * sd1) + (b34 * sd2);
                y1[n] = y1[n] + common + (b01 * pf0) + (b03 * pf1) + (b11 * qf0) + (b13 * qf1) + (b21 * rf0) + (b23 * rf1) + (b31 * sf0)
                    + (b33 * sf1);
                common = (c0s * p0) + (c0t * p1) + (c04 * p2) + (c1s * q0) + (c1t * q1) + (c14 * q2) + (c2s * r0) + (c2t * r1)
                    + (c24 * r2) + (c3s * s0) + (c3t * s1) + (c34 * s2);
                y2[m] = y2[m] + common + (c00 * pd0) + (c02 * pd1) + (c04 * pd2) + (c10 * qd0) + (c12 * qd1) + (c14 * qd2) + (c20 * rd0)
                    + (c22 * rd1) + (c24 * rd2) + (c30 * sd0) + (c32 * sd1) + (c34 * sd2);
                y2[n] = y2[n] + common + (c01 * pf0) + (c03 * pf1) + (c11 * qf0) + (c13 * qf1) + (c21 * rf0) + (c23 * rf1) + (c31 * sf0)
                    + (c33 * sf1);
                common = (d0s * p0) + (d0t * p1) + (d04 * p2) + (d1s * q0) + (d1t * q1) + (d14 * q2) + (d2s * r0) + (d2t * r1)
                    + (d24 * r2) + (d3s * s0) + (d3t * s1) + (d34 * s2);
                y3[m] = y3[m] + common + (d00 * pd0) + (d02 * pd1) + (d04 * pd2) + (d10 * qd0) + (d12 * qd1) + (d14 * qd2) + (d20 * rd0)
                    + (d22 * rd1) + (d24 * rd2) + (d30 * sd0) + (d32 * sd1) + (d34 * sd2);
                y3[n] = y3[n] + common + (d01 * pf0) + (d03 * pf1) + (d11 * qf0) + (d13 * qf1) + (d21 * rf0) + (d23 * rf1) + (d31 * sf0)
                    + (d33 * sf1);
                m += 2;
                if (m >= end)
                {
                    return;
                }

                n += 2;
                i += 2;
                k += 2;

                pe = ((x0[i] >> f0) & mask) - lift;
                p0 = ((x0[k] >> f0) & mask) - lift; pd0 = pe - p0; pf2 = pe - p2;
                qe = ((x1[i] >> f1) & mask) - lift;
                q0 = ((x1[k] >> f1) & mask) - lift; qd0 = qe - q0; qf2 = qe - q2;
                re = ((x2[i] >> f2) & mask) - lift;
                r0 = ((x2[k] >> f2) & mask) - lift; rd0 = re - r0; rf2 = re - r2;
                se = ((x3[i] >> f3) & mask) - lift;
                s0 = ((x3[k] >> f3) & mask) - lift; sd0 = se - s0; sf2 = se - s2;
                common = (a0s * p1) + (a0t * p2) + (a04 * p0) + (a1s * q1) + (a1t * q2) + (a14 * q0) + (a2s * r1) + (a2t * r2)
                    + (a24 * r0) + (a3s * s1) + (a3t * s2) + (a34 * s0);
                y0[m] = y0[m] + common + (a00 * pd1) + (a02 * pd2) + (a04 * pd0) + (a10 * qd1) + (a12 * qd2) + (a14 * qd0) + (a20 * rd1)
                    + (a22 * rd2) + (a24 * rd0) + (a30 * sd1) + (a32 * sd2) + (a34 * sd0);
                y0[n] = y0[n] + common + (a01 * pf1) + (a03 * pf2) + (a11 * qf1) + (a13 * qf2) + (a21 * rf1) + (a23 * rf2) + (a31 * sf1)
                    + (a33 * sf2);
                common = (b0s * p1) + (b0t * p2) + (b04 * p0) + (b1s * q1) + (b1t * q2) + (b14 * q0) + (b2s * r1) + (b2t * r2)
                    + (b24 * r0) + (b3s * s1) + (b3t * s2) + (b34 * s0);
                y1[m] = y1[m] + common + (b00 * pd1) + (b02 * pd2) + (b04 * pd0) + (b10 * qd1) + (b12 * qd2) + (b14 * qd0) + (b20 * rd1)
                    + (b22 * rd2) + (b24 * rd0) + (b30 * sd1) + (b32 * sd2) + (b34 * sd0);
                y1[n] = y1[n] + common + (b01 * pf1) + (b03 * pf2) + (b11 * qf1) + (b13 * qf2) + (b21 * rf1) + (b23 * rf2) + (b31 * sf1)
                    + (b33 * sf2);
                common = (c0s * p1) + (c0t * p2) + (c04 * p0) + (c1s * q1) + (c1t * q2) + (c14 * q0) + (c2s * r1) + (c2t * r2)
                    + (c24 * r0) + (c3s * s1) + (c3t * s2) + (c34 * s0);
                y2[m] = y2[m] + common + (c00 * pd1) + (c02 * pd2) + (c04 * pd0) + (c10 * qd1) + (c12 * qd2) + (c14 * qd0) + (c20 * rd1)
                    + (c22 * rd2) + (c24 * rd0) + (c30 * sd1) + (c32 * sd2) + (c34 * sd0);
                y2[n] = y2[n] + common + (c01 * pf1) + (c03 * pf2) + (c11 * qf1) + (c13 * qf2) + (c21 * rf1) + (c23 * rf2) + (c31 * sf1)
                    + (c33 * sf2);
                common = (d0s * p1) + (d0t * p2) + (d04 * p0) + (d1s * q1) + (d1t * q2) + (d14 * q0) + (d2s * r1) + (d2t * r2)
                    + (d24 * r0) + (d3s * s1) + (d3t * s2) + (d34 * s0);
                y3[m] = y3[m] + common + (d00 * pd1) + (d02 * pd2) + (d04 * pd0) + (d10 * qd1) + (d12 * qd2) + (d14 * qd0) + (d20 * rd1)
                    + (d22 * rd2) + (d24 * rd0) + (d30 * sd1) + (d32 * sd2) + (d34 * sd0);
                y3[n] = y3[n] + common + (d01 * pf1) + (d03 * pf2) + (d11 * qf1) + (d13 * qf2) + (d21 * rf1) + (d23 * rf2) + (d31 * sf1)
                    + (d33 * sf2);
                m += 2;
                if (m >= end)
                {
                    return;
                }

                n += 2;
                i += 2;
                k += 2;

                pe = ((x0[i] >> f0) & mask) - lift;
                p1 = ((x0[k] >> f0) & mask) - lift; pd1 = pe - p1; pf0 = pe - p0;
                qe = ((x1[i] >> f1) & mask) - lift;
                q1 = ((x1[k] >> f1) & mask) - lift; qd1 = qe - q1; qf0 = qe - q0;
                re = ((x2[i] >> f2) & mask) - lift;
                r1 = ((x2[k] >> f2) & mask) - lift; rd1 = re - r1; rf0 = re - r0;
                se = ((x3[i] >> f3) & mask) - lift;
                s1 = ((x3[k] >> f3) & mask) - lift; sd1 = se - s1; sf0 = se - s0;
                common = (a0s * p2) + (a0t * p0) + (a04 * p1) + (a1s * q2) + (a1t * q0) + (a14 * q1) + (a2s * r2) + (a2t * r0)
                    + (a24 * r1) + (a3s * s2) + (a3t * s0) + (a34 * s1);
                y0[m] = y0[m] + common + (a00 * pd2) + (a02 * pd0) + (a04 * pd1) + (a10 * qd2) + (a12 * qd0) + (a14 * qd1) + (a20 * rd2)
                    + (a22 * rd0) + (a24 * rd1) + (a30 * sd2) + (a32 * sd0) + (a34 * sd1);
                y0[n] = y0[n] + common + (a01 * pf2) + (a03 * pf0) + (a11 * qf2) + (a13 * qf0) + (a21 * rf2) + (a23 * rf0) + (a31 * sf2)
                    + (a33 * sf0);
                common = (b0s * p2) + (b0t * p0) + (b04 * p1) + (b1s * q2) + (b1t * q0) + (b14 * q1) + (b2s * r2) + (b2t * r0)
                    + (b24 * r1) + (b3s * s2) + (b3t * s0) + (b34 * s1);
                y1[m] = y1[m] + common + (b00 * pd2) + (b02 * pd0) + (b04 * pd1) + (b10 * qd2) + (b12 * qd0) + (b14 * qd1) + (b20 * rd2)
                    + (b22 * rd0) + (b24 * rd1) + (b30 * sd2) + (b32 * sd0) + (b34 * sd1);
                y1[n] = y1[n] + common + (b01 * pf2) + (b03 * pf0) + (b11 * qf2) + (b13 * qf0) + (b21 * rf2) + (b23 * rf0) + (b31 * sf2)
                    + (b33 * sf0);
                common = (c0s * p2) + (c0t * p0) + (c04 * p1) + (c1s * q2) + (c1t * q0) + (c14 * q1) + (c2s * r2) + (c2t * r0)
                    + (c24 * r1) + (c3s * s2) + (c3t * s0) + (c34 * s1);
                y2[m] = y2[m] + common + (c00 * pd2) + (c02 * pd0) + (c04 * pd1) + (c10 * qd2) + (c12 * qd0) + (c14 * qd1) + (c20 * rd2)
                    + (c22 * rd0) + (c24 * rd1) + (c30 * sd2) + (c32 * sd0) + (c34 * sd1);
                y2[n] = y2[n] + common + (c01 * pf2) + (c03 * pf0) + (c11 * qf2) + (c13 * qf0) + (c21 * rf2) + (c23 * rf0) + (c31 * sf2)
                    + (c33 * sf0);
                common = (d0s * p2) + (d0t * p0) + (d04 * p1) + (d1s * q2) + (d1t * q0) + (d14 * q1) + (d2s * r2) + (d2t * r0)
                    + (d24 * r1) + (d3s * s2) + (d3t * s0) + (d34 * s1);
                y3[m] = y3[m] + common + (d00 * pd2) + (d02 * pd0) + (d04 * pd1) + (d10 * qd2) + (d12 * qd0) + (d14 * qd1) + (d20 * rd2)
                    + (d22 * rd0) + (d24 * rd1) + (d30 * sd2) + (d32 * sd0) + (d34 * sd1);
                y3[n] = y3[n] + common + (d01 * pf2) + (d03 * pf0) + (d11 * qf2) + (d13 * qf0) + (d21 * rf2) + (d23 * rf0) + (d31 * sf2)
                    + (d33 * sf0);
                m += 2;
                if (m >= end)
                {
                    return;
                }

                n += 2;
                i += 2;
                k += 2;
            }
        }

        /// <summary>Makes four output channels of a single input channel; earlier contents of the accumulators do not matter.</summary>
        /// <param name="x">Row of the input channel, which is the row's first.</param>
        /// <param name="weights">[output channel 4][tap 5].</param>
        /// <param name="y0">Accumulators of the first output channel, from the first position on.</param>
        /// <param name="y1">Accumulators of the second output channel.</param>
        /// <param name="y2">Accumulators of the third output channel.</param>
        /// <param name="y3">Accumulators of the fourth output channel.</param>
        /// <param name="from">First output position.</param>
        /// <param name="to">One behind the last output position; more than <paramref name="from"/>.</param>
        public static void SweepOne(long[] x, sbyte[] weights, long[] y0, long[] y1, long[] y2, long[] y3, int from, int to)
        {
            long a0 = weights[0], a1 = weights[1], a2 = weights[2], a3 = weights[3], a4 = weights[4];
            long b0 = weights[5], b1 = weights[6], b2 = weights[7], b3 = weights[8], b4 = weights[9];
            long c0 = weights[10], c1 = weights[11], c2 = weights[12], c3 = weights[13], c4 = weights[14];
            long d0 = weights[15], d1 = weights[16], d2 = weights[17], d3 = weights[18], d4 = weights[19];

            long empty = Empty, mask = LanePacking.FieldMask, lift = LanePacking.Lift;
            int i = from;
            long p0 = (x[i] & mask) - lift, p1 = (x[i + 1] & mask) - lift, p2 = (x[i + 2] & mask) - lift, p3 = (x[i + 3] & mask) - lift, p4;
            i += First;
            int m = 0, end = to - from;
            while (true)
            {
                p4 = (x[i] & mask) - lift;
                y0[m] = empty + (a0 * p0) + (a1 * p1) + (a2 * p2) + (a3 * p3) + (a4 * p4);
                y1[m] = empty + (b0 * p0) + (b1 * p1) + (b2 * p2) + (b3 * p3) + (b4 * p4);
                y2[m] = empty + (c0 * p0) + (c1 * p1) + (c2 * p2) + (c3 * p3) + (c4 * p4);
                y3[m] = empty + (d0 * p0) + (d1 * p1) + (d2 * p2) + (d3 * p3) + (d4 * p4);
                if (++m == end)
                {
                    return;
                }

                i++;

                p0 = (x[i] & mask) - lift;
                y0[m] = empty + (a0 * p1) + (a1 * p2) + (a2 * p3) + (a3 * p4) + (a4 * p0);
                y1[m] = empty + (b0 * p1) + (b1 * p2) + (b2 * p3) + (b3 * p4) + (b4 * p0);
                y2[m] = empty + (c0 * p1) + (c1 * p2) + (c2 * p3) + (c3 * p4) + (c4 * p0);
                y3[m] = empty + (d0 * p1) + (d1 * p2) + (d2 * p3) + (d3 * p4) + (d4 * p0);
                if (++m == end)
                {
                    return;
                }

                i++;

                p1 = (x[i] & mask) - lift;
                y0[m] = empty + (a0 * p2) + (a1 * p3) + (a2 * p4) + (a3 * p0) + (a4 * p1);
                y1[m] = empty + (b0 * p2) + (b1 * p3) + (b2 * p4) + (b3 * p0) + (b4 * p1);
                y2[m] = empty + (c0 * p2) + (c1 * p3) + (c2 * p4) + (c3 * p0) + (c4 * p1);
                y3[m] = empty + (d0 * p2) + (d1 * p3) + (d2 * p4) + (d3 * p0) + (d4 * p1);
                if (++m == end)
                {
                    return;
                }

                i++;

                p2 = (x[i] & mask) - lift;
                y0[m] = empty + (a0 * p3) + (a1 * p4) + (a2 * p0) + (a3 * p1) + (a4 * p2);
                y1[m] = empty + (b0 * p3) + (b1 * p4) + (b2 * p0) + (b3 * p1) + (b4 * p2);
                y2[m] = empty + (c0 * p3) + (c1 * p4) + (c2 * p0) + (c3 * p1) + (c4 * p2);
                y3[m] = empty + (d0 * p3) + (d1 * p4) + (d2 * p0) + (d3 * p1) + (d4 * p2);
                if (++m == end)
                {
                    return;
                }

                i++;

                p3 = (x[i] & mask) - lift;
                y0[m] = empty + (a0 * p4) + (a1 * p0) + (a2 * p1) + (a3 * p2) + (a4 * p3);
                y1[m] = empty + (b0 * p4) + (b1 * p0) + (b2 * p1) + (b3 * p2) + (b4 * p3);
                y2[m] = empty + (c0 * p4) + (c1 * p0) + (c2 * p1) + (c3 * p2) + (c4 * p3);
                y3[m] = empty + (d0 * p4) + (d1 * p0) + (d2 * p1) + (d3 * p2) + (d4 * p3);
                if (++m == end)
                {
                    return;
                }

                i++;
            }
        }
    }
}
