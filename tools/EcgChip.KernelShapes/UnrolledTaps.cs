namespace EcgChip.KernelShapes
{
    /// <summary>The five taps written out.</summary>
    public sealed class UnrolledTaps : PaddedShape
    {
        /// <inheritdoc/>
        public override string Name
        {
            get { return "contiguous dot product, unrolled by five"; }
        }

        /// <inheritdoc/>
        public override void Run()
        {
            int inChannels = InChannels, outChannels = OutChannels, length = Length;
            int padded = length + Taps - 1;
            sbyte[] weights = Weights, input = Padded;
            int[] sums = Sums;
            int to = 0;
            int firstWeight = 0;
            for (int o = 0; o < outChannels; o++)
            {
                int end = firstWeight + (inChannels * Taps);
                for (int i = 0; i < length; i++)
                {
                    int sum = 0;
                    int at = i;
                    for (int w = firstWeight; w < end; w += Taps)
                    {
                        sum += (weights[w] * input[at]) + (weights[w + 1] * input[at + 1]) + (weights[w + 2] * input[at + 2])
                            + (weights[w + 3] * input[at + 3]) + (weights[w + 4] * input[at + 4]);
                        at += padded;
                    }

                    sums[to++] = sum;
                }

                firstWeight = end;
            }
        }
    }
}
