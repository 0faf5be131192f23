namespace EcgChip.Inference
{
    /// <summary>
    /// A model whose numbers were all loaded once and stay: for a network that must not allocate while it runs. The arrays are shared; nobody may
    /// write to them.
    /// </summary>
    public sealed class HeldModel : Model
    {
        private readonly Model model;

        // Shapes as numbers: an object for each would be three times as large.
        private readonly short[] shapes;
        private readonly LayerSpec current;

        // All parts of all layers in a row, and where each layer's begin.
        private readonly sbyte[][] parts;
        private readonly ushort[] firstParts;
        private readonly int[][] biases;
        private readonly int[][] multipliers;

        /// <summary>Loads all numbers of a model.</summary>
        public HeldModel(Model model)
        {
            this.model = model;
            LayerSpec[] layers = model.Layers();
            current = layers[0];
            shapes = new short[layers.Length * LayerSpec.Numbers];
            firstParts = new ushort[layers.Length];
            int count = 0;
            for (int layer = 0; layer < layers.Length; layer++)
            {
                layers[layer].Write(shapes, layer * LayerSpec.Numbers);
                firstParts[layer] = (ushort)count;
                count += Parts(layers[layer]);
            }

            parts = new sbyte[count][];
            biases = new int[layers.Length][];
            multipliers = new int[layers.Length][];
            for (int layer = 0; layer < layers.Length; layer++)
            {
                int itsParts = Parts(layers[layer]);
                for (int part = 0; part < itsParts; part++)
                {
                    parts[firstParts[layer] + part] = model.WeightPart(layer, part);
                }

                if (itsParts > 0)
                {
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
            return model.Layers();
        }

        /// <summary>One layer; the object is the same every time, and the next call makes another layer of it.</summary>
        public override LayerSpec Layer(int layer)
        {
            current.Read(shapes, layer * LayerSpec.Numbers);
            return current;
        }

        /// <inheritdoc/>
        public override sbyte[] Weights(int layer)
        {
            return model.Weights(layer);
        }

        /// <inheritdoc/>
        public override sbyte[] WeightPart(int layer, int part)
        {
            return parts[firstParts[layer] + part];
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

        private static int Parts(LayerSpec spec)
        {
            return spec.Kind == LayerKind.MaxPool ? 0 : (spec.OutChannels + PartChannels - 1) / PartChannels;
        }
    }
}
