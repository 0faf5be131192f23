using System;

namespace EcgChip.Cli.SignalChain;

/// <summary>
/// A beat as AAMI EC13 draws it for monitors: a triangle for the QRS complex, its top the R peak, and half sines for P and T waves.
/// </summary>
/// <param name="QrsMillivolts">Height of the triangle; below 0 it points down.</param>
/// <param name="QrsSeconds">Its width.</param>
public sealed record TestBeat(double QrsMillivolts, double QrsSeconds)
{
    /// <summary>Farthest from the R peak that a beat has a voltage, in seconds.</summary>
    public const double Reach = 0.6;

    /// <summary>Height of the T wave.</summary>
    public double TMillivolts { get; init; }

    /// <summary>Width of the T wave (EC13: 180 ms).</summary>
    public double TSeconds { get; init; } = 0.18;

    /// <summary>From the begin of the QRS complex to the end of the T wave (EC13: 350 ms).</summary>
    public double QtSeconds { get; init; } = 0.35;

    /// <summary>True for a T wave that begins and ends without a kink, a whole turn of a cosine in the place of half a sine.</summary>
    public bool HasSmoothT { get; init; }

    /// <summary>Height of the P wave.</summary>
    public double PMillivolts { get; init; }

    /// <summary>Width of the P wave.</summary>
    public double PSeconds { get; init; } = 0.1;

    /// <summary>From the begin of the P wave to that of the QRS complex.</summary>
    public double PqSeconds { get; init; } = 0.16;

    /// <summary>The same beat with P and T waves as they are at a rate: their distances and widths shrink with the root of the interval (Bazett).</summary>
    /// <param name="intervalSeconds">From beat to beat.</param>
    /// <param name="p">Height of the P wave, in QRS heights.</param>
    /// <param name="t">Height of the T wave, in QRS heights.</param>
    public TestBeat WithWaves(double intervalSeconds, double p, double t)
    {
        // At 80 a minute, EC13's rate for these figures, as they stand; never longer.
        double part = Math.Min(1, Math.Sqrt(intervalSeconds / 0.75));
        return this with
        {
            PMillivolts = p * QrsMillivolts,
            TMillivolts = t * QrsMillivolts,
            TSeconds = part * TSeconds,
            QtSeconds = part * QtSeconds,
            PSeconds = part * PSeconds,
            PqSeconds = part * PqSeconds,
        };
    }

    /// <summary>Its voltage, in millivolts.</summary>
    /// <param name="seconds">Seconds since its R peak.</param>
    public double At(double seconds)
    {
        double half = QrsSeconds / 2;
        double millivolts = Math.Abs(seconds) < half ? QrsMillivolts * (1 - (Math.Abs(seconds) / half)) : 0;
        if (TMillivolts != 0)
        {
            double wave = HalfSine(seconds - (QtSeconds - half - TSeconds), TSeconds);
            millivolts += TMillivolts * (HasSmoothT ? wave * wave : wave);
        }

        if (PMillivolts != 0)
        {
            millivolts += PMillivolts * HalfSine(seconds + half + PqSeconds, PSeconds);
        }

        return millivolts;
    }

    private static double HalfSine(double since, double length) => since > 0 && since < length ? Math.Sin(Math.PI * since / length) : 0;
}
