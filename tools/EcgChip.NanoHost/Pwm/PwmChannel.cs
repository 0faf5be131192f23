using EcgChip.NanoHost;
using nanoFramework.Hardware.Esp32;

namespace System.Device.Pwm;

/// <summary>Pulses on a pin that was given to the PWM unit.</summary>
public sealed class PwmChannel : IDisposable
{
    private readonly ChipState chip = HostBoard.State;
    private readonly int pin;
    private double duty;
    private bool runs;

    private PwmChannel(int pin, int frequency, double dutyCyclePercentage)
    {
        this.pin = pin;
        Frequency = frequency;
        duty = dutyCyclePercentage;
    }

    /// <summary>Pulses a second.</summary>
    public int Frequency { get; set; }

    /// <summary>Share of the time in which the pin is high, 0 to 1.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public double DutyCycle
    {
        get => duty;
        set
        {
            duty = value is >= 0 and <= 1 ? value : throw new ArgumentException("A duty cycle is 0 to 1.", nameof(value));
            Drive();
        }
    }

    /// <summary>A channel on a pin.</summary>
    /// <exception cref="ArgumentException">The pin was not given to the PWM unit, or the duty cycle is not 0 to 1.</exception>
    public static PwmChannel CreateFromPin(int pin, int frequency = 400, double dutyCyclePercentage = 0.5)
    {
        if (nanoFramework.Hardware.Esp32.Configuration.GetFunctionPin(DeviceFunction.PWM1) != pin || dutyCyclePercentage is < 0 or > 1)
        {
            throw new ArgumentException($"GPIO {pin} was not given to the PWM unit, or the duty cycle is not 0 to 1.", nameof(pin));
        }

        return new PwmChannel(pin, frequency, dutyCyclePercentage);
    }

    /// <summary>Starts the pulses.</summary>
    public void Start()
    {
        runs = true;
        Drive();
    }

    /// <summary>Stops them: the pin is low.</summary>
    public void Stop()
    {
        runs = false;
        Drive();
    }

    /// <summary>Stops them for good.</summary>
    public void Dispose() => Stop();

    private void Drive() => chip.Board.DrivePulses(pin, runs ? duty : 0);
}
