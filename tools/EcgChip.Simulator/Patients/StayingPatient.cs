using System;

namespace EcgChip.Simulator.Patients;

/// <summary>A patient who is gone at the end, as any other, but can be asked to stay: from then on the heart is heard from its first moment again.</summary>
public sealed class StayingPatient : IPatient
{
    private readonly IPatient patient;
    private double since = double.PositiveInfinity;

    /// <summary>A patient who does not stay yet.</summary>
    public StayingPatient(IPatient patient)
    {
        ArgumentNullException.ThrowIfNull(patient);
        this.patient = patient;
    }

    /// <inheritdoc/>
    public string Name => patient.Name;

    /// <inheritdoc/>
    public string Lead => patient.Lead;

    /// <inheritdoc/>
    public double Seconds => patient.Seconds;

    /// <summary>Stays on the electrodes from a moment on, again and again from the beginning.</summary>
    /// <param name="seconds">The moment, in seconds as <see cref="MillivoltsAt"/> counts them.</param>
    public void StayFrom(double seconds) => since = seconds;

    /// <inheritdoc/>
    public double MillivoltsAt(double seconds) => patient.MillivoltsAt(seconds < since ? seconds : (seconds - since) % patient.Seconds);
}
