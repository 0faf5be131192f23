using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using SkiaSharp;

namespace EcgChip.Cli.Output.Charts;

/// <summary>Draws charts of the same lines beside and below each other, with one legend.</summary>
internal static class ChartPicture
{
    private const int ChartWidth = 520;
    private const int ChartHeight = 340;
    private const int LegendHeight = 40;
    private const float Left = 64;
    private const float Right = 20;
    private const float Top = 40;
    private const float Bottom = 56;
    private const float TextHeight = 11;
    private const float TitleHeight = 13;
    private const float Space = 8;
    private const float LegendLine = 30;
    private const float Dot = 3.5f;

    private static readonly SKColor s_ink = new(0x22, 0x22, 0x22);
    private static readonly SKColor s_grid = new(0xDD, 0xDD, 0xDD);

    /// <summary>The picture as PNG.</summary>
    /// <param name="charts">The charts, row by row.</param>
    /// <param name="columns">How many stand beside each other.</param>
    public static byte[] Png(IReadOnlyList<LineChart> charts, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfZero(charts.Count);
        int rows = (charts.Count + columns - 1) / columns;
        using SKBitmap bitmap = new(ChartWidth * columns, (ChartHeight * rows) + LegendHeight);
        using (SKCanvas canvas = new(bitmap))
        {
            canvas.Clear(SKColors.White);
            for (int i = 0; i < charts.Count; i++)
            {
                Draw(canvas, charts[i], i % columns * ChartWidth, i / columns * ChartHeight);
            }

            Legend(canvas, charts[0].Lines, ChartHeight * rows);
        }

        using MemoryStream png = new();
        bitmap.Encode(png, SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }

    private static void Draw(SKCanvas canvas, LineChart chart, float left, float top)
    {
        SKRect area = new(left + Left, top + Top, left + ChartWidth - Right, top + ChartHeight - Bottom);
        float X(double x) => area.Left + (float)((x - chart.XTicks[0]) / (chart.XTicks[^1] - chart.XTicks[0]) * area.Width);
        float Y(double y) => area.Bottom - (float)((y - chart.YTicks[0]) / (chart.YTicks[^1] - chart.YTicks[0]) * area.Height);
        using SKPaint grid = Pen(s_grid, 1);
        using SKPaint ink = Pen(s_ink, 1.3f);
        foreach (double x in chart.XTicks)
        {
            canvas.DrawLine(X(x), area.Top, X(x), area.Bottom, grid);
            Centred(canvas, Number(x), X(x), area.Bottom + Space, TextHeight, ink);
        }

        foreach (double y in chart.YTicks)
        {
            canvas.DrawLine(area.Left, Y(y), area.Right, Y(y), grid);
            string number = Number(y);
            StrokeFont.Draw(canvas, number, area.Left - Space - StrokeFont.Width(number, TextHeight), Y(y) - (TextHeight / 2), TextHeight, ink);
        }

        canvas.DrawRect(area, ink);
        using SKPaint bold = Pen(s_ink, 1.8f);
        Centred(canvas, chart.Title, area.MidX, top + Space + Space, TitleHeight, bold);
        Centred(canvas, chart.XName, area.MidX, area.Bottom + (3.5f * Space), TextHeight, ink);
        StrokeFont.Draw(canvas, chart.YName, left + Space, area.Top - TextHeight - Space, TextHeight, ink);
        canvas.Save();
        canvas.ClipRect(SKRect.Inflate(area, Dot, Dot));
        foreach (ChartLine line in chart.Lines)
        {
            SKPoint[] points = [.. line.Points.Where(point => point.Y is not null).Select(point => new SKPoint(X(point.X), Y(point.Y!.Value)))];
            Draw(canvas, line, points);
        }

        canvas.Restore();
    }

    private static void Draw(SKCanvas canvas, ChartLine line, SKPoint[] points)
    {
        using SKPaint pen = Pen(line.Colour, 2.2f);
        using SKPathEffect? dashes = line.IsDashed ? SKPathEffect.CreateDash([7, 5], 0) : null;
        pen.PathEffect = dashes;
        for (int i = 1; i < points.Length; i++)
        {
            canvas.DrawLine(points[i - 1], points[i], pen);
        }

        using SKPaint dot = new() { Color = line.Colour, IsAntialias = true };
        foreach (SKPoint point in points)
        {
            canvas.DrawCircle(point, Dot, dot);
        }
    }

    private static void Legend(SKCanvas canvas, IReadOnlyList<ChartLine> lines, float top)
    {
        using SKPaint ink = Pen(s_ink, 1.3f);
        float x = Left;
        float middle = top + (LegendHeight / 2f) - Space;
        foreach (ChartLine line in lines)
        {
            Draw(canvas, line, [new SKPoint(x, middle), new SKPoint(x + LegendLine, middle)]);
            StrokeFont.Draw(canvas, line.Name, x + LegendLine + Space, middle - (TextHeight / 2), TextHeight, ink);
            x += LegendLine + StrokeFont.Width(line.Name, TextHeight) + (4 * Space);
        }
    }

    private static void Centred(SKCanvas canvas, string text, float middle, float top, float height, SKPaint paint) =>
        StrokeFont.Draw(canvas, text, middle - (StrokeFont.Width(text, height) / 2), top, height, paint);

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static SKPaint Pen(SKColor colour, float width) => new()
    {
        Color = colour,
        StrokeWidth = width,
        Style = SKPaintStyle.Stroke,
        StrokeCap = SKStrokeCap.Round,
        StrokeJoin = SKStrokeJoin.Round,
        IsAntialias = true,
    };
}
