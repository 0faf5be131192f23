using System;

namespace EcgChip.Simulator.Patients;

/// <summary>Another patient with every voltage multiplied: a larger or smaller heart, or with electrodes swapped.</summary>
public sealed class ScaledPatient : IPatient
{
    private readonly IPatient _patient;
    private readonly double _factor;

    /// <param name="patient">Who is scaled.</param>
    /// <param name="gain">Factor above 0.</param>
    /// <param name="invert">Whether the two electrodes are swapped, which turns the trace upside down.</param>
    /// <exception cref="ArgumentOutOfRangeException">The gain is not above 0, or no number.</exception>
    public ScaledPatient(IPatient patient, double gain, bool invert = false)
    {
        ArgumentNullException.ThrowIfNull(patient);
        if (!(gain > 0) || !double.IsFinite(gain))
        {
            throw new ArgumentOutOfRangeException(nameof(gain), gain, "The gain must be above 0; swap the electrodes with invert.");
        }

        _patient = patient;
        _factor = invert ? -gain : gain;
    }

    /// <inheritdoc/>
    public string Name => _patient.Name;

    /// <inheritdoc/>
    public string Lead => _patient.Lead;

    /// <inheritdoc/>
    public double Seconds => _patient.Seconds;

    /// <inheritdoc/>
    public double MillivoltsAt(double seconds) => _factor * _patient.MillivoltsAt(seconds);
}
