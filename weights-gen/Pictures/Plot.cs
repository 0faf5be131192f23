using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace EcgChip.WeightsGen.Pictures;

/// <summary>A chart's frame: axes with marks, and where values come to lie in the picture.</summary>
public sealed class Plot
{
    private const double LabelGap = 6;
    private const double LineHeight = 16;
    private const double LegendLine = 24;
    private const double LegendGap = 14;
    // As wide as a stroke letter of the usual size; fonts are narrower.
    private const double LetterWidth = 8.7;
    private const double MarkerSize = 7;

    private readonly Picture _picture;
    private readonly double _left;
    private readonly double _top;
    private readonly double _width;
    private readonly double _height;

    /// <summary>An area of a picture in which values of two axes are drawn.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="left">The area's left edge; marks of the vertical axis stand before it.</param>
    /// <param name="top">Its upper edge; the vertical axis' name stands above it.</param>
    /// <param name="width">How wide it is.</param>
    /// <param name="height">How high it is; marks and name of the horizontal axis stand below.</param>
    public Plot(Picture picture, double left, double top, double width, double height)
    {
        _picture = picture;
        (_left, _top, _width, _height) = (left, top, width, height);
    }

    /// <summary>Values at the left and right edge.</summary>
    public (double From, double To) Across { get; init; } = (0, 1);

    /// <summary>Values at the lower and upper edge.</summary>
    public (double From, double To) Up { get; init; } = (0, 1);

    /// <summary>Where a pair of values lies.</summary>
    public PicturePoint At(double x, double y) => new(
        _left + ((x - Across.From) / (Across.To - Across.From) * _width),
        _top + _height - ((y - Up.From) / (Up.To - Up.From) * _height));

    /// <summary>Draws grid, marks and names of the axes; marks outside the area are left out.</summary>
    public void Axes(string acrossName, IEnumerable<double> acrossMarks, string upName, IEnumerable<double> upMarks)
    {
        ArgumentNullException.ThrowIfNull(acrossMarks);
        ArgumentNullException.ThrowIfNull(upMarks);
        foreach (double x in acrossMarks.Where(mark => mark >= Across.From && mark <= Across.To))
        {
            PicturePoint foot = At(x, Up.From);
            _picture.Line(Ink.Grid, 1, foot.X, _top, foot.X, _top + _height);
            _picture.Text(Ink.Faint, Number(x), foot.X, _top + _height + LineHeight, TextAnchor.Middle);
        }

        foreach (double y in upMarks.Where(mark => mark >= Up.From && mark <= Up.To))
        {
            PicturePoint start = At(Across.From, y);
            _picture.Line(Ink.Grid, 1, _left, start.Y, _left + _width, start.Y);
            _picture.Text(Ink.Faint, Number(y), _left - LabelGap, start.Y + 4, TextAnchor.End);
        }

        _picture.Text(Ink.Text, acrossName, _left + (_width / 2), _top + _height + (2 * LineHeight) + 2, TextAnchor.Middle);
        _picture.Text(Ink.Text, upName, Math.Max(2, _left - (4.5 * LabelGap)), _top - 8);
    }

    /// <summary>Draws a line through values; where it leaves the area it is cut off.</summary>
    public void Curve(Ink ink, IEnumerable<(double X, double Y)> values, double width = 1.8, params IReadOnlyList<double> dash)
    {
        ArgumentNullException.ThrowIfNull(values);
        List<PicturePoint> run = [];
        (double X, double Y)? before = null;
        foreach ((double X, double Y) value in values)
        {
            if (before is (double, double) last && !(IsInside(last) && IsInside(value)))
            {
                // One end outside: the line goes on to the edge. Both outside: nothing is drawn.
                if (IsInside(last) != IsInside(value))
                {
                    (double X, double Y) edge = Edge(IsInside(last) ? last : value, IsInside(last) ? value : last);
                    run.Add(At(edge.X, edge.Y));
                }

                if (!IsInside(value))
                    Flush();
            }

            if (IsInside(value))
                run.Add(At(value.X, value.Y));
            before = value;
        }

        Flush();

        void Flush()
        {
            if (run.Count > 1)
                _picture.Line(ink, width, run, dash);
            run = [];
        }
    }

    /// <summary>Writes names of classes below the chart, each with its line.</summary>
    /// <param name="y">Base line of the first row.</param>
    /// <param name="entries">What stands there.</param>
    public void Legend(double y, IReadOnlyList<(string Name, Ink Ink, IReadOnlyList<double> Dash)> entries) => Rows(y, entries.Count, i => entries[i].Name, (i, x, at) =>
        Sample(x, at, entries[i].Ink, entries[i].Dash));

    /// <summary>Writes names of classes below the chart, each with its line and its marker.</summary>
    public void Legend(double y, IReadOnlyList<(string Name, Ink Ink, IReadOnlyList<double> Dash, MarkerShape Shape)> entries) =>
        Rows(y, entries.Count, i => entries[i].Name, (i, x, at) =>
        {
            Sample(x, at, entries[i].Ink, entries[i].Dash);
            _picture.Markers(entries[i].Ink, entries[i].Shape, [new PicturePoint(x + (LegendLine / 2) - 3, at - 4)], MarkerSize);
        });

    /// <summary>Writes names of classes below the chart, each with its marker.</summary>
    public void Legend(double y, IReadOnlyList<(string Name, Ink Ink, MarkerShape Shape)> entries) => Rows(y, entries.Count, i => entries[i].Name, (i, x, at) =>
        _picture.Markers(entries[i].Ink, entries[i].Shape, [new PicturePoint(x + (LegendLine / 2), at - 4)], MarkerSize));

    private void Sample(double x, double y, Ink ink, IReadOnlyList<double> dash) =>
        _picture.Line(ink, 2.4, [new PicturePoint(x, y - 4), new PicturePoint(x + LegendLine - 6, y - 4)], dash);

    private bool IsInside((double X, double Y) value) => value.X >= Across.From && value.X <= Across.To && value.Y >= Up.From && value.Y <= Up.To;

    /// <summary>Where the way from a value inside to one outside leaves the area.</summary>
    private (double X, double Y) Edge((double X, double Y) inside, (double X, double Y) outside)
    {
        double dx = outside.X - inside.X;
        double dy = outside.Y - inside.Y;
        double toX = dx == 0 ? 1 : ((dx > 0 ? Across.To : Across.From) - inside.X) / dx;
        double toY = dy == 0 ? 1 : ((dy > 0 ? Up.To : Up.From) - inside.Y) / dy;
        double part = Math.Min(1, Math.Min(toX, toY));
        return (inside.X + (part * dx), inside.Y + (part * dy));
    }

    private void Rows(double y, int count, Func<int, string> name, Action<int, double, double> draw)
    {
        double x = 2;
        for (int i = 0; i < count; i++)
        {
            double wanted = LegendLine + (name(i).Length * LetterWidth) + LegendGap;
            if (x > 2 && x + wanted > _picture.Width + LegendGap)
            {
                x = 2;
                y += LineHeight + 2;
            }

            draw(i, x, y);
            _picture.Text(Ink.Text, name(i), x + LegendLine, y);
            x += wanted;
        }
    }

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);
}
