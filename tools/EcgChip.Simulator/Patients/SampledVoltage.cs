using System;

namespace EcgChip.Simulator.Patients;

/// <summary>
/// A voltage known at equal steps, smooth in between: the cubic through two neighbours whose slopes are those of the chords around them
/// (Catmull, Rom 1974, "A class of local interpolating splines"). Outside, the nearest value holds.
/// </summary>
internal sealed class SampledVoltage
{
    private readonly double[] _millivolts;
    private readonly double _sampleRate;

    /// <param name="millivolts">Voltage at 0, 1, 2 ... steps; at least one.</param>
    /// <param name="sampleRate">Steps a second.</param>
    public SampledVoltage(double[] millivolts, double sampleRate)
    {
        _millivolts = millivolts;
        _sampleRate = sampleRate;
    }

    /// <summary>Voltage <paramref name="seconds"/> after the first step.</summary>
    public double At(double seconds)
    {
        double place = Math.Clamp(seconds * _sampleRate, 0, _millivolts.Length - 1);
        int index = (int)place;
        double part = place - index;
        double before = Step(index - 1);
        double left = Step(index);
        double right = Step(index + 1);
        double after = Step(index + 2);
        double leftSlope = (right - before) / 2;
        double rightSlope = (after - left) / 2;

        // Hermite's cubic by Horner: it passes left and right with these slopes.
        double rise = right - left;
        return left + part * (leftSlope + part * (3 * rise - 2 * leftSlope - rightSlope + part * (leftSlope + rightSlope - 2 * rise)));
    }

    private double Step(int index) => _millivolts[Math.Clamp(index, 0, _millivolts.Length - 1)];
}
