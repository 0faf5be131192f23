using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using EcgChip.Cli.Hardware;

namespace EcgChip.Cli.Tests.Hardware;

/// <summary>The netlist is sound, and each of its errors would be found.</summary>
public sealed partial class BoardDesignTests
{
    [Fact]
    public void The_board_breaks_no_electrical_rule()
    {
        Assert.Empty(ElectricalRules.Check(Committed.Design));
        Assert.True(Committed.Design.Nets.Count > 50);
    }

    [Theory]
    [InlineData("R1 R 5.1k : CC1 GND\n", "", "CC1 connects nothing: J1 CC1.")]
    [InlineData("SDN=SDN AC/DC", "AC/DC", "U2 pin 13 (SDN) is open.")]
    [InlineData("IO0=BOOT", "IO0=BOOT IO2=BOOT", "U1 pin 24 (IO2) must be left open.")]
    [InlineData("OUT=FE_OUT", "OUT=IAOUT", "IAOUT is driven by more than one output: U2 IAOUT, U2 OUT.")]
    [InlineData("VOUT=3V3", "VOUT=NOWHERE", "3V3 feeds U5 VIO, DS1 VCC, U1 3V3 and is not fed itself.")]
    [InlineData("R12 R 10k : DTR EN_B\n", "", "EN_B connects nothing: Q2 B.")]
    [InlineData("R39 R 100k", "R39 R 99k", "R 99k is on the board and in no line of parts.txt.")]
    [InlineData("R3 R 3.3k : PROG GND\n", "R3 R 1k : PROG GND\n", "R 3.3k is in parts.txt and not on the board.")]
    public void A_broken_netlist_is_found(string from, string to, string sentence) =>
        Assert.Contains(sentence, ElectricalRules.Check(Committed.Changed("schematic.txt", from, to)));

