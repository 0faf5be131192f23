namespace EcgChip.Inference
{
    /// <summary>
    /// A trained network as data. Generated assemblies implement it; every call to <see cref="Weights"/>, <see cref="Biases"/> or
    /// <see cref="Multipliers"/> makes a new array from flash, so that one layer at a time sits in the heap.
    /// <para>
    /// A layer computes <c>acc[o] = bias[o] + sum(weight * input)</c> in 32 bits, then
    /// <c>Requantise.Round(acc[o] * (long)multiplier[o] + blockInput * (long)residualMultiplier, shift)</c>, held to -127..127
    /// (0..127 where rectified). The last layer's outputs are not held to 8 bits: they are logits in 1/256.
    /// </para>
    /// </summary>
    public abstract class Model
    {
        /// <summary>Short name: "seed", "bedside".</summary>
        public abstract string Name { get; }

        /// <summary>SHA-256 of all layers and numbers, its first 16 hexadecimal digits; stands on every result that the model gave.</summary>
        public abstract string Hash { get; }

        /// <summary>Fingerprint of the beats that EcgChip.Signal cut for training; differs when Signal has changed since.</summary>
        public abstract string BeatFingerprint { get; }

        /// <summary>The layers, first to last.</summary>
        public abstract LayerSpec[] Layers();

        /// <summary>Weights of one layer, laid out as its <see cref="LayerSpec"/> says; null for a pool.</summary>
        public abstract sbyte[] Weights(int layer);

        /// <summary>One bias for each output channel, in accumulator units; null for a pool.</summary>
        public abstract int[] Biases(int layer);

        /// <summary>One multiplier for each output channel; null for a pool.</summary>
        public abstract int[] Multipliers(int layer);
    }
}
