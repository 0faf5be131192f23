using System;
using System.Collections.Generic;
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
            byte[] values = new byte[Beat.Length];
            int length = random.Next(150, Beat.Length);
            for (int at = 0; at < length; at++)
            {
                double bump = Math.Exp(-Math.Pow((at - 20 - ClassSpacing * beatClass) / (double)BumpWidth, 2));
                values[at] = (byte)Math.Clamp(20 + 90 * bump + random.Next(-8, 9), 1, Beat.Largest);
            }

            beats.Add(new Beat(i % 2 == 0 ? "100" : "208", i * 100, i * 288, beatClass, values));
        }

        return beats;
    }
}
