using System;
using System.Collections.Generic;
using System.Device.Gpio;
using EcgChip.NanoHost;
using EcgChip.Simulator.Board;

namespace EcgChip.Simulator.Tests.Board;

/// <summary>Stands between the firmware and the simulated board and writes down every conversion of the signal: when it was, and what it gave.</summary>
internal sealed class ListeningBoard(SimulatedBoard board) : IHostBoard
{
    public List<(long TimeUs, int Code)> Conversions { get; } = [];

    public IHostFileSystem Files => board.Files;

    public int ReadAdc(int channel)
    {
        long time = board.Clock.NowUs;
        int code = board.ReadAdc(channel);
        if (channel == Device.Board.EcgChannel)
        {
            Conversions.Add((time, code));
        }

        return code;
    }

    public long ReadClockUs() => board.ReadClockUs();

    public void Sleep(long microseconds) => board.Sleep(microseconds);

    public bool ReadPin(int pin) => board.ReadPin(pin);

    public void WritePin(int pin, bool high) => board.WritePin(pin, high);

    public void SetPinMode(int pin, PinMode mode) => board.SetPinMode(pin, mode);

    public void TransferSpi(int bus, int chipSelect, int clockFrequency, ReadOnlySpan<byte> write, Span<byte> read) =>
        board.TransferSpi(bus, chipSelect, clockFrequency, write, read);
}
