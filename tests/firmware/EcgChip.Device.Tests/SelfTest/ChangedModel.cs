using EcgChip.Inference;

namespace EcgChip.Device.Tests.SelfTest;

/// <summary>A model with another bias in its last layer, as a bad flash would change it, perhaps only after some reads.</summary>
internal sealed class ChangedModel(Model model, int rightReads = 0) : Model
{
    private int reads;

    public override string Name => model.Name;

    public override string Hash => model.Hash;

    public override string BeatFingerprint => model.BeatFingerprint;

    public override LayerSpec[] Layers() => model.Layers();

    public override LayerSpec Layer(int layer) => model.Layer(layer);

    public override sbyte[] Weights(int layer) => model.Weights(layer);

    public override sbyte[] WeightPart(int layer, int part) => model.WeightPart(layer, part);

    public override int[] Biases(int layer)
    {
        int[] biases = model.Biases(layer);
        if (layer == model.Layers().Length - 1 && reads++ >= rightReads)
        {
            biases[0] += 1 << 20;
        }

        return biases;
    }

    public override int[] Multipliers(int layer) => model.Multipliers(layer);
}
