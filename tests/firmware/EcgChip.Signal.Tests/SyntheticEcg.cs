using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Signal.Tests;

/// <summary>Conditioned signal made of P, QRS and T waves of known place and size, in 5 uV units at 125 Hz, with a little noise.</summary>
internal sealed class SyntheticEcg
{
    private const int Rate = SignalUnits.SampleRate;

    /// <summary>What a beat looks like. Times in seconds, heights as parts of the R peak's.</summary>
    internal sealed record Shape(
        double QrsSeconds = 0.08, double PHeight = 0.12, double PrSeconds = 0.16, double THeight = 0.25, double TSeconds = 0.18, double QtSeconds = 0.35);

    private readonly double[] signal;

    /// <summary>A flat line.</summary>
    public SyntheticEcg(int samples) => signal = new double[samples];

    /// <summary>R peaks put in so far.</summary>
    public List<int> Peaks { get; } = [];

    /// <summary>A rhythm of equal beats.</summary>
    public static SyntheticEcg Steady(double beatsPerMinute, int beats, double height, Shape shape, double first = 60)
    {
        double interval = 60.0 * Rate / beatsPerMinute;
        SyntheticEcg ecg = new((int)(first + ((beats - 1) * interval)) + (2 * Rate));
        for (int i = 0; i < beats; i++)
            ecg.AddBeat((int)Math.Round(first + (i * interval)), height, shape, interval);
        return ecg;
    }

    /// <summary>Puts in a beat. At short intervals P and T wave move nearer and become shorter, as they do in a heart (Bazett 1920 for QT).</summary>
    public void AddBeat(int peak, double height, Shape shape, double intervalSamples)
    {
        Peaks.Add(peak);
        double shortening = Math.Min(1, Math.Sqrt(intervalSamples / Rate));
        Triangle(peak, shape.QrsSeconds / 2 * Rate, height);
        Bump(peak - (shape.PrSeconds * shortening * Rate), 0.08 * shortening * Rate, height * shape.PHeight);
        double tEnd = (shape.QtSeconds * shortening * Rate) - (shape.QrsSeconds / 2 * Rate);
        double tWidth = shape.TSeconds * shortening * Rate;
        Bump(peak + tEnd - (tWidth / 2), tWidth, height * shape.THeight);
    }

    /// <summary>Adds a value to a stretch.</summary>
    public void Add(int from, int count, double value)
    {
        for (int i = Math.Max(0, from); i < Math.Min(signal.Length, from + count); i++)
            signal[i] += value;
    }

    /// <summary>The samples, with noise of up to two units.</summary>
    public int[] ToSamples(int seed = 1)
    {
        Random random = new(seed);
        return [.. signal.Select(value => Math.Clamp((int)Math.Round(value) + random.Next(-2, 3), short.MinValue, short.MaxValue))];
    }

    private void Triangle(double centre, double halfWidth, double height)
    {
        for (int i = Math.Max(0, (int)(centre - halfWidth)); i < Math.Min(signal.Length, centre + halfWidth + 1); i++)
            signal[i] += height * Math.Max(0, 1 - (Math.Abs(i - centre) / halfWidth));
    }

    private void Bump(double centre, double width, double height)
    {
        for (int i = Math.Max(0, (int)(centre - (width / 2))); i < Math.Min(signal.Length, centre + (width / 2)); i++)
            signal[i] += height * Math.Max(0, Math.Cos(Math.PI * (i - centre) / width));
    }
}
