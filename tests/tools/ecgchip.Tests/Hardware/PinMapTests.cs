using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using EcgChip.Cli.Hardware;
using DeviceBoard = EcgChip.Device.Board;

namespace EcgChip.Cli.Tests.Hardware;

/// <summary>One pin map: the firmware's Board, the netlist and what is drawn and written from it say the same.</summary>
public sealed class PinMapTests
{
    public static TheoryData<string> Signals => new(PinMap.Uses.Select(use => use.Constant));

    private static PinUse Use(string signal) => PinMap.Uses.Single(use => use.Constant == signal);

    [Fact]
    public void Every_pin_and_channel_of_the_firmwares_board_is_in_the_map()
    {
        IEnumerable<string> constants = typeof(DeviceBoard).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.Name)
            .Where(name => name.EndsWith("Pin", StringComparison.Ordinal) || name.EndsWith("Channel", StringComparison.Ordinal));

        Assert.Equal(constants.Order(), PinMap.Uses.Select(use => use.Constant).Order());
        Assert.Equal(PinMap.Uses.Count, PinMap.Uses.Select(use => use.Gpio).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Signals))]
    public void The_netlist_leads_the_pin_to_where_it_belongs(string signal)
    {
        BoardDesign design = Committed.Design;
        PinUse use = Use(signal);
        string net = design["U1"].Nets[PinMap.ModulePin(design, use.Gpio).Number];
        string[] end = use.At.Split('.');
        string far = design[end[0]].NetOf(end[1])!;
        if (use.Through is null)
        {
            Assert.Equal(net, far);
        }
        else
        {
            Assert.Equal(new[] { net, far }.Order(), design[use.Through].Nets.Values.Order());
        }
    }

    [Theory]
    [MemberData(nameof(Signals))]
    public void The_ESP32_can_do_with_the_pin_what_is_asked_of_it(string signal) => Assert.Null(PinMap.Objection(Use(signal).Gpio, Use(signal).Use));

    [Theory]
    [InlineData(34, PinNeed.Output)]
    [InlineData(12, PinNeed.Input)]
    [InlineData(17, PinNeed.Output)]
    [InlineData(7, PinNeed.Input)]
    [InlineData(38, PinNeed.Adc1)]
    [InlineData(26, PinNeed.Adc1)]
    [InlineData(32, PinNeed.Adc2)]
    [InlineData(18, PinNeed.Wake)]
    [InlineData(1, PinNeed.Output)]
    public void A_pin_that_cannot_do_it_is_refused(int gpio, PinNeed need) => Assert.NotNull(PinMap.Objection(gpio, need));

    [Fact]
    public void Every_used_pin_of_the_module_is_in_the_map_or_serves_the_boot_loader()
    {
        BoardDesign design = Committed.Design;
        string[] bootLoader = ["IO0", "TXD0", "RXD0", "EN", "3V3", "GND"];
        IEnumerable<string> used = design["U1"].Symbol.Pins.Where(pin => design["U1"].Nets.ContainsKey(pin.Number)).Select(pin => pin.Name).Distinct();

        Assert.Equal(PinMap.Uses.Select(use => $"IO{use.Gpio}").Order(), used.Except(bootLoader).Order());
        Assert.Equal(design["U1"].NetOf("TXD0"), design["U5"].NetOf("RXD_ECI"));
        Assert.Equal(design["U1"].NetOf("RXD0"), design["U5"].NetOf("TXD_ECI"));
    }

    [Fact]
    public void The_drawing_shows_every_pin_with_its_net()
    {
        string picture = File.ReadAllText(Path.Combine(Committed.Folder, "images", "board.svg"));
        SheetLayout layout = new(Committed.Design);
        PlacedPart module = layout.Parts.Single(placed => placed.Part.Reference == "U1");
        Assert.All(PinMap.Uses, use =>
        {
            Pin pin = PinMap.ModulePin(Committed.Design, use.Gpio);
            (double x, double y) = SheetLayout.PinAt(module.Part.Symbol, pin);
            PinLabel label = layout.Labels.Single(label => label.PinX == module.X + x && label.Y == module.Y + y);
            Assert.Equal(module.Part.Nets[pin.Number], label.Net);
            Assert.Matches($@"<text class=""n"" x=""{label.X + (label.IsLeft ? -0.5 : 0.5):0.###}"" y=""{label.Y + 0.65:0.###}"" text-anchor=""\w+"">{label.Net}</text>", picture);
            Assert.Contains($">IO{use.Gpio}</text>", picture, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_front_ends_page_names_the_same_pins()
    {
        string page = File.ReadAllText(Path.Combine(Committed.Folder, "frontend", "README.md"));
        (string Words, string Signal)[] named =
        [
            (@"R_ADC 4\.7k\]--\+-- GPIO (\d+)", nameof(DeviceBoard.EcgChannel)), (@"SDN to GPIO (\d+)", nameof(DeviceBoard.FrontEndShutdownPin)),
            (@"LO\+ to GPIO (\d+)", nameof(DeviceBoard.LeadOffPositiveChannel)), (@"LO- to GPIO (\d+)", nameof(DeviceBoard.LeadOffNegativeChannel)),
        ];
        Assert.All(named, name => Assert.Equal($"{Use(name.Signal).Gpio}", Regex.Match(page, name.Words).Groups[1].Value));
    }
}
