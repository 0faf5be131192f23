using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Signal;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Tests;

/// <summary>Made-up beats that a network can tell apart quickly: each class has its bump somewhere else.</summary>
internal static class TestBeats
{
    private const int ClassSpacing = 30;
    private const int BumpWidth = 12;

    /// <summary>The same number of beats of each class.</summary>
    public static List<Beat> Make(int perClass, int seed = 7)
    {
        Random random = new(seed);
        List<Beat> beats = [];
        for (int i = 0; i < perClass * ClassNames.Count; i++)
        {
            int beatClass = i % ClassNames.Count;
            sbyte[] values = new sbyte[BeatWindow.Length];
            int length = random.Next(150, BeatWindow.Length);
            for (int at = 0; at < length; at++)
            {
                double bump = Math.Exp(-Math.Pow((at - 20 - ClassSpacing * beatClass) / (double)BumpWidth, 2));
                values[at] = (sbyte)Math.Clamp(20 + 90 * bump + random.Next(-8, 9), 1, Beat.Largest);
            }

            beats.Add(new Beat(i % 2 == 0 ? "100" : "208", i * 100, i * 288, beatClass, values));
        }

        return beats;
    }

    /// <summary>Beats of any length and shape, values and features from -127 to 127.</summary>
    public static List<Beat> MakeSigned(int length, int count, int seed = 7, int features = 0)
    {
        Random random = new(seed);
        return
        [
            .. Enumerable.Range(0, count).Select(i => new Beat(
                i % 2 == 0 ? "101" : "208", i * 100, i * 288, i % ClassNames.Count,
                [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-Beat.Largest, Beat.Largest + 1))])
            {
                Features = [.. Enumerable.Range(0, features).Select(_ => (sbyte)random.Next(-Beat.Largest, Beat.Largest + 1))],
            }),
        ];
    }
}
