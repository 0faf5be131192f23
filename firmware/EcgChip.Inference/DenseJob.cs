namespace EcgChip.Inference
{
    /// <summary>A dense layer, some products a slice.</summary>
    public sealed class DenseJob : LayerJob
    {
        // IL instructions: 15 a product, with the loop's; handing out a run of products, and rounding a finished sum, about 275.
        private const int IlPerProduct = 15;
        private const int IlPerRun = 275;

        private Model model;
        private int layer;
        private LayerSpec spec;
        private int part;
        private sbyte[] weights;
        private int[] biases;
        private int[] multipliers;
        private sbyte[] input;
        private sbyte[] output;
        private int[] rounded;
        private int outputIndex;
        private int inputIndex;
        private int sum;

        /// <summary>Prepares for a layer of kind <see cref="LayerKind.Dense"/>.</summary>
        /// <param name="ofModel">Has the layer's numbers.</param>
        /// <param name="ofLayer">The layer's index.</param>
        /// <param name="layerSpec">Shape and arithmetic.</param>
        /// <param name="from">The layer's inputs.</param>
        /// <param name="to">Where activations go; null for the last layer.</param>
        /// <param name="logits">Where the last layer's results go, not held to 8 bits; read only if <paramref name="to"/> is null.</param>
        public void Begin(Model ofModel, int ofLayer, LayerSpec layerSpec, sbyte[] from, sbyte[] to, int[] logits)
        {
            model = ofModel;
            layer = ofLayer;
            spec = layerSpec;
            part = 0;
            weights = ofModel.WeightPart(ofLayer, 0);
            biases = ofModel.Biases(ofLayer);
            multipliers = ofModel.Multipliers(ofLayer);
            input = from;
            output = to;
            rounded = logits;
            outputIndex = 0;
            inputIndex = 0;
            sum = 0;
        }

        /// <inheritdoc/>
        public override bool RunSlice()
        {
            int credit = SliceIl;
            while (outputIndex < spec.OutChannels)
            {
                int affordable = (credit - IlPerRun) / IlPerProduct;
                if (affordable < 1)
                {
                    return false;
                }

                int left = spec.InChannels - inputIndex;
                int count = affordable < left ? affordable : left;
                Add(count);
                credit -= IlPerRun + (count * IlPerProduct);
            }

            model = null;
            spec = null;
            weights = null;
            biases = null;
            multipliers = null;
            return true;
        }

        private void Add(int count)
        {
            int inputs = spec.InChannels;
            if (outputIndex / Model.PartChannels != part)
            {
                part = outputIndex / Model.PartChannels;
                weights = null;
                weights = model.WeightPart(layer, part);
            }

            sum += DenseKernel.Sum(weights, ((outputIndex % Model.PartChannels) * inputs) + inputIndex, input, inputIndex, count);
            inputIndex += count;
            if (inputIndex < inputs)
            {
                return;
            }

            int result = Requantise.Round((sum + biases[outputIndex]) * (long)multipliers[outputIndex], spec.Shift);
            if (output == null)
            {
                rounded[outputIndex] = result;
            }
            else
            {
                output[outputIndex] = Requantise.Hold(result, spec.Rectified);
            }

            outputIndex++;
            inputIndex = 0;
            sum = 0;
        }
    }
}
