using System.Collections.Generic;

namespace EcgChip.Cli.Noise;

/// <summary>
/// What PhysioNet's detectors reach on the same records with the same electrode motion noise, made by <c>nst</c> and scored by <c>bxb</c>: first lead,
/// 360 samples a second, in percent. They know no shutdown.
/// </summary>
internal static class PhysioNetDetectors
{
    private static readonly Dictionary<(string Record, double Decibels), (string Gqrs, string Wqrs)> s_figures = new()
    {
        [("118", 12)] = ("99.95 / 88.7", "99.9 / 80.3"),
        [("119", 12)] = ("100 / 80.8", "99.3 / 76.5"),
        [("118", 6)] = ("99.3 / 70.5", "99.6 / 67.3"),
        [("119", 6)] = ("99.2 / 68.1", "99.6 / 63.2"),
        [("118", 0)] = ("97 / 61", ""),
        [("119", 0)] = ("97 / 57", ""),
    };

    /// <summary>Sensitivity and positive predictivity of gqrs and wqrs at a point; empty where they were not measured.</summary>
    public static (string Gqrs, string Wqrs) At(NoisePoint point) =>
        point.Noise == NoiseBench.ElectrodeMotion && s_figures.TryGetValue((point.Score.Name, point.Decibels), out var figures) ? figures : ("", "");
}
