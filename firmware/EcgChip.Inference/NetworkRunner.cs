using System;

namespace EcgChip.Inference
{
    /// <summary>
    /// Runs a network in slices of about 2 ms of the chip's time. All buffers are made in the constructor; while it runs only the model
    /// allocates, one layer's numbers when the layer begins.
    /// <para>Use: fill <see cref="Input"/>, <see cref="Start"/>, <see cref="Step"/> until it says true, read the result.</para>
    /// </summary>
    public sealed class NetworkRunner
    {
        /// <summary>
        /// InChannels x InLength of the first layer, 0..127 (anything in -127..127 is exact). Read when <see cref="Start"/> is called.
        /// </summary>
        public readonly sbyte[] Input;

        /// <summary>What the last layer put out, in 1/256; valid once <see cref="Step"/> has said true.</summary>
        public readonly int[] Logits;

        private readonly Model model;
        private readonly LayerSpec[] layers;
        private readonly ConvolutionJob convolution;
        private readonly PoolJob pool;
        private readonly DenseJob dense;

        // The layer's input, and the other buffer: its output, or, at the end of a block, the block's input.
        private sbyte[] current;
        private sbyte[] other;
        private LayerJob job;
        private int layer;
        private bool started;
        private int bestClass;
        private int confidence;

        /// <summary>Makes the buffers for <paramref name="model"/>, reading each layer's numbers once to check them.</summary>
        /// <exception cref="ArgumentException">The model is not one that the kernels run exactly; see <see cref="ModelCheck"/>.</exception>
        public NetworkRunner(Model model)
        {
            ModelCheck.Require(model);
            this.model = model;
            layers = model.Layers();
            LayerSpec first = layers[0];
            Input = new sbyte[first.InChannels * first.InLength];
            Logits = new int[layers[layers.Length - 1].OutChannels];

            int largest = Input.Length;
            for (int k = 0; k < layers.Length; k++)
            {
                int size = layers[k].OutChannels * layers[k].OutLength;
                largest = size > largest ? size : largest;
            }

            current = new sbyte[largest + LaneRequantiser.Slack];
            other = new sbyte[largest + LaneRequantiser.Slack];
            convolution = new ConvolutionJob(new ConvolutionBuffers(layers));
            pool = new PoolJob();
            dense = new DenseJob();
            layer = layers.Length;
            bestClass = BeatClass.Unclassified;
        }

        /// <summary>The class with the largest logit; <see cref="BeatClass.Unclassified"/> while there is no result.</summary>
        public int BestClass
        {
            get { return bestClass; }
        }

        /// <summary>The softmax of the best class, 0 to <see cref="Softmax.Certain"/> (255); 0 while there is no result.</summary>
        public int Confidence
        {
            get { return confidence; }
        }

        /// <summary>Layers that are finished, from the first.</summary>
        public int LayersDone
        {
            get { return layer; }
        }

        /// <summary>
        /// Behind a <see cref="Step"/> that finished a layer other than the last (<see cref="LayersDone"/> has grown): what that layer put
        /// out, OutChannels x OutLength, channel after channel; what stands behind it has no meaning.
        /// </summary>
        public sbyte[] Activations
        {
            get { return current; }
        }

        /// <summary>Begins with what <see cref="Input"/> holds now; drops what was under way.</summary>
        public void Start()
        {
            Array.Copy(Input, current, Input.Length);
            layer = 0;
            started = true;
            job = null;
            bestClass = BeatClass.Unclassified;
            confidence = 0;
        }

        /// <summary>One bounded slice; true when the result is there (and at once, where nothing was started).</summary>
        public bool Step()
        {
            if (layer == layers.Length)
            {
                Conclude();
                return true;
            }

            if (job == null)
            {
                BeginLayer();
            }
            else if (job.RunSlice())
            {
                EndLayer();
            }

            return false;
        }

        private void BeginLayer()
        {
            LayerSpec spec = layers[layer];
            switch (spec.Kind)
            {
                case LayerKind.MaxPool:
                    pool.Begin(spec, current, other);
                    job = pool;
                    break;

                case LayerKind.Convolution:
                    convolution.Begin(
                        spec, model.Weights(layer), model.Biases(layer), model.Multipliers(layer), current, other,
                        spec.AddsBlockInput ? current : other);
                    job = convolution;
                    break;

                default:
                    bool last = layer == layers.Length - 1;
                    dense.Begin(
                        spec, model.Weights(layer), model.Biases(layer), model.Multipliers(layer), current, last ? null : other, Logits);
                    job = dense;
                    break;
            }
        }

        private void EndLayer()
        {
            // The end of a block works in place; whatever else goes from one buffer to the other.
            if (!layers[layer].AddsBlockInput)
            {
                sbyte[] output = other;
                other = current;
                current = output;
            }

            job = null;
            layer++;
        }

        private void Conclude()
        {
            if (started)
            {
                bestClass = Softmax.Best(Logits);
                confidence = Softmax.Confidence(Logits, bestClass);
                started = false;
            }
        }
    }
}
