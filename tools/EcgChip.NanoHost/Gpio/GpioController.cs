using EcgChip.NanoHost;

namespace System.Device.Gpio;

/// <summary>Opens the chip's pins. Pins belong to the chip, not to the controller: a pin that one controller opened is taken for all.</summary>
public sealed class GpioController : IDisposable
{
    private readonly ChipState chip = HostBoard.State;
    private bool disposed;

    /// <summary>A controller of the attached board's pins.</summary>
    public GpioController()
    {
    }

    /// <summary>Number of GPIO numbers that the ESP32 counts, those that are not led out included.</summary>
    public int PinCount => Esp32Pins.Count;

    /// <summary>Takes a pin; it is a floating input until a mode is set.</summary>
    /// <exception cref="InvalidOperationException">The pin is open already, or cannot be had.</exception>
    public GpioPin OpenPin(int pinNumber)
    {
        if (!Esp32Pins.Exists(pinNumber) || chip.Pins.ContainsKey(pinNumber))
        {
            throw new InvalidOperationException($"GPIO {pinNumber} is open already, does not exist, or serves the flash (6 to 11).");
        }

        GpioPin pin = new(chip, pinNumber);
        chip.Pins.Add(pinNumber, pin);
        return pin;
    }

    /// <summary>Takes a pin and sets its mode; an output starts low.</summary>
    /// <exception cref="InvalidOperationException">The pin is open already, or cannot be had.</exception>
    /// <exception cref="ArgumentException">The pin cannot do that mode.</exception>
    public GpioPin OpenPin(int pinNumber, PinMode mode)
    {
        GpioPin pin = OpenPin(pinNumber);
        try
        {
            pin.SetPinMode(mode);
        }
        catch
        {
            pin.Dispose();
            throw;
        }

        return pin;
    }

    /// <summary>Gives a pin back.</summary>
    /// <exception cref="InvalidOperationException">The pin is not open.</exception>
    public void ClosePin(int pinNumber) => Opened(pinNumber).Dispose();

    /// <summary>True when the pin is taken.</summary>
    public bool IsPinOpen(int pinNumber) => chip.Pins.ContainsKey(pinNumber);

    /// <summary>True when the pin can be used in this mode.</summary>
    public bool IsPinModeSupported(int pinNumber, PinMode mode) => Esp32Pins.Supports(pinNumber, mode);

    /// <summary>Level of an open pin.</summary>
    /// <exception cref="InvalidOperationException">The pin is not open.</exception>
    public PinValue Read(int pinNumber) => Opened(pinNumber).Read();

    /// <summary>Drives an open output.</summary>
    /// <exception cref="InvalidOperationException">The pin is not open.</exception>
    /// <exception cref="ArgumentException">The pin is an input.</exception>
    public void Write(int pinNumber, PinValue value) => Opened(pinNumber).Write(value);

    /// <summary>Gives back every open pin.</summary>
    public void Dispose()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        foreach (GpioPin pin in new System.Collections.Generic.List<GpioPin>(chip.Pins.Values))
        {
            pin.Dispose();
        }
    }

    private GpioPin Opened(int pinNumber) => chip.Pins.TryGetValue(pinNumber, out GpioPin? pin)
        ? pin
        : throw new InvalidOperationException($"GPIO {pinNumber} is not open.");
}
