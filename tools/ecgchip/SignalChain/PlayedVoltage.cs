using System;
using EcgChip.Simulator.Patients;

namespace EcgChip.Cli.SignalChain;

/// <summary>A voltage between the electrodes that is a function of time, for as long as it lasts.</summary>
/// <param name="millivolts">The voltage, by the seconds since the start.</param>
/// <param name="seconds">How long it lasts.</param>
public sealed class PlayedVoltage(Func<double, double> millivolts, double seconds) : IPatient
{
    /// <inheritdoc/>
    public string Name => "test signal";

    /// <inheritdoc/>
    public string Lead => "II";

    /// <inheritdoc/>
    public double Seconds => seconds;

    /// <inheritdoc/>
    public double MillivoltsAt(double seconds) => millivolts(seconds);
}
