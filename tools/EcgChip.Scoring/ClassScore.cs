namespace EcgChip.Scoring;

/// <summary>How well a class of beats was told.</summary>
/// <param name="Se">Sensitivity, 0 to 100: true beats of the class that were found as it. Null without a true beat.</param>
/// <param name="Ppv">Positive predictivity, 0 to 100: beats found as the class that are of it. Null where none was found.</param>
public sealed record ClassScore(double? Se, double? Ppv);
