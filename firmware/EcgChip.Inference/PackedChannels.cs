namespace EcgChip.Inference
{
    /// <summary>
    /// Packed activations of the convolutions and pools of a network, an array for two channels. There are two such sets of rows: layer k
    /// takes in set k % 2 and puts out the other, so that each row needs to be only as long as the layers of its set need it.
    /// </summary>
    public static class PackedChannels
    {
        /// <summary>Makes one set of rows for what the convolutions and pools among <paramref name="layers"/> take in and put out.</summary>
        /// <param name="layers">All layers of a network.</param>
        /// <param name="plan">Of these layers.</param>
        /// <param name="set">0 for the input of the first layer and so on, 1 for its output.</param>
        public static long[][] Make(LayerSpec[] layers, LanePlan plan, int set)
        {
            int rows = 0;
            for (int layer = 0; layer < layers.Length; layer++)
            {
                int needed = LanePacking.Rows(Channels(layers[layer], layer, set));
                rows = needed > rows ? needed : rows;
            }

            long[][] packed = new long[rows][];
            for (int row = 0; row < rows; row++)
            {
                int longest = 0;
                for (int layer = 0; layer < layers.Length; layer++)
                {
                    if (Channels(layers[layer], layer, set) > row * LanePacking.RowChannels)
                    {
                        int length = LanePacking.PackedLength(TakesIn(layer, set) ? plan.ThirdIn(layer) : plan.ThirdOut(layer));
                        longest = length > longest ? length : longest;
                    }
                }

                packed[row] = new long[longest];
            }

            return packed;
        }

        private static bool TakesIn(int layer, int set)
        {
            return (layer & 1) == set;
        }

        private static int Channels(LayerSpec spec, int layer, int set)
        {
            return spec.Kind == LayerKind.Dense ? 0 : TakesIn(layer, set) ? spec.InChannels : spec.OutChannels;
        }
    }
}
