namespace EcgChip.Inference
{
    /// <summary>
    /// Runs a whole network at once with the plain kernels and keeps what every layer put out: the reference for
    /// <see cref="NetworkRunner"/> and for golden vectors. Slow, and it holds everything in memory; not for the chip.
    /// </summary>
    public sealed class PlainRunner
    {
        private readonly Model model;
        private readonly LayerSpec[] layers;

        /// <summary>Prepares to run <paramref name="model"/>.</summary>
        /// <exception cref="System.ArgumentException">The model is not one that a runner can run; see <see cref="ModelCheck"/>.</exception>
        public PlainRunner(Model model)
        {
            ModelCheck.Require(model);
            this.model = model;
            layers = model.Layers();
            Outputs = new sbyte[layers.Length][];
            for (int layer = 0; layer < layers.Length - 1; layer++)
            {
                Outputs[layer] = new sbyte[layers[layer].OutChannels * layers[layer].OutLength];
            }

            Logits = new int[layers[layers.Length - 1].OutChannels];
        }

        /// <summary>What each layer put out, OutChannels x OutLength; null for the last, whose result is <see cref="Logits"/>.</summary>
        public sbyte[][] Outputs { get; }

        /// <summary>What the last layer put out, in 1/256.</summary>
        public int[] Logits { get; }

        /// <summary>Runs a network without features on one input of InChannels x InLength of its first layer.</summary>
        public void Run(sbyte[] input)
        {
            Run(input, new sbyte[0]);
        }

        /// <summary>Runs the network on one input of InChannels x InLength of its first layer.</summary>
        /// <param name="input">The input; without the features where the first layer is the one that they join in.</param>
        /// <param name="features">As many as join in before the first dense layer.</param>
        public void Run(sbyte[] input, sbyte[] features)
        {
            sbyte[] blockInput = null;
            for (int layer = 0; layer < layers.Length; layer++)
            {
                if (layers[layer].Features > 0)
                {
                    input = Join(input, features);
                }

                RunLayer(layer, input, blockInput);
                blockInput = input;
                input = Outputs[layer];
            }
        }

        private static sbyte[] Join(sbyte[] outputs, sbyte[] features)
        {
            sbyte[] all = new sbyte[outputs.Length + features.Length];
            outputs.CopyTo(all, 0);
            features.CopyTo(all, outputs.Length);
            return all;
        }

        private void RunLayer(int layer, sbyte[] input, sbyte[] blockInput)
        {
            LayerSpec spec = layers[layer];
            sbyte[] output = Outputs[layer];
            switch (spec.Kind)
            {
                case LayerKind.MaxPool:
                    PlainKernels.MaxPool(spec, input, output);
                    break;

                case LayerKind.Convolution:
                    PlainKernels.Convolution(
                        spec, model.Weights(layer), model.Biases(layer), model.Multipliers(layer), input, blockInput, output);
                    break;

                default:
                    int[] rounded = output == null ? Logits : new int[spec.OutChannels];
                    PlainKernels.Dense(spec, model.Weights(layer), model.Biases(layer), model.Multipliers(layer), input, rounded);
                    for (int o = 0; output != null && o < rounded.Length; o++)
                    {
                        output[o] = Requantise.Hold(rounded[o], spec.Rectified);
                    }

                    break;
            }
        }
    }
}
