namespace EcgChip.Inference
{
    /// <summary>
    /// A model whose numbers were all loaded once and stay: for a network that must not allocate while it runs. The arrays are shared; nobody may
    /// write to them.
    /// </summary>
    public sealed class HeldModel : Model
    {
        private readonly Model model;
        private readonly LayerSpec[] layers;
        private readonly sbyte[][][] parts;
        private readonly int[][] biases;
        private readonly int[][] multipliers;

        /// <summary>Loads all numbers of a model.</summary>
        public HeldModel(Model model)
        {
            this.model = model;
            layers = model.Layers();
            parts = new sbyte[layers.Length][][];
            biases = new int[layers.Length][];
            multipliers = new int[layers.Length][];
            for (int layer = 0; layer < layers.Length; layer++)
            {
                if (layers[layer].Kind != LayerKind.MaxPool)
                {
                    int count = (layers[layer].OutChannels + PartChannels - 1) / PartChannels;
                    parts[layer] = new sbyte[count][];
                    for (int part = 0; part < count; part++)
                    {
                        parts[layer][part] = model.WeightPart(layer, part);
                    }

                    biases[layer] = model.Biases(layer);
                    multipliers[layer] = model.Multipliers(layer);
                }
            }
        }

        /// <inheritdoc/>
        public override string Name
        {
            get { return model.Name; }
        }

        /// <inheritdoc/>
        public override string Hash
        {
            get { return model.Hash; }
        }

        /// <inheritdoc/>
        public override string BeatFingerprint
        {
            get { return model.BeatFingerprint; }
        }

        /// <inheritdoc/>
        public override LayerSpec[] Layers()
        {
            return layers;
        }

        /// <inheritdoc/>
        public override LayerSpec Layer(int layer)
        {
            return layers[layer];
        }

        /// <inheritdoc/>
        public override sbyte[] Weights(int layer)
        {
            return model.Weights(layer);
        }

        /// <inheritdoc/>
        public override sbyte[] WeightPart(int layer, int part)
        {
            return parts[layer][part];
        }

        /// <inheritdoc/>
        public override int[] Biases(int layer)
        {
            return biases[layer];
        }

        /// <inheritdoc/>
        public override int[] Multipliers(int layer)
        {
            return multipliers[layer];
        }
    }
}
