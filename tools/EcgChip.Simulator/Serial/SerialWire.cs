using System;
using System.Collections.Generic;
using EcgChip.NanoHost;
using EcgChip.Simulator.Board;

namespace EcgChip.Simulator.Serial;

/// <summary>
/// The wire at the board's second serial port, and who sits at its other end. The two ends may be on two threads. What comes in beyond what the port can
/// hold is lost, as the chip loses it; what goes out takes the board's time.
/// </summary>
public sealed class SerialWire : IHostSerialLine
{
    private const int BitsOfByte = 10;
    private const long MicrosecondsPerSecond = 1_000_000;
    private const int UsualCapacity = 256;

    private readonly VirtualClock clock;
    private readonly Queue<byte> incoming = new();
    private readonly Queue<byte> outgoing = new();
    private int capacity = UsualCapacity;

    /// <summary>A wire on a board's time.</summary>
    public SerialWire(VirtualClock clock) => this.clock = clock;

    /// <summary>Told when bytes have been sent, on the board's thread; null when nobody listens.</summary>
    public Action? Sent { get; set; }

    /// <inheritdoc/>
    public int Available
    {
        get
        {
            lock (incoming)
            {
                return incoming.Count;
            }
        }
    }

    /// <summary>Bytes that can still come in without being lost.</summary>
    public int Room
    {
        get
        {
            lock (incoming)
            {
                return capacity - incoming.Count;
            }
        }
    }

    /// <summary>Bytes that came in and found no room.</summary>
    public int Lost { get; private set; }

    /// <summary>The other end sends bytes.</summary>
    public void Send(ReadOnlySpan<byte> bytes)
    {
        lock (incoming)
        {
            foreach (byte each in bytes)
            {
                if (incoming.Count < capacity)
                {
                    incoming.Enqueue(each);
                }
                else
                {
                    Lost++;
                }
            }
        }
    }

    /// <summary>The other end takes all that was sent.</summary>
    public byte[] Receive()
    {
        lock (outgoing)
        {
            byte[] all = [.. outgoing];
            outgoing.Clear();
            return all;
        }
    }

    /// <inheritdoc/>
    public void SetCapacity(int bytes) => capacity = bytes;

    /// <inheritdoc/>
    public int Read(Span<byte> buffer)
    {
        lock (incoming)
        {
            int count = Math.Min(buffer.Length, incoming.Count);
            for (int i = 0; i < count; i++)
            {
                buffer[i] = incoming.Dequeue();
            }

            return count;
        }
    }

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes, int baudRate)
    {
        clock.Advance(bytes.Length * BitsOfByte * MicrosecondsPerSecond / baudRate);
        lock (outgoing)
        {
            foreach (byte each in bytes)
            {
                outgoing.Enqueue(each);
            }
        }

        Sent?.Invoke();
    }
}
