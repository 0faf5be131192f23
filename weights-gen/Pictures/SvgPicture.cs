using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;

namespace EcgChip.WeightsGen.Pictures;

/// <summary>Pictures as SVG. Colours come from the page's style sheet (<see cref="Palette.Css"/>), so that they follow light and dark.</summary>
public static class SvgPicture
{
    /// <summary>An element for a page; it grows and shrinks with its surroundings.</summary>
    /// <param name="picture">What is drawn.</param>
    /// <param name="unit">What one unit of it is on paper, such as mm; px is a screen's.</param>
    public static string Element(Picture picture, string unit = "px")
    {
        ArgumentNullException.ThrowIfNull(picture);
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Number(picture.Width)} {Number(picture.Height)}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"width=\"{Number(picture.Width)}{unit}\" height=\"{Number(picture.Height)}{unit}\" role=\"img\">");
        svg.Append("<title>").Append(WebUtility.HtmlEncode(picture.Title)).Append("</title>");
        foreach (PicturePart part in picture.Parts)
            svg.Append(Part(part));
        return svg.Append("</svg>").ToString();
    }

    /// <summary>A file of its own, with its colours.</summary>
    public static string Document(Picture picture)
    {
        string element = Element(picture);
        int inside = element.IndexOf('>', StringComparison.Ordinal) + 1;
        string paper = $"svg{{background:{Palette.LightPaper}}}@media screen and (prefers-color-scheme:dark){{svg{{background:{Palette.DarkPaper}}}}}";
        return element[..(inside - 1)] + " xmlns=\"http://www.w3.org/2000/svg\"><style>" + Palette.Css("svg") + paper + "</style>" + element[inside..] + "\n";
    }

    private static string Part(PicturePart part) => part switch
    {
        LinePart line => Line(line),
        AreaPart area => string.Create(
            CultureInfo.InvariantCulture,
            $"<rect class=\"f {Palette.Name(area.Ink)}\" x=\"{Number(area.Corner.X)}\" y=\"{Number(area.Corner.Y)}\" width=\"{Number(area.Width)}\" height=\"{Number(area.Height)}\"{Opacity(area.Opacity)}/>"),
        MarkersPart markers => MarkerPath(markers),
        TextPart text => Text(text),
        _ => throw new ArgumentOutOfRangeException(nameof(part)),
    };

    private static string Line(LinePart line)
    {
        string dash = line.Dash.Count == 0 ? string.Empty : $" stroke-dasharray=\"{string.Join(' ', line.Dash.Select(Number))}\"";
        return $"<path class=\"l {Palette.Name(line.Ink)}\" stroke-width=\"{Number(line.Width)}\"{dash} stroke-linejoin=\"round\" d=\"{Path(line.Points)}\"/>";
    }

    private static string Text(TextPart text)
    {
        string anchor = text.Anchor switch
        {
            TextAnchor.Middle => " text-anchor=\"middle\"",
            TextAnchor.End => " text-anchor=\"end\"",
            _ => string.Empty,
        };
        string size = text.Size == Picture.TextSize ? string.Empty : $" style=\"font-size:{Number(text.Size)}px\"";
        return $"<text class=\"t {Palette.Name(text.Ink)}\" x=\"{Number(text.At.X)}\" y=\"{Number(text.At.Y)}\"{anchor}{size}>{WebUtility.HtmlEncode(text.Words)}</text>";
    }

    /// <summary>All points of a shape in one path: thousands of them stay small and quick.</summary>
    private static string MarkerPath(MarkersPart markers)
    {
        StringBuilder path = new();
        IReadOnlyList<PicturePoint> corners = Markers.Corners(markers.Shape, markers.Size);
        foreach (PicturePoint at in markers.Points)
        {
            if (corners.Count == 0)
                path.Append('M').Append(Number(at.X)).Append(' ').Append(Number(at.Y)).Append("h0");
            else if (Markers.IsStroked(markers.Shape))
                path.AppendJoin(string.Empty, corners.Chunk(2).Select(ends => Path([.. ends.Select(corner => Moved(corner, at))])));
            else
                path.Append(Path([.. corners.Select(corner => Moved(corner, at))])).Append('z');
        }

        string kind = corners.Count == 0
            ? $"class=\"l {Palette.Name(markers.Ink)}\" stroke-linecap=\"round\" stroke-width=\"{Number(markers.Size)}\""
            : Markers.IsStroked(markers.Shape)
                ? $"class=\"l {Palette.Name(markers.Ink)}\" stroke-width=\"{Number(markers.Size * Markers.StrokePart)}\""
                : $"class=\"f {Palette.Name(markers.Ink)}\"";
        return $"<path {kind}{Opacity(markers.Opacity)} d=\"{path}\"/>";
    }

    private static PicturePoint Moved(PicturePoint corner, PicturePoint at) => new(corner.X + at.X, corner.Y + at.Y);

    private static string Path(IReadOnlyList<PicturePoint> points) =>
        "M" + string.Join('L', points.Select(point => $"{Number(point.X)} {Number(point.Y)}"));

    private static string Opacity(double opacity) => opacity >= 1 ? string.Empty : $" opacity=\"{Number(opacity)}\"";

    private static string Number(double value) => Math.Round(value, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
