using System;

namespace EcgChip.Inference
{
    /// <summary>
    /// A model whose numbers were all loaded once and stay: for a network that must not allocate while it runs. For one runner: what it gives of a
    /// layer holds until the same is asked of another.
    /// </summary>
    public sealed class HeldModel : Model
    {
        private readonly Model model;

        // Shapes as numbers: an object for each would be three times as large.
        private readonly short[] shapes;
        private readonly LayerSpec current;

        // All weights in a row, part by part; where each part begins, and behind them the end; which part is a layer's first.
        private readonly sbyte[] weights;
        private readonly ushort[] partStarts;
        private readonly ushort[] firstParts;

        // Of each layer the biases, then the multipliers; and where they begin.
        private readonly int[] numbers;
        private readonly ushort[] firstNumbers;

        // What is given out, until the next is asked for: an array for each part would take as much again as the numbers themselves.
        private readonly sbyte[] given;
        private readonly int[] biases;
        private readonly int[] multipliers;

        /// <summary>Checks a model and loads all its numbers.</summary>
        /// <exception cref="ArgumentException">The model is not one that the kernels run exactly; see <see cref="ModelCheck"/>.</exception>
        public HeldModel(Model model)
        {
            ModelCheck.Require(model);
            this.model = model;
            LayerSpec[] layers = model.Layers();
            current = layers[0];
            shapes = new short[layers.Length * LayerSpec.Numbers];
            firstParts = new ushort[layers.Length];
            firstNumbers = new ushort[layers.Length];
            int partCount = 0;
            int weightCount = 0;
            int numberCount = 0;
            int longestPart = 0;
            int mostChannels = 0;
            for (int layer = 0; layer < layers.Length; layer++)
            {
                LayerSpec spec = layers[layer];
                spec.Write(shapes, layer * LayerSpec.Numbers);
                firstParts[layer] = (ushort)partCount;
                firstNumbers[layer] = (ushort)numberCount;
                if (spec.Kind != LayerKind.MaxPool)
                {
                    int perChannel = spec.InChannels * spec.Taps;
                    partCount += Parts(spec);
                    weightCount += spec.OutChannels * perChannel;
                    numberCount += 2 * spec.OutChannels;
                    int longest = (spec.OutChannels < PartChannels ? spec.OutChannels : PartChannels) * perChannel;
                    longestPart = longest > longestPart ? longest : longestPart;
                    mostChannels = spec.OutChannels > mostChannels ? spec.OutChannels : mostChannels;
                }
            }

            if (weightCount > ushort.MaxValue)
            {
                throw new ArgumentException("The model has too many weights to be held: run it without HeldModel.");
            }

            weights = new sbyte[weightCount];
            partStarts = new ushort[partCount + 1];
            numbers = new int[numberCount];
            given = new sbyte[longestPart];
            biases = new int[mostChannels];
            multipliers = new int[mostChannels];
            int at = 0;
            for (int layer = 0; layer < layers.Length; layer++)
            {
                int itsParts = Parts(layers[layer]);
                for (int of = 0; of < itsParts; of++)
                {
                    sbyte[] loaded = model.WeightPart(layer, of);
                    Array.Copy(loaded, 0, weights, at, loaded.Length);
                    partStarts[firstParts[layer] + of] = (ushort)at;
                    at += loaded.Length;
                }

                if (itsParts > 0)
                {
                    int channels = layers[layer].OutChannels;
                    Array.Copy(model.Biases(layer), 0, numbers, firstNumbers[layer], channels);
                    Array.Copy(model.Multipliers(layer), 0, numbers, firstNumbers[layer] + channels, channels);
                }
            }

            partStarts[partCount] = (ushort)at;
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

        /// <summary>A part of a layer's weights, from the start of an array that is the same every time, whatever its length.</summary>
        public override sbyte[] WeightPart(int layer, int part)
        {
            int at = firstParts[layer] + part;
            int start = partStarts[at];
            Array.Copy(weights, start, given, 0, partStarts[at + 1] - start);
            return given;
        }

        /// <summary>Biases of a layer, from the start of an array that is the same every time, whatever its length.</summary>
        public override int[] Biases(int layer)
        {
            Array.Copy(numbers, firstNumbers[layer], biases, 0, Channels(layer));
            return biases;
        }

        /// <summary>Multipliers of a layer, from the start of an array that is the same every time, whatever its length.</summary>
        public override int[] Multipliers(int layer)
        {
            int channels = Channels(layer);
            Array.Copy(numbers, firstNumbers[layer] + channels, multipliers, 0, channels);
            return multipliers;
        }

        private int Channels(int layer)
        {
            int end = layer + 1 < firstNumbers.Length ? firstNumbers[layer + 1] : numbers.Length;
            return (end - firstNumbers[layer]) >> 1;
        }

        private static int Parts(LayerSpec spec)
        {
            return spec.Kind == LayerKind.MaxPool ? 0 : (spec.OutChannels + PartChannels - 1) / PartChannels;
        }
    }
}
