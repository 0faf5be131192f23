using System;
using System.Collections.Generic;

namespace EcgChip.Cli.Bench;

/// <summary>Half, nearly all and all of something.</summary>
internal static class Quantile
{
    /// <summary>50 of 100.</summary>
    public const double Half = 0.5;

    /// <summary>99 of 100.</summary>
    public const double P99 = 0.99;

    /// <summary>999 of 1,000.</summary>
    public const double P999 = 0.999;

    /// <summary>All.</summary>
    public const double Worst = 1;

    /// <summary>The value that a share of all values does not exceed; null without values.</summary>
    /// <param name="sorted">The values, smallest first.</param>
    /// <param name="share">0 to 1; 1 gives the largest.</param>
    public static T? Of<T>(List<T> sorted, double share)
        where T : struct => sorted.Count == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
