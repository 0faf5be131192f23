using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using EcgChip.NanoHost;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Patients;

namespace EcgChip.Device.Tests;

/// <summary>The wiring against what the module leaves free.</summary>
public sealed class BoardTests
{
    /// <summary>ADC1's channels 0 to 7 on the ESP32.</summary>
    private static readonly int[] Adc1Pins = [36, 37, 38, 39, 32, 33, 34, 35];

    /// <summary>ADC2's channels, which nanoFramework counts from <see cref="FirstAdc2Channel"/> on.</summary>
    private static readonly int[] Adc2Pins = [4, 0, 2, 15, 13, 12, 14, 27, 25, 26];

    /// <summary>Eight pins and two internal sensors come before.</summary>
    private const int FirstAdc2Channel = 10;

    /// <summary>What is read while Wi-Fi may be on; 37 and 38 are not led out of the module.</summary>
    private static readonly int[] Channels =
        [Board.EcgChannel, Board.LeadOffPositiveChannel, Board.LeadOffNegativeChannel, Board.BatteryChannel];

    private static int ReferencePin => Adc2Pins[Board.ReferenceChannel - FirstAdc2Channel];

    private static Dictionary<string, int> Pins => typeof(Board).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(constant => constant.Name.EndsWith("Pin", StringComparison.Ordinal))
        .ToDictionary(constant => constant.Name, constant => (int)constant.GetRawConstantValue()!);

    [Fact]
    public void No_two_signals_share_a_pin()
    {
        int[] pins = [.. Pins.Values, .. Channels.Select(channel => Adc1Pins[channel]), ReferencePin];

        Assert.True(pins.Length >= 18);
        Assert.Equal(pins.Length, pins.Distinct().Count());
    }

    [Fact]
    public void Pins_of_flash_psram_debugger_and_boot_mode_are_left_alone()
    {
        int[] taken = [0, 1, 2, 3, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17];

        Assert.Empty(Pins.Values.Append(ReferencePin).Intersect(taken));
    }

    [Fact]
    public void What_is_driven_or_needs_a_pull_up_is_on_a_pin_that_can()
    {
        Assert.All(Pins.Values, pin => Assert.InRange(pin, 0, 33));
    }

    [Fact]
    public void The_started_device_lights_its_display()
    {
        SimulatedBoard board = new(new SyntheticPatient(new() { Seconds = 1 }));
        Assert.False(board.Panel.IsLit);
        using IDisposable attachment = HostBoard.Attach(board);
        _ = new Firmware(new FirmwareSettings(), null);
        Assert.True(board.Panel.IsLit);
        Assert.NotEqual(0, board.Panel.Pixel(1, 1));
    }

    [Fact]
    public void What_is_read_by_the_adc_is_on_adc1_which_reads_while_wifi_is_on() =>
        Assert.All(Channels, channel => Assert.InRange(channel, 0, Adc1Pins.Length - 1));

    [Fact]
    public void A_full_battery_reads_in_the_adcs_good_range()
    {
        const int fullCellMillivolts = 4200;

        Assert.InRange(
            fullCellMillivolts / Board.BatteryDividerRatio, Board.FrontEnd().LowestGoodMillivolts, Board.FrontEnd().HighestGoodMillivolts);
    }
}
