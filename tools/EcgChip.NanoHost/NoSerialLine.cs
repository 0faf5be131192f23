using System;

namespace EcgChip.NanoHost;

/// <summary>A serial port that nothing is wired to: nothing comes in, and what is sent goes nowhere.</summary>
internal sealed class NoSerialLine : IHostSerialLine
{
    /// <summary>The one there is.</summary>
    public static readonly NoSerialLine Instance = new();

    /// <inheritdoc/>
    public int Available => 0;

    /// <inheritdoc/>
    public void SetCapacity(int bytes)
    {
    }

    /// <inheritdoc/>
    public int Read(Span<byte> buffer) => 0;

    /// <inheritdoc/>
    public void Write(ReadOnlySpan<byte> bytes, int baudRate)
    {
    }
}
