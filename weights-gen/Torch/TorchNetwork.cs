using System;
using EcgChip.Inference;
using EcgChip.WeightsGen.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace EcgChip.WeightsGen.Torch;

/// <summary>
/// The forward pass in libtorch, over one flat tensor of parameters laid out as <see cref="NetworkShape"/> says: the layers look at
/// parts of it, so that optimiser, average and checkpoint each deal with a single tensor.
/// </summary>
public sealed class TorchNetwork
{
    private readonly NetworkShape _shape;

    /// <summary>A network of some shape; loads libtorch.</summary>
    /// <exception cref="InputException">libtorch does not load.</exception>
    public TorchNetwork(NetworkShape shape)
    {
        TorchLibraries.Load();
        _shape = shape;
    }

    /// <summary>Logits of a batch. The caller's dispose scope takes what lies between.</summary>
    /// <param name="parameters">All weights and biases, flat.</param>
    /// <param name="beats">Beats times <see cref="NetworkShape.InputLength"/> values and then <see cref="NetworkShape.FeatureCount"/> features, -1..1.</param>
    /// <param name="dropout">What is left out while learning; null for nothing.</param>
    /// <returns>Beats times classes.</returns>
    public Tensor Forward(Tensor parameters, Tensor beats, Dropout? dropout = null)
    {
        ArgumentNullException.ThrowIfNull(beats);
        LayerSpec first = _shape.Layers[0];
        Tensor features = beats.narrow(1, _shape.InputLength, _shape.FeatureCount);
        Tensor values = beats.narrow(1, 0, _shape.InputLength);
        if (first.Kind != LayerKind.Dense)
            values = values.reshape(-1, first.InChannels, first.InLength);
        Tensor blockInput = values;
        for (int i = 0; i < _shape.Layers.Count; i++)
        {
            LayerSpec spec = _shape.Layers[i];
            Tensor input = values;
            values = spec.Kind switch
            {
                LayerKind.Convolution => nn.functional.conv1d(input, Weights(parameters, i), Biases(parameters, i), padding: spec.Taps / 2),
                LayerKind.MaxPool => Pool(input, spec, dropout),
                _ => nn.functional.linear(Inputs(input.flatten(1), spec, features, dropout), Weights(parameters, i), Biases(parameters, i)),
            };
            if (spec.AddsBlockInput)
                values = values + blockInput;
            if (spec.Rectified)
                values = nn.functional.relu(values);
            blockInput = input;
        }

        return values;
    }

    private static Tensor Pool(Tensor input, LayerSpec spec, Dropout? dropout)
    {
        Tensor values = nn.functional.max_pool1d(input, spec.Taps, spec.Stride);
        return dropout is null ? values : dropout.OfPool(values);
    }

    private static Tensor Inputs(Tensor values, LayerSpec spec, Tensor features, Dropout? dropout)
    {
        Tensor kept = dropout is null ? values : dropout.OfDense(values);
        return spec.Features > 0 ? cat([kept, features], 1) : kept;
    }

    private Tensor Weights(Tensor parameters, int layer) =>
        parameters.narrow(0, _shape.Offset(layer), _shape.WeightCount(layer)).view(Array.ConvertAll(_shape.WeightShape(layer), size => (long)size));

    private Tensor Biases(Tensor parameters, int layer) =>
        parameters.narrow(0, _shape.Offset(layer) + _shape.WeightCount(layer), _shape.BiasCount(layer));
}
