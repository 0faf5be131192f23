namespace EcgChip.Inference
{
    /// <summary>
    /// Packed activations of the convolutions and pools of a network, an array for two channels, each as long as the longest layer needs it.
    /// </summary>
    public static class PackedChannels
    {
        /// <summary>Makes arrays that hold what any convolution or pool among <paramref name="layers"/> takes in and puts out.</summary>
        public static long[][] Make(LayerSpec[] layers, LanePlan plan)
        {
            int channels = 0;
            for (int layer = 0; layer < layers.Length; layer++)
            {
                int needed = Channels(layers[layer]);
                channels = needed > channels ? needed : channels;
            }

            int rows = LanePacking.Rows(channels);
            long[][] packed = new long[rows][];
            for (int row = 0; row < rows; row++)
            {
                int longest = 0;
                for (int layer = 0; layer < layers.Length; layer++)
                {
                    if (Channels(layers[layer]) > row * LanePacking.RowChannels)
                    {
                        int third = plan.ThirdIn(layer) > plan.ThirdOut(layer) ? plan.ThirdIn(layer) : plan.ThirdOut(layer);
                        int length = LanePacking.PackedLength(third);
                        longest = length > longest ? length : longest;
                    }
                }

                packed[row] = new long[longest];
            }

            return packed;
        }

        private static int Channels(LayerSpec spec)
        {
            return spec.Kind == LayerKind.Dense ? 0 : spec.OutChannels > spec.InChannels ? spec.OutChannels : spec.InChannels;
        }
    }
}
