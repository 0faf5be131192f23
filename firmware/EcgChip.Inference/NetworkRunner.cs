using System;

namespace EcgChip.Inference
{
    /// <summary>
    /// Runs a network in slices of about 2 ms of the chip's time. All buffers are made in the constructor; while it runs only the model
    /// allocates, a layer's numbers as it comes to them.
    /// <para>Use: fill <see cref="Input"/> and <see cref="Features"/>, <see cref="Start"/>, <see cref="Step"/> until it says true, read the result.</para>
    /// </summary>
    public sealed class NetworkRunner
    {
        /// <summary>
        /// InChannels x InLength of the first layer, 0..127 (anything in -127..127 is exact). To be left alone from <see cref="Start"/> until the
        /// first layer is done.
        /// </summary>
        public readonly sbyte[] Input;

        /// <summary>
        /// What joins in before the first dense layer, -127..127; empty where nothing does. Read when that layer begins: to be left alone from
        /// <see cref="Start"/> or <see cref="Join"/> until the result is there.
        /// </summary>
        public readonly sbyte[] Features;

        /// <summary>What the last layer put out, in 1/256; valid once <see cref="Step"/> has said true.</summary>
        public readonly int[] Logits;

        private readonly Model model;
        private readonly int layers;
        private readonly LanePlan plan;
        private readonly bool beginsDense;
        private readonly ConvolutionJob convolution;
        private readonly PoolJob pool;
        private readonly LanePoolJob lanePool;
        private readonly DenseJob dense;
        private readonly TransferJob transfer;

        // What convolutions and pools with an even index take in, and those with an odd one.
        private readonly long[][] even;
        private readonly long[][] odd;

        // Of the layer under way: its input, and the other buffer: its output, or, at the end of a block, the block's input.
        private long[][] current;
        private long[][] other;

        // Of dense layers the input and the output.
        private sbyte[] flat;
        private sbyte[] otherFlat;
        private bool packed;
        private LayerJob job;
        private int layer;
        private bool started;
        private bool isAhead;
        private int bestClass;
        private int confidence;

        /// <summary>Makes the buffers for <paramref name="model"/>, reading each layer's numbers once to check them.</summary>
        /// <exception cref="ArgumentException">The model is not one that the kernels run exactly; see <see cref="ModelCheck"/>.</exception>
        public NetworkRunner(Model model)
            : this(model, LayerJob.LongSliceIl)
        {
        }

        /// <summary>Makes the buffers for a model that runs in slices of another length.</summary>
        /// <param name="model">The model.</param>
        /// <param name="sliceIl"><see cref="LayerJob.LongSliceIl"/> or <see cref="LayerJob.ShortSliceIl"/>.</param>
        /// <exception cref="ArgumentException">As above.</exception>
        public NetworkRunner(Model model, int sliceIl)
            : this(model, sliceIl, new ConvolutionBuffers())
        {
        }

        /// <summary>Makes what is missing of the buffers for a model that takes turns with another.</summary>
        /// <param name="model">The model.</param>
        /// <param name="sliceIl"><see cref="LayerJob.LongSliceIl"/> or <see cref="LayerJob.ShortSliceIl"/>.</param>
        /// <param name="buffers">
        /// Of a convolution; another runner may have the same ones, when neither takes a step from its start to its last convolution while the other is within a
        /// group (<see cref="ConvolutionBuffers.IsFree"/>).
        /// </param>
        /// <exception cref="ArgumentException">As above.</exception>
        public NetworkRunner(Model model, int sliceIl, ConvolutionBuffers buffers)
        {
            if (!(model is HeldModel))
            {
                ModelCheck.Require(model);
            }

            this.model = model;
            LayerSpec[] specs = model.Layers();
            layers = specs.Length;
            LayerSpec first = specs[0];
            Input = new sbyte[(first.InChannels * first.InLength) - first.Features];
            Logits = new int[specs[layers - 1].OutChannels];

            beginsDense = first.Kind == LayerKind.Dense;
            int longest = beginsDense ? Input.Length : 0;
            int mostOutputs = 1;
            int mostChannels = 0;
            int longestLine = 0;
            int features = 0;
            plan = new LanePlan(specs);
            for (int k = 0; k < layers; k++)
            {
                LayerSpec spec = specs[k];
                if (spec.Kind == LayerKind.Dense)
                {
                    longest = spec.InChannels > longest ? spec.InChannels : longest;
                    mostOutputs = spec.OutChannels > mostOutputs ? spec.OutChannels : mostOutputs;
                    features += spec.Features;
                }
                else if (spec.Kind == LayerKind.Convolution)
                {
                    mostChannels = spec.InChannels > mostChannels ? spec.InChannels : mostChannels;
                }
                else if (!plan.PoolsInLanes(k))
                {
                    longestLine = spec.InLength > longestLine ? spec.InLength : longestLine;
                }
            }

            even = PackedChannels.Make(specs, plan, 0);
            odd = PackedChannels.Make(specs, plan, 1);
            flat = new sbyte[longest > mostOutputs ? longest : mostOutputs];
            Features = new sbyte[features];
            otherFlat = new sbyte[mostOutputs];
            convolution = new ConvolutionJob(buffers, mostChannels);
            pool = longestLine > 0 ? new PoolJob(longestLine) : null;
            lanePool = new LanePoolJob();
            dense = new DenseJob();
            transfer = new TransferJob();
            convolution.SliceIl = sliceIl;
            if (pool != null)
            {
                pool.SliceIl = sliceIl;
            }

            lanePool.SliceIl = sliceIl;
            dense.SliceIl = sliceIl;
            transfer.SliceIl = sliceIl;
            layer = layers;
            bestClass = BeatClass.Unclassified;
        }

