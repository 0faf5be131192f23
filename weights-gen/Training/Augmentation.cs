using System;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Training;

/// <summary>
/// Makes a beat into one that the device might have seen instead: its detector places R a little off, the electrodes give more or less,
/// the baseline moves, muscles add noise, the heart beats faster or slower. The zeros behind a beat stay zeros.
/// </summary>
public static class Augmentation
{
    /// <summary>Farthest, in samples, that a beat's start is moved.</summary>
    public const int MostShift = 3;

    private const double UnchangedPart = 0.2;
    private const double ShiftDeviation = 1.0;
    private const double StretchCommon = 0.02;
    private const double StretchRare = 0.06;
    private const double GainDeviation = 0.06;
    private const double WanderDeviation = 0.02;
    private const double MostNoise = 0.015;

    /// <summary>Writes an augmented beat.</summary>
    /// <param name="values">187 values, 0 to 127.</param>
    /// <param name="rare">The beat's class has so few beats that many copies of this one are learnt from: it is stretched more.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="target">187 values, 0 to 1.</param>
    public static void Apply(ReadOnlySpan<byte> values, bool rare, Random random, Span<float> target)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (random.NextDouble() < UnchangedPart)
        {
            Copy(values, target);
            return;
        }

        int length = values.TrimEnd((byte)0).Length;
        double most = rare ? StretchRare : StretchCommon;
        double stretch = 1 + most * (2 * random.NextDouble() - 1);
        int shift = (int)Math.Clamp(Math.Round(ShiftDeviation * random.NextNormal()), -MostShift, MostShift);
        double gain = 1 + GainDeviation * random.NextNormal();
        double offset = WanderDeviation * random.NextNormal();
        double slope = WanderDeviation * random.NextNormal();
        double noise = MostNoise * random.NextDouble();
        int newLength = Math.Min(Beat.Length, (int)Math.Round(length * stretch));
        for (int i = 0; i < newLength; i++)
        {
            double value = gain * At(values, length, (i + shift) / stretch) + offset + slope * i / Beat.Length + noise * random.NextNormal();
            target[i] = (float)Math.Clamp(value, 0, 1);
        }

        target[newLength..Beat.Length].Clear();
    }

    /// <summary>The beat as it is, as values of 0 to 1.</summary>
    public static void Copy(ReadOnlySpan<byte> values, Span<float> target)
    {
        for (int i = 0; i < values.Length; i++)
            target[i] = values[i] / (float)Beat.Largest;
    }

    /// <summary>The beat between its samples; before R it is mirrored, behind its end it stays where it was.</summary>
    private static double At(ReadOnlySpan<byte> values, int length, double position)
    {
        double at = Math.Min(Math.Abs(position), Math.Max(0, length - 1));
        int before = (int)at;
        int after = Math.Min(before + 1, Math.Max(0, length - 1));
        return (values[before] + (at - before) * (values[after] - values[before])) / Beat.Largest;
    }
}
