using System.Device.Gpio;

namespace EcgChip.NanoHost;

/// <summary>What the ESP32's pins can do (ESP32 data sheet, "Pin Overview" and "Restrictions for GPIOs and RTC_GPIOs").</summary>
internal static class Esp32Pins
{
    /// <summary>GPIO numbers 0 to 39.</summary>
    public const int Count = 40;

    private const int FirstFlashPin = 6;
    private const int LastFlashPin = 11;
    private const int FirstInputOnlyPin = 34;

    /// <summary>True for a pin that a program may have: it exists and is not wired to the module's flash.</summary>
    public static bool Exists(int pin) =>
        pin is >= 0 and < Count and not (>= FirstFlashPin and <= LastFlashPin) and not (20 or 24 or (>= 28 and <= 31));

    /// <summary>True when the pin can be used in this mode; the ESP32 has no open-source outputs, and 34 to 39 only receive.</summary>
    public static bool Supports(int pin, PinMode mode)
    {
        if (!Exists(pin))
        {
            return false;
        }

        return mode switch
        {
            PinMode.Input => true,
            PinMode.InputPullDown or PinMode.InputPullUp or PinMode.Output or PinMode.OutputOpenDrain or PinMode.OutputOpenDrainPullUp
                => pin < FirstInputOnlyPin,
            _ => false,
        };
    }
}
