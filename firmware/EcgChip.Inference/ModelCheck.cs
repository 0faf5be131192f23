using System;

namespace EcgChip.Inference
{
    /// <summary>
    /// Refuses, before anything runs, a model that the kernels could not run exactly. Reads one layer's weights after the other, so it
    /// is work for the start of the program.
    /// </summary>
    public static class ModelCheck
    {
        /// <summary>Most taps of a convolution; one and three are run as five with zeros around.</summary>
        public const int MaxTaps = 5;

        /// <summary>
        /// Largest bias in magnitude: far beyond what a trained layer has, and with it no accumulator leaves 32 bits.
        /// </summary>
        public const int LargestBias = 1 << 30;

        /// <summary>
        /// Most inputs of a dense layer: with them a sum of products stays under 2^30.
        /// </summary>
        public const int MostInputs = 1 << 16;

        private const string Incomplete =
            "A layer must have a weight for each connection, and a bias and a multiplier for each output channel.";

        /// <summary>Throws unless every layer fits the one before it and keeps the bounds of the kernels.</summary>
        /// <exception cref="ArgumentException">The sentence says which rule is broken.</exception>
        public static void Require(Model model)
        {
            LayerSpec[] layers = model.Layers();
            Demand(
                layers.Length > 0 && layers[layers.Length - 1].Kind == LayerKind.Dense,
                "The last layer must be dense: it gives the logits.");
            for (int layer = 0; layer < layers.Length; layer++)
            {
                LayerSpec spec = layers[layer];
                RequireShape(spec);
                RequireFeatures(layer > 0 ? layers[layer - 1] : null, spec);
                if (layer > 0)
                {
                    RequireFit(layers[layer - 1], spec);
                }

                if (spec.AddsBlockInput)
                {
                    RequireBlock(layer > 0 ? layers[layer - 1] : null, spec);
                }

                if (spec.Kind != LayerKind.MaxPool)
                {
                    RequireNumbers(spec, model.Biases(layer), model.Multipliers(layer));
                    RequireWeights(model, layer, spec);
                }
            }
        }

        private static void RequireShape(LayerSpec spec)
        {
            if (spec.Kind == LayerKind.MaxPool)
            {
                Demand(
                    spec.Stride > 0 && spec.Taps > 0 && spec.Taps <= spec.InLength,
                    "A pool needs a window of at least 1, no longer than its input, and a stride of at least 1.");
            }
            else
            {
                Demand(spec.Shift >= Requantise.MinShift && spec.Shift <= Requantise.MaxShift, "The shift of a layer must be 1 to 62.");
            }

            Demand(
                spec.InChannels > 0 && spec.OutChannels > 0 && spec.InLength > 0 && spec.OutLength > 0,
                "A layer must have channels and a length of at least 1.");
            if (spec.Kind == LayerKind.Convolution)
            {
                Demand(spec.Taps == 1 || spec.Taps == 3 || spec.Taps == MaxTaps, "A convolution must have 1, 3 or 5 taps.");
            }
        }

        private static void RequireFit(LayerSpec before, LayerSpec spec)
        {
            bool fits = spec.Kind == LayerKind.Dense
                ? (before.OutChannels * before.OutLength) + spec.Features == spec.InChannels
                : before.Kind != LayerKind.Dense && before.OutChannels == spec.InChannels && before.OutLength == spec.InLength;
            Demand(fits, "A layer must take what the layer before it gives; a dense layer is followed by dense layers only.");
        }

        private static void RequireFeatures(LayerSpec before, LayerSpec spec)
        {
            bool joins = spec.Kind == LayerKind.Dense && (before == null || before.Kind != LayerKind.Dense) && spec.Features < spec.InChannels;
            Demand(spec.Features == 0 || (spec.Features > 0 && joins), "Features join in before the first dense layer, behind at least one other input.");
        }

        private static void RequireBlock(LayerSpec before, LayerSpec spec)
        {
            bool fits = before != null && before.Kind == LayerKind.Convolution
                && before.InChannels == spec.OutChannels && before.InLength == spec.OutLength;
            Demand(fits, "The end of a block must follow a convolution whose input has the shape of the block's output.");
        }

        private static void RequireNumbers(LayerSpec spec, int[] biases, int[] multipliers)
        {
            Demand(biases.Length == spec.OutChannels && multipliers.Length == spec.OutChannels, Incomplete);
            for (int o = 0; o < spec.OutChannels; o++)
            {
                Demand(biases[o] >= -LargestBias && biases[o] <= LargestBias, "A bias must be at most 2^30 in magnitude.");
            }

            Demand(spec.Kind != LayerKind.Dense || spec.InChannels <= MostInputs, "A dense layer must have at most 65,536 inputs.");
        }

        // Part by part, as they are used, so that a whole layer never sits in the heap.
        private static void RequireWeights(Model model, int layer, LayerSpec spec)
        {
            int perChannel = spec.InChannels * spec.Taps;
            for (int first = 0; first < spec.OutChannels; first += Model.PartChannels)
            {
                int channels = spec.OutChannels - first < Model.PartChannels ? spec.OutChannels - first : Model.PartChannels;
                sbyte[] weights = model.WeightPart(layer, first / Model.PartChannels);
                Demand(weights.Length == channels * perChannel, Incomplete);
                for (int o = 0; o < channels && spec.Kind == LayerKind.Convolution; o++)
                {
                    Demand(
                        LaneBound.Holds(weights, o, perChannel),
                        "The weights of a channel leave its lane: the sum of |weight| must be at most 8256.");
                }
            }
        }

        private static void Demand(bool holds, string rule)
        {
            if (!holds)
            {
                throw new ArgumentException(rule);
            }
        }
    }
}
