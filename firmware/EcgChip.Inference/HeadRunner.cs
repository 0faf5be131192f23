using System;

namespace EcgChip.Inference
{
    /// <summary>
    /// Runs a head behind the runner of its trunk, with that one's job for dense layers: it adds few bytes, and works while the other rests.
    /// <para>
    /// Use: <see cref="Reset"/> when the trunk starts; before each of its steps <see cref="TakeFromTrunk"/>, which is a slice of its own when it says true; once
    /// the trunk is done <see cref="Start"/>, and <see cref="Step"/> until that says true; read the result.
    /// </para>
    /// </summary>
    public sealed class HeadRunner
    {
        /// <summary>
        /// What the head takes in, from the array's start: the trunk's last activations, channel after channel, 0..127. <see cref="Step"/> writes over it.
        /// </summary>
        public readonly sbyte[] Input;

        /// <summary>What the last layer put out, in 1/256; valid once <see cref="Step"/> has said true.</summary>
        public readonly int[] Logits;

        private readonly HeadModel head;
        private readonly NetworkRunner trunk;
        private readonly int trunkLayers;
        private readonly int layers;
        private readonly sbyte[] spare;
        private int layer;
        private bool running;
        private bool taken;

        /// <summary>Makes the buffers, reading each layer's numbers once to check them.</summary>
        /// <param name="head">The head.</param>
        /// <param name="trunk">Runs the network whose convolutions it was trained behind.</param>
        /// <exception cref="ArgumentException">
        /// The head was trained behind another network, does not take what this one gives, or is not one that the kernels run exactly.
        /// </exception>
        public HeadRunner(HeadModel head, NetworkRunner trunk)
        {
            if (!Fits(head, trunk.Model))
            {
                throw new ArgumentException("The head was trained behind another trunk: train and generate it again.");
            }

            ModelCheck.Require(head);
            this.head = head;
            this.trunk = trunk;
            trunkLayers = TrunkLayers(trunk.Model);
            LayerSpec[] specs = head.Layers();
            layers = specs.Length;
            int inputs = specs[0].InChannels;
            int mostOutputs = 1;
            for (int k = 0; k < layers - 1; k++)
            {
                int outputs = specs[k].OutChannels;
                mostOutputs = outputs > mostOutputs ? outputs : mostOutputs;
            }

            Input = new sbyte[inputs > mostOutputs ? inputs : mostOutputs];
            spare = new sbyte[mostOutputs];
            Logits = new int[specs[layers - 1].OutChannels];
            layer = layers;
        }

        /// <summary>True where a head was trained behind a trunk and takes what it gives.</summary>
        public static bool Fits(HeadModel head, Model trunk)
        {
            LayerSpec first = head.Layer(0);
            int trunkLayers = TrunkLayers(trunk);
            if (head.TrunkHash != trunk.Hash || first.Kind != LayerKind.Dense || trunkLayers == 0)
            {
                return false;
            }

            LayerSpec last = trunk.Layer(trunkLayers - 1);
            return last.OutChannels * last.OutLength == first.InChannels;
        }

        /// <summary>Layers of a network before its first dense one: its trunk.</summary>
        public static int TrunkLayers(Model trunk)
        {
            LayerSpec[] specs = trunk.Layers();
            int layer = 0;
            while (layer < specs.Length && specs[layer].Kind != LayerKind.Dense)
            {
                layer++;
            }

            return layer;
        }

        /// <summary>Forgets what was taken and what was under way: the trunk begins with another beat.</summary>
        public void Reset()
        {
            taken = false;
            running = false;
            layer = layers;
        }

        /// <summary>Takes the trunk's activations as soon as they are there, once after each <see cref="Reset"/>.</summary>
        /// <returns>True when they were taken now, which costs like a slice.</returns>
        public bool TakeFromTrunk()
        {
            if (taken || trunk.LayersDone != trunkLayers)
            {
                return false;
            }

            trunk.CopyActivations(Input);
            taken = true;
            return true;
        }

        /// <summary>Begins with what <see cref="Input"/> holds now. The trunk must be done, and not be started before this is.</summary>
        public void Start()
        {
            layer = 0;
            running = false;
        }

        /// <summary>One bounded slice; true when the result is there.</summary>
        public bool Step()
        {
            if (layer == layers)
            {
                return true;
            }

            if (!running)
            {
                bool even = (layer & 1) == 0;
                sbyte[] output = layer == layers - 1 ? null : even ? spare : Input;
                trunk.Dense.Begin(head, layer, head.Layer(layer), even ? Input : spare, output, Logits);
                running = true;
            }
            else if (trunk.Dense.RunSlice())
            {
                layer++;
                running = false;
            }

            return false;
        }

        /// <summary>The softmax of one class, 0 to <see cref="Softmax.Certain"/> (255), of a head that tells two classes apart.</summary>
        /// <param name="ofClass">0 or 1.</param>
        public int Share(int ofClass)
        {
            int best = Softmax.Best(Logits);
            int confidence = Softmax.Confidence(Logits, best);
            return best == ofClass ? confidence : Softmax.Certain - confidence;
        }
    }
}
