using System;
using EcgChip.Inference;
using EcgChip.Signal;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Tests;

/// <summary>Networks for tests: every kind of layer, and few of each.</summary>
internal static class TestNetworks
{
    /// <summary>A convolution, one residual block with its pool, two dense layers.</summary>
    public static NetworkShape Small()
    {
        LayerSpec pool = LayerSpec.MaxPool(4, 5, 8, BeatWindow.Length);
        return new NetworkShape(
            "small",
            LayerSpec.Convolution(1, 4, 5, BeatWindow.Length, false, 0),
            LayerSpec.Convolution(4, 4, 5, BeatWindow.Length, true, 0),
            LayerSpec.BlockEnd(4, 5, BeatWindow.Length, 0, 0),
            pool,
            LayerSpec.Dense(4 * pool.OutLength, 8, true, 0),
            LayerSpec.Dense(8, ClassNames.Count, false, 0));
    }

    /// <summary>Two input channels, a residual block with its pool, and six features that join in before the first of two dense layers.</summary>
    public static NetworkShape Joining()
    {
        LayerSpec pool = LayerSpec.MaxPool(4, 5, 8, BedsideWindow.Length);
        return new NetworkShape(
            "joining",
            LayerSpec.Convolution(2, 4, 5, BedsideWindow.Length, true, 0),
            LayerSpec.Convolution(4, 4, 5, BedsideWindow.Length, true, 0),
            LayerSpec.BlockEnd(4, 5, BedsideWindow.Length, 0, 0),
            pool,
            LayerSpec.JoiningDense(4 * pool.OutLength, 6, 8, true, 0),
            LayerSpec.Dense(8, ClassNames.Count, false, 0));
    }

    /// <summary>A network with the weights that training would begin with.</summary>
    public static FloatNetwork Untrained(NetworkShape shape, int seed = 5) => new(shape, [.. TrainingState.Begin(shape, seed).Weights]);

    /// <summary>A network with other random weights, some of them far out.</summary>
    public static FloatNetwork Wild(NetworkShape shape, int seed)
    {
        Random random = new(seed);
        float[] parameters = new float[shape.ParameterCount];
        for (int i = 0; i < parameters.Length; i++)
            parameters[i] = (float)(0.1 * random.NextNormal() * (random.Next(100) == 0 ? 10 : 1));
        return new FloatNetwork(shape, parameters);
    }
}
