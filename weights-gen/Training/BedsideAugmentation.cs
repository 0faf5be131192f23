using System;
using EcgChip.Signal;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Training;

/// <summary>
/// Makes a bedside beat into one that the device might have seen instead: R placed a little off, a heart that beats faster or slower, a baseline
/// that moves, muscle noise. What comes out is centred and scaled again as <see cref="BedsideWindow"/> does it, which is why a gain of
/// the electrodes would change nothing.
/// </summary>
public static class BedsideAugmentation
{
    /// <summary>Farthest, in samples, that R is moved.</summary>
    public const int MostShift = 2;

    private const double UnchangedPart = 0.2;
    private const double ShiftDeviation = 0.7;
    private const double StretchCommon = 0.04;
    private const double StretchRare = 0.08;
    private const double WanderDeviation = 0.05;
    private const double MostNoise = 0.03;
    private const double FeatureDeviation = 0.03;

    /// <summary>Writes an augmented beat, one channel or both; see <see cref="BeatAugmenter"/>.</summary>
    public static void Apply(ReadOnlySpan<sbyte> values, bool rare, Random random, Span<float> target)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (random.NextDouble() < UnchangedPart)
        {
            Augmentation.Copy(values, target);
            return;
        }

        double most = rare ? StretchRare : StretchCommon;
        double stretch = 1 + most * (2 * random.NextDouble() - 1);
        double shift = Math.Clamp(Math.Round(ShiftDeviation * random.NextNormal()), -MostShift, MostShift);
        double slope = WanderDeviation * random.NextNormal();
        double bend = WanderDeviation * random.NextNormal();
        double noise = MostNoise * random.NextDouble();
        for (int channel = 0; channel < values.Length; channel += BedsideWindow.Length)
        {
            // What disturbs a beat has left the mean of many.
            ReadOnlySpan<sbyte> own = values.Slice(channel, BedsideWindow.Length);
            Span<float> changed = target.Slice(channel, BedsideWindow.Length);
            for (int i = 0; i < own.Length; i++)
            {
                double fromR = i - BedsideWindow.RPeakAt;
                double place = 2.0 * i / (own.Length - 1) - 1;
                double disturbance = channel == 0 ? slope * place + bend * place * place + noise * random.NextNormal() : 0;
                changed[i] = (float)(At(own, BedsideWindow.RPeakAt + shift + fromR / stretch) + disturbance);
            }

            Normalise(changed);
        }
    }

    /// <summary>Writes features as they might have been as well; see <see cref="BeatAugmenter"/>.</summary>
    public static void ApplyToFeatures(ReadOnlySpan<sbyte> features, bool rare, Random random, Span<float> target)
    {
        ArgumentNullException.ThrowIfNull(random);
        for (int i = 0; i < features.Length; i++)
            target[i] = (float)Math.Clamp(features[i] / (double)Beat.Largest + FeatureDeviation * random.NextNormal(), -1, 1);
    }

    /// <summary>The beat between its samples; beyond its ends it stays as it was there.</summary>
    private static double At(ReadOnlySpan<sbyte> values, double position)
    {
        double at = Math.Clamp(position, 0, values.Length - 1);
        int before = (int)at;
        int after = Math.Min(before + 1, values.Length - 1);
        return (values[before] + (at - before) * (values[after] - values[before])) / Beat.Largest;
    }

    private static void Normalise(Span<float> target)
    {
        float level = 0;
        foreach (float value in target)
            level += value / target.Length;
        float largest = 0;
        foreach (float value in target)
            largest = Math.Max(largest, Math.Abs(value - level));
        for (int i = 0; i < target.Length; i++)
            target[i] = largest == 0 ? 0 : (target[i] - level) / largest;
    }
}
