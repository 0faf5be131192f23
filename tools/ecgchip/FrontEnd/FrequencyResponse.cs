using System;
using System.Linq;
using System.Numerics;
using EcgChip.Simulator.FrontEnd;

namespace EcgChip.Cli.FrontEnd;

/// <summary>Gain and phase over frequency, from wherever they were measured.</summary>
/// <param name="Hertz">Ascending.</param>
/// <param name="Values">Volts at the ADC's pin for a volt between the electrodes.</param>
public sealed record FrequencyResponse(double[] Hertz, Complex[] Values)
{
    /// <summary>Of the table of an AC analysis.</summary>
    public static FrequencyResponse Of(SpiceTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(table.Scale, [.. table["vr(pin)"].Zip(table["vi(pin)"], (real, imaginary) => new Complex(real, imaginary))]);
    }

    /// <summary>Of the simulator's model, by sines of 0.5 mV over whole periods once it has settled.</summary>
    public static FrequencyResponse OfModel(AnalogSettings parts, double[] hertz)
    {
        ArgumentNullException.ThrowIfNull(hertz);
        return new(hertz, [.. hertz.Select(f => ModelAt(parts, f))]);
    }

    /// <summary>The largest gain.</summary>
    public double MidGain => Values.Max(value => value.Magnitude);

    /// <summary>Gain in decibels, at each frequency.</summary>
    public double[] Decibels => [.. Values.Select(value => 20 * Math.Log10(value.Magnitude))];

    /// <summary>Gain at a frequency in decibels, against the largest.</summary>
    public double RelativeDecibels(double hertz) => At(hertz, Decibels) - (20 * Math.Log10(MidGain));

    /// <summary>The lower (or upper) frequency at which the gain is 3 dB below the largest; NaN where it lies outside of what was measured.</summary>
    public double Corner(bool upper)
    {
        double level = 20 * Math.Log10(MidGain / Math.Sqrt(2));
        double[] decibels = Decibels;
        int first = upper ? Array.FindLastIndex(decibels, value => value >= level) : Array.FindIndex(decibels, value => value >= level) - 1;
        if (first < 0 || first + 1 >= decibels.Length)
        {
            return double.NaN;
        }

        double part = (level - decibels[first]) / (decibels[first + 1] - decibels[first]);
        return Hertz[first] * Math.Pow(Hertz[first + 1] / Hertz[first], part);
    }

    /// <summary>Group delay at a frequency in milliseconds: the slope of the phase between its neighbours.</summary>
    public double GroupDelayMs(double hertz)
    {
        int next = Math.Clamp(Array.FindIndex(Hertz, f => f > hertz), 1, Hertz.Length - 1);
        double turn = (Values[next] / Values[next - 1]).Phase;
        return -turn / (2 * Math.PI * (Hertz[next] - Hertz[next - 1])) * 1000;
    }

    private double At(double hertz, double[] values)
    {
        int next = Math.Clamp(Array.FindIndex(Hertz, f => f >= hertz), 1, Hertz.Length - 1);
        double part = Math.Log(hertz / Hertz[next - 1]) / Math.Log(Hertz[next] / Hertz[next - 1]);
        return values[next - 1] + (part * (values[next] - values[next - 1]));
    }

    private static Complex ModelAt(AnalogSettings parts, double hertz)
    {
        const double Millivolts = 0.5;
        const double SettlingSeconds = 6;
        const double LeastSeconds = 2;
        const int StepsASecond = 2003;
        double start = Math.Ceiling(SettlingSeconds * hertz) / hertz;
        double periods = Math.Ceiling(LeastSeconds * hertz);
        int steps = (int)Math.Round(periods / hertz * StepsASecond);
        AnalogFrontEnd frontEnd = new(new GivenVoltage(t => Millivolts * Math.Sin(2 * Math.PI * hertz * t)), parts);
        Complex sum = 0;
        for (int i = 0; i < steps; i++)
        {
            double time = start + (i * periods / hertz / steps);
            sum += (frontEnd.VoltsAt(time) - parts.CentreVolts) * Complex.FromPolarCoordinates(1, -2 * Math.PI * hertz * time);
        }

        return sum * 2 / steps / (Millivolts / 1000) * Complex.ImaginaryOne;
    }
}
