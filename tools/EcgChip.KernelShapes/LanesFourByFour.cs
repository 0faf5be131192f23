namespace EcgChip.KernelShapes
{
    /// <summary>Three positions in a <c>long</c>, four input and four output channels.</summary>
    public sealed class LanesFourByFour : LaneShape
    {
        /// <inheritdoc/>
        public override string Name
        {
            get { return "lanes, 4 x 4 channels"; }
        }

        /// <inheritdoc/>
        protected override int SweepIn
        {
            get { return 4; }
        }

        /// <inheritdoc/>
        protected override int SweepOut
        {
            get { return 4; }
        }

        /// <inheritdoc/>
        protected override int SweepPositions
        {
            get { return 16; }
        }

        /// <inheritdoc/>
        protected override void Sweep(long[][] x, int c, sbyte[] weights, long[][] y, int o, int from, int behind)
        {
            Sweep(x[c], x[c + 1], x[c + 2], x[c + 3], weights, y[o], y[o + 1], y[o + 2], y[o + 3], from, behind);
        }

        private static void Sweep(
            long[] x0, long[] x1, long[] x2, long[] x3, sbyte[] weights, long[] y0, long[] y1, long[] y2, long[] y3, int from, int to)
        {
            long a00 = weights[0], a01 = weights[1], a02 = weights[2], a03 = weights[3], a04 = weights[4];
            long a10 = weights[5], a11 = weights[6], a12 = weights[7], a13 = weights[8], a14 = weights[9];
            long a20 = weights[10], a21 = weights[11], a22 = weights[12], a23 = weights[13], a24 = weights[14];
            long a30 = weights[15], a31 = weights[16], a32 = weights[17], a33 = weights[18], a34 = weights[19];
            long b00 = weights[20], b01 = weights[21], b02 = weights[22], b03 = weights[23], b04 = weights[24];
            long b10 = weights[25], b11 = weights[26], b12 = weights[27], b13 = weights[28], b14 = weights[29];
            long b20 = weights[30], b21 = weights[31], b22 = weights[32], b23 = weights[33], b24 = weights[34];
            long b30 = weights[35], b31 = weights[36], b32 = weights[37], b33 = weights[38], b34 = weights[39];
            long c00 = weights[40], c01 = weights[41], c02 = weights[42], c03 = weights[43], c04 = weights[44];
            long c10 = weights[45], c11 = weights[46], c12 = weights[47], c13 = weights[48], c14 = weights[49];
            long c20 = weights[50], c21 = weights[51], c22 = weights[52], c23 = weights[53], c24 = weights[54];
            long c30 = weights[55], c31 = weights[56], c32 = weights[57], c33 = weights[58], c34 = weights[59];
            long d00 = weights[60], d01 = weights[61], d02 = weights[62], d03 = weights[63], d04 = weights[64];
            long d10 = weights[65], d11 = weights[66], d12 = weights[67], d13 = weights[68], d14 = weights[69];
            long d20 = weights[70], d21 = weights[71], d22 = weights[72], d23 = weights[73], d24 = weights[74];
            long d30 = weights[75], d31 = weights[76], d32 = weights[77], d33 = weights[78], d34 = weights[79];

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
            int end = to + Taps - 1;
            while (true)
            {
                p4 = x0[i]; q4 = x1[i]; r4 = x2[i]; s4 = x3[i];
                y0[i] = y0[i] + (a00 * p0) + (a01 * p1) + (a02 * p2) + (a03 * p3) + (a04 * p4) + (a10 * q0) + (a11 * q1) + (a12 * q2)
                    + (a13 * q3) + (a14 * q4) + (a20 * r0) + (a21 * r1) + (a22 * r2) + (a23 * r3) + (a24 * r4) + (a30 * s0) + (a31 * s1)
                    + (a32 * s2) + (a33 * s3) + (a34 * s4);
                y1[i] = y1[i] + (b00 * p0) + (b01 * p1) + (b02 * p2) + (b03 * p3) + (b04 * p4) + (b10 * q0) + (b11 * q1) + (b12 * q2)
                    + (b13 * q3) + (b14 * q4) + (b20 * r0) + (b21 * r1) + (b22 * r2) + (b23 * r3) + (b24 * r4) + (b30 * s0) + (b31 * s1)
                    + (b32 * s2) + (b33 * s3) + (b34 * s4);
                y2[i] = y2[i] + (c00 * p0) + (c01 * p1) + (c02 * p2) + (c03 * p3) + (c04 * p4) + (c10 * q0) + (c11 * q1) + (c12 * q2)
                    + (c13 * q3) + (c14 * q4) + (c20 * r0) + (c21 * r1) + (c22 * r2) + (c23 * r3) + (c24 * r4) + (c30 * s0) + (c31 * s1)
                    + (c32 * s2) + (c33 * s3) + (c34 * s4);
                y3[i] = y3[i] + (d00 * p0) + (d01 * p1) + (d02 * p2) + (d03 * p3) + (d04 * p4) + (d10 * q0) + (d11 * q1) + (d12 * q2)
                    + (d13 * q3) + (d14 * q4) + (d20 * r0) + (d21 * r1) + (d22 * r2) + (d23 * r3) + (d24 * r4) + (d30 * s0) + (d31 * s1)
                    + (d32 * s2) + (d33 * s3) + (d34 * s4);
                i++;
                if (i >= end)
                {
                    return;
                }

                p0 = x0[i]; q0 = x1[i]; r0 = x2[i]; s0 = x3[i];
                y0[i] = y0[i] + (a00 * p1) + (a01 * p2) + (a02 * p3) + (a03 * p4) + (a04 * p0) + (a10 * q1) + (a11 * q2) + (a12 * q3)
                    + (a13 * q4) + (a14 * q0) + (a20 * r1) + (a21 * r2) + (a22 * r3) + (a23 * r4) + (a24 * r0) + (a30 * s1) + (a31 * s2)
                    + (a32 * s3) + (a33 * s4) + (a34 * s0);
                y1[i] = y1[i] + (b00 * p1) + (b01 * p2) + (b02 * p3) + (b03 * p4) + (b04 * p0) + (b10 * q1) + (b11 * q2) + (b12 * q3)
                    + (b13 * q4) + (b14 * q0) + (b20 * r1) + (b21 * r2) + (b22 * r3) + (b23 * r4) + (b24 * r0) + (b30 * s1) + (b31 * s2)
                    + (b32 * s3) + (b33 * s4) + (b34 * s0);
                y2[i] = y2[i] + (c00 * p1) + (c01 * p2) + (c02 * p3) + (c03 * p4) + (c04 * p0) + (c10 * q1) + (c11 * q2) + (c12 * q3)
                    + (c13 * q4) + (c14 * q0) + (c20 * r1) + (c21 * r2) + (c22 * r3) + (c23 * r4) + (c24 * r0) + (c30 * s1) + (c31 * s2)
                    + (c32 * s3) + (c33 * s4) + (c34 * s0);
                y3[i] = y3[i] + (d00 * p1) + (d01 * p2) + (d02 * p3) + (d03 * p4) + (d04 * p0) + (d10 * q1) + (d11 * q2) + (d12 * q3)
                    + (d13 * q4) + (d14 * q0) + (d20 * r1) + (d21 * r2) + (d22 * r3) + (d23 * r4) + (d24 * r0) + (d30 * s1) + (d31 * s2)
                    + (d32 * s3) + (d33 * s4) + (d34 * s0);
                i++;
                if (i >= end)
                {
                    return;
                }

                p1 = x0[i]; q1 = x1[i]; r1 = x2[i]; s1 = x3[i];
                y0[i] = y0[i] + (a00 * p2) + (a01 * p3) + (a02 * p4) + (a03 * p0) + (a04 * p1) + (a10 * q2) + (a11 * q3) + (a12 * q4)
                    + (a13 * q0) + (a14 * q1) + (a20 * r2) + (a21 * r3) + (a22 * r4) + (a23 * r0) + (a24 * r1) + (a30 * s2) + (a31 * s3)
                    + (a32 * s4) + (a33 * s0) + (a34 * s1);
                y1[i] = y1[i] + (b00 * p2) + (b01 * p3) + (b02 * p4) + (b03 * p0) + (b04 * p1) + (b10 * q2) + (b11 * q3) + (b12 * q4)
                    + (b13 * q0) + (b14 * q1) + (b20 * r2) + (b21 * r3) + (b22 * r4) + (b23 * r0) + (b24 * r1) + (b30 * s2) + (b31 * s3)
                    + (b32 * s4) + (b33 * s0) + (b34 * s1);
                y2[i] = y2[i] + (c00 * p2) + (c01 * p3) + (c02 * p4) + (c03 * p0) + (c04 * p1) + (c10 * q2) + (c11 * q3) + (c12 * q4)
                    + (c13 * q0) + (c14 * q1) + (c20 * r2) + (c21 * r3) + (c22 * r4) + (c23 * r0) + (c24 * r1) + (c30 * s2) + (c31 * s3)
                    + (c32 * s4) + (c33 * s0) + (c34 * s1);
                y3[i] = y3[i] + (d00 * p2) + (d01 * p3) + (d02 * p4) + (d03 * p0) + (d04 * p1) + (d10 * q2) + (d11 * q3) + (d12 * q4)
                    + (d13 * q0) + (d14 * q1) + (d20 * r2) + (d21 * r3) + (d22 * r4) + (d23 * r0) + (d24 * r1) + (d30 * s2) + (d31 * s3)
                    + (d32 * s4) + (d33 * s0) + (d34 * s1);
                i++;
                if (i >= end)
                {
                    return;
                }

                p2 = x0[i]; q2 = x1[i]; r2 = x2[i]; s2 = x3[i];
                y0[i] = y0[i] + (a00 * p3) + (a01 * p4) + (a02 * p0) + (a03 * p1) + (a04 * p2) + (a10 * q3) + (a11 * q4) + (a12 * q0)
                    + (a13 * q1) + (a14 * q2) + (a20 * r3) + (a21 * r4) + (a22 * r0) + (a23 * r1) + (a24 * r2) + (a30 * s3) + (a31 * s4)
                    + (a32 * s0) + (a33 * s1) + (a34 * s2);
                y1[i] = y1[i] + (b00 * p3) + (b01 * p4) + (b02 * p0) + (b03 * p1) + (b04 * p2) + (b10 * q3) + (b11 * q4) + (b12 * q0)
                    + (b13 * q1) + (b14 * q2) + (b20 * r3) + (b21 * r4) + (b22 * r0) + (b23 * r1) + (b24 * r2) + (b30 * s3) + (b31 * s4)
                    + (b32 * s0) + (b33 * s1) + (b34 * s2);
                y2[i] = y2[i] + (c00 * p3) + (c01 * p4) + (c02 * p0) + (c03 * p1) + (c04 * p2) + (c10 * q3) + (c11 * q4) + (c12 * q0)
                    + (c13 * q1) + (c14 * q2) + (c20 * r3) + (c21 * r4) + (c22 * r0) + (c23 * r1) + (c24 * r2) + (c30 * s3) + (c31 * s4)
                    + (c32 * s0) + (c33 * s1) + (c34 * s2);
                y3[i] = y3[i] + (d00 * p3) + (d01 * p4) + (d02 * p0) + (d03 * p1) + (d04 * p2) + (d10 * q3) + (d11 * q4) + (d12 * q0)
                    + (d13 * q1) + (d14 * q2) + (d20 * r3) + (d21 * r4) + (d22 * r0) + (d23 * r1) + (d24 * r2) + (d30 * s3) + (d31 * s4)
                    + (d32 * s0) + (d33 * s1) + (d34 * s2);
                i++;
                if (i >= end)
                {
                    return;
                }

                p3 = x0[i]; q3 = x1[i]; r3 = x2[i]; s3 = x3[i];
                y0[i] = y0[i] + (a00 * p4) + (a01 * p0) + (a02 * p1) + (a03 * p2) + (a04 * p3) + (a10 * q4) + (a11 * q0) + (a12 * q1)
                    + (a13 * q2) + (a14 * q3) + (a20 * r4) + (a21 * r0) + (a22 * r1) + (a23 * r2) + (a24 * r3) + (a30 * s4) + (a31 * s0)
                    + (a32 * s1) + (a33 * s2) + (a34 * s3);
                y1[i] = y1[i] + (b00 * p4) + (b01 * p0) + (b02 * p1) + (b03 * p2) + (b04 * p3) + (b10 * q4) + (b11 * q0) + (b12 * q1)
                    + (b13 * q2) + (b14 * q3) + (b20 * r4) + (b21 * r0) + (b22 * r1) + (b23 * r2) + (b24 * r3) + (b30 * s4) + (b31 * s0)
                    + (b32 * s1) + (b33 * s2) + (b34 * s3);
                y2[i] = y2[i] + (c00 * p4) + (c01 * p0) + (c02 * p1) + (c03 * p2) + (c04 * p3) + (c10 * q4) + (c11 * q0) + (c12 * q1)
                    + (c13 * q2) + (c14 * q3) + (c20 * r4) + (c21 * r0) + (c22 * r1) + (c23 * r2) + (c24 * r3) + (c30 * s4) + (c31 * s0)
                    + (c32 * s1) + (c33 * s2) + (c34 * s3);
                y3[i] = y3[i] + (d00 * p4) + (d01 * p0) + (d02 * p1) + (d03 * p2) + (d04 * p3) + (d10 * q4) + (d11 * q0) + (d12 * q1)
                    + (d13 * q2) + (d14 * q3) + (d20 * r4) + (d21 * r0) + (d22 * r1) + (d23 * r2) + (d24 * r3) + (d30 * s4) + (d31 * s0)
                    + (d32 * s1) + (d33 * s2) + (d34 * s3);
                i++;
                if (i >= end)
                {
                    return;
                }
            }
        }
    }
}
