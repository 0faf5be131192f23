using System;
using System.Linq;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.FrontEnd;

namespace EcgChip.Cli.FrontEnd;

/// <summary>Voltage at the ADC's pin over time.</summary>
/// <param name="Seconds">Ascending.</param>
/// <param name="Volts">At these times.</param>
public sealed record Trace(double[] Seconds, double[] Volts)
{
    /// <summary>Of the table of a transient analysis.</summary>
    public static Trace Of(SpiceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(table.Scale, table["v(pin)"]);
    }

    /// <summary>Of the simulator's model.</summary>
    public static Trace OfModel(AnalogSettings parts, double[] seconds, Func<double, double> millivolts, Electrodes? electrodes = null)
    {
        AnalogFrontEnd frontEnd = new(new GivenVoltage(millivolts), parts, electrodes);
        return new(seconds, [.. seconds.Select(frontEnd.VoltsAt)]);
    }

    /// <summary>Seconds after a moment until the voltage is within a band around its centre for good; NaN where it never left it.</summary>
    public double SettledAfter(double moment, double centre, double band) =>
        TimeOf(Array.FindLastIndex(Volts, volts => Math.Abs(volts - centre) > band)) - moment;

    /// <summary>The voltage at the sample nearest to a moment.</summary>
    public double At(double moment) => Volts[Enumerable.Range(0, Seconds.Length).MinBy(i => Math.Abs(Seconds[i] - moment))];

    /// <summary>The moment of the highest voltage: of the parabola through the 5 ms around it, which noise of the solution does not move.</summary>
    public double Top()
    {
        int top = Array.IndexOf(Volts, Volts.Max());
        int reach = Array.FindIndex(Seconds, time => time >= Seconds[top] + 0.0025) - top;
        (double left, double middle, double right) = (Volts[top - reach], Volts[top], Volts[top + reach]);
        return Seconds[top] + ((Seconds[top + reach] - Seconds[top]) * (left - right) / (2 * (left - (2 * middle) + right)));
    }

    /// <summary>The first moment at which the voltage leaves a range; NaN where it never does.</summary>
    public double FirstOutside(double lowest, double highest) => TimeOf(Array.FindIndex(Volts, volts => volts < lowest || volts > highest));

    /// <summary>How far another trace at the same times lies off, in volts: the root of the mean square.</summary>
    public double DistanceTo(Trace other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Math.Sqrt(Volts.Zip(other.Volts, (a, b) => (a - b) * (a - b)).Average());
    }

    private double TimeOf(int index) => index < 0 ? double.NaN : Seconds[index];
}