    [Theory]
    [InlineData("schematic.txt", "R1 R 5.1k : CC1 GND", "R1 R 5.1k : CC1", "takes 2 nets")]
    [InlineData("schematic.txt", "R2 R 5.1k", "R1 R 5.1k", "R1 is there twice")]
    [InlineData("schematic.txt", "R2 R 5.1k", "C99 R 5.1k", "begin with R")]
    [InlineData("schematic.txt", "R2 R 5.1k", "R2 Q 5.1k", "no symbol Q")]
    [InlineData("schematic.txt", "CC1=CC1", "CC3=CC1", "no pin CC3")]
    [InlineData("schematic.txt", "CC1=CC1", "CC1=CC1 CC1=CC2", "has two nets")]
    [InlineData("symbols.txt", "1 B input", "1 B inputs", "inputs")]
    [InlineData("parts.txt", "| 4.30", "| much", "line")]
    public void A_line_that_cannot_be_read_is_named(string file, string from, string to, string words)
    {
        string message = Assert.Throws<UnusableInputException>(() => Committed.Changed(file, from, to)).Message;
        Assert.Contains(file + ", line", message, StringComparison.Ordinal);
        Assert.Contains(words, message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_parts_around_the_AD8232_have_the_values_of_the_simulated_circuit()
    {
        Dictionary<string, double> simulated = File.ReadLines(Path.Combine(Committed.Folder, "frontend", "board.inc"))
            .Where(line => line.StartsWith(".param", StringComparison.Ordinal))
            .SelectMany(line => Parameter().Matches(line))
            .ToDictionary(
                match => match.Groups["name"].Value,
                match => BoardDesign.Number(match.Groups["value"].Value.Replace("meg", "M", StringComparison.Ordinal)));
        ILookup<string, Part> roles = Committed.Design.Parts.Where(part => part.Role is not null).ToLookup(part => part.Role!);

        // What a cable and an input have against ground, and what FR is tied to, are no parts; 11.3 megohms are two in series.
        string[] expected = [.. simulated.Keys.Except(["VS", "FR", "C_IN", "R_HP"]).Order()];
        Assert.Equal(expected.Append("R_HP").Order(), roles.Select(role => role.Key).Order());
        Assert.All(expected, role => Assert.All(
            roles[role], part => Assert.Equal(simulated[role], BoardDesign.Number(part.Value), simulated[role] * 1e-9)));
        Assert.Equal(simulated["R_HP"], roles["R_HP"].Sum(part => BoardDesign.Number(part.Value)), 1);
        Assert.Equal(2, roles["R_P"].Count());
        Assert.Equal(2, roles["R_PU"].Count());
    }

    [Fact]
    public void The_front_end_is_connected_as_the_simulated_circuit_is()
    {
        // Element lines of frontend.inc between the electrodes' wires and the ADC's pin, its nodes under the board's names.
        Dictionary<string, string> nets = new()
        {
            ["w_ll"] = "EL_LL", ["w_ra"] = "EL_RA", ["w_rl"] = "EL_RL", ["inp"] = "IN_P", ["inn"] = "IN_N", ["vs"] = "3V3A", ["0"] = "GND", ["refin"] = "REFIN",
            ["rld"] = "RLD", ["rldfb"] = "RLDFB", ["iaout"] = "IAOUT", ["hpsense"] = "HPSENSE", ["hpdrive"] = "HPDRIVE", ["lp"] = "LP_MID", ["opampp"] = "OPA_P",
            ["out"] = "FE_OUT", ["refout"] = "REFOUT", ["opampm"] = "OPA_N", ["pin"] = "ECG",
        };
        List<string> elements = [.. File.ReadLines(Path.Combine(Committed.Folder, "frontend", "frontend.inc"))
            .Select(line => Element().Match(line)).Where(match => match.Success && match.Groups["role"].Value is not ("C_IN" or "R_HP"))
            .Select(match => Text(match.Groups["role"].Value, nets[match.Groups["one"].Value], nets[match.Groups["other"].Value]))];
        IEnumerable<string> board = Committed.Design.Parts.Where(part => part.Role is not (null or "R_HP"))
            .Select(part => Text(part.Role!, part.Nets["1"], part.Nets["2"]));

        Assert.True(elements.Count > 15);
        Assert.Equal(elements.Order(StringComparer.Ordinal), board.Order(StringComparer.Ordinal));
        Assert.Equal(["IAOUT", "HP_MID", "HP_MID", "HPSENSE"], new[] { "R27", "R28" }.SelectMany(part => Committed.Design[part].Nets.Values));
        Part amplifier = Committed.Design["U2"];
        Assert.Equal(("3V3A", "GND", "SDN"), (amplifier.NetOf("FR"), amplifier.NetOf("AC/DC"), amplifier.NetOf("SDN")));
    }

    [Fact]
    public void What_is_written_from_the_netlist_is_what_is_in_the_repository() =>
        Assert.All(
            Commands.BoardCommand.Files(Committed.Design),
            file => Assert.True(File.ReadAllText(Path.Combine(Committed.Folder, file.Key)) == file.Value, $"{file.Key} is old: run ecgchip board."));

    [Fact]
    public void The_parts_cost_less_than_25_USD_and_each_has_a_makers_number_and_an_alternative()
    {
        Assert.InRange(BillOfMaterials.Total(Committed.Design), 10, BillOfMaterials.MostUsd);
        Assert.All(BillOfMaterials.Of(Committed.Design), line =>
        {
            Assert.NotEmpty(line.References);
            Assert.All([line.Bought.Manufacturer, line.Bought.Number, line.Bought.Alternative], cell => Assert.NotEqual("", cell));
            Assert.NotEqual(line.Bought.Number, line.Bought.Alternative);
            Assert.True(line.Bought.Usd > 0);
        });
        string csv = BillOfMaterials.Csv(Committed.Design);
        Assert.All(
            Committed.Design.Parts.Where(part => part.IsBought),
            part => Assert.Matches($@"(^|[\n ]){part.Reference}[ ,]", csv));
    }

    [Fact]
    public void The_drawing_fits_the_sheet_and_nothing_lies_on_anything_else()
    {
        SheetLayout layout = new(Committed.Design);
        Assert.All(layout.Frames, frame =>
        {
            Assert.InRange(frame.Left + SheetLayout.FrameWidth, 0, SheetLayout.Width);
            Assert.InRange(frame.Bottom, frame.Top, SheetLayout.Height);
        });
        List<(PlacedPart Part, double Left, double Right, double Top, double Bottom)> bodies = [.. layout.Parts.Select(placed =>
        {
            IEnumerable<(double X, double Y)> points = Polyline.Of(placed.Part.Symbol).SelectMany(line => line.Points);
            return (placed, placed.X + points.Min(point => point.X), placed.X + points.Max(point => point.X),
                placed.Y + points.Min(point => point.Y), placed.Y + points.Max(point => point.Y));
        })];
        foreach ((int i, var body) in bodies.Index())
        {
            Assert.DoesNotContain(bodies.Skip(i + 1), other =>
                body.Left < other.Right && other.Left < body.Right && body.Top < other.Bottom + 2 && other.Top < body.Bottom + 2);
            Assert.Contains(layout.Frames, frame =>
                frame.Left < body.Left && body.Right < frame.Left + SheetLayout.FrameWidth && frame.Top < body.Top && body.Bottom < frame.Bottom);
        }

        // A letter is at most 1.25 mm wide in the picture.
        Assert.All(layout.Labels.Where(label => label.Net is not null), label => Assert.Contains(layout.Frames, frame =>
            frame.Left < label.X - (label.IsLeft ? 1.25 * label.Net!.Length : 0)
            && label.X + (label.IsLeft ? 0 : 1.25 * label.Net!.Length) < frame.Left + SheetLayout.FrameWidth
            && frame.Top < label.Y && label.Y < frame.Bottom));
        Assert.Equal(layout.Labels.Count, layout.Labels.Select(label => (label.PinX, label.Y)).Distinct().Count());
    }

    private static string Text(string role, string one, string other) =>
        string.CompareOrdinal(one, other) < 0 ? $"{role} {one} {other}" : $"{role} {other} {one}";

    [GeneratedRegex(@"(?<name>\w+)=(?<value>[0-9.]+(?:meg|[a-z])?)")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^\w+ (?<one>\w+) (?<other>\w+) \{(?<role>[RC]_\w+)\}$")]
    private static partial Regex Element();
}
