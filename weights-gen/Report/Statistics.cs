using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.WeightsGen.Report;

/// <summary>Mean and spread.</summary>
public static class Statistics
{
    /// <summary>The mean; null of nothing.</summary>
    public static double? Mean(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count == 0 ? null : values.Average();
    }

    /// <summary>Standard deviation of what the values are a sample of (divided by one less than their number); null of fewer than two.</summary>
    public static double? Deviation(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < 2)
            return null;

        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }
}
