using System;
using System.Linq;
using CsCheck;
using EcgChip.WeightsGen.Report;

namespace EcgChip.WeightsGen.Tests.Report;

public sealed class ThresholdCurveTests
{
    [Fact]
    public void The_area_is_the_part_of_pairs_in_the_right_order_ties_counting_half()
    {
        // Few different shares, so that there are ties.
        Gen.Select(Gen.Int[0, 9], Gen.Bool).Array[2, 60].Where(beats => beats.Any(beat => beat.Item2) && beats.Any(beat => !beat.Item2)).Sample(beats =>
        {
            double[] shares = [.. beats.Select(beat => beat.Item1 / 10.0)];
            bool[] isClass = [.. beats.Select(beat => beat.Item2)];
            double expected = (
                from own in beats.Where(beat => beat.Item2)
                from other in beats.Where(beat => !beat.Item2)
                select own.Item1 > other.Item1 ? 1 : own.Item1 == other.Item1 ? 0.5 : 0).Average();

            ThresholdCurve curve = ThresholdCurve.Of(shares, isClass)!;

            Assert.Equal(expected, curve.Area, 1e-9);
            Assert.Equal((1.0, 1.0), (curve.Points[^1].Sensitivity, curve.Points[^1].FalseRate));
            foreach (ThresholdPoint point in curve.Points.Skip(1))
            {
                int[] found = [.. Enumerable.Range(0, shares.Length).Where(i => shares[i] >= point.Threshold)];
                Assert.Equal((double)found.Count(i => isClass[i]) / isClass.Count(own => own), point.Sensitivity, 1e-9);
                Assert.Equal((double)found.Count(i => isClass[i]) / found.Length, point.Predictivity!.Value, 1e-9);
            }
        });
    }

    [Fact]
    public void Average_precision_is_that_of_the_textbook_example()
    {
        // Found in the order right, wrong, right: (1/1 + 2/3) / 2.
        ThresholdCurve curve = ThresholdCurve.Of([0.9, 0.8, 0.7, 0.1], [true, false, true, false])!;

        Assert.Equal((1 + (2.0 / 3)) / 2, curve.AveragePredictivity, 1e-12);
        Assert.Equal(0.75, curve.Area, 1e-12);
    }

    [Fact]
    public void A_class_without_beats_or_without_others_has_no_curve()
    {
        Assert.Null(ThresholdCurve.Of([0.1, 0.2], [false, false]));
        Assert.Null(ThresholdCurve.Of([0.1, 0.2], [true, true]));
    }

    [Fact]
    public void A_thinned_curve_keeps_its_ends_and_its_order()
    {
        Random random = new(2);
        ThresholdCurve curve = ThresholdCurve.Of([.. Enumerable.Range(0, 900).Select(_ => random.NextDouble())], [.. Enumerable.Range(0, 900).Select(i => i % 3 == 0)])!;

        ThresholdPoint[] thinned = [.. curve.Thinned(50)];

        Assert.InRange(thinned.Length, 40, 52);
        Assert.Equal((curve.Points[0], curve.Points[^1]), (thinned[0], thinned[^1]));
        Assert.Equal(thinned.OrderByDescending(point => point.Threshold), thinned);
    }
}
