namespace EcgChip.KernelShapes
{
    /// <summary>The same twice, one in the other: four positions with 13 products in place of 20, four input and two output channels.</summary>
    public sealed class LanesNestedFourByTwo : LaneShape
    {
        /// <inheritdoc/>
        public override string Name
        {
            get { return "lanes, 4 x 2 channels, 13 products for 20"; }
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
            long a0s = a00 + a01, a0t = a02 + a03, a0u = a0s + a0t, a0v = a00 + a02, a0w = a01 + a03;
            long a10 = weights[5], a11 = weights[6], a12 = weights[7], a13 = weights[8], a14 = weights[9];
            long a1s = a10 + a11, a1t = a12 + a13, a1u = a1s + a1t, a1v = a10 + a12, a1w = a11 + a13;
            long a20 = weights[10], a21 = weights[11], a22 = weights[12], a23 = weights[13], a24 = weights[14];
            long a2s = a20 + a21, a2t = a22 + a23, a2u = a2s + a2t, a2v = a20 + a22, a2w = a21 + a23;
            long a30 = weights[15], a31 = weights[16], a32 = weights[17], a33 = weights[18], a34 = weights[19];
            long a3s = a30 + a31, a3t = a32 + a33, a3u = a3s + a3t, a3v = a30 + a32, a3w = a31 + a33;
            long b00 = weights[20], b01 = weights[21], b02 = weights[22], b03 = weights[23], b04 = weights[24];
            long b0s = b00 + b01, b0t = b02 + b03, b0u = b0s + b0t, b0v = b00 + b02, b0w = b01 + b03;
            long b10 = weights[25], b11 = weights[26], b12 = weights[27], b13 = weights[28], b14 = weights[29];
            long b1s = b10 + b11, b1t = b12 + b13, b1u = b1s + b1t, b1v = b10 + b12, b1w = b11 + b13;
            long b20 = weights[30], b21 = weights[31], b22 = weights[32], b23 = weights[33], b24 = weights[34];
            long b2s = b20 + b21, b2t = b22 + b23, b2u = b2s + b2t, b2v = b20 + b22, b2w = b21 + b23;
            long b30 = weights[35], b31 = weights[36], b32 = weights[37], b33 = weights[38], b34 = weights[39];
            long b3s = b30 + b31, b3t = b32 + b33, b3u = b3s + b3t, b3v = b30 + b32, b3w = b31 + b33;

            int i = from, end = to;
            long pa = x0[i], pb = x0[i + 1], pc = x0[i + 2], pd = x0[i + 3], pe, pg, ph, pj;
            long qa = x1[i], qb = x1[i + 1], qc = x1[i + 2], qd = x1[i + 3], qe, qg, qh, qj;
            long ra = x2[i], rb = x2[i + 1], rc = x2[i + 2], rd = x2[i + 3], re, rg, rh, rj;
            long sa = x3[i], sb = x3[i + 1], sc = x3[i + 2], sd = x3[i + 3], se, sg, sh, sj;
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
                re = x2[i1]; rg = x2[i2]; rh = x2[i3]; rj = x2[i4];
                long ro0 = rb - rd, ro2 = rg - rj, ro1 = rg - rd;
                long rv0 = rc - rd, rv1 = rh - rj, ru2 = re - rg;
                long rd0 = ra - rb - rv0, rd2 = ru2 - rv1, rd1 = ru2 - rv0;
                long rf1 = re - rd, rf0 = rc - rb - rf1, rf2 = rh - rg - rf1;
                se = x3[i1]; sg = x3[i2]; sh = x3[i3]; sj = x3[i4];
                long so0 = sb - sd, so2 = sg - sj, so1 = sg - sd;
                long sv0 = sc - sd, sv1 = sh - sj, su2 = se - sg;
                long sd0 = sa - sb - sv0, sd2 = su2 - sv1, sd1 = su2 - sv0;
                long sf1 = se - sd, sf0 = sc - sb - sf1, sf2 = sh - sg - sf1;
                common = (a0u * pd) + (a1u * qd) + (a2u * rd) + (a3u * sd) + (a04 * pj) + (a14 * qj) + (a24 * rj) + (a34 * sj);
                even = common + (a0s * po0) + (a1s * qo0) + (a2s * ro0) + (a3s * so0) + (a04 * po2) + (a14 * qo2) + (a24 * ro2)
                    + (a34 * so2);
                odd = common + (a0t * po1) + (a1t * qo1) + (a2t * ro1) + (a3t * so1);
                common = (a0v * pv0) + (a1v * qv0) + (a2v * rv0) + (a3v * sv0) + (a04 * pv1) + (a14 * qv1) + (a24 * rv1) + (a34 * sv1);
                y0[i1] = y0[i1] + even + common + (a00 * pd0) + (a10 * qd0) + (a20 * rd0) + (a30 * sd0) + (a04 * pd2) + (a14 * qd2)
                    + (a24 * rd2) + (a34 * sd2);
                y0[i3] = y0[i3] + odd + common + (a02 * pd1) + (a12 * qd1) + (a22 * rd1) + (a32 * sd1);
                common = (a0w * pf1) + (a1w * qf1) + (a2w * rf1) + (a3w * sf1);
                y0[i2] = y0[i2] + even + common + (a01 * pf0) + (a11 * qf0) + (a21 * rf0) + (a31 * sf0);
                y0[i4] = y0[i4] + odd + common + (a03 * pf2) + (a13 * qf2) + (a23 * rf2) + (a33 * sf2);
                common = (b0u * pd) + (b1u * qd) + (b2u * rd) + (b3u * sd) + (b04 * pj) + (b14 * qj) + (b24 * rj) + (b34 * sj);
                even = common + (b0s * po0) + (b1s * qo0) + (b2s * ro0) + (b3s * so0) + (b04 * po2) + (b14 * qo2) + (b24 * ro2)
                    + (b34 * so2);
                odd = common + (b0t * po1) + (b1t * qo1) + (b2t * ro1) + (b3t * so1);
                common = (b0v * pv0) + (b1v * qv0) + (b2v * rv0) + (b3v * sv0) + (b04 * pv1) + (b14 * qv1) + (b24 * rv1) + (b34 * sv1);
                y1[i1] = y1[i1] + even + common + (b00 * pd0) + (b10 * qd0) + (b20 * rd0) + (b30 * sd0) + (b04 * pd2) + (b14 * qd2)
                    + (b24 * rd2) + (b34 * sd2);
                y1[i3] = y1[i3] + odd + common + (b02 * pd1) + (b12 * qd1) + (b22 * rd1) + (b32 * sd1);
                common = (b0w * pf1) + (b1w * qf1) + (b2w * rf1) + (b3w * sf1);
                y1[i2] = y1[i2] + even + common + (b01 * pf0) + (b11 * qf0) + (b21 * rf0) + (b31 * sf0);
                y1[i4] = y1[i4] + odd + common + (b03 * pf2) + (b13 * qf2) + (b23 * rf2) + (b33 * sf2);
                pa = pe; pb = pg; pc = ph; pd = pj;
                qa = qe; qb = qg; qc = qh; qd = qj;
                ra = re; rb = rg; rc = rh; rd = rj;
                sa = se; sb = sg; sc = sh; sd = sj;
                i = i1;
            }
        }
    }
}
