using System.Collections.Generic;

namespace EcgChip.WeightsGen.Pictures;

/// <summary>A point of a picture: to the right, and down.</summary>
/// <param name="X">From the left edge.</param>
/// <param name="Y">From the upper edge.</param>
public readonly record struct PicturePoint(double X, double Y);

/// <summary>Where a text stands by its point.</summary>
public enum TextAnchor
{
    /// <summary>It begins there.</summary>
    Start,

    /// <summary>It has its middle there.</summary>
    Middle,

    /// <summary>It ends there.</summary>
    End,
}

/// <summary>A part of a picture.</summary>
/// <param name="Ink">What it is drawn with.</param>
public abstract record PicturePart(Ink Ink);

/// <summary>Straight lines from point to point.</summary>
/// <param name="Ink">Their ink.</param>
/// <param name="Points">Where they turn.</param>
/// <param name="Width">How thick they are.</param>
/// <param name="Dash">Length of dashes and gaps; empty for an unbroken line.</param>
public sealed record LinePart(Ink Ink, IReadOnlyList<PicturePoint> Points, double Width, IReadOnlyList<double> Dash) : PicturePart(Ink);

/// <summary>A filled rectangle.</summary>
/// <param name="Ink">Its ink.</param>
/// <param name="Corner">Its upper left corner.</param>
/// <param name="Width">How wide it is.</param>
/// <param name="Height">How high it is.</param>
/// <param name="Opacity">0 for nothing to see, 1 for full.</param>
public sealed record AreaPart(Ink Ink, PicturePoint Corner, double Width, double Height, double Opacity) : PicturePart(Ink);

/// <summary>Points of one shape.</summary>
/// <param name="Ink">Their ink.</param>
/// <param name="Shape">Their shape.</param>
/// <param name="Points">Their middles.</param>
/// <param name="Size">How far across they are.</param>
/// <param name="Opacity">0 for nothing to see, 1 for full.</param>
public sealed record MarkersPart(Ink Ink, MarkerShape Shape, IReadOnlyList<PicturePoint> Points, double Size, double Opacity) : PicturePart(Ink);

/// <summary>Words on one line.</summary>
/// <param name="Ink">Their ink.</param>
/// <param name="Words">The words.</param>
/// <param name="At">A point of their base line.</param>
/// <param name="Anchor">Which point that is.</param>
/// <param name="Size">Size of the letters, such as 12.</param>
public sealed record TextPart(Ink Ink, string Words, PicturePoint At, TextAnchor Anchor, double Size) : PicturePart(Ink);

/// <summary>
/// A drawing of few kinds of parts, in its own units, that becomes SVG in a page (<see cref="SvgPicture"/>) or a PNG file (<see cref="PngPicture"/>).
/// </summary>
/// <param name="width">How wide it is.</param>
/// <param name="height">How high it is.</param>
/// <param name="title">What it shows, for those who do not see it.</param>
public sealed class Picture(double width, double height, string title)
{
    /// <summary>Size of usual words.</summary>
    public const double TextSize = 12;

    private readonly List<PicturePart> _parts = [];

    /// <summary>How wide it is.</summary>
    public double Width { get; } = width;

    /// <summary>How high it is.</summary>
    public double Height { get; } = height;

    /// <summary>What it shows.</summary>
    public string Title { get; } = title;

    /// <summary>Its parts; later ones lie on top.</summary>
    public IReadOnlyList<PicturePart> Parts => _parts;

    /// <summary>Draws lines from point to point.</summary>
    public void Line(Ink ink, double width, IReadOnlyList<PicturePoint> points, params IReadOnlyList<double> dash) =>
        _parts.Add(new LinePart(ink, points, width, dash));

    /// <summary>Draws one line.</summary>
    public void Line(Ink ink, double width, double fromX, double fromY, double toX, double toY) =>
        Line(ink, width, [new PicturePoint(fromX, fromY), new PicturePoint(toX, toY)]);

    /// <summary>Fills a rectangle.</summary>
    public void Area(Ink ink, double x, double y, double width, double height, double opacity = 1) =>
        _parts.Add(new AreaPart(ink, new PicturePoint(x, y), width, height, opacity));

    /// <summary>Draws points.</summary>
    public void Markers(Ink ink, MarkerShape shape, IReadOnlyList<PicturePoint> points, double size, double opacity = 1) =>
        _parts.Add(new MarkersPart(ink, shape, points, size, opacity));

    /// <summary>Writes words.</summary>
    public void Text(Ink ink, string words, double x, double y, TextAnchor anchor = TextAnchor.Start, double size = TextSize) =>
        _parts.Add(new TextPart(ink, words, new PicturePoint(x, y), anchor, size));
}
