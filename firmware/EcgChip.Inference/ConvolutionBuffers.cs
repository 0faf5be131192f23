namespace EcgChip.Inference
{
    /// <summary>The accumulators, weights and channel order of a sweep, which the convolutions of a network share; made once.</summary>
    public sealed class ConvolutionBuffers
    {
        /// <summary>Most positions of a third that are swept and requantised before the next.</summary>
        public const int LongestRun = 16;

        /// <summary>Accumulators of the sweep's output channels, of one run.</summary>
        public readonly long[][] Accumulators = new long[LaneConvolution.OutChannels][];

        /// <summary>The input channels, those first that are not silent in the run.</summary>
        public readonly ushort[] Order;

        /// <summary>Weights of one sweep, where they do not stand ready in the layer's.</summary>
        public readonly sbyte[] SweepWeights = new sbyte[LaneConvolution.Weights];

        /// <summary>Makes buffers for at most <paramref name="mostChannels"/> input channels.</summary>
        public ConvolutionBuffers(int mostChannels)
        {
            Order = new ushort[mostChannels];
            for (int channel = 0; channel < LaneConvolution.OutChannels; channel++)
            {
                Accumulators[channel] = new long[LongestRun];
            }
        }
    }
}
