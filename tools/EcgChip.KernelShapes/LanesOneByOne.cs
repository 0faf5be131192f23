namespace EcgChip.KernelShapes
{
    /// <summary>Three positions in a <c>long</c>, one input and one output channel at a time.</summary>
    public sealed class LanesOneByOne : LaneShape
    {
        /// <inheritdoc/>
        public override string Name
        {
            get { return "three positions in a long, rotated"; }
        }

        /// <inheritdoc/>
        protected override int SweepIn
        {
            get { return 1; }
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
            Sweep(x[c], weights, y[o], from, behind);
        }

        private static void Sweep(
            long[] x0, sbyte[] weights, long[] y0, int from, int to)
        {
            long a00 = weights[0], a01 = weights[1], a02 = weights[2], a03 = weights[3], a04 = weights[4];

            int i = from;
            long p0 = x0[i];
            i++;
            long p1 = x0[i];
            i++;
            long p2 = x0[i];
            i++;
            long p3 = x0[i];
            i++;
            long p4;
            int end = to + Taps - 1;
            while (true)
            {
                p4 = x0[i];
                y0[i] = y0[i] + (a00 * p0) + (a01 * p1) + (a02 * p2) + (a03 * p3) + (a04 * p4);
                i++;
                if (i >= end)
                {
                    return;
                }

                p0 = x0[i];
                y0[i] = y0[i] + (a00 * p1) + (a01 * p2) + (a02 * p3) + (a03 * p4) + (a04 * p0);
                i++;
                if (i >= end)
                {
                    return;
                }

                p1 = x0[i];
                y0[i] = y0[i] + (a00 * p2) + (a01 * p3) + (a02 * p4) + (a03 * p0) + (a04 * p1);
                i++;
                if (i >= end)
                {
                    return;
                }

                p2 = x0[i];
                y0[i] = y0[i] + (a00 * p3) + (a01 * p4) + (a02 * p0) + (a03 * p1) + (a04 * p2);
                i++;
                if (i >= end)
                {
                    return;
                }

                p3 = x0[i];
                y0[i] = y0[i] + (a00 * p4) + (a01 * p0) + (a02 * p1) + (a03 * p2) + (a04 * p3);
                i++;
                if (i >= end)
                {
                    return;
                }
            }
        }
    }
}
