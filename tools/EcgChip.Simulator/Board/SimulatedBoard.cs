using System;
using System.Collections.Generic;
using System.Device.Gpio;
using EcgChip.NanoHost;
using EcgChip.Simulator.Display;
using EcgChip.Simulator.Flash;
using EcgChip.Simulator.FrontEnd;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Serial;
using Pins = EcgChip.Device.Board;

namespace EcgChip.Simulator.Board;

/// <summary>
/// The board in software: chip pins, ADC, AD8232, display, flash, buttons, all on one virtual clock. The firmware reaches it through
/// nanoFramework's device libraries alone and never sees more than the chip would.
/// </summary>
public sealed class SimulatedBoard : IHostBoard
{
    // A GPIO or SPI call through nanoFramework, before what it does on the wire; estimates.
    private const int PinAccessUs = 4;
    private const int SpiCallUs = 20;
    private const int BitsPerByte = 8;
    private const int SecondPort = 2;
    private const double UsualBatteryVolts = 3.9;
    private const double SupplyVolts = 3.3;
    private const long MicrosecondsPerSecond = 1_000_000;

    private readonly AnalogFrontEnd frontEnd;
    private readonly Esp32Adc adc;
    private readonly IHostFileSystem files;

    // Another row of random errors: how often the battery is looked at changes nothing of the ECG.
    private readonly Esp32Adc batteryAdc;
    private readonly Dictionary<int, bool> pinLevels = [];
    private readonly Dictionary<int, PinMode> pinModes = [];
    private long timeOfDaySeconds;
    private long timeOfDayUs;

    /// <summary>A board that was just switched on, with electrodes on a patient.</summary>
    /// <param name="patient">Who the electrodes are on.</param>
    /// <param name="settings">The analogue front end.</param>
    /// <param name="flash">Its flash; a new one when null.</param>
    /// <param name="clock">Its clock; when null, the chip's where the firmware runs on it, else one that computing does not move.</param>
    public SimulatedBoard(IPatient patient, AnalogSettings? settings = null, SimulatedFlash? flash = null, VirtualClock? clock = null)
    {
        Clock = clock ?? (InstructionMeter.Mips > 0 ? new ChipTime(InstructionMeter.Mips) : new VirtualClock());
        AnalogSettings analog = settings ?? new AnalogSettings();
        Electrodes = new Electrodes();
        frontEnd = new AnalogFrontEnd(patient, analog, Electrodes);
        adc = new Esp32Adc();
        batteryAdc = new Esp32Adc();
        Analog = analog;
        Flash = flash ?? new SimulatedFlash();
        files = Clock.ChargesCalls ? new TimedFlash(Flash, Clock) : Flash;
        Panel = new Ili9341Panel(() => Clock.NowUs) { IsLit = false };
        Serial = new SerialWire(Clock);
    }

    /// <summary>The board's time.</summary>
    public VirtualClock Clock { get; }

    /// <summary>The analogue front end's settings.</summary>
    public AnalogSettings Analog { get; }

    /// <summary>Which electrodes are on.</summary>
    public Electrodes Electrodes { get; }

    /// <summary>The display.</summary>
    public Ili9341Panel Panel { get; }

    /// <summary>The flash behind drive I:.</summary>
    public SimulatedFlash Flash { get; }

    /// <summary>The wire at the second serial port.</summary>
    public SerialWire Serial { get; }

    /// <summary>When the patient begins, in microseconds of <see cref="Clock"/>; before that its first value holds.</summary>
    public long PatientStartUs { get; set; }

    /// <summary>True while the start button is held down.</summary>
    public bool StartButtonHeld { get; set; }

    /// <summary>True while the mode button is held down.</summary>
    public bool ModeButtonHeld { get; set; }

    /// <summary>Voltage of the battery.</summary>
    public double BatteryVolts { get; set; } = UsualBatteryVolts;

    /// <summary>True while a USB cable gives power: the front end is then kept switched off by the circuit.</summary>
    public bool UsbPower { get; set; }

    /// <inheritdoc/>
    public int SpiRamBytes { get; set; }

    /// <summary>How bright the backlight is, 0 to 1.</summary>
    public double Backlight { get; private set; }

    /// <summary>True once the chip sleeps; attaching the board anew is what a waking button does.</summary>
    public bool IsAsleep { get; private set; }

    /// <summary>True while the front end has its supply.</summary>
    public bool FrontEndIsOn => !IsShutDown;

    /// <inheritdoc/>
    public IHostFileSystem Files => Faults.Files ?? files;

    /// <summary>What is wrong with it.</summary>
    public BoardFaults Faults { get; } = new();

    private double PatientSeconds => (Clock.NowUs - PatientStartUs) / (double)MicrosecondsPerSecond;

    /// <summary>Told what the firmware does, for measuring; null when nobody measures.</summary>
    public IBoardProbe? Probe { get; set; }

    /// <inheritdoc/>
    public long ReadClockUs()
    {
        long now = Clock.Look();
        Probe?.ClockRead(now);
        return now;
    }

