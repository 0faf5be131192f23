using EcgChip.Inference;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>
/// The head for myocardial infarction: two dense layers of 32 behind the seed network's convolutions, and the two logits, as the paper has it (Kachuee,
/// Fazeli and Sarrafzadeh 2018, section III.D); 3,202 weights.
/// </summary>
public static class HeadShape
{
    /// <summary>The head's name.</summary>
    public const string Name = "infarction";

    /// <summary>The network whose convolutions it stands behind.</summary>
    public const string Trunk = SeedShape.Name;

    /// <summary>Healthy, infarction.</summary>
    public const int Classes = 2;

    private const int Inputs = 64;
    private const int DenseUnits = 32;

    /// <summary>The head's layers.</summary>
    public static NetworkShape Create() => new(
        Name,
        LayerSpec.Dense(Inputs, DenseUnits, rectified: true, shift: 0),
        LayerSpec.Dense(DenseUnits, DenseUnits, rectified: true, shift: 0),
        LayerSpec.Dense(DenseUnits, Classes, rectified: false, shift: 0));
}
