using System;
using System.Collections.Generic;
using EcgChip.Inference;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Quantisation;

/// <summary>
/// Turns a float network into the integers that <see cref="Model"/> describes: weights symmetric per output channel, activations
/// symmetric per layer, one shift a layer. A pool hands its input's scale on. Where features join in, their weights are multiplied with their step over that
/// of the outputs before them, so that one accumulator holds both.
/// </summary>
public static class Quantiser
{
    /// <summary>Steps of the logits: they come out in 1/256.</summary>
    public const int LogitSteps = 256;

    // The largest multiplier of a layer has this many bits: the smallest, some 10 bits below, is still right to a few parts in a thousand,
    // and an accumulator of 21 bits times it stays far below 63.
    private const int MultiplierBits = 24;

    // Beats come in as 0..127 for 0..1, and so do features.
    private const double InputScale = 1.0 / Beat.Largest;

    /// <summary>Quantises a network.</summary>
    /// <param name="network">The trained network.</param>
    /// <param name="ranges">How large the outputs of each layer get.</param>
    /// <param name="beatFingerprint">Fingerprint of the beats that it was trained on.</param>
    public static QuantisedModel Quantise(FloatNetwork network, ActivationRanges ranges, string beatFingerprint)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(ranges);
        List<QuantisedLayer> layers = [];
        double scale = InputScale;
        double blockScale = InputScale;
        for (int i = 0; i < network.Shape.Layers.Count; i++)
        {
            LayerSpec spec = network.Shape.Layers[i];
            double inputScale = scale;
            if (spec.Kind == LayerKind.MaxPool)
            {
                layers.Add(new QuantisedLayer(spec, null, null, null));
            }
            else
            {
                scale = i == network.Shape.Layers.Count - 1 ? 1.0 / LogitSteps : ranges[i] / Requantise.Largest;
                layers.Add(QuantiseLayer(spec, network.Weights(i), network.Biases(i), inputScale, blockScale, scale));
            }

            blockScale = inputScale;
        }

        return new QuantisedModel(network.Shape.Name, layers, beatFingerprint);
    }

    /// <summary>
    /// Step of one channel's weights: as fine as 8 bits allow, coarser where the sum of the rounded weights would leave the channel's lane
    /// (<see cref="LaneBound"/>).
    /// </summary>
    /// <param name="weights">The channel's weights; none of them is an infinity or no number.</param>
    /// <param name="ifAllZero">The step of a channel without any weight but zeros.</param>
    public static double ChannelStep(ReadOnlySpan<float> weights, double ifAllZero)
    {
        double largest = 0;
        double sum = 0;
        foreach (float weight in weights)
        {
            largest = Math.Max(largest, Math.Abs(weight));
            sum += Math.Abs((double)weight);
        }

        if (largest == 0)
            return ifAllZero;

        double step = Math.Max(largest / Requantise.Largest, sum / LaneBound.LargestWeightSum);
        while (RoundedSum(weights, step) > LaneBound.LargestWeightSum)
            step *= CoarserStep;
        return step;
    }

    // Rounding can push a sum over the bound that is below it before; a thousandth more settles it in a step or two.
    private const double CoarserStep = 1.001;

    private static long RoundedSum(ReadOnlySpan<float> weights, double step)
    {
        long sum = 0;
        foreach (float weight in weights)
            sum += Math.Abs(RoundToStep(weight, step));
        return sum;
    }

    private static int RoundToStep(double value, double step) =>
        (int)Math.Clamp(Math.Round(value / step, MidpointRounding.AwayFromZero), -Requantise.Largest, Requantise.Largest);

    private static QuantisedLayer QuantiseLayer(
        LayerSpec spec, ReadOnlySpan<float> weights, ReadOnlySpan<float> biases, double inputScale, double blockScale, double outputScale)
    {
        int perChannel = weights.Length / spec.OutChannels;
        sbyte[] quantised = new sbyte[weights.Length];
        int[] quantisedBiases = new int[spec.OutChannels];
        double[] factors = new double[spec.OutChannels];
        double residual = spec.AddsBlockInput ? blockScale / outputScale : 0;
        double largest = residual;
        for (int o = 0; o < spec.OutChannels; o++)
        {
            float[] channel = [.. weights.Slice(o * perChannel, perChannel)];
            for (int i = perChannel - spec.Features; i < perChannel; i++)
                channel[i] = (float)(channel[i] * InputScale / inputScale);

            double step = ChannelStep(channel, ifAllZero: outputScale / inputScale);
            for (int i = 0; i < perChannel; i++)
                quantised[o * perChannel + i] = (sbyte)RoundToStep(channel[i], step);

            double accumulatorScale = inputScale * step;
            quantisedBiases[o] = (int)Math.Clamp(
                Math.Round(biases[o] / accumulatorScale, MidpointRounding.AwayFromZero), -int.MaxValue, int.MaxValue);
            factors[o] = accumulatorScale / outputScale;
            largest = Math.Max(largest, factors[o]);
        }

        int shift = Math.Clamp(MultiplierBits - (int)Math.Ceiling(Math.Log2(largest)), Requantise.MinShift, Requantise.MaxShift);
        int[] multipliers = Array.ConvertAll(factors, factor => Scaled(factor, shift));
        return new QuantisedLayer(Shifted(spec, Scaled(residual, shift), shift), quantised, quantisedBiases, multipliers);
    }

    private static int Scaled(double factor, int shift) => (int)Math.Round(Math.ScaleB(factor, shift), MidpointRounding.AwayFromZero);

    private static LayerSpec Shifted(LayerSpec spec, int residualMultiplier, int shift) =>
        spec.Kind == LayerKind.Dense
            ? LayerSpec.JoiningDense(spec.InChannels - spec.Features, spec.Features, spec.OutChannels, spec.Rectified, shift)
        : spec.AddsBlockInput ? LayerSpec.BlockEnd(spec.OutChannels, spec.Taps, spec.InLength, residualMultiplier, shift)
        : LayerSpec.Convolution(spec.InChannels, spec.OutChannels, spec.Taps, spec.InLength, spec.Rectified, shift);
}
