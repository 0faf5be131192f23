using System;
using System.Globalization;
using System.Linq;
using System.Security;
using System.Text;

namespace EcgChip.Cli.Hardware;

/// <summary>Draws the schematic as SVG: the same sheet as <see cref="KicadSchematic"/> writes, to be read without KiCad.</summary>
public static class SchematicPicture
{
    private const double PixelsPerMillimetre = 4;
    private const double NameOffset = 0.8;
    private const double Baseline = 0.45;
    private const double SmallTextUp = 2;

    /// <summary>Text of the picture.</summary>
    public static string Draw(BoardDesign design)
    {
        SheetLayout layout = new(design);
        StringBuilder svg = new();
        svg.Append(Text(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{SheetLayout.Width * PixelsPerMillimetre}\" height=\"{SheetLayout.Height * PixelsPerMillimetre}\""));
        svg.Append(Text(
            $" viewBox=\"0 0 {SheetLayout.Width} {SheetLayout.Height}\" font-family=\"Helvetica, Arial, sans-serif\">\n"));
        svg.Append("<style>.f{fill:#f7f9fb;stroke:#9aa7b3;stroke-width:.25;stroke-dasharray:1.5 1}.l{fill:none;stroke:#7a2e00;stroke-width:.28;");
        svg.Append("stroke-linejoin:round}.b{fill:#fffdf2}.s{fill:#7a2e00}.w{stroke:#1b6e3a;stroke-width:.25}.x{stroke:#31445c;stroke-width:.25}.t{font-size:2.6px;font-weight:bold;");
        svg.Append("fill:#22303c}.n{font-size:1.9px;fill:#12366b}.g{font-size:1.9px;fill:#5b6670}.r{font-size:1.9px;font-weight:bold;fill:#22303c}");
        svg.Append(".v{font-size:1.9px;fill:#22303c}.p{font-size:1.75px;fill:#31445c}.d{font-size:1.35px;fill:#8a5a44}</style>\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        foreach (Frame frame in layout.Frames)
        {
            svg.Append(Text($"<rect class=\"f\" x=\"{frame.Left}\" y=\"{frame.Top}\" width=\"{SheetLayout.FrameWidth}\" height=\"{frame.Bottom - frame.Top}\"/>\n"));
            svg.Append(Words("t", frame.Left + 1.5, frame.Top + 4, "start", frame.Title));
        }

        foreach (PlacedPart placed in layout.Parts)
        {
            DrawPart(svg, placed);
        }

        foreach (PinLabel label in layout.Labels)
        {
            DrawLabel(svg, label);
        }

        svg.Append(Words("g", SheetLayout.Width - 3, SheetLayout.Height - 3, "end", "EcgChip: drawn by ecgchip board from hardware/board/schematic.txt"));
        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawPart(StringBuilder svg, PlacedPart placed)
    {
        Part part = placed.Part;
        Symbol symbol = part.Symbol;
        foreach ((int i, Polyline line) in Polyline.Of(symbol).Index())
        {
            string points = string.Join(' ', line.Points.Select(point => Text($"{placed.X + point.X},{placed.Y + point.Y}")));
            svg.Append(Text($"<polyline class=\"l{(line.IsFilled ? " s" : symbol.IsBox && i == 0 ? " b" : "")}\" points=\"{points}\"/>\n"));
        }

        foreach (Pin pin in symbol.Pins)
        {
            (double x, double y) = SheetLayout.PinAt(symbol, pin);
            double inner = pin.IsLeft ? x + SheetLayout.PinLength : x - SheetLayout.PinLength;
            svg.Append(Text(
                $"<line class=\"x\" x1=\"{placed.X + x}\" y1=\"{placed.Y + y}\" x2=\"{placed.X + inner}\" y2=\"{placed.Y + y}\"/>\n"));
            if (symbol.IsBox)
            {
                svg.Append(Words(
                    "p", placed.X + inner + (pin.IsLeft ? NameOffset : -NameOffset), placed.Y + y + Baseline, pin.IsLeft ? "start" : "end", pin.Name));
                svg.Append(Words("d", placed.X + ((x + inner) / 2), placed.Y + y - 0.3, "middle", pin.Number));
            }
        }

        if (symbol.Name == Symbol.Flag)
        {
            return;
        }

        string value = part.Role is null ? part.Value : $"{part.Value}   {part.Role}";
        if (symbol.IsBox)
        {
            double top = placed.Y - SheetLayout.OnGrid(SheetLayout.BoxHeight(symbol) / 2);
            svg.Append(Words("r", placed.X - SheetLayout.BoxHalf, top - NameOffset, "start", part.Reference));
            svg.Append(Words("v", placed.X - SheetLayout.BoxHalf, top + SheetLayout.BoxHeight(symbol) + 2.3, "start", value));
        }
        else
        {
            svg.Append(Words("r", placed.X - NameOffset, placed.Y - SmallTextUp, "end", part.Reference));
            svg.Append(Words("v", placed.X + NameOffset, placed.Y - SmallTextUp, "start", value));
        }
    }

    private static void DrawLabel(StringBuilder svg, PinLabel label)
    {
        if (label.Net is null)
        {
            const double arm = 0.7;
            svg.Append(Text(
                $"<path class=\"x\" d=\"M{label.PinX - arm} {label.Y - arm}l{2 * arm} {2 * arm}M{label.PinX - arm} {label.Y + arm}l{2 * arm} {-2 * arm}\"/>\n"));
            return;
        }

        svg.Append(Text($"<line class=\"w\" x1=\"{label.PinX}\" y1=\"{label.Y}\" x2=\"{label.X}\" y2=\"{label.Y}\"/>\n"));
        svg.Append(Words(
            label.Net == "GND" ? "g" : "n", label.X + (label.IsLeft ? -0.5 : 0.5), label.Y + Baseline + 0.2, label.IsLeft ? "end" : "start", label.Net));
    }

    private static string Words(string style, double x, double y, string anchor, string words) =>
        Text($"<text class=\"{style}\" x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\">{SecurityElement.Escape(words)}</text>\n");

    private static string Text(FormattableString format) =>
        string.Format(CultureInfo.InvariantCulture, format.Format, [.. format.GetArguments().Select(Rounded)]);

    private static object? Rounded(object? value) => value is double number ? Math.Round(number, 3) : value;
}
