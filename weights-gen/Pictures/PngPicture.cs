using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Cli.Output.Charts;
using SkiaSharp;

namespace EcgChip.WeightsGen.Pictures;

/// <summary>
/// Pictures as PNG files, in the colours for paper. Words are drawn in strokes, as ecgchip's charts draw them: the same on every machine, whatever fonts it has.
/// </summary>
public static class PngPicture
{
    // A stroke letter's height as a part of the size that fonts are given in, and how thick its strokes are.
    private const double CapitalPart = 0.72;
    private const double StrokePart = 0.1;

    /// <summary>The picture's bytes.</summary>
    /// <param name="picture">What is drawn.</param>
    /// <param name="scale">Pixels of a unit.</param>
    public static byte[] Encode(Picture picture, int scale = 2)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        using SKBitmap bitmap = new((int)Math.Ceiling(picture.Width * scale), (int)Math.Ceiling(picture.Height * scale));
        using (SKCanvas canvas = new(bitmap))
        {
            canvas.Clear(SKColor.Parse(Palette.LightPaper));
            canvas.Scale(scale);
            foreach (PicturePart part in picture.Parts)
                Draw(canvas, part);
        }

        using MemoryStream png = new();
        bitmap.Encode(png, SKEncodedImageFormat.Png, quality: 100);
        return png.ToArray();
    }

    private static void Draw(SKCanvas canvas, PicturePart part)
    {
        switch (part)
        {
            case LinePart line:
                Draw(canvas, line);
                break;
            case AreaPart area:
                using (SKPaint fill = Brush(area.Ink, area.Opacity))
                    canvas.DrawRect((float)area.Corner.X, (float)area.Corner.Y, (float)area.Width, (float)area.Height, fill);
                break;
            case MarkersPart markers:
                Draw(canvas, markers);
                break;
            case TextPart text:
                Draw(canvas, text);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(part));
        }
    }

    private static void Draw(SKCanvas canvas, LinePart line)
    {
        using SKPaint pen = Pen(line.Ink, line.Width, 1);
        using SKPathEffect? dashes = line.Dash.Count == 0 ? null : SKPathEffect.CreateDash([.. line.Dash.Select(length => (float)length)], 0);
        pen.PathEffect = dashes;
        for (int i = 1; i < line.Points.Count; i++)
            canvas.DrawLine(Point(line.Points[i - 1]), Point(line.Points[i]), pen);
    }

    private static void Draw(SKCanvas canvas, MarkersPart markers)
    {
        IReadOnlyList<PicturePoint> corners = Markers.Corners(markers.Shape, markers.Size);
        using SKPaint paint = Markers.IsStroked(markers.Shape)
            ? Pen(markers.Ink, markers.Size * Markers.StrokePart, markers.Opacity)
            : Brush(markers.Ink, markers.Opacity);
        foreach (PicturePoint at in markers.Points)
        {
            SKPoint[] around = [.. corners.Select(corner => new SKPoint((float)(corner.X + at.X), (float)(corner.Y + at.Y)))];
            if (around.Length == 0)
            {
                canvas.DrawCircle(Point(at), (float)markers.Size / 2, paint);
            }
            else if (Markers.IsStroked(markers.Shape))
            {
                foreach (SKPoint[] ends in around.Chunk(2))
                    canvas.DrawLine(ends[0], ends[1], paint);
            }
            else
            {
                using SKPathBuilder outline = new();
                outline.MoveTo(around[0]);
                foreach (SKPoint corner in around.AsSpan(1))
                    outline.LineTo(corner);
                outline.Close();
                using SKPath path = outline.Detach();
                canvas.DrawPath(path, paint);
            }
        }
    }

    private static void Draw(SKCanvas canvas, TextPart text)
    {
        float height = (float)(text.Size * CapitalPart);
        float width = StrokeFont.Width(text.Words, height);
        float left = text.Anchor switch
        {
            TextAnchor.Middle => (float)text.At.X - (width / 2),
            TextAnchor.End => (float)text.At.X - width,
            _ => (float)text.At.X,
        };
        using SKPaint pen = Pen(text.Ink, text.Size * StrokePart, 1);
        StrokeFont.Draw(canvas, text.Words, left, (float)text.At.Y - height, height, pen);
    }

    private static SKPoint Point(PicturePoint point) => new((float)point.X, (float)point.Y);

    private static SKPaint Brush(Ink ink, double opacity) => new()
    {
        Color = SKColor.Parse(Palette.Light(ink)).WithAlpha((byte)Math.Round(opacity * byte.MaxValue)),
        IsAntialias = true,
    };

    private static SKPaint Pen(Ink ink, double width, double opacity) => new()
    {
        Color = SKColor.Parse(Palette.Light(ink)).WithAlpha((byte)Math.Round(opacity * byte.MaxValue)),
        StrokeWidth = (float)width,
        Style = SKPaintStyle.Stroke,
        StrokeCap = SKStrokeCap.Round,
        StrokeJoin = SKStrokeJoin.Round,
        IsAntialias = true,
    };
}
