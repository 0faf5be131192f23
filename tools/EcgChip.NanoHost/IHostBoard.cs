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

    /// <summary>Drives an output pin with pulses.</summary>
    /// <param name="pin">The pin.</param>
    /// <param name="duty">Share of the time in which it is high, 0 to 1; 0 when the pulses are stopped.</param>
    void DrivePulses(int pin, double duty)
    {
    }

    /// <summary>The chip goes to sleep with all pins let go, until one of these is at its level; then it starts as after a reset.</summary>
    /// <param name="wakers">The level that wakes the chip, by pin.</param>
    void StartDeepSleep(System.Collections.Generic.IReadOnlyDictionary<int, bool> wakers) =>
        throw new System.NotSupportedException("This board has no deep sleep.");

    /// <summary>What the chip's clock for the time of day shows, in seconds since 1970-01-01 UTC. It begins with 0 when the board gets power, and goes on in deep sleep.</summary>
    long ReadTimeOfDay() => 0;

    /// <summary>Sets that clock.</summary>
    /// <param name="unixSeconds">Seconds since 1970-01-01 UTC.</param>
    void SetTimeOfDay(long unixSeconds)
    {
    }

    /// <summary>Bytes of PSRAM on the module; 0 without.</summary>
    int SpiRamBytes => 0;
}
