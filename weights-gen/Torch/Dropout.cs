using System;
using System.Linq;
using TorchSharp;
using static TorchSharp.torch;

namespace EcgChip.WeightsGen.Torch;

/// <summary>What a network misses while it learns, drawn from the run's own random numbers, so that a seed gives the same weights again.</summary>
/// <param name="random">Where chance comes from.</param>
/// <param name="channels">Part of a pool's channels.</param>
/// <param name="inputs">Part of a dense layer's inputs.</param>
public sealed class Dropout(Random random, double channels, double inputs)
{
    /// <summary>A pool's outputs, beats x channels x values, of which whole channels are missing.</summary>
    public Tensor OfPool(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Masked(values, channels, values.shape[0], values.shape[1], 1);
    }

    /// <summary>Inputs of a dense layer, beats x values.</summary>
    public Tensor OfDense(Tensor values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Masked(values, inputs, values.shape);
    }

    private Tensor Masked(Tensor values, double part, params long[] shape)
    {
        if (part <= 0)
            return values;

        float kept = (float)(1 / (1 - part));
        float[] mask = new float[shape.Aggregate((product, size) => product * size)];
        for (int i = 0; i < mask.Length; i++)
            mask[i] = random.NextDouble() < part ? 0 : kept;
        return values * tensor(mask, shape);
    }
}
