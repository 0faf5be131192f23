using System.Linq;
using EcgChip.Cli.Hardware;
using EcgChip.Signal;
using DeviceBoard = EcgChip.Device.Board;

namespace EcgChip.Cli.Tests.Hardware;

/// <summary>What the board's voltages mean to the firmware, and what they let through a patient.</summary>
public sealed class BringUpTests
{
    /// <summary>The least that a PC gives behind cable and fuse: 4.75 V less 0.35 V (USB 2.0, 7.2.2).</summary>
    private const double LowestUsbVolts = 4.4;

    private static BoardDesign Design => Committed.Design;

    [Fact]
    public void The_batterys_divider_is_the_one_that_the_firmware_reckons_with()
    {
        double lower = Design.Value("R7");
        Assert.Equal(DeviceBoard.BatteryDividerRatio, (Design.Value("R6") + lower) / lower, 1e-9);
        FrontEndSettings good = DeviceBoard.FrontEnd();
        Assert.InRange(BringUp.FullCellVolts * 1000 / DeviceBoard.BatteryDividerRatio, good.LowestGoodMillivolts, good.HighestGoodMillivolts);
    }

    [Fact]
    public void The_reference_is_the_centre_that_the_firmware_reckons_with() =>
        Assert.Equal(
            DeviceBoard.FrontEndCentreMillivolts / 1000.0, BringUp.Of(Design).Single(expected => expected.What.StartsWith("REFOUT", System.StringComparison.Ordinal)).Value, 1e-9);

    [Fact]
    public void USB_power_reads_as_high_and_none_as_low()
    {
        Assert.InRange(BringUp.UsbSenseVolts(Design, LowestUsbVolts, true), BringUp.HighLevel, BringUp.Supply);
        Assert.InRange(BringUp.UsbSenseVolts(Design, BringUp.HighestUsbVolts, true), BringUp.HighLevel, BringUp.Supply + 0.3);
        Assert.InRange(BringUp.UsbSenseVolts(Design, null, true), 0, BringUp.LowLevel);
    }

    [Fact]
    public void A_broken_connection_of_the_sense_pin_reads_as_USB_power() =>
        Assert.True(BringUp.UsbSenseVolts(Design, null, connected: false) > BringUp.HighLevel);

    [Fact]
    public void USB_power_switches_the_front_end_off_whatever_the_firmware_says()
    {
        // Q6 turns on at 2.5 V at most, and has to take only what R18 lets through from a GPIO that is high.
        double gate = BringUp.Of(Design).Single(expected => expected.What.StartsWith("gate of Q6", System.StringComparison.Ordinal)).Value;
        Assert.True(gate > 2.5);
        Assert.Equal("VBUS", Design["R38"].Nets["1"]);
        Assert.Equal((Design["U2"].NetOf("SDN"), "GND"), (Design["Q6"].NetOf("D"), Design["Q6"].NetOf("S")));
        Assert.InRange(BringUp.Supply / Design.Value("R18"), 0, 0.012);
    }

    [Fact]
    public void At_reset_and_in_deep_sleep_front_end_and_backlight_are_off_and_buttons_do_not_float()
    {
        Assert.Equal(["GND", "SDN"], Design["R19"].Nets.Values.Order());
        Assert.Equal(["BACKLIGHT", "GND"], Design["R15"].Nets.Values.Order());
        Assert.Equal(["3V3", "START"], Design["R36"].Nets.Values.Order());
        Assert.Equal(["3V3", "MODE"], Design["R37"].Nets.Values.Order());
    }

    [Fact]
    public void Every_lead_has_a_resistor_before_anything_else_and_no_fault_lets_more_than_50_uA_through()
    {
        foreach (string lead in new[] { "EL_LL", "EL_RA", "EL_RL" })
        {
            Assert.Equal(["J3", "R", "W1"], Design.Nets[lead].Select(pin => pin.Part.Symbol.Name == "R" ? "R" : pin.Part.Reference).Order());
        }

        Assert.True(BringUp.LeadFaultAmps(Design, BringUp.HighestUsbVolts) < 50e-6);
        Assert.True(BringUp.Supply / Design.Value("R22") < 10e-6);
        Assert.True(BringUp.Supply / (Design.Value("R20") + Design.Value("R23")) < 10e-6);
        Assert.All(["R20", "R21", "R22"], part => Assert.Contains(
            "1206", Design.Bought.Single(bought => bought.Key == Design[part].Key).Footprint, System.StringComparison.Ordinal));
    }

    [Fact]
    public void Pulling_USB_out_turns_the_cells_transistor_on_within_10_ms()
    {
        // What holds USB's net up, and what empties it: three times the time constant is 5 %.
        double farads = Design.Parts.Where(part => part.Symbol.Name == "C" && part.IsOn("VBUS")).Sum(part => BoardDesign.Number(part.Value));
        Assert.Equal(["GND", "VBUS"], Design["R5"].Nets.Values.Order());
        Assert.InRange(farads * Design.Value("R5"), 1e-6, 10e-3);
        Assert.Equal("VBUS", Design["Q1"].NetOf("G"));
    }

    [Fact]
    public void With_USB_in_nothing_feeds_a_chip_that_is_off() =>
        Assert.Equal(("VBUS", Design["U4"].NetOf("EN")), (Design["D7"].NetOf("A"), Design["D7"].NetOf("COM")));

    [Fact]
    public void The_cell_is_charged_with_less_than_half_its_capacity_in_an_hour()
    {
        const double cellMilliampereHours = 1200;
        double charge = BringUp.Of(Design).Single(expected => expected.Unit == "mA").Value;
        Assert.InRange(charge, 100, cellMilliampereHours / 2);
        Assert.True(charge < 500, "the fuse and a USB port without agreement");
    }
}
