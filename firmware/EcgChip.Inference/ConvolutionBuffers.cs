namespace EcgChip.Inference
{
    /// <summary>The accumulators and weights of a sweep, which the convolutions of a network share; made once.</summary>
    public sealed class ConvolutionBuffers
    {
        /// <summary>Accumulators of the sweep's output channels.</summary>
        public readonly long[][] Accumulators = new long[LaneConvolution.OutChannels][];

        /// <summary>Accumulators to which nothing is added yet, to copy from: one native call instead of a loop.</summary>
        public readonly long[] Empty;

        /// <summary>Weights of one sweep.</summary>
        public readonly sbyte[] SweepWeights = new sbyte[LaneConvolution.Weights];

        /// <summary>Makes buffers for thirds of at most <paramref name="longestThird"/> positions.</summary>
        public ConvolutionBuffers(int longestThird)
        {
            int length = LaneConvolution.First + longestThird + (longestThird % LaneConvolution.Positions);
            for (int channel = 0; channel < LaneConvolution.OutChannels; channel++)
            {
                Accumulators[channel] = new long[length];
            }

            Empty = new long[length];
            for (int i = 0; i < length; i++)
            {
                Empty[i] = LaneConvolution.Empty;
            }
        }
    }
}
