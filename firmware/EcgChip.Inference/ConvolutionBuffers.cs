namespace EcgChip.Inference
{
    /// <summary>The accumulators and weights of a sweep, which the convolutions of a network share; made once.</summary>
    public sealed class ConvolutionBuffers
    {
        /// <summary>Accumulators of the sweep's output channels.</summary>
        public readonly long[][] Accumulators = new long[LaneConvolution.OutChannels][];

        /// <summary>Accumulators to which nothing is added yet, to copy from: one native call instead of a loop.</summary>
        public readonly long[] Empty;

        /// <summary>A channel of zeros, for input channels that are missing.</summary>
        public readonly long[] Silence;

        /// <summary>The input channels that are not silent, and silence up to a multiple of four.</summary>
        public readonly long[][] Active;

        /// <summary>Where the weights for each of <see cref="Active"/> begin among an output channel's.</summary>
        public readonly int[] ActiveWeights;

        /// <summary>Weights of one sweep, where they do not stand ready in the layer's.</summary>
        public readonly sbyte[] SweepWeights = new sbyte[LaneConvolution.Weights];

        /// <summary>
        /// Makes buffers for at most <paramref name="mostChannels"/> input channels with thirds of at most
        /// <paramref name="longestThird"/> positions.
        /// </summary>
        public ConvolutionBuffers(int mostChannels, int longestThird)
        {
            const int AtOnce = LaneConvolution.InChannels;
            int most = (mostChannels + AtOnce - 1) / AtOnce * AtOnce;
            Active = new long[most][];
            ActiveWeights = new int[most];
            Silence = new long[LanePacking.PackedLength(longestThird)];
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
