using System;

namespace EcgChip.Simulator.Patients;

/// <summary>What disturbs a patient's signal at the electrodes, and when. Nothing does by default; the same values disturb in the same way every time.</summary>
public sealed record Disturbances
{
    /// <summary>Amplitude of the mains hum between the electrodes, in millivolts: half of its peak-to-peak voltage.</summary>
    public double HumMillivolts { get; init; }

    /// <summary>Frequency of the hum. A grid that is short of power runs below its 50 or 60 Hz.</summary>
    public double HumHz { get; init; } = 50;

    /// <summary>Muscle noise, root mean square, in millivolts: flat from 20 to 150 Hz, where most of a muscle's power lies.</summary>
    public double MuscleMillivolts { get; init; }

    /// <summary>Seed of the muscle noise.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Amplitude of the baseline's swing, in millivolts.</summary>
    public double WanderMillivolts { get; init; }

    /// <summary>Frequency of that swing: 0.25 Hz as of breathing.</summary>
    public double WanderHz { get; init; } = 0.25;

    /// <summary>Height of the steps that pull the signal to a rail, in millivolts; up and down in turn.</summary>
    public double StepMillivolts { get; init; }

    /// <summary>Seconds from one step to the next.</summary>
    public double StepSeconds { get; init; } = 1;

    /// <summary>From when the patient is disturbed, in seconds.</summary>
    public double FromSeconds { get; init; }

    /// <summary>Until when.</summary>
    public double UntilSeconds { get; init; } = double.PositiveInfinity;

    /// <summary>Checks every value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An amplitude or a time is below 0, or a frequency not above 0; the message says which.</exception>
    internal void Check()
    {
        NotNegative(HumMillivolts, nameof(HumMillivolts));
        NotNegative(MuscleMillivolts, nameof(MuscleMillivolts));
        NotNegative(WanderMillivolts, nameof(WanderMillivolts));
        NotNegative(StepMillivolts, nameof(StepMillivolts));
        NotNegative(FromSeconds, nameof(FromSeconds));
        NotNegative(UntilSeconds, nameof(UntilSeconds));
        Positive(HumHz, nameof(HumHz));
        Positive(WanderHz, nameof(WanderHz));
        Positive(StepSeconds, nameof(StepSeconds));
    }

    private static void NotNegative(double value, string name)
    {
        if (!(value >= 0))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be 0 or more.");
        }
    }

    private static void Positive(double value, string name)
    {
        if (!(value > 0 && double.IsFinite(value)))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0.");
        }
    }
}
