using System;

namespace EcgChip.NanoHost.Storage;

/// <summary>
/// The chip's System.IO.Stream. A type of its own, not the desktop's: that one would offer the firmware two dozen members
/// that the chip lacks.
/// </summary>
public abstract class Stream : MarshalByRefObject, IDisposable
{
    /// <summary>For kinds of streams.</summary>
    protected Stream()
    {
    }

    /// <summary>True when bytes can be read.</summary>
    public abstract bool CanRead { get; }

    /// <summary>True when the position can be set.</summary>
    public abstract bool CanSeek { get; }

    /// <summary>True when bytes can be written.</summary>
    public abstract bool CanWrite { get; }

    /// <summary>Bytes in the stream.</summary>
    public abstract long Length { get; }

    /// <summary>Where the next byte is read or written.</summary>
    public abstract long Position { get; set; }

    /// <summary>Hands on what is buffered.</summary>
    public abstract void Flush();

    /// <summary>Reads up to <paramref name="count"/> bytes; 0 at the end.</summary>
    public abstract int Read(byte[] buffer, int offset, int count);

    /// <summary>Reads up to the buffer's length; 0 at the end.</summary>
    public abstract int Read(SpanByte buffer);

    /// <summary>Sets the position.</summary>
    public abstract long Seek(long offset, System.IO.SeekOrigin origin);

    /// <summary>Cuts or lengthens the stream.</summary>
    public abstract void SetLength(long value);

    /// <summary>Writes bytes.</summary>
    public abstract void Write(byte[] buffer, int offset, int count);

    /// <summary>Closes the stream.</summary>
    public virtual void Close() => Dispose();

    /// <summary>Closes the stream.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the stream.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
