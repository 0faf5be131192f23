using System;
using EcgChip.Simulator.Patients;

namespace EcgChip.Cli.FrontEnd;

/// <summary>A voltage between the electrodes that is a function of time.</summary>
internal sealed class GivenVoltage(Func<double, double> millivolts) : IPatient
{
    public string Name => "test signal";

    public string Lead => "II";

    public double Seconds => double.MaxValue;

    public double MillivoltsAt(double seconds) => millivolts(seconds);
}
