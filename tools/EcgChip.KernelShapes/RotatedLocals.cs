namespace EcgChip.KernelShapes
{
    /// <summary>Five weights and five values in locals; a new value overwrites the oldest, and the code is written out five times.</summary>
    public sealed class RotatedLocals : PaddedShape
    {
        /// <inheritdoc/>
        public override string Name
        {
            get { return "five weights and five x in locals, rotated"; }
        }

        /// <inheritdoc/>
        public override void Run()
        {
            int padded = Length + Taps - 1;
            for (int o = 0; o < OutChannels; o++)
            {
                for (int c = 0; c < InChannels; c++)
                {
                    Sweep(Padded, c * padded, Weights, ((o * InChannels) + c) * Taps, Sums, o * Length, Length);
                }
            }
        }

        private static void Sweep(sbyte[] x, int i, sbyte[] weights, int at, int[] y, int to, int length)
        {
            int w0 = weights[at], w1 = weights[at + 1], w2 = weights[at + 2], w3 = weights[at + 3], w4 = weights[at + 4];
            int p0 = x[i], p1 = x[i + 1], p2 = x[i + 2], p3 = x[i + 3], p4;
            i += Taps - 1;
            int end = to + length;
            while (true)
            {
                p4 = x[i++];
                y[to] = y[to] + (w0 * p0) + (w1 * p1) + (w2 * p2) + (w3 * p3) + (w4 * p4);
                if (++to == end)
                {
                    return;
                }

                p0 = x[i++];
                y[to] = y[to] + (w0 * p1) + (w1 * p2) + (w2 * p3) + (w3 * p4) + (w4 * p0);
                if (++to == end)
                {
                    return;
                }

                p1 = x[i++];
                y[to] = y[to] + (w0 * p2) + (w1 * p3) + (w2 * p4) + (w3 * p0) + (w4 * p1);
                if (++to == end)
                {
                    return;
                }

                p2 = x[i++];
                y[to] = y[to] + (w0 * p3) + (w1 * p4) + (w2 * p0) + (w3 * p1) + (w4 * p2);
                if (++to == end)
                {
                    return;
                }

                p3 = x[i++];
                y[to] = y[to] + (w0 * p4) + (w1 * p0) + (w2 * p1) + (w3 * p2) + (w4 * p3);
                if (++to == end)
                {
                    return;
                }
            }
        }
    }
}
