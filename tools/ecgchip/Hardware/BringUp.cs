using System;
using System.Collections.Generic;
using DeviceBoard = EcgChip.Device.Board;

namespace EcgChip.Cli.Hardware;

/// <summary>A voltage or current to expect.</summary>
/// <param name="Step">When it is measured, from 1.</param>
/// <param name="What">Where, and in what state.</param>
/// <param name="Value">What it should be.</param>
/// <param name="Unit">V or uA or mA.</param>
/// <param name="TolerancePercent">How far off it may be.</param>
/// <param name="From">What it follows from.</param>
public sealed record Expectation(int Step, string What, double Value, string Unit, double TolerancePercent, string From);

/// <summary>What is measured on a new board, worked out from its parts' values.</summary>
public static class BringUp
{
    /// <summary>USB's voltage, and the most that it may be.</summary>
    public const double UsbVolts = 5, HighestUsbVolts = 5.25;

    /// <summary>A full cell.</summary>
    public const double FullCellVolts = 4.2;

    /// <summary>The supply.</summary>
    public const double Supply = 3.3;

    /// <summary>MCP73831's charge current times its resistor (data sheet, equation 4-1).</summary>
    private const double ChargeVolts = 1000;

    /// <summary>ESP32's high level, as a share of its supply (data sheet, "DC Characteristics").</summary>
    private const double HighLevelShare = 0.75;

    private const double LowLevelShare = 0.25;

    /// <summary>The ESP32's weak pull-up (data sheet, "DC Characteristics").</summary>
    private const double PullUpOhms = 45e3;

    private const double Micro = 1e-6;
    private const double Milli = 1e-3;
    private const double DividerPercent = 3;
    private const double SupplyPercent = 2;

    /// <summary>The list, in the order in which it is worked through.</summary>
    public static IReadOnlyList<Expectation> Of(BoardDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        double Ohms(string reference) => design.Value(reference);
        double charge = ChargeVolts / Ohms("R3");
        return
        [
            new(1, "VBAT (TP1), full cell in J2", FullCellVolts, "V", 1, "the cell"),
            new(1, "3V3 (TP2), SW3 on, no USB", Supply, "V", SupplyPercent, "U4"),
            new(1, "GPIO 39, full cell", FullCellVolts * Share(Ohms("R7"), Ohms("R6")), "V", DividerPercent, "R6, R7"),
            new(1, "GPIO 4, no USB", 0, "V", 0, "R9"),
            new(2, "3V3A (pin 17 of U2)", Supply, "V", SupplyPercent, "FB1"),
            new(2, "REFOUT (TP6), front end on", Supply * Share(Ohms("R26"), Ohms("R25")), "V", DividerPercent, "R25, R26"),
            new(2, "SDN (pin 13 of U2), front end on", Supply * Share(Ohms("R19"), Ohms("R18")), "V", DividerPercent, "R18, R19"),
            new(2, "ECG (TP7), electrodes' leads joined", Supply * Share(Ohms("R26"), Ohms("R25")), "V", DividerPercent, "REFOUT"),
            new(2, "left leg's or right arm's lead to ground, current", Supply / (Ohms("R20") + Ohms("R23")) / Micro, "uA", DividerPercent, "R20, R23"),
            new(2, "third lead to ground, current, at most", Supply / Ohms("R22") / Micro, "uA", DividerPercent, "R22"),
            new(3, "VBUS, USB in", UsbVolts, "V", 5, "USB"),
            new(3, "GPIO 4, USB in", UsbVolts * Share(Ohms("R9"), Ohms("R8")), "V", DividerPercent + 5, "R8, R9"),
            new(3, "gate of Q6, USB in", UsbVolts * Share(Ohms("R39"), Ohms("R38")), "V", DividerPercent + 5, "R38, R39"),
            new(3, "SDN (pin 13 of U2), USB in, whatever GPIO 25 says", 0, "V", 0, "Q6"),
            new(3, "charge current, cell at 3.7 V", charge / Milli, "mA", 10, "R3"),
        ];
    }

    /// <summary>The most direct current that a lead can carry when a part behind its resistor has failed: its resistor holds the whole voltage.</summary>
    public static double LeadFaultAmps(BoardDesign design, double volts)
    {
        ArgumentNullException.ThrowIfNull(design);
        return volts / Math.Min(design.Value("R20"), Math.Min(design.Value("R21"), design.Value("R22")));
    }

    /// <summary>Voltage at the USB sense pin.</summary>
    /// <param name="design">The board.</param>
    /// <param name="usbVolts">USB's voltage; null where nothing is plugged in.</param>
    /// <param name="connected">False where the pin's connection is broken.</param>
    public static double UsbSenseVolts(BoardDesign design, double? usbVolts, bool connected)
    {
        ArgumentNullException.ThrowIfNull(design);
        if (!connected)
        {
            return Supply;
        }

        // Conductances to USB, ground, and the pull-up that the firmware asks for.
        double usb = usbVolts is null ? 0 : 1 / design.Value("R8");
        double ground = 1 / design.Value("R9");
        const double pullUp = 1 / PullUpOhms;
        return (((usbVolts ?? 0) * usb) + (Supply * pullUp)) / (usb + ground + pullUp);
    }

    /// <summary>What the ESP32 takes for high.</summary>
    public static double HighLevel => HighLevelShare * Supply;

    /// <summary>What the ESP32 takes for low.</summary>
    public static double LowLevel => LowLevelShare * Supply;

    /// <summary>The ADC's reading of a voltage, without its errors.</summary>
    public static int Reading(double volts) => (int)Math.Round(volts / Milli * DeviceBoard.AdcLargestReading / DeviceBoard.AdcFullScaleMillivolts);

    private static double Share(double lower, double upper) => lower / (lower + upper);
}
