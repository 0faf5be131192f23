using System;
using System.Linq;
using EcgChip.Inference;

namespace EcgChip.Firmware.NanoTests.Desktop;

/// <summary>
/// A network in which weights of a layer have the wrong sign: the largest of its first four output channels, or all of these channels', which are
/// loaded together.
/// </summary>
/// <param name="model">The network.</param>
/// <param name="layer">The layer.</param>
/// <param name="one">True for one weight.</param>
internal sealed class ChangedWeights(Model model, int layer, bool one) : Model
{
    public override string Name => model.Name;

    public override string Hash => model.Hash;

    public override string BeatFingerprint => model.BeatFingerprint;

    public override LayerSpec[] Layers() => model.Layers();

    public override LayerSpec Layer(int layer) => model.Layer(layer);

    public override sbyte[] Weights(int of) => of == layer ? Changed(model.Weights(of)) : model.Weights(of);

    public override sbyte[] WeightPart(int of, int part) => of == layer && part == 0 ? Changed(model.WeightPart(of, part)) : model.WeightPart(of, part);

    public override int[] Biases(int layer) => model.Biases(layer);

    public override int[] Multipliers(int layer) => model.Multipliers(layer);

    private sbyte[] Changed(sbyte[] weights)
    {
        int largest = Array.IndexOf(weights, weights.MaxBy(weight => int.Abs(weight)));
        int end = int.Min(weights.Length, WeightsOfPart);
        for (int i = one ? largest : 0; i < (one ? largest + 1 : end); i++)
        {
            weights[i] = (sbyte)-weights[i];
        }

        return weights;
    }

    private int WeightsOfPart => PartChannels * model.Layer(layer).InChannels * model.Layer(layer).Taps;
}
