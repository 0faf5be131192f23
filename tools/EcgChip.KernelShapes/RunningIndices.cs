namespace EcgChip.KernelShapes
{
    /// <summary>Indices that run along instead of products.</summary>
    public sealed class RunningIndices : PaddedShape
    {
        /// <inheritdoc/>
        public override string Name
        {
            get { return "running indices instead of products"; }
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
                for (int i = 0; i < length; i++)
                {
                    int sum = 0;
                    int w = firstWeight;
                    int row = i;
                    for (int c = 0; c < inChannels; c++)
                    {
                        int end = row + Taps;
                        for (int at = row; at < end; at++)
                        {
                            sum += weights[w++] * input[at];
                        }

                        row += padded;
                    }

                    sums[to++] = sum;
                }

                firstWeight += inChannels * Taps;
            }
        }
    }
}
