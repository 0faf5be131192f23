using System;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Networks;

/// <summary>A network with its trained numbers, in float.</summary>
public sealed class FloatNetwork
{
    /// <summary>A network of some shape.</summary>
    /// <param name="shape">The layers.</param>
    /// <param name="parameters">All weights and biases, laid out as <see cref="NetworkShape"/> says.</param>
    /// <exception cref="ArgumentException">There are not as many as the shape asks for.</exception>
    public FloatNetwork(NetworkShape shape, float[] parameters)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(parameters);
        if (parameters.Length != shape.ParameterCount)
            throw new ArgumentException($"A network of {shape.ParameterCount} numbers got {parameters.Length}.", nameof(parameters));

        Shape = shape;
        Parameters = parameters;
    }

    /// <summary>The layers.</summary>
    public NetworkShape Shape { get; }

    /// <summary>All weights and biases.</summary>
    public float[] Parameters { get; }

    /// <summary>Weights of a layer, laid out as its <see cref="Inference.LayerSpec"/> says; empty for a pool.</summary>
    public ReadOnlySpan<float> Weights(int layer) => Parameters.AsSpan(Shape.Offset(layer), Shape.WeightCount(layer));

    /// <summary>Biases of a layer, one an output channel; empty for a pool.</summary>
    public ReadOnlySpan<float> Biases(int layer) => Parameters.AsSpan(Shape.Offset(layer) + Shape.WeightCount(layer), Shape.BiasCount(layer));

    /// <summary>Adds conv1.weight, conv1.bias and so on to a file.</summary>
    public void AddTo(SafeTensors file)
    {
        ArgumentNullException.ThrowIfNull(file);
        for (int i = 0; i < Shape.Layers.Count; i++)
        {
            if (!Shape.HasWeights(i))
                continue;

            file.Add(Shape.LayerNames[i] + ".weight", Weights(i).ToArray(), Shape.WeightShape(i));
            file.Add(Shape.LayerNames[i] + ".bias", Biases(i).ToArray(), Shape.BiasCount(i));
        }
    }

    /// <summary>Takes the numbers from a file that <see cref="AddTo"/> wrote.</summary>
    /// <exception cref="InputException">A tensor is missing or of another size.</exception>
    public static FloatNetwork From(SafeTensors file, NetworkShape shape)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(shape);
        float[] parameters = new float[shape.ParameterCount];
        for (int i = 0; i < shape.Layers.Count; i++)
        {
            if (!shape.HasWeights(i))
                continue;

            Copy(file, shape.LayerNames[i] + ".weight", parameters.AsSpan(shape.Offset(i), shape.WeightCount(i)));
            Copy(file, shape.LayerNames[i] + ".bias", parameters.AsSpan(shape.Offset(i) + shape.WeightCount(i), shape.BiasCount(i)));
        }

        return new FloatNetwork(shape, parameters);
    }

    private static void Copy(SafeTensors file, string name, Span<float> target)
    {
        if (!file.Tensors.TryGetValue(name, out FloatTensor? tensor) || tensor.Values.Length != target.Length)
            throw new InputException($"The weights have no {name} of {target.Length} values: they are of another network; train again.");

        tensor.Values.CopyTo(target);
    }
}
