namespace EcgChip.Inference
{
    /// <summary>The weighted sum of a dense layer, as <see cref="PlainKernels.Dense"/> has it, with everything in locals.</summary>
    public static class DenseKernel
    {
        private const int Unrolled = 4;

        /// <summary>Sum of <paramref name="count"/> products.</summary>
        /// <param name="weights">Of the layer.</param>
        /// <param name="weight">Index of the first weight.</param>
        /// <param name="input">Activations.</param>
        /// <param name="from">Index of the first activation.</param>
        /// <param name="count">Products to add.</param>
        public static int Sum(sbyte[] weights, int weight, sbyte[] input, int from, int count)
        {
            int sum = 0;
            int end = from + count;
            int unrolledEnd = end - Unrolled;
            int k = weight;
            int i = from;
            while (i <= unrolledEnd)
            {
                sum += (weights[k] * input[i]) + (weights[k + 1] * input[i + 1])
                    + (weights[k + 2] * input[i + 2]) + (weights[k + 3] * input[i + 3]);
                k += Unrolled;
                i += Unrolled;
            }

            while (i < end)
            {
                sum += weights[k++] * input[i++];
            }

            return sum;
        }
    }
}
