using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Inference;

namespace EcgChip.WeightsGen.Quantisation;

/// <summary>A quantised network that is not generated yet: what the firmware's runner can run and the emitter can write.</summary>
public sealed class QuantisedModel : Model
{
    private readonly QuantisedLayer[] _layers;

    /// <summary>A model of these layers.</summary>
    /// <param name="name">Short name of the network.</param>
    /// <param name="layers">First to last.</param>
    /// <param name="beatFingerprint">Fingerprint of the beats that it was trained on.</param>
    public QuantisedModel(string name, IReadOnlyList<QuantisedLayer> layers, string beatFingerprint)
    {
        ArgumentNullException.ThrowIfNull(layers);
        Name = name;
        _layers = [.. layers];
        BeatFingerprint = beatFingerprint;
        Hash = ModelHash.Of(this);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override string Hash { get; }

    /// <inheritdoc/>
    public override string BeatFingerprint { get; }

    /// <inheritdoc/>
    public override LayerSpec[] Layers() => [.. _layers.Select(layer => layer.Spec)];

    /// <inheritdoc/>
    public override LayerSpec Layer(int layer) => _layers[layer].Spec;

    /// <inheritdoc/>
    public override sbyte[] Weights(int layer) => _layers[layer].Weights!;

    /// <inheritdoc/>
    public override sbyte[] WeightPart(int layer, int part) => PartOf(Weights(layer), Layer(layer).OutChannels, part);

    /// <inheritdoc/>
    public override int[] Biases(int layer) => _layers[layer].Biases!;

    /// <inheritdoc/>
    public override int[] Multipliers(int layer) => _layers[layer].Multipliers!;
}
