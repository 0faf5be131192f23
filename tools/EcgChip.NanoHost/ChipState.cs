using System.Collections.Generic;
using System.Device.Gpio;
using nanoFramework.Hardware.Esp32;

namespace EcgChip.NanoHost;

/// <summary>What the chip itself remembers between a reset and the next: who holds which pin, and which pin serves which bus.</summary>
internal sealed class ChipState(IHostBoard board)
{
    /// <summary>The board around the chip.</summary>
    public IHostBoard Board { get; } = board;

    /// <summary>Open pins by number.</summary>
    public Dictionary<int, GpioPin> Pins { get; } = [];

    /// <summary>Pins by the function that they were given; SPI1 has its pins from the start, as on nanoFramework's ESP32.</summary>
    public Dictionary<DeviceFunction, int> FunctionPins { get; } = new()
    {
        [DeviceFunction.SPI1_MOSI] = 23,
        [DeviceFunction.SPI1_MISO] = 25,
        [DeviceFunction.SPI1_CLOCK] = 19,
    };

    /// <summary>Devices on the SPI buses: bus and chip select.</summary>
    public HashSet<(int Bus, int ChipSelect)> SpiDevices { get; } = [];

    /// <summary>Serial ports that are taken, by number.</summary>
    public HashSet<int> SerialPorts { get; } = [];
}
