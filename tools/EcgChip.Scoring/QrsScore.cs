namespace EcgChip.Scoring;

/// <summary>How well beats were found, whatever their class.</summary>
/// <param name="Se">Sensitivity, 0 to 100. Null without a true beat.</param>
/// <param name="Ppv">Positive predictivity, 0 to 100. Null where none was found.</param>
/// <param name="Missed">True beats not found; in an average, of a recording.</param>
/// <param name="False">Beats found where none is; in an average, of a recording.</param>
public sealed record QrsScore(double? Se, double? Ppv, double Missed, double False);
