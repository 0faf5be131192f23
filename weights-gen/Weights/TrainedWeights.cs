using System;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Quantisation;

namespace EcgChip.WeightsGen.Weights;

/// <summary>What training leaves behind: a network, the ranges to quantise it with, and where it comes from; one safetensors file.</summary>
/// <param name="Network">The float network.</param>
/// <param name="Ranges">How large the outputs of its layers get.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record TrainedWeights(FloatNetwork Network, ActivationRanges Ranges, Origin Origin)
{
    /// <summary>The network in int8; the same each time.</summary>
    public QuantisedModel Quantise() => Quantiser.Quantise(Network, Ranges, Origin.BeatFingerprint);

    /// <summary>Writes the file, whole or not at all.</summary>
    public void Save(string path)
    {
        SafeTensors file = new();
        Network.AddTo(file);
        Ranges.AddTo(file, Network.Shape);
        Origin.AddTo(file);
        file.Save(path);
    }

    /// <summary>Reads the file.</summary>
    /// <exception cref="InputException">It is missing, damaged or of another network.</exception>
    public static TrainedWeights Load(string path, NetworkShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        SafeTensors file = SafeTensors.Load(path);
        return new TrainedWeights(FloatNetwork.From(file, shape), ActivationRanges.From(file, shape), Origin.From(file));
    }
}
