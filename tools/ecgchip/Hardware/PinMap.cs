using System.Collections.Generic;
using System.Linq;
using DeviceBoard = EcgChip.Device.Board;

namespace EcgChip.Cli.Hardware;

/// <summary>A signal of the ESP32: the firmware's constant, the pin that it means, and where the board leads it.</summary>
/// <param name="Constant">Name of the constant in the firmware's Board.</param>
/// <param name="Gpio">The pin.</param>
/// <param name="At">Part and pin at the other end; the net is the same, or reached through the parts in <paramref name="Through"/>.</param>
/// <param name="Through">Reference of a resistor between; null where there is none.</param>
/// <param name="Use">What the pin must be able to do.</param>
public sealed record PinUse(string Constant, int Gpio, string At, string? Through, PinNeed Use);

/// <summary>What a signal asks of its pin.</summary>
public enum PinNeed
{
    /// <summary>An input.</summary>
    Input,

    /// <summary>An input of ADC1, which reads while Wi-Fi is on.</summary>
    Adc1,

    /// <summary>An input of ADC2, which reads while Wi-Fi is off.</summary>
    Adc2,

    /// <summary>An output.</summary>
    Output,

    /// <summary>An input that can wake the chip from deep sleep.</summary>
    Wake,
}

/// <summary>Every pin that the firmware's Board names. The pins are Board's own; what they are led to is held to the netlist by a test.</summary>
public static class PinMap
{
    /// <summary>ADC1's channels 0 to 7 (ESP32 data sheet, "Pin Overview").</summary>
    private static readonly int[] Adc1 = [36, 37, 38, 39, 32, 33, 34, 35];

    /// <summary>ADC2's channels, counted on from <see cref="FirstAdc2Channel"/> by nanoFramework.</summary>
    private static readonly int[] Adc2 = [4, 0, 2, 15, 13, 12, 14, 27, 25, 26];

    private const int FirstAdc2Channel = 10;

    /// <summary>The signals.</summary>
    public static IReadOnlyList<PinUse> Uses { get; } =
    [
        new(nameof(DeviceBoard.EcgChannel), Adc1[DeviceBoard.EcgChannel], "U2.OUT", "R33", PinNeed.Adc1),
        new(nameof(DeviceBoard.LeadOffPositiveChannel), Adc1[DeviceBoard.LeadOffPositiveChannel], "U2.LOD+", null, PinNeed.Adc1),
        new(nameof(DeviceBoard.LeadOffNegativeChannel), Adc1[DeviceBoard.LeadOffNegativeChannel], "U2.LOD-", null, PinNeed.Adc1),
        new(nameof(DeviceBoard.BatteryChannel), Adc1[DeviceBoard.BatteryChannel], "BT1.+", "R6", PinNeed.Adc1),
        new(nameof(DeviceBoard.ReferenceChannel), Adc2[DeviceBoard.ReferenceChannel - FirstAdc2Channel], "U2.REFOUT", "R34", PinNeed.Adc2),
        new(nameof(DeviceBoard.UsbSensePin), DeviceBoard.UsbSensePin, "U5.VBUS", "R8", PinNeed.Input),
        new(nameof(DeviceBoard.LinkTransmitPin), DeviceBoard.LinkTransmitPin, "U5.RXD_SCI", null, PinNeed.Output),
        new(nameof(DeviceBoard.LinkReceivePin), DeviceBoard.LinkReceivePin, "U5.TXD_SCI", null, PinNeed.Input),
        new(nameof(DeviceBoard.FrontEndShutdownPin), DeviceBoard.FrontEndShutdownPin, "U2.SDN", "R18", PinNeed.Output),
        new(nameof(DeviceBoard.DisplayClockPin), DeviceBoard.DisplayClockPin, "DS1.SCK", null, PinNeed.Output),
        new(nameof(DeviceBoard.DisplayMisoPin), DeviceBoard.DisplayMisoPin, "DS1.SDO", null, PinNeed.Input),
        new(nameof(DeviceBoard.DisplayMosiPin), DeviceBoard.DisplayMosiPin, "DS1.SDI", null, PinNeed.Output),
        new(nameof(DeviceBoard.DisplayChipSelectPin), DeviceBoard.DisplayChipSelectPin, "DS1.CS", null, PinNeed.Output),
        new(nameof(DeviceBoard.DisplayDataCommandPin), DeviceBoard.DisplayDataCommandPin, "DS1.DC", null, PinNeed.Output),
        new(nameof(DeviceBoard.DisplayResetPin), DeviceBoard.DisplayResetPin, "DS1.RESET", null, PinNeed.Output),
        new(nameof(DeviceBoard.DisplayBacklightPin), DeviceBoard.DisplayBacklightPin, "Q4.G", null, PinNeed.Output),
        new(nameof(DeviceBoard.StartButtonPin), DeviceBoard.StartButtonPin, "SW1.1", null, PinNeed.Wake),
        new(nameof(DeviceBoard.ModeButtonPin), DeviceBoard.ModeButtonPin, "SW2.1", null, PinNeed.Wake),
    ];

    /// <summary>The module's pin of a GPIO.</summary>
    public static Pin ModulePin(BoardDesign design, int gpio) => design["U1"].Symbol.Named(gpio switch
    {
        1 => "TXD0",
        3 => "RXD0",
        _ => $"IO{gpio}",
    })[0];

    /// <summary>Whether the pin can do it, and nothing else claims it (ESP32 data sheet, "Restrictions for GPIOs and RTC_GPIOs").</summary>
    /// <returns>What stands against it; null where nothing does.</returns>
    public static string? Objection(int gpio, PinNeed need)
    {
        // 5 is read at reset, too (SDIO timing): its pull-up is on the board, which is what an idle chip select is.
        int[] readAtReset = [0, 2, 12, 15];
        int[] rtc = [0, 2, 4, 12, 13, 14, 15, 25, 26, 27, 32, 33, 34, 35, 36, 37, 38, 39];
        return gpio switch
        {
            >= 6 and <= 11 => "wired to the module's flash",
            16 or 17 => "wired to the module's PSRAM",
            1 or 3 => "the debugger's serial port",
            37 or 38 => "not led out of the module",
            _ when readAtReset.Contains(gpio) => "read at reset",
            >= 34 when need == PinNeed.Output => "an input only",
            _ when need == PinNeed.Adc1 && !Adc1.Contains(gpio) => "not on ADC1",
            _ when need == PinNeed.Adc2 && !Adc2.Contains(gpio) => "not on ADC2",
            _ when need == PinNeed.Wake && !rtc.Contains(gpio) => "no RTC pin: it cannot wake the chip",
            _ => null,
        };
    }
}
