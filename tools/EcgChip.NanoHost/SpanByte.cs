namespace System;

/// <summary>A piece of a byte array: the chip's stand-in for Span&lt;byte&gt;.</summary>
public readonly struct SpanByte
{
    private readonly byte[]? array;
    private readonly int start;

    /// <summary>The whole of an array; null gives an empty one.</summary>
    public SpanByte(byte[] array)
    {
        this.array = array;
        start = 0;
        Length = array?.Length ?? 0;
    }

    /// <summary>A part of an array.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is not inside the array.</exception>
    public SpanByte(byte[] array, int start, int length)
    {
        int size = array?.Length ?? 0;
        if (start < 0 || length < 0 || start > size - length)
        {
            throw new ArgumentOutOfRangeException(nameof(length), $"{start}, {length} is not inside an array of {size} bytes.");
        }

        this.array = array;
        this.start = start;
        Length = length;
    }

    /// <summary>No bytes.</summary>
    public static SpanByte Empty => default;

    /// <summary>Number of bytes.</summary>
    public int Length { get; }

    /// <summary>True when there are none.</summary>
    public bool IsEmpty => Length == 0;

    /// <summary>The bytes, for the host.</summary>
    internal Span<byte> Content => new(array, start, Length);

    /// <summary>One byte.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the piece.</exception>
    public byte this[int index]
    {
        get => array![Inside(index)];
        set => array![Inside(index)] = value;
    }

    /// <summary>The whole of an array.</summary>
    public static implicit operator SpanByte(byte[] array) => new(array);

    /// <summary>Copies the bytes to the start of another piece.</summary>
    /// <exception cref="ArgumentException">The other is shorter.</exception>
    public void CopyTo(SpanByte destination) => Content.CopyTo(destination.Content);

    /// <summary>From an offset to the end.</summary>
    public SpanByte Slice(int start) => Slice(start, Length - start);

    /// <summary>A part of this piece.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not inside this piece.</exception>
    public SpanByte Slice(int start, int length)
    {
        if (start < 0 || length < 0 || start > Length - length)
        {
            throw new ArgumentOutOfRangeException(nameof(length), $"{start}, {length} is not inside a piece of {Length} bytes.");
        }

        return new SpanByte(array!, this.start + start, length);
    }

    /// <summary>A new array with the bytes.</summary>
    public byte[] ToArray() => Content.ToArray();

    private int Inside(int index) => (uint)index < (uint)Length
        ? start + index
        : throw new ArgumentOutOfRangeException(nameof(index), $"{index} is not inside a piece of {Length} bytes.");
}
