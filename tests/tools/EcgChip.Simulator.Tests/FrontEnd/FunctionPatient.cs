using System;
using EcgChip.Simulator.Patients;

namespace EcgChip.Simulator.Tests.FrontEnd;

/// <summary>A patient whose voltage is a function of time, and who remembers the latest moment that was asked for.</summary>
internal sealed class FunctionPatient(Func<double, double> millivolts, double seconds = 60) : IPatient
{
    public string Name => "function";

    public string Lead => "II";

    public double Seconds => seconds;

    /// <summary>The latest moment that anybody asked for, in seconds.</summary>
    public double LatestAsked { get; private set; } = double.NegativeInfinity;

    public static FunctionPatient Sine(double hertz, double amplitude = 1) => new(t => amplitude * Math.Sin(2 * Math.PI * hertz * t));

    public double MillivoltsAt(double seconds)
    {
        LatestAsked = Math.Max(LatestAsked, seconds);
        return millivolts(seconds);
    }
}
