using System;

namespace EcgChip.Simulator.Patients;

/// <summary>Who a synthetic patient is. The same options make the same patient.</summary>
public sealed record SyntheticPatientOptions
{
    /// <summary>Longest patient, in seconds: four hours.</summary>
    public const double LongestSeconds = 14_400;

    /// <summary>Slowest mean heart rate, a minute.</summary>
    public const double LowestHeartRate = 25;

    /// <summary>Fastest mean heart rate, a minute.</summary>
    public const double HighestHeartRate = 250;

    /// <summary>Most ectopic beats, as a share of all: they never follow each other directly.</summary>
    public const double MostEctopic = 0.4;

    /// <summary>How long the patient lasts, in seconds.</summary>
    public double Seconds { get; init; } = 60;

    /// <summary>Mean heart rate, a minute.</summary>
    public double HeartRate { get; init; } = 72;

    /// <summary>Seed of everything that is random.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Ventricular ectopic beats, as a share of all.</summary>
    public double VentricularShare { get; init; } = 0.06;

    /// <summary>Supraventricular ectopic beats, as a share of all.</summary>
    public double SupraventricularShare { get; init; } = 0.04;

    /// <summary>
    /// True for a patient in atrial fibrillation: no interval foretells the next, and no P waves. Flutter waves of the atria are not drawn, and
    /// beats of the atria have no meaning: their share must be 0.
    /// </summary>
    public bool Fibrillates { get; init; }

    /// <summary>White noise of muscles and electrodes, root mean square, in millivolts.</summary>
    public double NoiseMillivolts { get; init; } = 0.01;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is out of its range; the message says which and the range.</exception>
    internal void Check()
    {
        Within(Seconds, 1, LongestSeconds, nameof(Seconds));
        Within(HeartRate, LowestHeartRate, HighestHeartRate, nameof(HeartRate));
        Within(VentricularShare, 0, MostEctopic, nameof(VentricularShare));
        Within(SupraventricularShare, 0, MostEctopic, nameof(SupraventricularShare));
        Within(VentricularShare + SupraventricularShare, 0, MostEctopic, nameof(VentricularShare) + " + " + nameof(SupraventricularShare));
        Within(SupraventricularShare, 0, Fibrillates ? 0 : MostEctopic, nameof(SupraventricularShare));
        Within(NoiseMillivolts, 0, 1, nameof(NoiseMillivolts));
    }

    private static void Within(double value, double lowest, double highest, string name)
    {
        if (!(value >= lowest && value <= highest))
        {
            throw new ArgumentOutOfRangeException(name, value, FormattableString.Invariant($"{name} must be {lowest} to {highest}."));
        }
    }
}
