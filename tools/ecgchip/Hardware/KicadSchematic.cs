using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace EcgChip.Cli.Hardware;

/// <summary>
/// Writes a schematic as KiCad 8 reads it (its documentation, "Schematic File Format", version 20231120). Identifiers follow from what they name, so
/// that the same design is the same file.
/// </summary>
public sealed class KicadSchematic
{
    private const string Library = "ecgchip";
    private const string Effects = "(effects (font (size 1.27 1.27)))";
    private const string Hidden = "(effects (font (size 1.27 1.27)) (hide yes))";
    private const string TestPointFootprint = "TestPoint:TestPoint_Pad_D1.5mm";
    private const double NameOffset = 1.016;
    private const int GuidBytes = 16;

    private readonly StringBuilder text = new();
    private readonly BoardDesign design;
    private readonly string root = Id("sheet");

    private KicadSchematic(BoardDesign design) => this.design = design;

    /// <summary>Text of the file.</summary>
    public static string Write(BoardDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return new KicadSchematic(design).Write();
    }

    private string Write()
    {
        SheetLayout layout = new(design);
        Line(0, $"(kicad_sch (version 20231120) (generator \"ecgchip\") (generator_version \"8.0\") (uuid \"{root}\") (paper \"A3\")");
        Line(1, "(title_block (title \"EcgChip\") (rev \"1\") (company \"EcgChip contributors\")");
        Line(2, "(comment 1 \"Written by: ecgchip board. The source is hardware/board/schematic.txt.\"))");
        Line(1, "(lib_symbols");
        foreach (Symbol symbol in design.Parts.Select(part => part.Symbol).DistinctBy(symbol => symbol.Name).OrderBy(symbol => symbol.Name, StringComparer.Ordinal))
        {
            WriteSymbol(symbol);
        }

        Line(1, ")");
        foreach (Frame frame in layout.Frames)
        {
            Line(1, $"(rectangle (start {At(frame.Left, frame.Top)}) (end {At(frame.Left + SheetLayout.FrameWidth, frame.Bottom)})"
                + $" (stroke (width 0) (type dash)) (fill (type none)) (uuid \"{Id("frame " + frame.Title)}\"))");
            Line(1, $"(text {Quoted(frame.Title)} (exclude_from_sim no) (at {At(frame.Left + 1.27, frame.Top + 3.81)} 0)"
                + $" (effects (font (size 2 2) (bold yes)) (justify left bottom)) (uuid \"{Id("title " + frame.Title)}\"))");
        }

        foreach (PinLabel label in layout.Labels)
        {
            WriteLabel(label);
        }

        foreach (PlacedPart placed in layout.Parts)
        {
            WritePart(placed);
        }

        Line(1, "(sheet_instances (path \"/\" (page \"1\")))");
        Line(0, ")");
        return text.ToString();
    }

    private void WriteSymbol(Symbol symbol)
    {
        bool isFlag = symbol.Name == Symbol.Flag;
        string bought = symbol.Name is Symbol.Flag or Symbol.TestPoint ? "no" : "yes";
        Line(2, $"(symbol \"{Library}:{symbol.Name}\"{(isFlag ? " (power)" : "")}{(symbol.IsBox ? "" : " (pin_numbers hide)")}"
            + $" (pin_names (offset {Number(NameOffset)}){(symbol.IsBox ? "" : " hide")}) (exclude_from_sim no) (in_bom {bought}) (on_board {(isFlag ? "no" : "yes")})");
        Line(3, $"(property \"Reference\" \"{symbol.Prefix}\" (at 0 0 0) {Effects})");
        Line(3, $"(property \"Value\" \"{symbol.Name}\" (at 0 0 0) {Effects})");
        Line(3, $"(property \"Footprint\" \"\" (at 0 0 0) {Hidden})");
        Line(3, $"(property \"Datasheet\" \"\" (at 0 0 0) {Hidden})");
        Line(3, $"(symbol \"{symbol.Name}_0_1\"");
        foreach (Polyline line in Polyline.Of(symbol))
        {
            string points = string.Join(' ', line.Points.Select(point => $"(xy {At(point.X, -point.Y)})"));
            Line(4, $"(polyline (pts {points}) (stroke (width 0.2) (type default)) (fill (type {(line.IsFilled ? "outline" : "none")})))");
        }

        Line(3, ")");
        Line(3, $"(symbol \"{symbol.Name}_1_1\"");
        foreach (Pin pin in symbol.Pins)
        {
            (double x, double y) = SheetLayout.PinAt(symbol, pin);
            Line(4, $"(pin {TypeName(pin.Type)} line (at {At(x, -y)} {(pin.IsLeft ? 0 : 180)}) (length {Number(SheetLayout.PinLength)})"
                + $" (name {Quoted(pin.Name)} {Effects}) (number \"{pin.Number}\" {Effects}))");
        }

        Line(3, ")");
        Line(2, ")");
    }

