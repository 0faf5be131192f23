namespace EcgChip.Inference
{
    /// <summary>The largest of a sliding window, as <see cref="PlainKernels.MaxPool"/> has it, with everything in locals.</summary>
    public static class PoolKernel
    {
        /// <summary>Window of the pools that <see cref="LanePool"/> does.</summary>
        public const int FiveWindow = 5;

        /// <summary>Stride of the pools that <see cref="LanePool"/> does.</summary>
        public const int TwoStride = 2;

        /// <summary>Any window and stride.</summary>
        /// <param name="window">Values of a window.</param>
        /// <param name="stride">Values from one window to the next.</param>
        /// <param name="input">Activations.</param>
        /// <param name="inOffset">Where the first window begins.</param>
        /// <param name="output">Not the same array.</param>
        /// <param name="outOffset">Where the first window's largest goes.</param>
        /// <param name="count">Windows.</param>
        public static void Any(int window, int stride, sbyte[] input, int inOffset, sbyte[] output, int outOffset, int count)
        {
            int skip = stride - window;
            int at = inOffset;
            int end = outOffset + count;
            for (int to = outOffset; to < end; to++)
            {
                int largest = input[at];
                int windowEnd = at + window;
                while (++at < windowEnd)
                {
                    int value = input[at];
                    if (value > largest)
                    {
                        largest = value;
                    }
                }

                at += skip;
                output[to] = (sbyte)largest;
            }
        }
    }
}
