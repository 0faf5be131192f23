using EcgChip.NanoHost;

namespace System.Device.Gpio;

/// <summary>One pin of the chip, held until it is disposed.</summary>
public sealed class GpioPin : IDisposable
{
    private readonly ChipState chip;
    private PinMode mode = PinMode.Input;
    private bool disposed;

    // The chip's driver remembers what it wrote, for an output's level cannot be read back (nf-interpreter, cpu_gpio.cpp of the ESP32).
    private bool driven;

    internal GpioPin(ChipState chip, int pinNumber)
    {
        this.chip = chip;
        PinNumber = pinNumber;
    }

    /// <summary>GPIO number.</summary>
    public int PinNumber { get; }

    /// <summary>The mode that was set last.</summary>
    /// <exception cref="ObjectDisposedException">The pin was given back.</exception>
    public PinMode GetPinMode()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return mode;
    }

    /// <summary>True when the pin can be used in this mode.</summary>
    public bool IsPinModeSupported(PinMode pinMode) => Esp32Pins.Supports(PinNumber, pinMode);

    /// <summary>Sets the mode. A pin that becomes an output starts low, as nanoFramework starts it.</summary>
    /// <exception cref="ArgumentException">The pin cannot do that mode.</exception>
    /// <exception cref="ObjectDisposedException">The pin was given back.</exception>
    public void SetPinMode(PinMode value)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (!Esp32Pins.Supports(PinNumber, value))
        {
            throw new ArgumentException($"GPIO {PinNumber} cannot be {value}: 34 to 39 are inputs without pull resistors.", nameof(value));
        }

        mode = value;
        chip.Board.SetPinMode(PinNumber, value);
        if (value >= PinMode.Output)
        {
            Drive(high: false);
        }
    }

    /// <summary>Level that the pin is at.</summary>
    /// <exception cref="ObjectDisposedException">The pin was given back.</exception>
    public PinValue Read()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        return chip.Board.ReadPin(PinNumber);
    }

    /// <summary>Drives the pin.</summary>
    /// <exception cref="ArgumentException">The pin is an input.</exception>
    /// <exception cref="ObjectDisposedException">The pin was given back.</exception>
    public void Write(PinValue value)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (mode < PinMode.Output)
        {
            throw new ArgumentException($"GPIO {PinNumber} is an input: it cannot be written.", nameof(value));
        }

        Drive((bool)value);
    }

    /// <summary>Turns an output over; does nothing to an input.</summary>
    /// <exception cref="ObjectDisposedException">The pin was given back.</exception>
    public void Toggle()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (mode >= PinMode.Output)
        {
            Drive(!driven);
        }
    }

    /// <summary>Gives the pin back; it floats from now on.</summary>
    public void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            chip.Pins.Remove(PinNumber);
            chip.Board.SetPinMode(PinNumber, PinMode.Input);
        }
    }

    private void Drive(bool high)
    {
        driven = high;
        chip.Board.WritePin(PinNumber, high);
    }
}
