namespace System.Device.Spi;

/// <summary>How a device hangs on its bus. Mode 0, most significant bit first, chip select active low: nanoFramework's defaults.</summary>
public sealed class SpiConnectionSettings
{
    private const int DefaultClockFrequency = 500_000;

    /// <summary>A device on a bus (1 or 2) with its chip select pin.</summary>
    public SpiConnectionSettings(int busId, int chipSelectLine = -1)
    {
        BusId = busId;
        ChipSelectLine = chipSelectLine;
    }

    internal SpiConnectionSettings(SpiConnectionSettings other)
    {
        BusId = other.BusId;
        ChipSelectLine = other.ChipSelectLine;
        ClockFrequency = other.ClockFrequency;
        Configuration = other.Configuration;
    }

    /// <summary>1 is the ESP32's HSPI, 2 its VSPI.</summary>
    public int BusId { get; set; }

    /// <summary>GPIO of the chip select line.</summary>
    public int ChipSelectLine { get; set; }

    /// <summary>Hertz.</summary>
    public int ClockFrequency { get; set; } = DefaultClockFrequency;

    /// <summary>Which data lines are used.</summary>
    public SpiBusConfiguration Configuration { get; set; } = SpiBusConfiguration.FullDuplex;
}
