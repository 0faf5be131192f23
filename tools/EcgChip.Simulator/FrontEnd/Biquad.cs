using System;

namespace EcgChip.Simulator.FrontEnd;

/// <summary>A second order filter, transposed direct form II.</summary>
public sealed class Biquad
{
    private readonly double b0;
    private readonly double b1;
    private readonly double b2;
    private readonly double a1;
    private readonly double a2;
    private double s1;
    private double s2;

    private Biquad(double b0, double b1, double b2, double a1, double a2)
    {
        this.b0 = b0;
        this.b1 = b1;
        this.b2 = b2;
        this.a1 = a1;
        this.a2 = a2;
    }

    /// <summary>Butterworth low-pass, -3 dB at <paramref name="cornerHz"/> (bilinear transform).</summary>
    public static Biquad ButterworthLowPass(double cornerHz, double samplesPerSecond)
    {
        double k = Math.Tan(Math.PI * cornerHz / samplesPerSecond);
        double norm = 1 / (1 + (Math.Sqrt(2) * k) + (k * k));
        double b0 = k * k * norm;
        return new Biquad(b0, 2 * b0, b0, 2 * ((k * k) - 1) * norm, (1 - (Math.Sqrt(2) * k) + (k * k)) * norm);
    }

    /// <summary>Filters one sample.</summary>
    public double Process(double x)
    {
        double y = (b0 * x) + s1;
        s1 = (b1 * x) - (a1 * y) + s2;
        s2 = (b2 * x) - (a2 * y);
        return y;
    }
}
