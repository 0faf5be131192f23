using System;
using EcgChip.Signal;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Training;

/// <summary>
/// Makes a seed beat into one that the device might have seen instead: its detector places R a little off, the electrodes give more or less,
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
    private const double LightPart = 0.5;

    /// <summary>Writes an augmented beat, values 0 to 1; see <see cref="BeatAugmenter"/>.</summary>
    public static void Apply(ReadOnlySpan<sbyte> values, bool rare, Random random, Span<float> target) => Apply(values, rare, 1, random, target);

    /// <summary>Writes a beat with half the changes, for beats whose like, of the same patients, will be tested; see <see cref="BeatAugmenter"/>.</summary>
    public static void ApplyLightly(ReadOnlySpan<sbyte> values, bool rare, Random random, Span<float> target) =>
        Apply(values, rare, LightPart, random, target);

    private static void Apply(ReadOnlySpan<sbyte> values, bool rare, double part, Random random, Span<float> target)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (random.NextDouble() < UnchangedPart)
        {
            Copy(values, target);
            return;
        }

        int length = values.TrimEnd((sbyte)0).Length;
        double most = part * (rare ? StretchRare : StretchCommon);
        double stretch = 1 + most * (2 * random.NextDouble() - 1);
        int shift = (int)Math.Clamp(Math.Round(part * ShiftDeviation * random.NextNormal()), -MostShift, MostShift);
        double gain = 1 + part * GainDeviation * random.NextNormal();
        double offset = part * WanderDeviation * random.NextNormal();
        double slope = part * WanderDeviation * random.NextNormal();
        double noise = part * MostNoise * random.NextDouble();
        int newLength = Math.Min(BeatWindow.Length, (int)Math.Round(length * stretch));
        for (int i = 0; i < newLength; i++)
        {
            double value = gain * At(values, length, (i + shift) / stretch) + offset + slope * i / BeatWindow.Length + noise * random.NextNormal();
            target[i] = (float)Math.Clamp(value, 0, 1);
        }

        target[newLength..BeatWindow.Length].Clear();
    }

    /// <summary>The beat as it is; 127 becomes 1.</summary>
    public static void Copy(ReadOnlySpan<sbyte> values, Span<float> target)
    {
        for (int i = 0; i < values.Length; i++)
            target[i] = values[i] / (float)Beat.Largest;
    }

    /// <summary>The beat between its samples; before R it is mirrored, behind its end it stays where it was.</summary>
    private static double At(ReadOnlySpan<sbyte> values, int length, double position)
    {
        double at = Math.Min(Math.Abs(position), Math.Max(0, length - 1));
        int before = (int)at;
        int after = Math.Min(before + 1, Math.Max(0, length - 1));
        return (values[before] + (at - before) * (values[after] - values[before])) / Beat.Largest;
    }
}
