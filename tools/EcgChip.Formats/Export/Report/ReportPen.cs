using System;
using System.Collections.Generic;
using SkiaSharp;

namespace EcgChip.Formats.Export.Report;

/// <summary>Draws on a page in millimetres from its upper left corner.</summary>
internal sealed class ReportPen(SKCanvas canvas)
{
    /// <summary>Text and traces.</summary>
    public static readonly SKColor Ink = new(0x16, 0x1C, 0x24);

    /// <summary>What is less important.</summary>
    public static readonly SKColor Grey = new(0x6A, 0x73, 0x7D);

    /// <summary>Frames and separators.</summary>
    public static readonly SKColor Faint = new(0xD5, 0xDA, 0xE0);

    /// <summary>What a doctor should look at.</summary>
    public static readonly SKColor Alarm = new(0xB4, 0x23, 0x18);

    /// <summary>What was found and needs no doctor.</summary>
    public static readonly SKColor Notice = new(0xB5, 0x6A, 0x00);

    /// <summary>Nothing found.</summary>
    public static readonly SKColor Calm = new(0x1F, 0x6F, 0x43);

    /// <summary>Ends a text that does not fit.</summary>
    private const string Cut = "…";

    /// <summary>How text stands to its place.</summary>
    public enum Side
    {
        /// <summary>It begins there.</summary>
        Left,

        /// <summary>It is centred there.</summary>
        Middle,

        /// <summary>It ends there.</summary>
        Right,
    }

    /// <summary>Writes a line of text on a baseline.</summary>
    public void Text(string text, float x, float y, float size, SKColor? colour = null, bool bold = false, Side side = Side.Left)
    {
        using SKFont font = ReportFonts.Of(size, bold);
        using SKPaint paint = new() { Color = colour ?? Ink, IsAntialias = true };
        SKTextAlign align = side switch { Side.Middle => SKTextAlign.Center, Side.Right => SKTextAlign.Right, _ => SKTextAlign.Left };
        canvas.DrawText(text, x, y, align, font, paint);
    }

    /// <summary>Writes as much of a text as fits into a width.</summary>
    public void TextWithin(string text, float x, float y, float size, float width, SKColor? colour = null, bool bold = false)
    {
        string shown = text;
        while (shown.Length > 0 && Width(shown == text ? text : shown + Cut, size, bold) > width)
        {
            shown = shown[..^1];
        }

        Text(shown == text ? text : shown + Cut, x, y, size, colour, bold);
    }

    /// <summary>The width of a text.</summary>
    public static float Width(string text, float size, bool bold = false)
    {
        using SKFont font = ReportFonts.Of(size, bold);
        return font.MeasureText(text);
    }

    /// <summary>Draws a straight line.</summary>
    public void Line(float x0, float y0, float x1, float y1, SKColor colour, float width)
    {
        using SKPaint paint = Stroke(colour, width);
        canvas.DrawLine(x0, y0, x1, y1, paint);
    }

    /// <summary>Draws lines from each point to the next.</summary>
    public void Trace(IReadOnlyList<SKPoint> points, SKColor colour, float width)
    {
        using SKPathBuilder builder = new();
        for (int i = 0; i < points.Count; i++)
        {
            if (i == 0)
            {
                builder.MoveTo(points[i]);
            }
            else
            {
                builder.LineTo(points[i]);
            }
        }

        using SKPath path = builder.Detach();
        using SKPaint paint = Stroke(colour, width);
        paint.StrokeJoin = SKStrokeJoin.Round;
        canvas.DrawPath(path, paint);
    }

    /// <summary>Draws separate lines: two points each.</summary>
    public void Lines(IReadOnlyList<SKPoint> points, SKColor colour, float width)
    {
        using SKPathBuilder builder = new();
        for (int i = 0; i + 1 < points.Count; i += 2)
        {
            builder.MoveTo(points[i]);
            builder.LineTo(points[i + 1]);
        }

        using SKPath path = builder.Detach();
        using SKPaint paint = Stroke(colour, width);
        canvas.DrawPath(path, paint);
    }

    /// <summary>Fills a rectangle.</summary>
    public void Fill(SKRect rectangle, SKColor colour, float radius = 0)
    {
        using SKPaint paint = new() { Color = colour, IsAntialias = true };
        canvas.DrawRoundRect(rectangle, radius, radius, paint);
    }

    /// <summary>Draws a rectangle's frame.</summary>
    public void Frame(SKRect rectangle, SKColor colour, float width)
    {
        using SKPaint paint = Stroke(colour, width);
        canvas.DrawRect(rectangle, paint);
    }

    /// <summary>Draws a dot.</summary>
    public void Dot(float x, float y, float radius, SKColor colour)
    {
        using SKPaint paint = new() { Color = colour, IsAntialias = true };
        canvas.DrawCircle(x, y, radius, paint);
    }

    /// <summary>Draws something of which only what lies inside a rectangle is seen.</summary>
    public void Within(SKRect rectangle, Action draw)
    {
        canvas.Save();
        canvas.ClipRect(rectangle);
        draw();
        canvas.Restore();
    }

    private static SKPaint Stroke(SKColor colour, float width) => new() { Color = colour, IsStroke = true, StrokeWidth = width, IsAntialias = true };
}
