namespace EcgChip.NanoHost;

/// <summary>What is wired to a serial port of the chip: bytes that have come in, and bytes that go out.</summary>
public interface IHostSerialLine
{
    /// <summary>Bytes that have come in and were not read.</summary>
    int Available { get; }

    /// <summary>Sets how many bytes can wait; more than these are lost, and nobody is told.</summary>
    void SetCapacity(int bytes);

    /// <summary>Reads bytes that have come in.</summary>
    /// <returns>How many there were, at most as many as asked for.</returns>
    int Read(System.Span<byte> buffer);

    /// <summary>Sends bytes, which takes as long as the wire does.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="baudRate">Bits a second; a byte has ten.</param>
    void Write(System.ReadOnlySpan<byte> bytes, int baudRate);
}
