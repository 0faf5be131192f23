using System;
using EcgChip.Inference;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>A quantised head that is not generated yet.</summary>
/// <param name="numbers">Its layers and numbers.</param>
/// <param name="trunkHash">Hash of the network whose convolutions it was trained behind.</param>
/// <param name="patients">Patients that it was trained on.</param>
public sealed class QuantisedHead(Model numbers, string trunkHash, int patients) : HeadModel
{
    /// <summary>Its layers and numbers alone.</summary>
    public Model Numbers { get; } = numbers ?? throw new ArgumentNullException(nameof(numbers));

    /// <inheritdoc/>
    public override string TrunkHash { get; } = trunkHash;

    /// <inheritdoc/>
    public override int PatientsTrained { get; } = patients;

    /// <inheritdoc/>
    public override string Name => Numbers.Name;

    /// <inheritdoc/>
    public override string Hash => Numbers.Hash;

    /// <inheritdoc/>
    public override string BeatFingerprint => Numbers.BeatFingerprint;

    /// <inheritdoc/>
    public override LayerSpec[] Layers() => Numbers.Layers();

    /// <inheritdoc/>
    public override LayerSpec Layer(int layer) => Numbers.Layer(layer);

    /// <inheritdoc/>
    public override sbyte[] Weights(int layer) => Numbers.Weights(layer);

    /// <inheritdoc/>
    public override sbyte[] WeightPart(int layer, int part) => Numbers.WeightPart(layer, part);

    /// <inheritdoc/>
    public override int[] Biases(int layer) => Numbers.Biases(layer);

    /// <inheritdoc/>
    public override int[] Multipliers(int layer) => Numbers.Multipliers(layer);
}
