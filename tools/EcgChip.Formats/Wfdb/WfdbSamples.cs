using System;

namespace EcgChip.Formats.Wfdb;

/// <summary>Between stored bytes and samples, for one .dat file whose signals are interleaved (signal(5) of the WFDB Applications Guide).</summary>
internal static class WfdbSamples
{
    private const int OffsetBinaryZero = 128;

    // Format 212 keeps two 12 bit samples in three bytes; a last sample without a partner takes two.
    private const int PairBytes = 3;
    private const int SignShift = 20;

    /// <summary>The value that marks a missing sample: the most negative that the format holds.</summary>
    public static int Missing(WfdbFormat format) => format switch
    {
        WfdbFormat.Format80 => -128,
        WfdbFormat.Format212 => -2048,
        _ => short.MinValue,
    };

    /// <summary>Bytes that <paramref name="values"/> samples take.</summary>
    public static long Bytes(WfdbFormat format, long values) => format switch
    {
        WfdbFormat.Format80 => values,
        WfdbFormat.Format212 => (values * PairBytes + 1) / 2,
        _ => values * sizeof(short),
    };

    /// <summary>Whole samples that <paramref name="bytes"/> bytes hold: the inverse of <see cref="Bytes"/>.</summary>
    public static long Values(WfdbFormat format, long bytes) => format switch
    {
        WfdbFormat.Format80 => bytes,
        WfdbFormat.Format212 => bytes * 2 / PairBytes,
        _ => bytes / sizeof(short),
    };

    /// <summary>The samples of the <paramref name="channel"/>th of <paramref name="channels"/> interleaved signals.</summary>
    /// <param name="stored">The file from its first sample on, long enough for <paramref name="samples"/> frames.</param>
    public static int[] Decode(WfdbFormat format, ReadOnlySpan<byte> stored, int channel, int channels, int samples)
    {
        int[] values = new int[samples];
        for (int i = 0; i < samples; i++)
        {
            // long: a file may hold more values than an int counts in bytes
            values[i] = Value(format, stored, (long)i * channels + channel);
        }

        return values;
    }

    private static int Value(WfdbFormat format, ReadOnlySpan<byte> stored, long index)
    {
        switch (format)
        {
            case WfdbFormat.Format80:
                return stored[(int)index] - OffsetBinaryZero;
            case WfdbFormat.Format212:
                int pair = (int)(index / 2 * PairBytes);
                int bits = (index & 1) == 0
                    ? stored[pair] | (stored[pair + 1] & 0x0F) << 8
                    : stored[pair + 2] | (stored[pair + 1] & 0xF0) << 4;
                return bits << SignShift >> SignShift;
            case WfdbFormat.Format61:
                int high = (int)(index * sizeof(short));
                return (short)(stored[high] << 8 | stored[high + 1]);
            default:
                int low = (int)(index * sizeof(short));
                return (short)(stored[low] | stored[low + 1] << 8);
        }
    }
}
