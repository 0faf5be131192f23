using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Hub.Load;

/// <summary>How long something took, many times, in milliseconds.</summary>
/// <param name="What">What was done.</param>
/// <param name="Count">How often.</param>
/// <param name="Median">Half took no longer.</param>
/// <param name="P99">Of a hundred, ninety-nine took no longer.</param>
/// <param name="Worst">The longest.</param>
internal sealed record Timing(string What, int Count, double Median, double P99, double Worst)
{
    private const double NinetyNine = 0.99;

    internal static Timing Of(string what, IEnumerable<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        return new Timing(what, sorted.Length, sorted[sorted.Length / 2], sorted[Math.Min(sorted.Length - 1, (int)Math.Ceiling(sorted.Length * NinetyNine) - 1)], sorted[^1]);
    }
}