    /// <inheritdoc/>
    public long ReadTimeOfDay() => timeOfDaySeconds + ((Clock.NowUs - timeOfDayUs) / MicrosecondsPerSecond);

    /// <inheritdoc/>
    public void SetTimeOfDay(long unixSeconds)
    {
        timeOfDaySeconds = unixSeconds;
        timeOfDayUs = Clock.NowUs;
    }

    /// <summary>The board has no power for a moment: what does not lie in flash is gone. Attach it anew to start it.</summary>
    public void LosePower() => SetTimeOfDay(0);

    /// <inheritdoc/>
    public void Sleep(long microseconds) => Clock.Advance(microseconds);

    /// <inheritdoc/>
    public int ReadAdc(int channel)
    {
        int code = channel switch
        {
            Pins.EcgChannel => ReadEcg(),
            Pins.LeadOffPositiveChannel => ReadComparator(true),
            Pins.LeadOffNegativeChannel => ReadComparator(false),
            Pins.ReferenceChannel => adc.Convert(Faults.ReferenceVolts ?? Analog.CentreVolts),
            Pins.BatteryChannel => batteryAdc.Convert(BatteryVolts / Pins.BatteryDividerRatio),
            _ => throw new InvalidOperationException($"Nothing is wired to ADC channel {channel}."),
        };
        Clock.Advance(Esp32Adc.ConversionUs);
        return code;
    }

    /// <inheritdoc/>
    public bool ReadPin(int pin)
    {
        Clock.Advance(Clock.ChargesCalls ? 0 : PinAccessUs);
        return pin switch
        {
            Pins.StartButtonPin => !StartButtonHeld,
            Pins.ModeButtonPin => !ModeButtonHeld,
            Pins.UsbSensePin => UsbPower,
            _ => pinLevels.GetValueOrDefault(pin, IsPulledUp(pin)),
        };
    }

    /// <inheritdoc/>
    public void WritePin(int pin, bool high)
    {
        Clock.Advance(Clock.ChargesCalls ? 0 : PinAccessUs);
        pinLevels[pin] = high;
        if (pin == Pins.DisplayResetPin)
        {
            Panel.SetResetPin(high);
        }

        if (pin == Pins.DisplayBacklightPin)
        {
            DrivePulses(pin, high ? 1 : 0);
        }
    }

    /// <inheritdoc/>
    public void DrivePulses(int pin, double duty)
    {
        if (pin == Pins.DisplayBacklightPin)
        {
            Backlight = duty;
            Panel.IsLit = duty > 0;
        }
    }

    /// <inheritdoc/>
    public void StartDeepSleep(IReadOnlyDictionary<int, bool> wakers)
    {
        // The pull-downs at the front end's supply pin and at the backlight's transistor: both are off.
        pinLevels[Pins.FrontEndShutdownPin] = false;
        DrivePulses(Pins.DisplayBacklightPin, 0);
        IsAsleep = true;
        throw new DeepSleepException(new Dictionary<int, bool>(wakers));
    }

    /// <inheritdoc/>
    public void SetPinMode(int pin, PinMode mode)
    {
        IsAsleep = false;
        pinModes[pin] = mode;
    }

    /// <inheritdoc/>
    public void TransferSpi(int bus, int chipSelect, int clockFrequency, ReadOnlySpan<byte> write, Span<byte> read)
    {
        Clock.Advance(SpiCallUs + (write.Length * BitsPerByte * MicrosecondsPerSecond / clockFrequency));
        if (chipSelect == Pins.DisplayChipSelectPin)
        {
            Panel.Receive(pinLevels.GetValueOrDefault(Pins.DisplayDataCommandPin), write, clockFrequency);
        }
    }

    /// <inheritdoc/>
    public IHostSerialLine SerialLine(int port) => port == SecondPort
        ? Serial : throw new InvalidOperationException($"Nothing is wired to COM{port}.");

    private bool IsShutDown => UsbPower || (pinLevels.TryGetValue(Pins.FrontEndShutdownPin, out bool high) && !high);

    private int ReadEcg()
    {
        Probe?.AdcRead(Clock.NowUs);

        // Where the output of a front end stands that is switched off the data sheet does not say; here at a rail, where nobody takes it for an ECG.
        return adc.Convert(IsShutDown ? Analog.HighestVolts : frontEnd.VoltsAt(PatientSeconds) + Faults.OutputErrorVolts);
    }

    // A comparator drives its output to the supply or to ground: both lie where the ADC's curve has ended.
    private int ReadComparator(bool positive)
    {
        bool off = frontEnd.LeadIsOff(positive, PatientSeconds);
        return (int)Esp32Adc.IdealCode(Faults.ComparatorVolts?.Invoke(positive) ?? (off ? SupplyVolts : 0));
    }

    private bool IsPulledUp(int pin) => pinModes.GetValueOrDefault(pin) == PinMode.InputPullUp;
}
