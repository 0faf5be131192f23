using System;
using System.Collections.Generic;

namespace EcgChip.Cli.Noise;

/// <summary>
/// A figure that has to be reached with electrode motion noise, for each record. Sensitivity is without beats in shutdown, which EC57 counts apart:
/// how much of the time that may be has a target of its own.
/// </summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">What was reached, in percent; null where there was nothing to measure.</param>
/// <param name="Limit">What has to be.</param>
/// <param name="AtMost">True where less is better.</param>
public sealed record NoiseTarget(string Name, double? Value, double Limit, bool AtMost)
{
    private const double Strong = 6;
    private const double Moderate = 12;
    private const double SensitivityModerate = 99;
    private const double PredictivityModerate = 92;
    private const double SensitivityStrong = 97;
    private const double PredictivityStrong = 82;
    private const double ShutdownStrong = 25;

    /// <summary>True when it was reached.</summary>
    public bool IsMet => Value is double value && (AtMost ? value <= Limit : value >= Limit);

    /// <summary>The targets that a point has to meet.</summary>
    public static IEnumerable<NoiseTarget> Of(NoisePoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        return (point.Noise, point.Decibels) switch
        {
            (NoiseBench.ElectrodeMotion, Moderate) => Both(point, SensitivityModerate, PredictivityModerate),
            (NoiseBench.ElectrodeMotion, Strong) =>
            [
                .. Both(point, SensitivityStrong, PredictivityStrong),
                new(NameOf(point, "time in shutdown"), point.Score.Shutdown.Percent, ShutdownStrong, AtMost: true),
            ],
            _ => [],
        };
    }

    private static NoiseTarget[] Both(NoisePoint point, double sensitivity, double predictivity) =>
    [
        new(NameOf(point, "sensitivity without shutdown"), point.Score.Shutdown.SeOutside, sensitivity, AtMost: false),
        new(NameOf(point, "positive predictivity"), point.Score.Figures.Qrs.Ppv, predictivity, AtMost: false),
    ];

    private static string NameOf(NoisePoint point, string what) => $"{point.Score.Name} at {point.Decibels} dB {point.Noise}, {what}";
}
