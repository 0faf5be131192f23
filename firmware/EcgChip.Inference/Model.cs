using System;

namespace EcgChip.Inference
{
    /// <summary>
    /// A trained network as data. Generated assemblies implement it; every call to <see cref="WeightPart"/>, <see cref="Biases"/> or
    /// <see cref="Multipliers"/> makes a new array from flash, so that a part of one layer at a time sits in the heap.
    /// <para>
    /// What a layer computes, for each output channel o and position i:
    /// </para>
    /// <list type="number">
    /// <item>Convolution, dense: <c>acc = bias[o] + sum(weight * input)</c>, in 32 bits, which it never leaves
    /// (a bias is at most 2^30 in magnitude). A convolution of t taps at position i
    /// weighs the inputs i - t/2 to i + t/2; outside the channel they are 0.</item>
    /// <item><c>scaled = acc * multiplier[o]</c> in 64 bits, plus <c>blockInput[o][i] * residualMultiplier</c> where the layer ends a
    /// block; the block's input is what the layer before took in.</item>
    /// <item><c>Requantise.Round(scaled, shift)</c>: the nearest to scaled / 2^shift, halves away from zero, shift 1 to 62.</item>
    /// <item>Held to -127..127, or to 0..127 where rectified. The last layer (always dense) is neither held nor rectified: its results
    /// are logits in 1/256.</item>
    /// </list>
    /// <para>
    /// The first dense layer may take in the beat's features behind what the layer before puts out (<see cref="LayerSpec.Features"/>). Features are
    /// -127..127 at a scale of their own, the outputs before them at that of their layer; an accumulator knows but one scale for a
    /// channel. The quantiser makes it one: it multiplies the weights of a feature by (a feature's step / an output's step) before it
    /// rounds the channel's weights. So a feature keeps its 8 bits, and the chip does nothing but put it in its place.
    /// </para>
    /// <para>
    /// A pool computes the largest of each window. For each output channel of a convolution the sum of |weight| is at most
    /// <see cref="LaneBound.LargestWeightSum"/> (8256); a model that breaks this is refused by the runner.
    /// </para>
    /// </summary>
    public abstract class Model
    {
        /// <summary>Output channels of a part of a layer's weights; the last part may have fewer.</summary>
        public const int PartChannels = LaneConvolution.OutChannels;

        /// <summary>Short name: "seed", "bedside".</summary>
        public abstract string Name { get; }

        /// <summary>SHA-256 of all layers and numbers, its first 16 hexadecimal digits; stands on every result that the model gave.</summary>
        public abstract string Hash { get; }

        /// <summary>Fingerprint of the beats that EcgChip.Signal cut for training; differs when Signal has changed since.</summary>
        public abstract string BeatFingerprint { get; }

        /// <summary>The layers, first to last.</summary>
        public abstract LayerSpec[] Layers();

        /// <summary>One layer; for a runner that holds no other.</summary>
        public abstract LayerSpec Layer(int layer);

        /// <summary>Weights of one layer, laid out as its <see cref="LayerSpec"/> says; null for a pool.</summary>
        public abstract sbyte[] Weights(int layer);

        /// <summary>
        /// The weights of <see cref="PartChannels"/> output channels of one layer, so that a few of them live at a time.
        /// </summary>
        /// <param name="layer">A layer that is not a pool.</param>
        /// <param name="part">Output channel / <see cref="PartChannels"/>.</param>
        public abstract sbyte[] WeightPart(int layer, int part);

        /// <summary>A part of a layer's weights that are there in one piece; for models that are not made of parts.</summary>
        /// <param name="all">All weights of the layer.</param>
        /// <param name="outChannels">The layer's output channels.</param>
        /// <param name="part">Output channel / <see cref="PartChannels"/>.</param>
        public static sbyte[] PartOf(sbyte[] all, int outChannels, int part)
        {
            int perChannel = all.Length / outChannels;
            int first = part * PartChannels * perChannel;
            int count = all.Length - first < PartChannels * perChannel ? all.Length - first : PartChannels * perChannel;
            sbyte[] some = new sbyte[count];
            Array.Copy(all, first, some, 0, count);
            return some;
        }

        /// <summary>All parts of a layer's weights, one after the other; for models that are made of parts.</summary>
        protected sbyte[] Join(int layer)
        {
            LayerSpec spec = Layer(layer);
            int perChannel = spec.InChannels * spec.Taps;
            sbyte[] all = new sbyte[spec.OutChannels * perChannel];
            for (int channel = 0; channel < spec.OutChannels; channel += PartChannels)
            {
                sbyte[] part = WeightPart(layer, channel / PartChannels);
                Array.Copy(part, 0, all, channel * perChannel, part.Length);
            }

            return all;
        }

        /// <summary>One bias for each output channel, in accumulator units; null for a pool.</summary>
        public abstract int[] Biases(int layer);

        /// <summary>One multiplier for each output channel; null for a pool.</summary>
        public abstract int[] Multipliers(int layer);
    }
}
