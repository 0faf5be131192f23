using System;
using System.Globalization;
using System.Linq;
using CsCheck;

namespace EcgChip.Records.Tests;

public class SamplePackingTests
{
    private const int FiveMinutes = 5 * 60 * 125;

    private static readonly short[] Extremes = [short.MinValue, short.MaxValue, 0, -1];

    /// <summary>Any 16-bit values, values near one another, and the extremes side by side.</summary>
    private static readonly Gen<short[]> Signals = Gen.OneOf(
        Gen.Short.Array[0, 400],
        Gen.Short[-40, 40].Array[0, 400],
        Gen.Int[0, 3].Select(i => Extremes[i]).Array[0, 400],
        Gen.Select(
            Gen.Short[-3, 3].Array[0, 200], Gen.Short.Array[0, 50], Gen.Short[-3, 3].Array[0, 200],
            (calm, wild, calmAgain) => (short[])[.. calm, .. wild, .. calmAgain]));

    [Fact]
    public void Any_16_bit_samples_come_back_as_they_were()
    {
        Signals.Sample(signal =>
        {
            SamplePacker packer = Pack(signal, new byte[3 * signal.Length]);
            Assert.Equal(signal.Length, packer.SampleCount);
            Assert.Equal(signal, Unpack(packer.Bytes, 0, packer.ByteCount, signal.Length));
        });
    }

    [Fact]
    public void Samples_are_read_in_pieces_of_any_size()
    {
        Gen.Select(Signals, Gen.Int[1, 70]).Sample((signal, piece) =>
        {
            SamplePacker packer = Pack(signal, new byte[3 * signal.Length]);
            SampleUnpacker unpacker = new();
            unpacker.Begin(packer.Bytes, 0, packer.ByteCount);
            short[] read = new short[signal.Length];
            for (int at = 0; at < read.Length; at += piece)
            {
                int wanted = int.Min(piece, read.Length - at);
                Assert.Equal(wanted, unpacker.Read(read, at, wanted));
            }

            Assert.Equal(signal, read);
            Assert.True(unpacker.AtEnd);
        });
    }

