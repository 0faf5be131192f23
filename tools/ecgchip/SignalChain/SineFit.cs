using System;

namespace EcgChip.Cli.SignalChain;

/// <summary>Amplitude of a sine of known frequency in samples, by least squares beside a constant.</summary>
public static class SineFit
{
    /// <summary>The amplitude.</summary>
    /// <param name="samples">Samples, evenly spaced.</param>
    /// <param name="cyclesPerSample">Frequency, in cycles a sample.</param>
    public static double Amplitude(ReadOnlySpan<double> samples, double cyclesPerSample)
    {
        // Normal equations of a + b cos + c sin, with the sums of the middle taken out so that the constant falls away.
        double meanCos = 0, meanSin = 0, mean = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * cyclesPerSample * i);
            meanCos += cos / samples.Length;
            meanSin += sin / samples.Length;
            mean += samples[i] / samples.Length;
        }

        double cc = 0, ss = 0, cs = 0, xc = 0, xs = 0;
        for (int i = 0; i < samples.Length; i++)
        {
            (double sin, double cos) = Math.SinCos(2 * Math.PI * cyclesPerSample * i);
            (sin, cos) = (sin - meanSin, cos - meanCos);
            double x = samples[i] - mean;
            cc += cos * cos;
            ss += sin * sin;
            cs += cos * sin;
            xc += x * cos;
            xs += x * sin;
        }

        double determinant = (cc * ss) - (cs * cs);
        double a = ((xc * ss) - (xs * cs)) / determinant;
        double b = ((xs * cc) - (xc * cs)) / determinant;
        return Math.Sqrt((a * a) + (b * b));
    }
}
