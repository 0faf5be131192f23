using EcgChip.Inference;

namespace EcgChip.KernelShapes
{
    /// <summary>The firmware's sweep with a channel to a <c>long</c>: no field to take apart, and twice the heap for activations.</summary>
    public sealed class LanesFastFourByFour : LaneShape
    {
        private const int First = LaneConvolution.First;

        /// <inheritdoc/>
        public override string Name
        {
            get { return "lanes, 4 x 4 channels, 8 products for 10"; }
        }

        /// <inheritdoc/>
        protected override int SweepIn
        {
            get { return LaneConvolution.InChannels; }
        }

        /// <inheritdoc/>
        protected override int SweepOut
        {
            get { return LaneConvolution.OutChannels; }
        }

        /// <inheritdoc/>
        protected override int SweepPositions
        {
            get { return 16; }
        }

        /// <inheritdoc/>
        protected override void Sweep(long[][] x, int c, sbyte[] weights, long[][] y, int o, int from, int behind)
        {
            const int Part = LaneConvolution.InChannels * Taps;
            Sweep(
                x[c], x[c + 1], x[c + 2], x[c + 3], weights, 0, Taps, 2 * Taps, 3 * Taps, Part, y[o], y[o + 1], y[o + 2], y[o + 3], from, behind);
        }