        /// <summary>The model that it runs.</summary>
        public Model Model
        {
            get { return model; }
        }

        /// <summary>Its job for dense layers, for a head that runs while this rests.</summary>
        internal DenseJob Dense
        {
            get { return dense; }
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

        /// <summary>True where nothing is left to do without features: a step does nothing before <see cref="Join"/>.</summary>
        public bool AwaitsFeatures { get; private set; }

        /// <summary>Layers that are finished, from the first.</summary>
        public int LayersDone
        {
            get { return layer; }
        }

        /// <summary>
        /// Behind a <see cref="Step"/> that finished a layer other than the last (<see cref="LayersDone"/> has grown): copies what that
        /// layer put out, for tests and for a look inside; unpacks it, so that it costs like a layer.
        /// </summary>
        /// <param name="activations">OutChannels x OutLength of that layer, channel after channel.</param>
        public void CopyActivations(sbyte[] activations)
        {
            LayerSpec spec = model.Layer(layer - 1);
            if (spec.Kind == LayerKind.Dense)
            {
                Array.Copy(flat, activations, spec.OutChannels);
                return;
            }

            int third = plan.ThirdOut(layer - 1);
            for (int channel = 0; channel < spec.OutChannels; channel++)
            {
                LanePacking.Unpack(
                    current[channel / LanePacking.RowChannels], LanePacking.Field(channel), spec.OutLength, third,
                    activations, channel * spec.OutLength, 0, third);
            }
        }

        /// <summary>Begins with what <see cref="Input"/> holds now; drops what was under way.</summary>
        public void Start()
        {
            if (flat.Length < otherFlat.Length)
            {
                SwapFlats();
            }

            if (beginsDense)
            {
                Array.Copy(Input, flat, Input.Length);
            }

            convolution.Drop();
            packed = false;
            current = even;
            other = odd;
            layer = 0;
            started = true;
            isAhead = false;
            AwaitsFeatures = false;
            job = null;
            bestClass = BeatClass.Unclassified;
            confidence = 0;
        }

        /// <summary>
        /// As <see cref="Start"/>, with features that are not known yet: everything that does not need them runs until <see cref="AwaitsFeatures"/>, and what
        /// does after <see cref="Join"/>.
        /// </summary>
        public void StartAhead()
        {
            Start();
            isAhead = Features.Length > 0;
        }

        /// <summary>The features are there.</summary>
        public void Join()
        {
            isAhead = false;
            AwaitsFeatures = false;
        }

        /// <summary>One bounded slice; true when the result is there (and at once, where nothing was started).</summary>
        public bool Step()
        {
            if (layer == layers)
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
                EndJob();
            }

            return false;
        }

        private void BeginLayer()
        {
            LayerSpec spec = model.Layer(layer);
            bool wantsPacked = spec.Kind != LayerKind.Dense;
            if (packed != wantsPacked)
            {
                BeginTransfer(spec);
                return;
            }

            int third = plan.ThirdIn(layer);
            switch (spec.Kind)
            {
                case LayerKind.MaxPool:
                    if (plan.PoolsInLanes(layer))
                    {
                        lanePool.Begin(spec, plan.ThirdOut(layer), current, other);
                        job = lanePool;
                    }
                    else
                    {
                        pool.Begin(spec, third, plan.ThirdOut(layer), current, other);
                        job = pool;
                    }

                    break;

                case LayerKind.Convolution:
                    convolution.Begin(model, layer, spec, third, current, other);
                    job = convolution;
                    break;

                default:
                    if (spec.Features > 0)
                    {
                        if (isAhead)
                        {
                            AwaitsFeatures = true;
                            return;
                        }

                        Array.Copy(Features, 0, flat, spec.InChannels - spec.Features, spec.Features);
                    }

                    bool last = layer == layers - 1;
                    dense.Begin(model, layer, spec, flat, last ? null : otherFlat, Logits);
                    job = dense;
                    break;
            }
        }

        // Packs the network's input before its first layer, or unpacks what the first dense layer takes in.
        private void BeginTransfer(LayerSpec spec)
        {
            if (spec.Kind == LayerKind.Dense)
            {
                LayerSpec before = model.Layer(layer - 1);
                transfer.BeginUnpack(current, flat, before.OutChannels, before.OutLength, plan.ThirdOut(layer - 1));
            }
            else
            {
                transfer.BeginPack(Input, current, spec.InChannels, spec.InLength, plan.ThirdIn(layer));
            }

            job = transfer;
        }

        private void EndJob()
        {
            if (job == transfer)
            {
                packed = !packed;
                job = null;
                return;
            }

            job = null;
            if (packed)
            {
                long[][] output = other;
                other = current;
                current = output;
            }
            else
            {
                SwapFlats();
            }

            layer++;
        }

        private void SwapFlats()
        {
            sbyte[] output = otherFlat;
            otherFlat = flat;
            flat = output;
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
