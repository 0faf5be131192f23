using System;
using System.Text;
using CsCheck;

namespace EcgChip.Records.Tests;

public class Crc32Tests
{
    [Fact]
    public void The_standard_check_value_comes_out()
    {
        byte[] digits = Encoding.ASCII.GetBytes("123456789");
        Assert.Equal(0xCBF43926u, Crc32.Compute(digits, 0, digits.Length));
        Assert.Equal(0u, Crc32.Compute([], 0, 0));
    }

    [Fact]
    public void It_equals_the_bit_by_bit_definition_however_the_bytes_are_split()
    {
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Int[0, 300], Gen.Int[0, 20]).Sample((bytes, split, skip) =>
        {
            int from = int.Min(skip, bytes.Length);
            int middle = int.Clamp(split, from, bytes.Length);
            Crc32 crc = new();
            crc.Update([0xAA], 0, 1);
            crc.Reset();
            crc.Update(bytes, from, middle - from);
            crc.Update(bytes, middle, bytes.Length - middle);
            Assert.Equal(BitByBit(bytes.AsSpan(from)), crc.Value);
            Assert.Equal(crc.Value, Crc32.Compute(bytes, from, bytes.Length - from));
        });
    }

    private static uint BitByBit(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in bytes)
        {
            for (int bit = 0; bit < 8; bit++)
            {
                bool one = ((crc ^ (uint)(value >> bit)) & 1) != 0;
                crc = (crc >> 1) ^ (one ? 0xEDB88320u : 0u);
            }
        }

        return ~crc;
    }
}