    [Fact]
    public void No_sample_takes_more_than_24_bits()
    {
        short[] worst = [.. Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? short.MinValue : (short)-1)];
        Assert.True(Pack(worst, new byte[3 * worst.Length]).ByteCount <= 3 * worst.Length);
        Signals.Sample(signal => Pack(signal, new byte[3 * signal.Length]).SampleCount == signal.Length);
    }

    [Fact]
    public void A_full_packer_refuses_and_keeps_what_it_has()
    {
        Gen.Select(Signals, Gen.Int[0, 300], Gen.Int[1, 9]).Sample((signal, capacity, block) =>
        {
            SamplePacker packer = new(new byte[capacity]);
            int taken = 0;
            bool fits = true;
            for (int at = 0; at < signal.Length && fits; at += block)
            {
                short[] samples = signal[at..int.Min(at + block, signal.Length)];
                int packed = packer.Append(samples, int.MaxValue, 0, samples.Length);
                taken += packed;
                fits = packed == samples.Length;
            }

            Assert.Equal(taken, packer.SampleCount);
            Assert.InRange(packer.ByteCount, 0, capacity);
            Assert.Equal(signal[..taken], Unpack(packer.Bytes, 0, packer.ByteCount, taken));
            if (taken < signal.Length)
            {
                Assert.True(capacity - packer.ByteCount <= 3);
            }
        });
    }

    [Fact]
    public void The_packed_bits_are_those_that_the_format_describes()
    {
        // 0: f 0, k 4: 0 0000. m = 64 - 16 + 0 = 48 < 64, so k falls to 3.
        // 5: f 10, q 1: 1 0 010. m = 48 - 12 + 10 = 46, between 32 and 64.
        // 4: d -1, f 1, q 0: 0 001. m = 46 - 11 + 1 = 36.
        // 1004: d 1000, f 2000, q 250: eight ones, 0000 0111 1101 0000. m = 36 - 9 + 2000 > 64, so k is 4.
        // 1004: f 0: 0 0000.
        // These 43 bits in a row, and five zeros to fill up:
        SamplePacker packer = Pack([0, 5, 4, 1004, 1004], new byte[20]);
        Assert.Equal([0b00000100, 0b10000111, 0b11111100, 0b00011111, 0b01000000, 0b00000000], packer.Bytes[..packer.ByteCount]);
    }

    [Fact]
    public void A_cleared_packer_begins_anew()
    {
        short[] signal = [1, -300, 4000, 4001];
        SamplePacker packer = Pack([100, 2000, -3000], new byte[30]);
        packer.Clear();
        Assert.Equal((0, 0), (packer.ByteCount, packer.SampleCount));
        Assert.Equal(signal.Length, packer.Append(signal, int.MaxValue, 0, signal.Length));
        Assert.Equal(signal, Unpack(packer.Bytes, 0, packer.ByteCount, signal.Length));
    }

    [Fact]
    public void Bits_behind_the_last_sample_are_noticed()
    {
        SamplePacker packer = Pack([0, 5, 4], new byte[9]);
        packer.Bytes[packer.ByteCount - 1] |= 1;
        SampleUnpacker unpacker = new();
        unpacker.Begin(packer.Bytes, 0, packer.ByteCount);
        Assert.Equal(3, unpacker.Read(new short[3], 0, 3));
        Assert.False(unpacker.AtEnd);
    }

    [Fact]
    public void Any_bytes_unpack_to_something_without_an_exception()
    {
        Gen.Byte.Array[0, 200].Sample(bytes =>
        {
            SampleUnpacker unpacker = new();
            unpacker.Begin(bytes, 0, bytes.Length);
            short[] samples = new short[2000];
            Assert.InRange(unpacker.Read(samples, 0, samples.Length), 0, 8 * bytes.Length);
        });
    }

    [Fact]
    public void Samples_are_taken_from_a_ring_wherever_they_stand_in_it()
    {
        Gen.Select(Gen.Short.Array[16], Gen.Int[0, 1000], Gen.Int[0, 16]).Sample((ring, from, count) =>
        {
            SamplePacker packer = new(new byte[100]);
            Assert.Equal(count, packer.Append(ring, 15, from, count));
            Assert.Equal(Enumerable.Range(from, count).Select(i => ring[i % 16]), Unpack(packer.Bytes, 0, packer.ByteCount, count));
        });
    }

    [Fact]
    public void Samples_pack_alike_in_blocks_of_any_size()
    {
        Gen.Select(Signals, Gen.Int[1, 40]).Sample((signal, block) =>
        {
            SamplePacker packer = new(new byte[3 * signal.Length]);
            foreach (short[] samples in signal.Chunk(block))
            {
                Assert.Equal(samples.Length, packer.Append(samples, int.MaxValue, 0, samples.Length));
            }

            SamplePacker whole = Pack(signal, new byte[3 * signal.Length]);
            Assert.Equal(whole.Bytes[..whole.ByteCount], packer.Bytes[..packer.ByteCount]);
        });
    }

    [SkippableTheory]
    [InlineData("100", 5.3)]
    [InlineData("104", 6.4)]
    [InlineData("105", 6.2)]
    [InlineData("203", 6.8)]
    [InlineData("208", 6.6)]
    [InlineData("213", 7.5)]
    public void Recorded_ecg_takes_well_under_8_bits_a_sample_and_comes_back(string name, double mostBits)
    {
        short[] signal = MitBihSignal.Read(name);
        SamplePacker packer = Pack(signal, new byte[signal.Length]);
        Assert.Equal(signal, Unpack(packer.Bytes, 0, packer.ByteCount, signal.Length));
        double bits = 8.0 * packer.ByteCount / signal.Length;
        Assert.True(bits <= mostBits, $"{bits:F2} bits a sample on record {name}.");

        short[] longest = signal[..FiveMinutes];
        Assert.True(Pack(longest, new byte[FiveMinutes]).ByteCount < 34 * 1024);
    }

    /// <summary>The figures of docs/storage.md.</summary>
    [SkippableFact]
    public void All_MIT_BIH_recordings_come_back_and_take_at_most_half_of_16_bits_a_sample()
    {
        double[] bits = [.. MitBihSignal.Names().Select(name =>
        {
            short[] signal = MitBihSignal.Read(name);
            SamplePacker packer = new(new byte[2 * signal.Length]);
            Assert.Equal(signal.Length, packer.Append(signal, int.MaxValue, 0, signal.Length));
            Assert.Equal(signal, Unpack(packer.Bytes, 0, packer.ByteCount, signal.Length));
            return 8.0 * packer.ByteCount / signal.Length;
        }).Order()];
        Assert.Equal(48, bits.Length);
        Assert.True(bits[^1] <= 8);
        Assert.Equal("4.8 5.6 7.1", string.Create(CultureInfo.InvariantCulture, $"{bits[0]:F1} {bits.Average():F1} {bits[^1]:F1}"));
    }

    private static SamplePacker Pack(short[] signal, byte[] buffer)
    {
        SamplePacker packer = new(buffer);
        foreach (short sample in signal)
        {
            Assert.Equal(1, packer.Append([sample], 0, 0, 1));
        }

        return packer;
    }

    private static short[] Unpack(byte[] bytes, int offset, int byteCount, int sampleCount)
    {
        SampleUnpacker unpacker = new();
        unpacker.Begin(bytes, offset, byteCount);
        short[] samples = new short[sampleCount];
        Assert.Equal(sampleCount, unpacker.Read(samples, 0, sampleCount));
        Assert.True(unpacker.AtEnd);
        return samples;
    }
}
