namespace EcgChip.NanoHost;

/// <summary>
/// What the device libraries of this assembly talk to: the chip's pins, converters, buses, clock and flash. The simulator
/// implements it. Every call may let virtual time pass, as it would on the chip.
/// </summary>
public interface IHostBoard
{
    /// <summary>The monotonic clock in microseconds, as HighResTimer reads it. Looking at it takes time.</summary>
    long ReadClockUs();

    /// <summary>Lets <paramref name="microseconds"/> pass, as a sleeping thread does.</summary>
    void Sleep(long microseconds);

    /// <summary>One conversion of an ADC channel.</summary>
    /// <param name="channel">Channel number as nanoFramework counts them on the ESP32 (0 to 7 are ADC1).</param>
    /// <returns>0 to 4095.</returns>
    int ReadAdc(int channel);

    /// <summary>Level that a pin is at, driven from outside or by the chip.</summary>
    bool ReadPin(int pin);

    /// <summary>Drives an output pin.</summary>
    void WritePin(int pin, bool high);

    /// <summary>Tells the board a pin's mode, once it is opened or changed.</summary>
    void SetPinMode(int pin, System.Device.Gpio.PinMode mode);

    /// <summary>A transfer on an SPI bus. <paramref name="read"/> is filled when it is not empty, else what comes back is dropped.</summary>
    void TransferSpi(int bus, int chipSelect, int clockFrequency, System.ReadOnlySpan<byte> write, System.Span<byte> read);

    /// <summary>The file system that drive I: stands for.</summary>
    IHostFileSystem Files { get; }

    /// <summary>What is wired to a serial port, COM2 being number 2; nothing where a board does not say otherwise.</summary>
    IHostSerialLine SerialLine(int port) => NoSerialLine.Instance;
}
