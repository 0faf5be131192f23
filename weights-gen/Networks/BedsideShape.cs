using System.Collections.Generic;
using EcgChip.Inference;
using EcgChip.Signal;

namespace EcgChip.WeightsGen.Networks;

/// <summary>
/// The bedside network: the seed network's kinds of layers, small enough to classify every beat while the heart beats. A convolution of the beat and the
/// patient's usual beat, a pool, three residual blocks of 8 channels with a pool each, a dense layer of 16 that the features of the rhythm join, and the
/// five logits; 48,736 multiply-accumulates a beat. With a block before the first pool it costs half as much again, which at 200 beats/min brings classes too
/// late, and the held-out patients come out no better.
/// </summary>
public static class BedsideShape
{
    /// <summary>The network's name.</summary>
    public const string Name = "bedside";

    private const int Channels = 8;
    private const int Taps = 5;
    private const int Blocks = 3;
    private const int PoolWindow = 5;
    private const int PoolStride = 2;
    private const int DenseUnits = 16;

    /// <summary>The network's layers.</summary>
    public static NetworkShape Create()
    {
        LayerSpec firstPool = LayerSpec.MaxPool(Channels, PoolWindow, PoolStride, BedsideWindow.Length);
        List<LayerSpec> layers = [LayerSpec.Convolution(BeatContext.Channels, Channels, Taps, BedsideWindow.Length, rectified: true, shift: 0), firstPool];
        int length = firstPool.OutLength;
        for (int i = 0; i < Blocks; i++)
        {
            layers.Add(LayerSpec.Convolution(Channels, Channels, Taps, length, rectified: true, shift: 0));
            layers.Add(LayerSpec.BlockEnd(Channels, Taps, length, residualMultiplier: 0, shift: 0));
            LayerSpec pool = LayerSpec.MaxPool(Channels, PoolWindow, PoolStride, length);
            layers.Add(pool);
            length = pool.OutLength;
        }

        layers.Add(LayerSpec.JoiningDense(Channels * length, BeatContext.FeatureCount, DenseUnits, rectified: true, shift: 0));
        layers.Add(LayerSpec.Dense(DenseUnits, ClassNames.Count, rectified: false, shift: 0));
        return new NetworkShape(Name, [.. layers]);
    }
}
