using System;
using EcgChip.NanoHost;

namespace nanoFramework.Hardware.Esp32;

/// <summary>Which pin serves which of the chip's peripherals.</summary>
public class Configuration
{
    internal Configuration()
    {
    }

    /// <summary>Gives a pin to a peripheral; must be done before the peripheral is opened.</summary>
    /// <exception cref="ArgumentException">No such pin, or an input-only pin for a signal that is driven.</exception>
    public static void SetPinFunction(int pin, DeviceFunction value)
    {
        bool receives = value is DeviceFunction.SPI1_MISO or DeviceFunction.SPI2_MISO or DeviceFunction.COM2_RX;
        System.Device.Gpio.PinMode need = receives ? System.Device.Gpio.PinMode.Input : System.Device.Gpio.PinMode.Output;
        if (!Esp32Pins.Supports(pin, need))
        {
            throw new ArgumentException($"GPIO {pin} cannot be {value}.", nameof(pin));
        }

        HostBoard.State.FunctionPins[value] = pin;
    }

    /// <summary>The pin that serves a peripheral, or -1.</summary>
    public static int GetFunctionPin(DeviceFunction function) =>
        HostBoard.State.FunctionPins.TryGetValue(function, out int pin) ? pin : -1;
}
