using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using EcgChip.Cli.Hardware;

namespace EcgChip.Cli.Tests.Hardware;

/// <summary>The file for KiCad, read as KiCad reads it: pins, wires and labels that touch are one net.</summary>
public sealed class KicadSchematicTests
{
    private readonly SExpression sheet = SExpression.Parse(File.ReadAllText(Path.Combine(Committed.Folder, "board", "ecgchip.kicad_sch")));

    [Fact]
    public void The_file_is_of_the_format_and_every_identifier_is_one_of_a_kind()
    {
        Assert.Equal("kicad_sch", sheet.Name);
        Assert.Equal("20231120", sheet["version"].Value);
        List<string> ids = [.. sheet.All("uuid").Select(id => id.Value)];
        Assert.All(ids, id => Assert.True(Guid.TryParse(id, out _)));
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal("/", sheet["sheet_instances"]["path"].Value);
    }

    [Fact]
    public void Every_part_is_there_with_its_value_and_what_is_bought_for_it()
    {
        Dictionary<string, SExpression> parts = sheet.Children("symbol").ToDictionary(Reference);
        Assert.Equal(Committed.Design.Parts.Select(part => part.Reference).Order(), parts.Keys.Order());
        Assert.All(Committed.Design.Parts, part =>
        {
            SExpression symbol = parts[part.Reference];
            Assert.Equal(part.Value, Property(symbol, "Value"));
            Assert.Equal(part.IsBought ? "yes" : "no", symbol["in_bom"].Value);
            Assert.Equal(part.IsBought ? Committed.Design.Bought.Single(bought => bought.Key == part.Key).Number : null, Property(symbol, "MPN"));
            Assert.Equal(part.Reference, symbol["instances"]["project"]["path"]["reference"].Value);
            Assert.Equal(sheet["uuid"].Value, symbol["instances"]["project"]["path"].Value[1..]);
        });
    }

    [Fact]
    public void What_touches_in_the_file_is_connected_in_the_netlist_and_nothing_else()
    {
        Dictionary<(long, long), string> netAt = [];
        Dictionary<(long, long), (long, long)> wires = [];
        foreach (SExpression wire in sheet.Children("wire"))
        {
            SExpression[] ends = [.. wire["pts"].Children("xy")];
            wires.Add(Place(ends[0]), Place(ends[1]));
        }

        foreach (SExpression label in sheet.Children("label"))
        {
            netAt.Add(Place(label["at"]), label.Value);
        }

        HashSet<(long, long)> open = [.. sheet.Children("no_connect").Select(mark => Place(mark["at"]))];
        Dictionary<string, SExpression> library = sheet["lib_symbols"].Children("symbol").ToDictionary(symbol => symbol.Value);
        Dictionary<string, string?> found = [];
        foreach (SExpression symbol in sheet.Children("symbol"))
        {
            (long x, long y) = Place(symbol["at"]);
            SExpression[] pins = [.. library[symbol["lib_id"].Value].Children("symbol").SelectMany(unit => unit.Children("pin"))];
            Assert.Equal(pins.Select(pin => pin["number"].Value).Order(), symbol.Children("pin").Select(pin => pin.Value).Order());
            foreach (SExpression pin in pins)
            {
                (long pinX, long pinY) = Place(pin["at"]);

                // Up is positive in a symbol, down on the sheet.
                (long, long) at = (x + pinX, y - pinY);
                found.Add($"{Reference(symbol)} {pin["number"].Value}", open.Contains(at) ? null : netAt[wires[at]]);
            }
        }

        Dictionary<string, string?> expected = Committed.Design.Parts
            .SelectMany(part => part.Symbol.Pins.Select(pin => (Key: $"{part.Reference} {pin.Number}", Net: part.Nets.GetValueOrDefault(pin.Number))))
            .ToDictionary(pin => pin.Key, pin => pin.Net);
        Assert.Equal(expected.OrderBy(pin => pin.Key), found.OrderBy(pin => pin.Key));

        // Wires that cross or lie on one another would join nets.
        Assert.Equal(wires.Count * 2, wires.Keys.Concat(wires.Values).Distinct().Count());
        foreach (((long x, long y) from, (long x, long y) to) in wires)
        {
            Assert.Equal(from.y, to.y);
            Assert.DoesNotContain(wires, other => other.Key != from && other.Key.Item2 == from.y
                && Math.Min(other.Key.Item1, other.Value.Item1) <= Math.Max(from.x, to.x) && Math.Min(from.x, to.x) <= Math.Max(other.Key.Item1, other.Value.Item1));
        }
    }

    [Fact]
    public void Everything_that_is_connected_stands_on_the_grid()
    {
        IEnumerable<SExpression> places = sheet.Children("wire").SelectMany(wire => wire["pts"].Children("xy"))
            .Concat(sheet.Children("label").Concat(sheet.Children("symbol")).Concat(sheet.Children("no_connect")).Select(item => item["at"]));
        Assert.All(places, place =>
        {
            (long x, long y) = Place(place);
            Assert.Equal((0, 0), (x % 12700, y % 12700));
        });
    }

    private static string Reference(SExpression symbol) => Property(symbol, "Reference")!;

    private static string? Property(SExpression symbol, string name) =>
        symbol.Children("property").FirstOrDefault(property => property.Value == name)?.Items[2];

    // In tenths of a micrometre, to be compared without rounding.
    private static (long X, long Y) Place(SExpression at) => (Number(at.Items[1]), Number(at.Items[2]));

    private static long Number(string text) => (long)Math.Round(double.Parse(text, CultureInfo.InvariantCulture) * 10000);
}
