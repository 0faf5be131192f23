using System;
using System.Collections.Generic;
using System.Device.Gpio;

namespace EcgChip.NanoHost.Tests;

/// <summary>A board that notes what reaches it and answers what the test put there.</summary>
internal sealed class TestBoard : IHostBoard
{
    public long ClockUs { get; set; }

    public Dictionary<int, bool> Levels { get; } = [];

    public Dictionary<int, PinMode> Modes { get; } = [];

    public List<(int Bus, int ChipSelect, int Clock, byte[] Bytes)> Transfers { get; } = [];

    public byte[] SpiAnswer { get; set; } = [];

    public Func<int, int> Adc { get; set; } = _ => 0;

    public TestFiles Store { get; } = new();

    public IHostFileSystem Files => Store;

    public long ReadClockUs() => ClockUs;

    public void Sleep(long microseconds) => ClockUs += microseconds;

    public int ReadAdc(int channel) => Adc(channel);

    public bool ReadPin(int pin) => Levels.GetValueOrDefault(pin);

    public void WritePin(int pin, bool high) => Levels[pin] = high;

    public void SetPinMode(int pin, PinMode mode) => Modes[pin] = mode;

    public void TransferSpi(int bus, int chipSelect, int clockFrequency, ReadOnlySpan<byte> write, Span<byte> read)
    {
        Transfers.Add((bus, chipSelect, clockFrequency, write.ToArray()));
        SpiAnswer.AsSpan(0, Math.Min(read.Length, SpiAnswer.Length)).CopyTo(read);
    }
}
