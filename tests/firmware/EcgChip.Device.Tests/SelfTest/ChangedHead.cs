using EcgChip.Inference;
using EcgChip.Models.Infarction;

namespace EcgChip.Device.Tests.SelfTest;

/// <summary>The head for infarction with another bias in its last layer.</summary>
internal sealed class ChangedHead : HeadModel
{
    private readonly InfarctionModel model = new();

    public override string Name => model.Name;

    public override string Hash => model.Hash;

    public override string BeatFingerprint => model.BeatFingerprint;

    public override string TrunkHash => model.TrunkHash;

    public override int PatientsTrained => model.PatientsTrained;

    public override LayerSpec[] Layers() => model.Layers();

    public override LayerSpec Layer(int layer) => model.Layer(layer);

    public override sbyte[] Weights(int layer) => model.Weights(layer);

    public override sbyte[] WeightPart(int layer, int part) => model.WeightPart(layer, part);

    public override int[] Biases(int layer)
    {
        int[] biases = model.Biases(layer);
        biases[0] += layer == model.Layers().Length - 1 ? 1 << 20 : 0;
        return biases;
    }

    public override int[] Multipliers(int layer) => model.Multipliers(layer);
}