        private static void Sweep(
            long[] x0, long[] x1, long[] x2, long[] x3, sbyte[] weights, int at0, int at1, int at2, int at3, int perOut,
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

            int i = from, k = from + 1;
            long pe = x0[i], p0 = x0[k], pd0 = pe - p0;
            long qe = x1[i], q0 = x1[k], qd0 = qe - q0;
            long re = x2[i], r0 = x2[k], rd0 = re - r0;
            long se = x3[i], s0 = x3[k], sd0 = se - s0;
            i += 2;
            k += 2;
            pe = x0[i];
            long p1 = x0[k], pd1 = pe - p1, pf0 = pe - p0;
            qe = x1[i];
            long q1 = x1[k], qd1 = qe - q1, qf0 = qe - q0;
            re = x2[i];
            long r1 = x2[k], rd1 = re - r1, rf0 = re - r0;
            se = x3[i];
            long s1 = x3[k], sd1 = se - s1, sf0 = se - s0;
            i += 2;
            k += 2;
            int end = to + First;
            long p2, pd2, pf1, pf2, q2, qd2, qf1, qf2, r2, rd2, rf1, rf2, s2, sd2, sf1, sf2, common;
            while (true)
            {
                pe = x0[i]; p2 = x0[k]; pd2 = pe - p2; pf1 = pe - p1;
                qe = x1[i]; q2 = x1[k]; qd2 = qe - q2; qf1 = qe - q1;
                re = x2[i]; r2 = x2[k]; rd2 = re - r2; rf1 = re - r1;
                se = x3[i]; s2 = x3[k]; sd2 = se - s2; sf1 = se - s1;
                common = (a0s * p0) + (a0t * p1) + (a04 * p2) + (a1s * q0) + (a1t * q1) + (a14 * q2) + (a2s * r0) + (a2t * r1)
                    + (a24 * r2) + (a3s * s0) + (a3t * s1) + (a34 * s2);
                y0[i] = y0[i] + common + (a00 * pd0) + (a02 * pd1) + (a04 * pd2) + (a10 * qd0) + (a12 * qd1) + (a14 * qd2) + (a20 * rd0)
                    + (a22 * rd1) + (a24 * rd2) + (a30 * sd0) + (a32 * sd1) + (a34 * sd2);
                y0[k] = y0[k] + common + (a01 * pf0) + (a03 * pf1) + (a11 * qf0) + (a13 * qf1) + (a21 * rf0) + (a23 * rf1) + (a31 * sf0)
                    + (a33 * sf1);
                common = (b0s * p0) + (b0t * p1) + (b04 * p2) + (b1s * q0) + (b1t * q1) + (b14 * q2) + (b2s * r0) + (b2t * r1)
                    + (b24 * r2) + (b3s * s0) + (b3t * s1) + (b34 * s2);
                y1[i] = y1[i] + common + (b00 * pd0) + (b02 * pd1) + (b04 * pd2) + (b10 * qd0) + (b12 * qd1) + (b14 * qd2) + (b20 * rd0)
                    + (b22 * rd1) + (b24 * rd2) + (b30 * sd0) + (b32 * sd1) + (b34 * sd2);
                y1[k] = y1[k] + common + (b01 * pf0) + (b03 * pf1) + (b11 * qf0) + (b13 * qf1) + (b21 * rf0) + (b23 * rf1) + (b31 * sf0)
                    + (b33 * sf1);
                common = (c0s * p0) + (c0t * p1) + (c04 * p2) + (c1s * q0) + (c1t * q1) + (c14 * q2) + (c2s * r0) + (c2t * r1)
                    + (c24 * r2) + (c3s * s0) + (c3t * s1) + (c34 * s2);
                y2[i] = y2[i] + common + (c00 * pd0) + (c02 * pd1) + (c04 * pd2) + (c10 * qd0) + (c12 * qd1) + (c14 * qd2) + (c20 * rd0)
                    + (c22 * rd1) + (c24 * rd2) + (c30 * sd0) + (c32 * sd1) + (c34 * sd2);
                y2[k] = y2[k] + common + (c01 * pf0) + (c03 * pf1) + (c11 * qf0) + (c13 * qf1) + (c21 * rf0) + (c23 * rf1) + (c31 * sf0)
                    + (c33 * sf1);
                common = (d0s * p0) + (d0t * p1) + (d04 * p2) + (d1s * q0) + (d1t * q1) + (d14 * q2) + (d2s * r0) + (d2t * r1)
                    + (d24 * r2) + (d3s * s0) + (d3t * s1) + (d34 * s2);
                y3[i] = y3[i] + common + (d00 * pd0) + (d02 * pd1) + (d04 * pd2) + (d10 * qd0) + (d12 * qd1) + (d14 * qd2) + (d20 * rd0)
                    + (d22 * rd1) + (d24 * rd2) + (d30 * sd0) + (d32 * sd1) + (d34 * sd2);
                y3[k] = y3[k] + common + (d01 * pf0) + (d03 * pf1) + (d11 * qf0) + (d13 * qf1) + (d21 * rf0) + (d23 * rf1) + (d31 * sf0)
                    + (d33 * sf1);
                i += 2;
                if (i >= end)
                {
                    return;
                }

                k += 2;

                pe = x0[i]; p0 = x0[k]; pd0 = pe - p0; pf2 = pe - p2;
                qe = x1[i]; q0 = x1[k]; qd0 = qe - q0; qf2 = qe - q2;
                re = x2[i]; r0 = x2[k]; rd0 = re - r0; rf2 = re - r2;
                se = x3[i]; s0 = x3[k]; sd0 = se - s0; sf2 = se - s2;
                common = (a0s * p1) + (a0t * p2) + (a04 * p0) + (a1s * q1) + (a1t * q2) + (a14 * q0) + (a2s * r1) + (a2t * r2)
                    + (a24 * r0) + (a3s * s1) + (a3t * s2) + (a34 * s0);
                y0[i] = y0[i] + common + (a00 * pd1) + (a02 * pd2) + (a04 * pd0) + (a10 * qd1) + (a12 * qd2) + (a14 * qd0) + (a20 * rd1)
                    + (a22 * rd2) + (a24 * rd0) + (a30 * sd1) + (a32 * sd2) + (a34 * sd0);
                y0[k] = y0[k] + common + (a01 * pf1) + (a03 * pf2) + (a11 * qf1) + (a13 * qf2) + (a21 * rf1) + (a23 * rf2) + (a31 * sf1)
                    + (a33 * sf2);
                common = (b0s * p1) + (b0t * p2) + (b04 * p0) + (b1s * q1) + (b1t * q2) + (b14 * q0) + (b2s * r1) + (b2t * r2)
                    + (b24 * r0) + (b3s * s1) + (b3t * s2) + (b34 * s0);
                y1[i] = y1[i] + common + (b00 * pd1) + (b02 * pd2) + (b04 * pd0) + (b10 * qd1) + (b12 * qd2) + (b14 * qd0) + (b20 * rd1)
                    + (b22 * rd2) + (b24 * rd0) + (b30 * sd1) + (b32 * sd2) + (b34 * sd0);
                y1[k] = y1[k] + common + (b01 * pf1) + (b03 * pf2) + (b11 * qf1) + (b13 * qf2) + (b21 * rf1) + (b23 * rf2) + (b31 * sf1)
                    + (b33 * sf2);
                common = (c0s * p1) + (c0t * p2) + (c04 * p0) + (c1s * q1) + (c1t * q2) + (c14 * q0) + (c2s * r1) + (c2t * r2)
                    + (c24 * r0) + (c3s * s1) + (c3t * s2) + (c34 * s0);
                y2[i] = y2[i] + common + (c00 * pd1) + (c02 * pd2) + (c04 * pd0) + (c10 * qd1) + (c12 * qd2) + (c14 * qd0) + (c20 * rd1)
                    + (c22 * rd2) + (c24 * rd0) + (c30 * sd1) + (c32 * sd2) + (c34 * sd0);
                y2[k] = y2[k] + common + (c01 * pf1) + (c03 * pf2) + (c11 * qf1) + (c13 * qf2) + (c21 * rf1) + (c23 * rf2) + (c31 * sf1)
                    + (c33 * sf2);
                common = (d0s * p1) + (d0t * p2) + (d04 * p0) + (d1s * q1) + (d1t * q2) + (d14 * q0) + (d2s * r1) + (d2t * r2)
                    + (d24 * r0) + (d3s * s1) + (d3t * s2) + (d34 * s0);
                y3[i] = y3[i] + common + (d00 * pd1) + (d02 * pd2) + (d04 * pd0) + (d10 * qd1) + (d12 * qd2) + (d14 * qd0) + (d20 * rd1)
                    + (d22 * rd2) + (d24 * rd0) + (d30 * sd1) + (d32 * sd2) + (d34 * sd0);
                y3[k] = y3[k] + common + (d01 * pf1) + (d03 * pf2) + (d11 * qf1) + (d13 * qf2) + (d21 * rf1) + (d23 * rf2) + (d31 * sf1)
                    + (d33 * sf2);
                i += 2;
                if (i >= end)
                {
                    return;
                }

                k += 2;

                pe = x0[i]; p1 = x0[k]; pd1 = pe - p1; pf0 = pe - p0;
                qe = x1[i]; q1 = x1[k]; qd1 = qe - q1; qf0 = qe - q0;
                re = x2[i]; r1 = x2[k]; rd1 = re - r1; rf0 = re - r0;
                se = x3[i]; s1 = x3[k]; sd1 = se - s1; sf0 = se - s0;
                common = (a0s * p2) + (a0t * p0) + (a04 * p1) + (a1s * q2) + (a1t * q0) + (a14 * q1) + (a2s * r2) + (a2t * r0)
                    + (a24 * r1) + (a3s * s2) + (a3t * s0) + (a34 * s1);
                y0[i] = y0[i] + common + (a00 * pd2) + (a02 * pd0) + (a04 * pd1) + (a10 * qd2) + (a12 * qd0) + (a14 * qd1) + (a20 * rd2)
                    + (a22 * rd0) + (a24 * rd1) + (a30 * sd2) + (a32 * sd0) + (a34 * sd1);
                y0[k] = y0[k] + common + (a01 * pf2) + (a03 * pf0) + (a11 * qf2) + (a13 * qf0) + (a21 * rf2) + (a23 * rf0) + (a31 * sf2)
                    + (a33 * sf0);
                common = (b0s * p2) + (b0t * p0) + (b04 * p1) + (b1s * q2) + (b1t * q0) + (b14 * q1) + (b2s * r2) + (b2t * r0)
                    + (b24 * r1) + (b3s * s2) + (b3t * s0) + (b34 * s1);
                y1[i] = y1[i] + common + (b00 * pd2) + (b02 * pd0) + (b04 * pd1) + (b10 * qd2) + (b12 * qd0) + (b14 * qd1) + (b20 * rd2)
                    + (b22 * rd0) + (b24 * rd1) + (b30 * sd2) + (b32 * sd0) + (b34 * sd1);
                y1[k] = y1[k] + common + (b01 * pf2) + (b03 * pf0) + (b11 * qf2) + (b13 * qf0) + (b21 * rf2) + (b23 * rf0) + (b31 * sf2)
                    + (b33 * sf0);
                common = (c0s * p2) + (c0t * p0) + (c04 * p1) + (c1s * q2) + (c1t * q0) + (c14 * q1) + (c2s * r2) + (c2t * r0)
                    + (c24 * r1) + (c3s * s2) + (c3t * s0) + (c34 * s1);
                y2[i] = y2[i] + common + (c00 * pd2) + (c02 * pd0) + (c04 * pd1) + (c10 * qd2) + (c12 * qd0) + (c14 * qd1) + (c20 * rd2)
                    + (c22 * rd0) + (c24 * rd1) + (c30 * sd2) + (c32 * sd0) + (c34 * sd1);
                y2[k] = y2[k] + common + (c01 * pf2) + (c03 * pf0) + (c11 * qf2) + (c13 * qf0) + (c21 * rf2) + (c23 * rf0) + (c31 * sf2)
                    + (c33 * sf0);
                common = (d0s * p2) + (d0t * p0) + (d04 * p1) + (d1s * q2) + (d1t * q0) + (d14 * q1) + (d2s * r2) + (d2t * r0)
                    + (d24 * r1) + (d3s * s2) + (d3t * s0) + (d34 * s1);
                y3[i] = y3[i] + common + (d00 * pd2) + (d02 * pd0) + (d04 * pd1) + (d10 * qd2) + (d12 * qd0) + (d14 * qd1) + (d20 * rd2)
                    + (d22 * rd0) + (d24 * rd1) + (d30 * sd2) + (d32 * sd0) + (d34 * sd1);
                y3[k] = y3[k] + common + (d01 * pf2) + (d03 * pf0) + (d11 * qf2) + (d13 * qf0) + (d21 * rf2) + (d23 * rf0) + (d31 * sf2)
                    + (d33 * sf0);
                i += 2;
                if (i >= end)
                {
                    return;
                }

                k += 2;
            }
        }
    }
}
