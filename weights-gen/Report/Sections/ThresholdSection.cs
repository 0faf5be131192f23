using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.WeightsGen.Pictures;

namespace EcgChip.WeightsGen.Report.Sections;

/// <summary>What other thresholds would give: ROC, and sensitivity against positive predictivity.</summary>
public static class ThresholdSection
{
    private const double Width = 460;
    private const double Height = 400;
    private const int MostPoints = 250;
    private const double MarkerSize = 8;

    // The part of other beats that is shown is cut where nothing more happens.
    private static readonly double[] s_extents = [2, 5, 10, 20, 50, 100];
    private const double Decade = 10;
    private const double NearlyAll = 0.98;

    /// <summary>Writes it.</summary>
    public static string Write(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        ThresholdCurve?[] curves = [.. Enumerable.Range(0, ClassNames.Count).Select(i => ThresholdCurve.Of(
            [.. data.Judgement.Shares.Select(shares => shares[i])], [.. data.Judgement.Beats.Select(beat => beat.Class == i)]))];
        string protocol = $"int8, {data.Judged.Told}, {data.Judged.Independence}.";
        return Html.Section(
            "thresholds", "Thresholds",
            Html.Paragraph("Each class against all others, by its share of the softmax. The markers are what the device does now: it takes the class with the largest share."),
            Html.Row(
                Html.Figure(SvgPicture.Element(Roc(data.Judgement, curves)), $"Part of a class that is found over the part of all other beats that is taken for it (ROC). {protocol}"),
                Html.Figure(SvgPicture.Element(Predictivity(data.Judgement, curves)), $"Positive predictivity over sensitivity. {protocol}")),
            Html.Table(
                $"Area under the ROC, and mean positive predictivity over the class's beats (average precision); 1 is best. {protocol}",
                ["class", "area under ROC", "average precision"],
                Enumerable.Range(0, ClassNames.Count).Where(i => curves[i] is not null).Select(i => (IReadOnlyList<string>)
                    [ClassNames.Letters[i].ToString(), Number(curves[i]!.Area), Number(curves[i]!.AveragePredictivity)])));
    }

    private static Picture Roc(Judgement judgement, ThresholdCurve?[] curves)
    {
        double needed = 100 * curves.OfType<ThresholdCurve>().Max(curve => curve.Points.First(point => point.Sensitivity >= NearlyAll).FalseRate);
        double extent = s_extents.First(limit => limit >= Math.Min(needed, 100));
        double least = Below(judgement.InInt8.Sensitivity);
        Picture picture = new(Width, Height, "ROC of each class");
        Plot plot = new(picture, 46, 26, Width - 60, Height - 106) { Across = (0, extent), Up = (least, 100) };
        plot.Axes("other beats taken for the class, %", Marks.Over(0, extent, 5), "found, %", Marks.Over(least, 100, 5));
        Draw(curves, plot, picture, point => (100 * point.FalseRate, 100 * point.Sensitivity), i =>
        {
            int others = judgement.Beats.Count - judgement.InInt8.Counts[i].Sum();
            return (100.0 * judgement.InInt8.Counts.Where((_, row) => row != i).Sum(row => row[i]) / others, judgement.InInt8.Sensitivity(i));
        });
        return picture;
    }

    private static Picture Predictivity(Judgement judgement, ThresholdCurve?[] curves)
    {
        double leastFound = Below(judgement.InInt8.Sensitivity);
        double leastRight = Below(judgement.InInt8.PositivePredictivity);
        Picture picture = new(Width, Height, "Positive predictivity over sensitivity of each class");
        Plot plot = new(picture, 46, 26, Width - 60, Height - 106) { Across = (leastFound, 100), Up = (leastRight, 100) };
        plot.Axes("sensitivity, %", Marks.Over(leastFound, 100, 5), "positive predictivity, %", Marks.Over(leastRight, 100, 5));
        Draw(
            curves, plot, picture,
            point => point.Predictivity is double predictivity ? (100 * point.Sensitivity, 100 * predictivity) : null,
            i => (judgement.InInt8.Sensitivity(i), judgement.InInt8.PositivePredictivity(i)));
        return picture;
    }

    /// <summary>Where an axis begins: well below what the device does now in its worst class, so that what matters has room.</summary>
    private static double Below(Func<int, double?> figure)
    {
        double worst = Enumerable.Range(0, ClassNames.Count).Min(i => figure(i) ?? 100);
        return Math.Clamp((Math.Floor(worst / Decade) - 2) * Decade, 0, 80);
    }

    private static void Draw(
        ThresholdCurve?[] curves, Plot plot, Picture picture, Func<ThresholdPoint, (double X, double Y)?> place, Func<int, (double? X, double? Y)> now)
    {
        for (int i = 0; i < curves.Length; i++)
        {
            if (curves[i] is not ThresholdCurve curve)
                continue;

            plot.Curve(Palette.OfClass(i), curve.Thinned(MostPoints).Select(place).OfType<(double, double)>(), 1.8, ClassLooks.Dash(i));
            if (now(i) is (double x, double y) && x >= plot.Across.From && x <= plot.Across.To && y >= plot.Up.From)
                picture.Markers(Palette.OfClass(i), (MarkerShape)i, [plot.At(x, y)], MarkerSize);
        }

        plot.Legend(
            Height - 22,
            [.. Enumerable.Range(0, curves.Length).Where(i => curves[i] is not null).Select(i => (ClassNames.Letters[i].ToString(), Palette.OfClass(i), ClassLooks.Dash(i), (MarkerShape)i))]);
    }

    private static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