    private void WriteLabel(PinLabel label)
    {
        string at = At(label.PinX, label.Y);
        if (label.Net is null)
        {
            Line(1, $"(no_connect (at {at}) (uuid \"{Id("open " + at)}\"))");
            return;
        }

        string end = At(label.X, label.Y);
        Line(1, $"(wire (pts (xy {at}) (xy {end})) (stroke (width 0) (type default)) (uuid \"{Id("wire " + at)}\"))");
        Line(1, $"(label {Quoted(label.Net)} (at {end} {(label.IsLeft ? 180 : 0)}) (effects (font (size 1.27 1.27))"
            + $" (justify {(label.IsLeft ? "right" : "left")} bottom)) (uuid \"{Id("label " + at)}\"))");
    }

    private void WritePart(PlacedPart placed)
    {
        Part part = placed.Part;
        string id = Id("part " + part.Reference);
        bool isFlag = part.Symbol.Name == Symbol.Flag;
        BoughtPart? bought = design.Bought.FirstOrDefault(line => line.Key == part.Key);
        Line(1, $"(symbol (lib_id \"{Library}:{part.Symbol.Name}\") (at {At(placed.X, placed.Y)} 0) (unit 1) (exclude_from_sim no)"
            + $" (in_bom {(part.IsBought ? "yes" : "no")}) (on_board {(isFlag ? "no" : "yes")}) (dnp no) (uuid \"{id}\")");
        double top = placed.Y - (part.Symbol.IsBox ? SheetLayout.OnGrid(SheetLayout.BoxHeight(part.Symbol) / 2) : NameOffset);
        string reference = At(placed.X - (part.Symbol.IsBox ? SheetLayout.BoxHalf : NameOffset), top - NameOffset);
        string value = part.Symbol.IsBox
            ? At(placed.X - SheetLayout.BoxHalf, top + SheetLayout.BoxHeight(part.Symbol) + SheetLayout.PinPitch)
            : At(placed.X + NameOffset, top - NameOffset);
        string hide = isFlag ? " (hide yes)" : "";
        Line(2, $"(property \"Reference\" \"{part.Reference}\" (at {reference} 0)"
            + $" (effects (font (size 1.27 1.27)) (justify {(part.Symbol.IsBox ? "left" : "right")} bottom){hide}))");
        Line(2, $"(property \"Value\" {Quoted(part.Value)} (at {value} 0) (effects (font (size 1.27 1.27)) (justify left bottom){hide}))");
        Property("Footprint", bought?.Footprint ?? (part.Symbol.Name == Symbol.TestPoint ? TestPointFootprint : ""), placed);
        Property("Datasheet", "", placed);
        Property("Manufacturer", bought?.Manufacturer ?? "", placed);
        Property("MPN", bought?.Number ?? "", placed);
        Property("Role", part.Role ?? "", placed);
        foreach (Pin pin in part.Symbol.Pins)
        {
            Line(2, $"(pin \"{pin.Number}\" (uuid \"{Id($"pin {part.Reference} {pin.Number}")}\"))");
        }

        Line(2, $"(instances (project \"ecgchip\" (path \"/{root}\" (reference \"{part.Reference}\") (unit 1)))))");
    }

    private void Property(string name, string value, PlacedPart placed)
    {
        if (value.Length > 0 || name is "Footprint" or "Datasheet")
        {
            Line(2, $"(property \"{name}\" {Quoted(value)} (at {At(placed.X, placed.Y)} 0) {Hidden})");
        }
    }

    private void Line(int depth, string line) => text.Append('\t', depth).Append(line).Append('\n');

    private static string TypeName(PinType type) => type switch
    {
        PinType.OpenCollector => "open_collector",
        PinType.PowerIn => "power_in",
        PinType.PowerOut => "power_out",
        PinType.NoConnect => "no_connect",
        _ => $"{type}".ToLowerInvariant(),
    };

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string At(double x, double y) => $"{Number(x)} {Number(y)}";

    private static string Number(double value) => Math.Round(value, 4).ToString("0.####", CultureInfo.InvariantCulture);

    private static string Id(string name) => new Guid(SHA256.HashData(Encoding.UTF8.GetBytes("ecgchip " + name)).AsSpan(0, GuidBytes)).ToString();
}
