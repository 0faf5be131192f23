using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.WeightsGen.Report;

/// <summary>
/// What happens when a beat is called a class as soon as its share of the softmax passes a threshold, and the threshold falls from 1 to 0: a point wherever
/// it passes a beat's share.
/// </summary>
public sealed class ThresholdCurve
{
    private ThresholdCurve(IReadOnlyList<ThresholdPoint> points, double area, double averagePredictivity)
    {
        Points = points;
        Area = area;
        AveragePredictivity = averagePredictivity;
    }

    /// <summary>From the strictest threshold, at which nothing is found, to the laxest, at which everything is.</summary>
    public IReadOnlyList<ThresholdPoint> Points { get; }

    /// <summary>Area under sensitivity over the part of other beats that is called the class (ROC), 0 to 1: ties count half.</summary>
    public double Area { get; }

    /// <summary>Mean positive predictivity over the class's beats as they are found, 0 to 1 (average precision).</summary>
    public double AveragePredictivity { get; }

    /// <summary>The curve of a class; null where there is no beat of it, or no other.</summary>
    public static ThresholdCurve? Of(IReadOnlyList<double> shares, IReadOnlyList<bool> isClass)
    {
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentNullException.ThrowIfNull(isClass);
        int all = isClass.Count(own => own);
        int others = isClass.Count - all;
        if (all == 0 || others == 0)
            return null;

        List<ThresholdPoint> points = [new(1, 0, 0, null)];
        int found = 0;
        int wrong = 0;
        double area = 0;
        double average = 0;
        foreach (IGrouping<double, int> equal in Enumerable.Range(0, shares.Count).GroupBy(index => shares[index]).OrderByDescending(group => group.Key))
        {
            int right = equal.Count(index => isClass[index]);
            int more = equal.Count() - right;
            area += more * (found + (right / 2.0));
            found += right;
            wrong += more;
            average += (double)right * found / (found + wrong);
            points.Add(new ThresholdPoint(equal.Key, (double)found / all, (double)wrong / others, (double)found / (found + wrong)));
        }

        return new ThresholdCurve(points, area / all / others, average / all);
    }

    /// <summary>At most so many of the points, first and last among them, as far apart as they can be in both directions.</summary>
    public IReadOnlyList<ThresholdPoint> Thinned(int most)
    {
        double length = 0;
        double[] along = new double[Points.Count];
        for (int i = 1; i < along.Length; i++)
        {
            length += Points[i].Sensitivity - Points[i - 1].Sensitivity + (Points[i].FalseRate - Points[i - 1].FalseRate);
            along[i] = length;
        }

        List<ThresholdPoint> kept = [Points[0]];
        double next = length / most;
        for (int i = 1; i < along.Length - 1; i++)
        {
            if (along[i] < next)
                continue;

            kept.Add(Points[i]);
            next = along[i] + (length / most);
        }

        kept.Add(Points[^1]);
        return kept;
    }
}

/// <summary>What a threshold gives.</summary>
/// <param name="Threshold">The least share with which a beat is called the class.</param>
/// <param name="Sensitivity">Part of the class's beats that is found, 0 to 1.</param>
/// <param name="FalseRate">Part of the other beats that is called the class, 0 to 1.</param>
/// <param name="Predictivity">Part of what is called the class that is of it, 0 to 1; null where nothing is.</param>
public sealed record ThresholdPoint(double Threshold, double Sensitivity, double FalseRate, double? Predictivity);
