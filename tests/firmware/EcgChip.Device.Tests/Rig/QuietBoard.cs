using System;
using System.Device.Gpio;
using EcgChip.NanoHost;
using EcgChip.Simulator.Flash;

namespace EcgChip.Device.Tests.Rig;

/// <summary>A board on which nothing answers but the flash: for tests that hand the firmware its samples and its time themselves.</summary>
internal sealed class QuietBoard : IHostBoard, IDisposable
{
    private readonly IDisposable attachment;
    private long clockUs;

    public QuietBoard() => attachment = HostBoard.Attach(this);

    /// <summary>Called with every transfer to the display.</summary>
    public Action? Transferred { get; set; }

    public IHostFileSystem Files { get; } = new SimulatedFlash();

    public long ReadClockUs() => ++clockUs;

    public void Sleep(long microseconds) => clockUs += microseconds;

    public int ReadAdc(int channel) => 0;

    public bool ReadPin(int pin) => false;

    public void WritePin(int pin, bool high)
    {
    }

    public void SetPinMode(int pin, PinMode mode)
    {
    }

    public void TransferSpi(int bus, int chipSelect, int clockFrequency, ReadOnlySpan<byte> write, Span<byte> read) => Transferred?.Invoke();

    public void Dispose() => attachment.Dispose();
}
