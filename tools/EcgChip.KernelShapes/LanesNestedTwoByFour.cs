namespace EcgChip.KernelShapes
{
    /// <summary>Four positions with 13 products in place of 20, two input and four output channels.</summary>
    public sealed class LanesNestedTwoByFour : LaneShape
    {
        /// <inheritdoc/>
        public override string Name
        {
            get { return "lanes, 2 x 4 channels, 13 products for 20"; }
        }

        /// <inheritdoc/>
        protected override int SweepIn
        {
            get { return 2; }
        }

        /// <inheritdoc/>
        protected override int SweepOut
        {
            get { return 4; }
        }

        /// <inheritdoc/>
        protected override int SweepPositions
        {
            get { return 32; }
        }

        /// <inheritdoc/>
        protected override void Sweep(long[][] x, int c, sbyte[] weights, long[][] y, int o, int from, int behind)
        {
            Sweep(x[c], x[c + 1], weights, y[o], y[o + 1], y[o + 2], y[o + 3], from, behind);
        }

        private static void Sweep(
            long[] x0, long[] x1, sbyte[] weights, long[] y0, long[] y1, long[] y2, long[] y3, int from, int to)
        {
            long a00 = weights[0], a01 = weights[1], a02 = weights[2], a03 = weights[3], a04 = weights[4];
            long a0s = a00 + a01, a0t = a02 + a03, a0u = a0s + a0t, a0v = a00 + a02, a0w = a01 + a03;
            long a10 = weights[5], a11 = weights[6], a12 = weights[7], a13 = weights[8], a14 = weights[9];
            long a1s = a10 + a11, a1t = a12 + a13, a1u = a1s + a1t, a1v = a10 + a12, a1w = a11 + a13;
            long b00 = weights[10], b01 = weights[11], b02 = weights[12], b03 = weights[13], b04 = weights[14];
            long b0s = b00 + b01, b0t = b02 + b03, b0u = b0s + b0t, b0v = b00 + b02, b0w = b01 + b03;
            long b10 = weights[15], b11 = weights[16], b12 = weights[17], b13 = weights[18], b14 = weights[19];
            long b1s = b10 + b11, b1t = b12 + b13, b1u = b1s + b1t, b1v = b10 + b12, b1w = b11 + b13;
            long c00 = weights[20], c01 = weights[21], c02 = weights[22], c03 = weights[23], c04 = weights[24];
            long c0s = c00 + c01, c0t = c02 + c03, c0u = c0s + c0t, c0v = c00 + c02, c0w = c01 + c03;
            long c10 = weights[25], c11 = weights[26], c12 = weights[27], c13 = weights[28], c14 = weights[29];
            long c1s = c10 + c11, c1t = c12 + c13, c1u = c1s + c1t, c1v = c10 + c12, c1w = c11 + c13;
            long d00 = weights[30], d01 = weights[31], d02 = weights[32], d03 = weights[33], d04 = weights[34];
            long d0s = d00 + d01, d0t = d02 + d03, d0u = d0s + d0t, d0v = d00 + d02, d0w = d01 + d03;
            long d10 = weights[35], d11 = weights[36], d12 = weights[37], d13 = weights[38], d14 = weights[39];
            long d1s = d10 + d11, d1t = d12 + d13, d1u = d1s + d1t, d1v = d10 + d12, d1w = d11 + d13;

            int i = from, end = to;
            long pa = x0[i], pb = x0[i + 1], pc = x0[i + 2], pd = x0[i + 3], pe, pg, ph, pj;
            long qa = x1[i], qb = x1[i + 1], qc = x1[i + 2], qd = x1[i + 3], qe, qg, qh, qj;
            long even, odd, common;
            while (i < end)
            {
                int i1 = i + 4, i2 = i + 5, i3 = i + 6, i4 = i + 7;
                pe = x0[i1]; pg = x0[i2]; ph = x0[i3]; pj = x0[i4];
                long po0 = pb - pd, po2 = pg - pj, po1 = pg - pd;
                long pv0 = pc - pd, pv1 = ph - pj, pu2 = pe - pg;
                long pd0 = pa - pb - pv0, pd2 = pu2 - pv1, pd1 = pu2 - pv0;
                long pf1 = pe - pd, pf0 = pc - pb - pf1, pf2 = ph - pg - pf1;
                qe = x1[i1]; qg = x1[i2]; qh = x1[i3]; qj = x1[i4];
                long qo0 = qb - qd, qo2 = qg - qj, qo1 = qg - qd;
                long qv0 = qc - qd, qv1 = qh - qj, qu2 = qe - qg;
                long qd0 = qa - qb - qv0, qd2 = qu2 - qv1, qd1 = qu2 - qv0;
                long qf1 = qe - qd, qf0 = qc - qb - qf1, qf2 = qh - qg - qf1;
                common = (a0u * pd) + (a1u * qd) + (a04 * pj) + (a14 * qj);
                even = common + (a0s * po0) + (a1s * qo0) + (a04 * po2) + (a14 * qo2);
                odd = common + (a0t * po1) + (a1t * qo1);
                common = (a0v * pv0) + (a1v * qv0) + (a04 * pv1) + (a14 * qv1);
                y0[i1] = y0[i1] + even + common + (a00 * pd0) + (a10 * qd0) + (a04 * pd2) + (a14 * qd2);
                y0[i3] = y0[i3] + odd + common + (a02 * pd1) + (a12 * qd1);
                common = (a0w * pf1) + (a1w * qf1);
                y0[i2] = y0[i2] + even + common + (a01 * pf0) + (a11 * qf0);
                y0[i4] = y0[i4] + odd + common + (a03 * pf2) + (a13 * qf2);
                common = (b0u * pd) + (b1u * qd) + (b04 * pj) + (b14 * qj);
                even = common + (b0s * po0) + (b1s * qo0) + (b04 * po2) + (b14 * qo2);
                odd = common + (b0t * po1) + (b1t * qo1);
                common = (b0v * pv0) + (b1v * qv0) + (b04 * pv1) + (b14 * qv1);
                y1[i1] = y1[i1] + even + common + (b00 * pd0) + (b10 * qd0) + (b04 * pd2) + (b14 * qd2);
                y1[i3] = y1[i3] + odd + common + (b02 * pd1) + (b12 * qd1);
                common = (b0w * pf1) + (b1w * qf1);
                y1[i2] = y1[i2] + even + common + (b01 * pf0) + (b11 * qf0);
                y1[i4] = y1[i4] + odd + common + (b03 * pf2) + (b13 * qf2);
                common = (c0u * pd) + (c1u * qd) + (c04 * pj) + (c14 * qj);
                even = common + (c0s * po0) + (c1s * qo0) + (c04 * po2) + (c14 * qo2);
                odd = common + (c0t * po1) + (c1t * qo1);
                common = (c0v * pv0) + (c1v * qv0) + (c04 * pv1) + (c14 * qv1);
                y2[i1] = y2[i1] + even + common + (c00 * pd0) + (c10 * qd0) + (c04 * pd2) + (c14 * qd2);
                y2[i3] = y2[i3] + odd + common + (c02 * pd1) + (c12 * qd1);
                common = (c0w * pf1) + (c1w * qf1);
                y2[i2] = y2[i2] + even + common + (c01 * pf0) + (c11 * qf0);
                y2[i4] = y2[i4] + odd + common + (c03 * pf2) + (c13 * qf2);
                common = (d0u * pd) + (d1u * qd) + (d04 * pj) + (d14 * qj);
                even = common + (d0s * po0) + (d1s * qo0) + (d04 * po2) + (d14 * qo2);
                odd = common + (d0t * po1) + (d1t * qo1);
                common = (d0v * pv0) + (d1v * qv0) + (d04 * pv1) + (d14 * qv1);
                y3[i1] = y3[i1] + even + common + (d00 * pd0) + (d10 * qd0) + (d04 * pd2) + (d14 * qd2);
                y3[i3] = y3[i3] + odd + common + (d02 * pd1) + (d12 * qd1);
                common = (d0w * pf1) + (d1w * qf1);
                y3[i2] = y3[i2] + even + common + (d01 * pf0) + (d11 * qf0);
                y3[i4] = y3[i4] + odd + common + (d03 * pf2) + (d13 * qf2);
                pa = pe; pb = pg; pc = ph; pd = pj;
                qa = qe; qb = qg; qc = qh; qd = qj;
                i = i1;
            }
        }
    }
}
