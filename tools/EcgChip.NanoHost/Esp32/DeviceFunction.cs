namespace nanoFramework.Hardware.Esp32;

/// <summary>The signals that can be led to a pin, as far as the simulated board has their peripherals.</summary>
public enum DeviceFunction
{
    /// <summary>HSPI, from the chip to the device.</summary>
    SPI1_MOSI = 65792,

    /// <summary>HSPI, from the device to the chip.</summary>
    SPI1_MISO = 65793,

    /// <summary>HSPI's clock.</summary>
    SPI1_CLOCK = 65794,

    /// <summary>VSPI, from the chip to the device.</summary>
    SPI2_MOSI = 66048,

    /// <summary>VSPI, from the device to the chip.</summary>
    SPI2_MISO = 66049,

    /// <summary>VSPI's clock.</summary>
    SPI2_CLOCK = 66050,

    /// <summary>The second serial port, from the chip.</summary>
    COM2_TX = 197120,

    /// <summary>The second serial port, to the chip.</summary>
    COM2_RX = 197121,
}
