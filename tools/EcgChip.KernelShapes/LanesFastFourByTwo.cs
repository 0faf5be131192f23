namespace EcgChip.KernelShapes
{
    /// <summary>Two positions with eight products in place of ten, four input and two output channels.</summary>
    public sealed class LanesFastFourByTwo : LaneShape
    {
        /// <inheritdoc/>
        public override string Name
        {
            get { return "lanes, 4 x 2 channels, 8 products for 10"; }
        }

        /// <inheritdoc/>
        protected override int SweepIn
        {
            get { return 4; }
        }

        /// <inheritdoc/>
        protected override int SweepOut
        {
            get { return 2; }
        }

        /// <inheritdoc/>
        protected override int SweepPositions
        {
            get { return 32; }
        }

        /// <inheritdoc/>
        protected override void Sweep(long[][] x, int c, sbyte[] weights, long[][] y, int o, int from, int behind)
        {
            Sweep(x[c], x[c + 1], x[c + 2], x[c + 3], weights, y[o], y[o + 1], from, behind);
        }

        private static void Sweep(
            long[] x0, long[] x1, long[] x2, long[] x3, sbyte[] weights, long[] y0, long[] y1, int from, int to)
        {
            long a00 = weights[0], a01 = weights[1], a02 = weights[2], a03 = weights[3], a04 = weights[4];
            long a0s = a00 + a01, a0t = a02 + a03;
            long a10 = weights[5], a11 = weights[6], a12 = weights[7], a13 = weights[8], a14 = weights[9];
            long a1s = a10 + a11, a1t = a12 + a13;
            long a20 = weights[10], a21 = weights[11], a22 = weights[12], a23 = weights[13], a24 = weights[14];
            long a2s = a20 + a21, a2t = a22 + a23;
            long a30 = weights[15], a31 = weights[16], a32 = weights[17], a33 = weights[18], a34 = weights[19];
            long a3s = a30 + a31, a3t = a32 + a33;
            long b00 = weights[20], b01 = weights[21], b02 = weights[22], b03 = weights[23], b04 = weights[24];
            long b0s = b00 + b01, b0t = b02 + b03;
            long b10 = weights[25], b11 = weights[26], b12 = weights[27], b13 = weights[28], b14 = weights[29];
            long b1s = b10 + b11, b1t = b12 + b13;
            long b20 = weights[30], b21 = weights[31], b22 = weights[32], b23 = weights[33], b24 = weights[34];
            long b2s = b20 + b21, b2t = b22 + b23;
            long b30 = weights[35], b31 = weights[36], b32 = weights[37], b33 = weights[38], b34 = weights[39];
            long b3s = b30 + b31, b3t = b32 + b33;

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
            int end = to + Taps - 1;
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
