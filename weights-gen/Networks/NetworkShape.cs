using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Inference;

namespace EcgChip.WeightsGen.Networks;

/// <summary>
/// Layers of a network without its numbers. All weights and biases of a network make one flat array: layer after layer, the weights
/// (laid out as <see cref="LayerSpec"/> says) and then the biases.
/// </summary>
public sealed class NetworkShape
{
    private readonly int[] _offsets;

    /// <summary>A network of these layers.</summary>
    /// <param name="name">Short name of the network, as in <see cref="Model.Name"/>.</param>
    /// <param name="layers">First to last; multipliers and shifts in them say nothing here.</param>
    public NetworkShape(string name, params LayerSpec[] layers)
    {
        ArgumentNullException.ThrowIfNull(layers);
        Name = name;
        Layers = layers;
        LayerNames = NameLayers(layers);
        _offsets = new int[layers.Length];
        int offset = 0;
        for (int i = 0; i < layers.Length; i++)
        {
            _offsets[i] = offset;
            offset += WeightCount(i) + BiasCount(i);
        }

        ParameterCount = offset;
    }

    /// <summary>Short name of the network.</summary>
    public string Name { get; }

    /// <summary>The layers, first to last.</summary>
    public IReadOnlyList<LayerSpec> Layers { get; }

    /// <summary>A name for each layer, counted by kind: conv1, conv2, pool1, dense1.</summary>
    public IReadOnlyList<string> LayerNames { get; }

    /// <summary>Weights and biases of all layers.</summary>
    public int ParameterCount { get; }

    /// <summary>Values that go in.</summary>
    public int InputLength => Layers[0].InChannels * Layers[0].InLength - Layers[0].Features;

    /// <summary>Features that join in before the first dense layer, behind what the layer before it puts out.</summary>
    public int FeatureCount => Layers.Sum(layer => layer.Features);

    /// <summary>Values that come out.</summary>
    public int OutputLength => Layers[^1].OutChannels * Layers[^1].OutLength;

    /// <summary>Where a layer's weights begin in the flat array; its biases follow them.</summary>
    public int Offset(int layer) => _offsets[layer];

    /// <summary>Weights of a layer; 0 for a pool.</summary>
    public int WeightCount(int layer) => HasWeights(layer) ? Layers[layer].OutChannels * FanIn(layer) : 0;

    /// <summary>Biases of a layer, one an output channel; 0 for a pool.</summary>
    public int BiasCount(int layer) => HasWeights(layer) ? Layers[layer].OutChannels : 0;

    /// <summary>Inputs that one output of a layer is made of.</summary>
    public int FanIn(int layer) => Layers[layer].InChannels * Layers[layer].Taps;

    /// <summary>False for a pool.</summary>
    public bool HasWeights(int layer) => Layers[layer].Kind != LayerKind.MaxPool;

    /// <summary>Shape of a layer's weights as other programs know it: [out, in, taps], or [out, in] of a dense layer.</summary>
    public int[] WeightShape(int layer)
    {
        LayerSpec spec = Layers[layer];
        return spec.Kind == LayerKind.Dense ? [spec.OutChannels, spec.InChannels] : [spec.OutChannels, spec.InChannels, spec.Taps];
    }

    private static string[] NameLayers(LayerSpec[] layers)
    {
        string NameOf(LayerSpec spec) => spec.Kind switch
        {
            LayerKind.Convolution => "conv",
            LayerKind.MaxPool => "pool",
            _ => "dense",
        };
        return [.. layers.Select((spec, index) => NameOf(spec) + layers.Take(index + 1).Count(other => other.Kind == spec.Kind))];
    }
}
