using System;
using System.Collections.Generic;

namespace EcgChip.WeightsGen.Pictures;

/// <summary>Round values for the marks of an axis.</summary>
public static class Marks
{
    private static readonly double[] s_steps = [1, 2, 5, 10];

    /// <summary>Marks from at or below the least value to at or above the largest, at most so many steps: multiples of 1, 2 or 5 times a power of ten.</summary>
    public static double[] Over(double least, double most, int steps)
    {
        double span = Math.Max(most - least, 1e-9);
        double power = Math.Pow(10, Math.Floor(Math.Log10(span / steps)));
        foreach (double factor in s_steps)
        {
            double step = factor * power;
            double first = Math.Floor((least / step) + 1e-9);
            double last = Math.Ceiling((most / step) - 1e-9);
            if (last - first > steps && factor < s_steps[^1])
                continue;

            List<double> marks = [];
            for (double at = first; at <= Math.Max(last, first + 1); at++)
                marks.Add(Math.Round(at * step, 12));
            return [.. marks];
        }

        throw new InvalidOperationException("Ten times a step is always enough.");
    }
}
