using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using EcgChip.Inference;
using EcgChip.Records;

namespace EcgChip.WeightsGen.Golden;

/// <summary>What a network makes of an input.</summary>
/// <param name="Checksums">CRC-32 of what each layer puts out, a byte a value; of the last layer's logits, four bytes each, the lowest first.</param>
/// <param name="Logits">The logits, in 1/256.</param>
public sealed record GoldenResult(IReadOnlyList<uint> Checksums, IReadOnlyList<int> Logits)
{
    /// <summary>The class that is found.</summary>
    public int BestClass => Softmax.Best([.. Logits]);

    /// <summary>Its softmax, 0 to 255.</summary>
    public int Confidence => Softmax.Confidence([.. Logits], BestClass);

    /// <summary>The result of a run's layers.</summary>
    public static GoldenResult Of(IEnumerable<sbyte[]> activations, int[] logits) =>
        new([.. activations.Select(ChecksumOf), ChecksumOf(logits)], [.. logits]);

    /// <summary>Checksum of a layer's activations.</summary>
    public static uint ChecksumOf(sbyte[] activations)
    {
        byte[] bytes = MemoryMarshal.AsBytes<sbyte>(activations).ToArray();
        return Crc32.Compute(bytes, 0, bytes.Length);
    }

    /// <summary>Checksum of the last layer's logits.</summary>
    public static uint ChecksumOf(int[] logits)
    {
        ArgumentNullException.ThrowIfNull(logits);
        byte[] bytes = new byte[logits.Length * sizeof(int)];
        for (int i = 0; i < logits.Length; i++)
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * sizeof(int)), logits[i]);
        return Crc32.Compute(bytes, 0, bytes.Length);
    }
}
