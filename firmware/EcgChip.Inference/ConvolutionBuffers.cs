namespace EcgChip.Inference
{
    /// <summary>
    /// The accumulators and weights of a sweep, made once. The convolutions of a network share them, and so may two networks that take turns: one begins
    /// only where the other is between two groups of output channels (<see cref="IsFree"/>), when nothing in here is wanted any more.
    /// </summary>
    public sealed class ConvolutionBuffers
    {
        /// <summary>Most positions of a third that are swept and requantised before the next.</summary>
        public const int LongestRun = 16;

        /// <summary>Accumulators of the sweep's output channels, of one run.</summary>
        public readonly long[][] Accumulators = new long[LaneConvolution.OutChannels][];

        /// <summary>Weights of one sweep, where they do not stand ready in the layer's.</summary>
        public readonly sbyte[] SweepWeights = new sbyte[LaneConvolution.Weights];

        /// <summary>The job that is within a group; null when none is.</summary>
        internal ConvolutionJob Holder;

        /// <summary>Makes the buffers.</summary>
        public ConvolutionBuffers()
        {
            for (int channel = 0; channel < LaneConvolution.OutChannels; channel++)
            {
                Accumulators[channel] = new long[LongestRun];
            }
        }

        /// <summary>True when nothing in the buffers is wanted any more: another network may begin.</summary>
        public bool IsFree
        {
            get { return Holder == null; }
        }
    }
}
