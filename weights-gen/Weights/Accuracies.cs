using System.Globalization;

namespace EcgChip.WeightsGen.Weights;

/// <summary>How often a network was right on some beats.</summary>
/// <param name="Beats">How many they are.</param>
/// <param name="InFloat">Accuracy in float, in percent.</param>
/// <param name="InInt8">Accuracy in int8, in percent.</param>
public sealed record Accuracies(int Beats, double InFloat, double InInt8)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"float {InFloat:0.00} %, int8 {InInt8:0.00} %");
}
