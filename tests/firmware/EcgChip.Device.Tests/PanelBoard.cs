using System;
using System.Collections.Generic;
using System.Device.Gpio;
using EcgChip.Device.Drivers.Ili9341;
using EcgChip.NanoHost;
using EcgChip.Simulator.Display;
using EcgChip.Simulator.Flash;

namespace EcgChip.Device.Tests;

/// <summary>A board with a display and a flash, and pins that a test can set. Time passes when the firmware sleeps.</summary>
internal sealed class PanelBoard : IHostBoard, IDisposable
{
    private readonly Dictionary<int, bool> levels = [];
    private readonly IDisposable attachment;
    private long clockUs;

    public PanelBoard(SimulatedFlash? flash = null)
    {
        Flash = flash ?? new SimulatedFlash();
        Panel = new Ili9341Panel(() => clockUs);
        attachment = HostBoard.Attach(this);
    }

    public Ili9341Panel Panel { get; }

    public SimulatedFlash Flash { get; }

    public Func<int, int> Adc { get; set; } = _ => 0;

    public IHostFileSystem Files => Flash;

    /// <summary>The display as the firmware opens it, awake.</summary>
    public static Ili9341 OpenDisplay()
    {
        Ili9341 display = Board.OpenDisplay(new GpioController());
        display.Initialize();
        return display;
    }

    public long ReadClockUs() => clockUs;

    public void Sleep(long microseconds) => clockUs += microseconds;

    public int ReadAdc(int channel) => Adc(channel);

    public bool ReadPin(int pin) => levels.GetValueOrDefault(pin);

    public void WritePin(int pin, bool high)
    {
        levels[pin] = high;
        if (pin == Board.DisplayResetPin)
        {
            Panel.SetResetPin(high);
        }
    }

    public void SetPinMode(int pin, PinMode mode)
    {
    }

    public void TransferSpi(int bus, int chipSelect, int clockFrequency, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (bus != Board.DisplayBus || chipSelect != Board.DisplayChipSelectPin)
        {
            throw new InvalidOperationException($"Nothing hangs on bus {bus} at chip select {chipSelect}.");
        }

        Panel.Receive(levels[Board.DisplayDataCommandPin], write, clockFrequency);
    }

    public void Dispose() => attachment.Dispose();
}
