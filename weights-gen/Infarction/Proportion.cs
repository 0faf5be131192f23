using System;
using System.Globalization;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>A part of something, in percent, with the interval that holds the true part with 95 % confidence.</summary>
/// <param name="Value">The part.</param>
/// <param name="Low">The interval's lower end.</param>
/// <param name="High">The interval's upper end.</param>
public sealed record Proportion(double Value, double Low, double High)
{
    // The 97.5 % quantile of the normal distribution.
    private const double Z = 1.959964;

    /// <summary>
    /// Part of independent cases, with Wilson's interval (Wilson 1927; Agresti and Coull 1998); null of no cases.
    /// </summary>
    public static Proportion? OfCases(int part, int all)
    {
        if (all == 0)
            return null;

        double share = (double)part / all;
        double spread = Z * Z / all;
        double centre = (share + spread / 2) / (1 + spread);
        double half = Z * Math.Sqrt(share * (1 - share) / all + spread / (4 * all)) / (1 + spread);
        return new Proportion(100 * share, 100 * Math.Max(0, centre - half), 100 * Math.Min(1, centre + half));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value:0.0} % ({Low:0.0} to {High:0.0})");
}
