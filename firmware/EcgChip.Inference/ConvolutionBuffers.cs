namespace EcgChip.Inference
{
    /// <summary>The arrays that the convolutions of a network share, each as large as the largest layer needs it; made once.</summary>
    public sealed class ConvolutionBuffers
    {
        /// <summary>
        /// Packed input, an array a channel, up to a multiple of what a sweep takes in. Those without a channel may hold anything: their
        /// weights are zero.
        /// </summary>
        public readonly long[][] Packed;

        /// <summary>Accumulators of the sweep's first output channel.</summary>
        public readonly long[] First;

        /// <summary>Accumulators of the sweep's second output channel.</summary>
        public readonly long[] Second;

        /// <summary>Accumulators to which nothing is added yet, to copy from: one native call instead of a loop.</summary>
        public readonly long[] Empty;

        /// <summary>Weights of one sweep.</summary>
        public readonly sbyte[] SweepWeights = new sbyte[LaneConvolution.Weights];

        /// <summary>Makes buffers for the convolutions among <paramref name="layers"/>.</summary>
        public ConvolutionBuffers(LayerSpec[] layers)
        {
            int channels = 0;
            int longest = 0;
            for (int layer = 0; layer < layers.Length; layer++)
            {
                if (layers[layer].Kind == LayerKind.Convolution)
                {
                    int swept = SweptChannels(layers[layer]);
                    channels = swept > channels ? swept : channels;
                    longest = layers[layer].InLength > longest ? layers[layer].InLength : longest;
                }
            }

            Packed = new long[channels][];
            for (int channel = 0; channel < channels; channel++)
            {
                Packed[channel] = new long[LongestPacked(layers, channel)];
            }

            int accumulators = LanePacking.Third(longest) + LaneConvolution.First;
            First = new long[accumulators];
            Second = new long[accumulators];
            Empty = new long[accumulators];
            for (int i = 0; i < accumulators; i++)
            {
                Empty[i] = LaneConvolution.Empty;
            }
        }

        private static int SweptChannels(LayerSpec spec)
        {
            const int AtOnce = LaneConvolution.InChannels;
            return spec.InChannels == 1 ? 1 : (spec.InChannels + AtOnce - 1) / AtOnce * AtOnce;
        }

        private static int LongestPacked(LayerSpec[] layers, int channel)
        {
            int longest = 0;
            for (int layer = 0; layer < layers.Length; layer++)
            {
                LayerSpec spec = layers[layer];
                if (spec.Kind == LayerKind.Convolution && SweptChannels(spec) > channel)
                {
                    int packed = LanePacking.PackedLength(spec.InLength);
                    longest = packed > longest ? packed : longest;
                }
            }

            return longest;
        }
    }
}
