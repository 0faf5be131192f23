using System;
using EcgChip.Simulator.Patients;

namespace EcgChip.WeightsGen.Beats;

/// <summary>
/// A patient whose electrodes lie elsewhere, as far as two leads can tell: the heart's vector seen from an angle between them. A recording's one lead
/// shows each of few patients from one side; learnt from alone, that side is learnt with the patient.
/// </summary>
/// <param name="first">The lead at 0 degrees.</param>
/// <param name="second">The lead at 90 degrees.</param>
/// <param name="degrees">The angle.</param>
public sealed class MixedLeads(IPatient first, IPatient second, double degrees) : IPatient
{
    private readonly double _first = Math.Cos(degrees * Math.PI / 180);
    private readonly double _second = Math.Sin(degrees * Math.PI / 180);

    /// <inheritdoc/>
    public string Name => first.Name;

    /// <inheritdoc/>
    public string Lead => $"{first.Lead} and {second.Lead} at {degrees} degrees";

    /// <inheritdoc/>
    public double Seconds => first.Seconds;

    /// <inheritdoc/>
    public double MillivoltsAt(double seconds) => _first * first.MillivoltsAt(seconds) + _second * second.MillivoltsAt(seconds);
}
