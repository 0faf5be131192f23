using System.Collections.Generic;
using EcgChip.Inference;
using EcgChip.Signal;

namespace EcgChip.WeightsGen.Networks;

/// <summary>
/// The seed network (Kachuee, Fazeli and Sarrafzadeh 2018, figure 3): a convolution, five residual blocks with a pool each, two
/// dense layers of 32 and the five logits; 55,013 weights.
/// </summary>
public static class SeedShape
{
    /// <summary>The network's name.</summary>
    public const string Name = "seed";

    private const int Channels = 32;
    private const int Taps = 5;
    private const int Blocks = 5;
    private const int PoolWindow = 5;
    private const int PoolStride = 2;
    private const int DenseUnits = 32;

    /// <summary>The network's layers.</summary>
    public static NetworkShape Create()
    {
        List<LayerSpec> layers = [LayerSpec.Convolution(1, Channels, Taps, BeatWindow.Length, rectified: false, shift: 0)];
        int length = BeatWindow.Length;
        for (int i = 0; i < Blocks; i++)
        {
            layers.Add(LayerSpec.Convolution(Channels, Channels, Taps, length, rectified: true, shift: 0));
            layers.Add(LayerSpec.BlockEnd(Channels, Taps, length, residualMultiplier: 0, shift: 0));
            LayerSpec pool = LayerSpec.MaxPool(Channels, PoolWindow, PoolStride, length);
            layers.Add(pool);
            length = pool.OutLength;
        }

        layers.Add(LayerSpec.Dense(Channels * length, DenseUnits, rectified: true, shift: 0));
        layers.Add(LayerSpec.Dense(DenseUnits, DenseUnits, rectified: true, shift: 0));
        layers.Add(LayerSpec.Dense(DenseUnits, ClassNames.Count, rectified: false, shift: 0));
        return new NetworkShape(Name, [.. layers]);
    }
}
