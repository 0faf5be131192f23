using System;
using System.Collections.Generic;
using EcgChip.Scoring;

namespace EcgChip.Cli.Beats;

/// <summary>A figure that has to be reached on DS2 as it was recorded, gross.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">What was reached, in percent; null where there was nothing to measure.</param>
/// <param name="Limit">What has to be at least.</param>
public sealed record BeatTarget(string Name, double? Value, double Limit)
{
    private const double VentricularSensitivity = 94;
    private const double VentricularPredictivity = 91;
    private const double SupraventricularSensitivity = 78;
    private const double SupraventricularPredictivity = 55;
    private const double NormalSensitivity = 96;

    /// <summary>True when it was reached.</summary>
    public bool IsMet => Value >= Limit;

    /// <summary>The targets with what was reached.</summary>
    public static IReadOnlyList<BeatTarget> Of(Figures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return
        [
            new("V, sensitivity", figures.V.Se, VentricularSensitivity),
            new("V, positive predictivity", figures.V.Ppv, VentricularPredictivity),
            new("S, sensitivity", figures.S.Se, SupraventricularSensitivity),
            new("S, positive predictivity", figures.S.Ppv, SupraventricularPredictivity),
            new("N, sensitivity", figures.N.Se, NormalSensitivity),
        ];
    }
}
