using EcgChip.Inference;

namespace EcgChip.Inference.Tests;

/// <summary>A network in memory, whose numbers a test makes; gives out the same arrays every time, so that it allocates nothing.</summary>
public sealed class TestModel(LayerSpec[] layers, sbyte[]?[] weights, int[]?[] biases, int[]?[] multipliers) : Model
{
    public override string Name => "test";

    public override string Hash => "0000000000000000";

    public override string BeatFingerprint => "none";

    public override LayerSpec[] Layers() => layers;

    public override LayerSpec Layer(int layer) => layers[layer];

    public override sbyte[]? Weights(int layer) => weights[layer];

    public override sbyte[] WeightPart(int layer, int part) => PartOf(Weights(layer)!, Layer(layer).OutChannels, part);

    public override int[]? Biases(int layer) => biases[layer];

    public override int[]? Multipliers(int layer) => multipliers[layer];
}
