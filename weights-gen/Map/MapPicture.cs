using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.WeightsGen.Pictures;

namespace EcgChip.WeightsGen.Map;

/// <summary>A layout of labelled points as a picture like figure 10 of Kachuee et al. 2018, each class with its colour and its shape.</summary>
public static class MapPicture
{
    private const double Side = 480;
    private const double Margin = 10;
    private const double LegendTop = 22;
    private const double LegendHeight = 52;
    private const double MarkerSize = 4;
    private const double Opacity = 0.7;

    /// <summary>Draws it; the axes have no marks because they mean nothing.</summary>
    public static Picture Draw(TsneLayout layout, LabelledVectors points, string title)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(points);
        double least = Math.Min(layout.X.Min(), layout.Y.Min());
        double most = Math.Max(layout.X.Max(), layout.Y.Max());
        double extent = Math.Max(Math.Max(Extent(layout.X), Extent(layout.Y)), most == least ? 1 : 0);
        double middleX = (layout.X.Max() + layout.X.Min()) / 2;
        double middleY = (layout.Y.Max() + layout.Y.Min()) / 2;
        Picture picture = new(Side, Side + LegendHeight, title);
        Plot plot = new(picture, Margin, Margin, Side - (2 * Margin), Side - (2 * Margin))
        {
            Across = (middleX - (extent / 2), middleX + (extent / 2)),
            Up = (middleY - (extent / 2), middleY + (extent / 2)),
        };
        picture.Line(Ink.Grid, 1, [new(1, 1), new(Side - 1, 1), new(Side - 1, Side - 1), new(1, Side - 1), new(1, 1)]);

        // The largest class first: the others lie on top of it.
        IEnumerable<int> largestFirst = Enumerable.Range(0, points.Names.Count).OrderByDescending(label => points.Labels.Count(other => other == label));
        foreach (int label in largestFirst)
        {
            PicturePoint[] own = [.. Enumerable.Range(0, points.Count).Where(i => points.Labels[i] == label).Select(i => plot.At(layout.X[i], layout.Y[i]))];
            if (own.Length > 0)
                picture.Markers(Palette.OfClass(label), (MarkerShape)label, own, MarkerSize, Opacity);
        }

        plot.Legend(
            Side + LegendTop,
            [.. points.Names.Select((name, label) => (Entry(name, points.Labels.Count(other => other == label)), Palette.OfClass(label), (MarkerShape)label))]);
        return picture;
    }

    private static double Extent(double[] values) => values.Max() - values.Min();

    private static string Entry(string name, int count) => string.Create(CultureInfo.InvariantCulture, $"{name} {count}");
}
