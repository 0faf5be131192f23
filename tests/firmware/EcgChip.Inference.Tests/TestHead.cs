using EcgChip.Inference;

namespace EcgChip.Inference.Tests;

/// <summary>A head with the numbers of a model in memory.</summary>
public sealed class TestHead(Model numbers, string trunkHash) : HeadModel
{
    public override string Name => numbers.Name;

    public override string Hash => numbers.Hash;

    public override string BeatFingerprint => numbers.BeatFingerprint;

    public override string TrunkHash => trunkHash;

    public override int PatientsTrained => 26;

    public override LayerSpec[] Layers() => numbers.Layers();

    public override LayerSpec Layer(int layer) => numbers.Layer(layer);

    public override sbyte[] Weights(int layer) => numbers.Weights(layer);

    public override sbyte[] WeightPart(int layer, int part) => numbers.WeightPart(layer, part);

    public override int[] Biases(int layer) => numbers.Biases(layer);

    public override int[] Multipliers(int layer) => numbers.Multipliers(layer);
}
