using System;
using System.Collections.Generic;
using EcgChip.Device.Link;
using EcgChip.Device.Seams;
using EcgChip.Device.Tests.Link;

namespace EcgChip.Link.Tests;

/// <summary>The device's side of the link at the other end of a line that loses, doubles and changes bytes, as often as it is told.</summary>
internal sealed class LossyLine : ILinkTransport, ILink, IClock
{
    private readonly Random _random;
    private readonly double _share;
    private readonly Queue<byte> _toDevice = new();
    private readonly Queue<byte> _fromDevice = new();
    private long _nowUs;

    /// <summary>A line.</summary>
    /// <param name="seed">Which bytes it spoils.</param>
    /// <param name="share">How many of them, 0 to 1.</param>
    public LossyLine(int seed = 0, double share = 0)
    {
        _random = new Random(seed);
        _share = share;
        Server = new LinkServer(this, this, Settings);
    }

    public LinkServer Server { get; }

    public HeldSettings Settings { get; } = new();

    /// <summary>What the device is doing: it refuses everything while it records.</summary>
    public bool Records { get; set; }

    /// <summary>False while the device does not answer.</summary>
    public bool IsOn { get; set; } = true;

    public string Name => "the line";

    /// <summary>Called before the device works.</summary>
    public Action? BeforeWork { get; set; }

    public int Read(byte[] buffer, TimeSpan wait)
    {
        BeforeWork?.Invoke();
        while (IsOn && Server.Step(Records))
        {
        }

        int count = 0;
        while (count < buffer.Length && _fromDevice.TryDequeue(out byte next))
        {
            buffer[count++] = next;
        }

        return count;
    }

    void ILinkTransport.Write(byte[] buffer, int count) => Carry(buffer.AsSpan(0, count), _toDevice);

    int ILink.Read(byte[] buffer, int offset, int count)
    {
        int given = 0;
        while (given < count && _toDevice.TryDequeue(out byte next))
        {
            buffer[offset + given++] = next;
        }

        return given;
    }

    void ILink.Write(byte[] buffer, int offset, int count) => Carry(buffer.AsSpan(offset, count), _fromDevice);

    public long NowUs() => ++_nowUs;

    public long WaitUntil(long dueUs) => _nowUs = Math.Max(_nowUs, dueUs);

    public void Dispose()
    {
    }

    private void Carry(ReadOnlySpan<byte> bytes, Queue<byte> to)
    {
        foreach (byte each in bytes)
        {
            bool spoilt = _random.NextDouble() < _share;
            int how = spoilt ? _random.Next(3) : -1;
            if (how == 0)
            {
                continue;
            }

            to.Enqueue(how == 1 ? (byte)(each ^ (1 << _random.Next(8))) : each);
            if (how == 2)
            {
                to.Enqueue(each);
            }
        }
    }
}
