namespace EcgChip.KernelShapes
{
    /// <summary>Three positions in a <c>long</c>, four input channels for each update of a sum.</summary>
    public sealed class LanesFourByOne : LaneShape
    {
        /// <inheritdoc/>
        public override string Name
        {
            get { return "the same, 4 input channels for each update of y"; }
        }

        /// <inheritdoc/>
        protected override int SweepIn
        {
            get { return 4; }
        }

        /// <inheritdoc/>
        protected override int SweepOut
        {
            get { return 1; }
        }

        /// <inheritdoc/>
        protected override int SweepPositions
        {
            get { return 64; }
        }

        /// <inheritdoc/>
        protected override void Sweep(long[][] x, int c, sbyte[] weights, long[][] y, int o, int from, int behind)
        {
            Sweep(x[c], x[c + 1], x[c + 2], x[c + 3], weights, y[o], from, behind);
        }

        private static void Sweep(
            long[] x0, long[] x1, long[] x2, long[] x3, sbyte[] weights, long[] y0, int from, int to)
        {
            long a00 = weights[0], a01 = weights[1], a02 = weights[2], a03 = weights[3], a04 = weights[4];
            long a10 = weights[5], a11 = weights[6], a12 = weights[7], a13 = weights[8], a14 = weights[9];
            long a20 = weights[10], a21 = weights[11], a22 = weights[12], a23 = weights[13], a24 = weights[14];
            long a30 = weights[15], a31 = weights[16], a32 = weights[17], a33 = weights[18], a34 = weights[19];

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
                i++;
                if (i >= end)
                {
                    return;
                }

                p0 = x0[i]; q0 = x1[i]; r0 = x2[i]; s0 = x3[i];
                y0[i] = y0[i] + (a00 * p1) + (a01 * p2) + (a02 * p3) + (a03 * p4) + (a04 * p0) + (a10 * q1) + (a11 * q2) + (a12 * q3)
                    + (a13 * q4) + (a14 * q0) + (a20 * r1) + (a21 * r2) + (a22 * r3) + (a23 * r4) + (a24 * r0) + (a30 * s1) + (a31 * s2)
                    + (a32 * s3) + (a33 * s4) + (a34 * s0);
                i++;
                if (i >= end)
                {
                    return;
                }

                p1 = x0[i]; q1 = x1[i]; r1 = x2[i]; s1 = x3[i];
                y0[i] = y0[i] + (a00 * p2) + (a01 * p3) + (a02 * p4) + (a03 * p0) + (a04 * p1) + (a10 * q2) + (a11 * q3) + (a12 * q4)
                    + (a13 * q0) + (a14 * q1) + (a20 * r2) + (a21 * r3) + (a22 * r4) + (a23 * r0) + (a24 * r1) + (a30 * s2) + (a31 * s3)
                    + (a32 * s4) + (a33 * s0) + (a34 * s1);
                i++;
                if (i >= end)
                {
                    return;
                }

                p2 = x0[i]; q2 = x1[i]; r2 = x2[i]; s2 = x3[i];
                y0[i] = y0[i] + (a00 * p3) + (a01 * p4) + (a02 * p0) + (a03 * p1) + (a04 * p2) + (a10 * q3) + (a11 * q4) + (a12 * q0)
                    + (a13 * q1) + (a14 * q2) + (a20 * r3) + (a21 * r4) + (a22 * r0) + (a23 * r1) + (a24 * r2) + (a30 * s3) + (a31 * s4)
                    + (a32 * s0) + (a33 * s1) + (a34 * s2);
                i++;
                if (i >= end)
                {
                    return;
                }

                p3 = x0[i]; q3 = x1[i]; r3 = x2[i]; s3 = x3[i];
                y0[i] = y0[i] + (a00 * p4) + (a01 * p0) + (a02 * p1) + (a03 * p2) + (a04 * p3) + (a10 * q4) + (a11 * q0) + (a12 * q1)
                    + (a13 * q2) + (a14 * q3) + (a20 * r4) + (a21 * r0) + (a22 * r1) + (a23 * r2) + (a24 * r3) + (a30 * s4) + (a31 * s0)
                    + (a32 * s1) + (a33 * s2) + (a34 * s3);
                i++;
                if (i >= end)
                {
                    return;
                }
            }
        }
    }
}
