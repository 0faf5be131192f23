namespace EcgChip.KernelShapes
{
    /// <summary>The weights of two output channels in one <c>long</c>, 32 bits each: a multiplication does both.</summary>
    public sealed class TwoOutputs : PaddedShape
    {
        private const int Upper = 32;

        private long[] pairs;

        /// <inheritdoc/>
        public override string Name
        {
            get { return "two output channels in a long, rotated"; }
        }

        /// <inheritdoc/>
        public override void Begin(int inChannels, int outChannels, int length, sbyte[] weights, sbyte[] input)
        {
            base.Begin(inChannels, outChannels, length, weights, input);
            pairs = new long[(outChannels + 1) / 2 * length];
        }

        /// <inheritdoc/>
        public override void Run()
        {
            int padded = Length + Taps - 1;
            for (int o = 0; o < OutChannels; o += 2)
            {
                for (int c = 0; c < InChannels; c++)
                {
                    int first = ((o * InChannels) + c) * Taps;
                    int second = o + 1 < OutChannels ? first + (InChannels * Taps) : first;
                    Sweep(Padded, c * padded, Weights, first, second, pairs, o / 2 * Length, Length);
                }
            }
        }

        /// <inheritdoc/>
        public override int Sum(int outChannel, int position)
        {
            long pair = pairs[(outChannel / 2 * Length) + position];
            int lower = (int)pair;
            return outChannel % 2 == 0 ? lower : (int)((pair - lower) >> Upper);
        }

        private static void Sweep(sbyte[] x, int i, sbyte[] weights, int at, int second, long[] y, int to, int length)
        {
            long w0 = weights[at] + ((long)weights[second] << Upper), w1 = weights[at + 1] + ((long)weights[second + 1] << Upper);
            long w2 = weights[at + 2] + ((long)weights[second + 2] << Upper), w3 = weights[at + 3] + ((long)weights[second + 3] << Upper);
            long w4 = weights[at + 4] + ((long)weights[second + 4] << Upper);
            long p0 = x[i], p1 = x[i + 1], p2 = x[i + 2], p3 = x[i + 3], p4;
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
