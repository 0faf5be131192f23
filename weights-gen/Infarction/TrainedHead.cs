using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Quantisation;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>A head's float weights and the ranges to quantise it with.</summary>
/// <param name="Network">The weights.</param>
/// <param name="Ranges">How large the outputs of its layers get, on what it learnt from.</param>
public sealed record TrainedHead(FloatNetwork Network, ActivationRanges Ranges)
{
    /// <summary>Takes trained weights and finds the ranges.</summary>
    /// <param name="weights">The weights.</param>
    /// <param name="learnt">What the head takes in for the beats that it learnt from.</param>
    public static TrainedHead From(IReadOnlyList<float> weights, IEnumerable<sbyte[]> learnt)
    {
        ArgumentNullException.ThrowIfNull(learnt);
        FloatNetwork network = new(HeadShape.Create(), [.. weights]);
        Beat[] inputs = [.. learnt.Select(values => new Beat(string.Empty, 0, 0, 0, values))];
        return new TrainedHead(network, ActivationRanges.Calibrate(network, inputs, 1)[0]);
    }

    /// <summary>The head in int8; the same each time.</summary>
    public QuantisedHead Quantise(string fingerprint, string trunkHash, int patients) =>
        new(Quantiser.Quantise(Network, Ranges, fingerprint), trunkHash, patients);

    /// <summary>Adds it to a file under a prefix, so that several stand in one.</summary>
    public void AddTo(SafeTensors file, string prefix)
    {
        ArgumentNullException.ThrowIfNull(file);
        SafeTensors own = new();
        Network.AddTo(own);
        Ranges.AddTo(own, Network.Shape);
        foreach ((string name, FloatTensor tensor) in own.Tensors)
            file.Tensors.Add(prefix + name, tensor);
        foreach ((string key, string value) in own.Metadata)
            file.Metadata.Add(prefix + key, value);
    }

    /// <summary>Reads what <see cref="AddTo"/> wrote.</summary>
    /// <exception cref="InputException">It is not there, or is of another head.</exception>
    public static TrainedHead From(SafeTensors file, string prefix)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(prefix);
        SafeTensors own = new();
        foreach ((string name, FloatTensor tensor) in file.Tensors.Where(item => item.Key.StartsWith(prefix, StringComparison.Ordinal)))
            own.Tensors.Add(name[prefix.Length..], tensor);
        foreach ((string key, string value) in file.Metadata.Where(item => item.Key.StartsWith(prefix, StringComparison.Ordinal)))
            own.Metadata.Add(key[prefix.Length..], value);
        NetworkShape shape = HeadShape.Create();
        return new TrainedHead(FloatNetwork.From(own, shape), ActivationRanges.From(own, shape));
    }
}
