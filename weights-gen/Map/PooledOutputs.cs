using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using EcgChip.Inference;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Map;

/// <summary>What a float network's convolutions make of beats: the outputs of its last convolution, pooled, which its dense layers take in.</summary>
public static class PooledOutputs
{
    /// <summary>The layer whose outputs they are: the last one in front of the dense layers.</summary>
    public static int Layer(NetworkShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        int layer = shape.Layers.TakeWhile(spec => spec.Kind != LayerKind.Dense).Count() - 1;
        return layer >= 0 ? layer : throw new ArgumentException($"The network {shape.Name} has no convolution.", nameof(shape));
    }

    /// <summary>The outputs, a vector a beat.</summary>
    public static float[][] Of(FloatNetwork network, IReadOnlyList<Beat> beats)
    {
        ArgumentNullException.ThrowIfNull(beats);
        return Of(network, [.. beats.Select(beat => beat.Values)], [.. beats.Select(beat => beat.Features)]);
    }

    /// <summary>The outputs for values as the chip cuts them, whatever they are of, without the features that join in behind them: a vector each.</summary>
    public static float[][] Of(FloatNetwork network, IReadOnlyList<sbyte[]> values, IReadOnlyList<sbyte[]>? features = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(values);
        int layer = Layer(network.Shape);
        int length = network.Shape.Layers[layer].OutChannels * network.Shape.Layers[layer].OutLength;
        float[][] vectors = new float[values.Count][];
        Parallel.For(
            0, values.Count, () => new FloatRunner(network),
            (index, _, runner) =>
            {
                runner.Run(values[index], features is null ? default : features[index]);
                vectors[index] = runner.Output(layer)[..length].ToArray();
                return runner;
            },
            _ => { });
        return vectors;
    }
}
