using System;
using System.Collections.Generic;
using CsCheck;

namespace EcgChip.Records.Tests;

public class RecordReaderTests
{
    private static readonly byte[] Sound = RecordSamples.Write(RecordSamples.Small());

    [Fact]
    public void A_record_is_read_from_the_middle_of_a_buffer()
    {
        byte[] buffer = [1, 2, 3, .. Sound, 4, 5];
        Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(buffer, 3, Sound.Length, out RecordContents read));
        Assert.Equal(RecordSamples.Describe(RecordSamples.Small()), RecordSamples.Describe(read));
    }

    [Fact]
    public void A_record_cut_anywhere_is_too_short()
    {
        for (int length = 0; length < Sound.Length; length++)
        {
            Assert.Equal(RecordStatus.TooShort, Status(Sound[..length]));
        }
    }

    [Fact]
    public void Any_flipped_bit_is_noticed()
    {
        for (int bit = 0; bit < 8 * Sound.Length; bit++)
        {
            byte[] flipped = [.. Sound];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            RecordStatus expected = (bit / 8) switch
            {
                < 4 => RecordStatus.BadMagic,
                4 => RecordStatus.UnsupportedVersion,
                >= 8 and < 12 => Sound.Length < BitConverter.ToInt32(flipped, 8) ? RecordStatus.TooShort : RecordStatus.Malformed,
                _ => RecordStatus.BadCrc,
            };
            Assert.Equal(expected, Status(flipped));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(255)]
    public void Another_major_version_is_refused_by_name_even_with_a_right_checksum(byte major)
    {
        byte[] record = [.. Sound];
        record[4] = major;
        Assert.Equal(RecordStatus.UnsupportedVersion, Status(RecordSamples.WithCrc(record)));
    }

    [Fact]
    public void Random_bytes_are_never_read_and_never_throw()
    {
        Gen.Select(Gen.Byte.Array[0, 300], Gen.Bool).Sample((noise, withHead) =>
        {
            byte[] bytes = withHead ? [.. "ECGR"u8, 1, .. noise] : noise;
            Assert.NotEqual(RecordStatus.Ok, Status(bytes));
        });
    }

    [Fact]
    public void Lies_under_a_right_checksum_are_malformed_or_harmless()
    {
        // Bytes anywhere in the sections are replaced, above all by numbers that make lengths and counts lie.
        Gen<byte> liar = Gen.OneOf(Gen.Byte, Gen.Const((byte)0), Gen.Const((byte)0x7F), Gen.Const((byte)0xFF));
        Gen.Select(RecordSamples.Any, Gen.Select(Gen.Int[0, 10_000], liar).Array[1, 6]).Sample((contents, lies) =>
        {
            byte[] record = RecordSamples.Write(contents);
            foreach ((int place, byte value) in lies)
            {
                record[12 + place % (record.Length - 16)] = value;
            }

            record = RecordSamples.WithCrc(record);
            RecordStatus status = RecordReader.TryRead(record, 0, record.Length, out RecordContents read);
            Assert.True(status is RecordStatus.Ok or RecordStatus.Malformed);
            Assert.Equal(status == RecordStatus.Ok, read is not null);
            if (read is not null)
            {
                // What is read can be written again, so nothing in it contradicts itself.
                RecordSamples.Write(read);
                RecordSamples.Describe(read);
            }
        });
    }

    public static TheoryData<string, int, byte> SingleLies()
    {
        // Where the sections' bodies begin in the small record.
        const int recording = 18;
        const int summary = recording + 36 + 6;
        const int models = summary + 72 + 6;
        const int beats = models + 4 + 14 + 6;
        const int gaps = beats + 4 + 12 + 6;
        const int findings = gaps + 4 + 4 + 6;
        const int samples = findings + 4 + 6 + 6;
        return new TheoryData<string, int, byte>
        {
            { "a section is missing", recording - 6, 99 },
            { "a section is there twice", summary - 6, 1 },
            { "a section's length is negative", recording - 1, 0x80 },
            { "a section reaches past the end", samples - 3, 1 },
            { "the sample rate is 0", recording + 21, 0 },
            { "there are more samples than were packed", recording + 26, 1 },
            { "the patient's number is negative", recording + 35, 0x80 },
            { "a number of the summary is below -1", summary + 4, 0xFE },
            { "a score of infarction is above certainty", summary + 65, 1 },
            { "the patients behind a score of infarction are below 0", summary + 71, 0xFF },
            { "there are more models than there may be", models, 9 },
            { "there are fewer models than their section holds", models, 0 },
            { "a model's name is too long", models + 5, 33 },
            { "a model's name has a control character", models + 6, 7 },
            { "there are far more beats than fit", beats + 3, 0x7F },
            { "the number of beats is negative", beats + 3, 0x80 },
            { "a beat has no distance", beats + 8, 0 },
            { "a beat has a class that does not exist", beats + 9, 5 },
            { "a beat names a model that does not exist", beats + 11, 1 },
            { "a beat is past the last sample", beats + 12, 5 },
            { "there are far more gaps than fit", gaps + 3, 0x7F },
            { "a gap touches the one before", gaps + 6, 0 },
            { "a gap is empty", gaps + 5, 0 },
            { "a gap reaches past the last sample", gaps + 7, 4 },
            { "there are far more findings than fit", findings + 1, 1 },
            { "the number of findings is negative", findings + 3, 0x80 },
            { "a finding has no code", findings + 4, 0 },
            { "a finding was found no time", findings + 5, 0 },
            { "a finding begins past the last sample", findings + 8, 8 },
            { "a finding reaches past the last sample", findings + 9, 7 },
            { "there are fewer findings than their section holds", findings, 0 },
            { "the samples are packed in an unknown way", samples, 2 },
        };
    }

    [Theory]
    [MemberData(nameof(SingleLies))]
    public void A_record_that_contradicts_itself_is_malformed(string lie, int place, byte value)
    {
        byte[] record = [.. Sound];
        Assert.NotEqual(value, record[place]);
        record[place] = value;
        record = RecordSamples.WithCrc(record);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.True(Status(record) == RecordStatus.Malformed, lie);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    [Fact]
    public void A_section_twice_in_the_place_of_another_is_malformed()
    {
        // Where the sections of the small record begin; one is taken out and a copy of one, maybe the same, put at the end.
        int[] begins = [12, 54, 132, 156, 178, 192, 208, Sound.Length - 4];
        for (int missing = 1; missing <= 7; missing++)
        {
            for (int twice = 1; twice <= 7; twice++)
            {
                byte[] record =
                [
                    .. Sound[..begins[missing - 1]], .. Sound[begins[missing]..^4], .. Sound[begins[twice - 1]..begins[twice]], 0, 0, 0, 0,
                ];
                BitConverter.TryWriteBytes(record.AsSpan(8), record.Length);
                Assert.Equal(twice == missing ? RecordStatus.Ok : RecordStatus.Malformed, Status(RecordSamples.WithCrc(record)));
            }
        }
    }

    [Fact]
    public void More_packed_samples_than_the_record_speaks_of_are_malformed()
    {
        RecordContents contents = new(0, 1);
        SamplePacker packer = RecordSamples.Pack([1, 2, 3, 400, 5, 6]);
        contents.SetSamples(packer.Bytes, 0, packer.ByteCount, packer.SampleCount - 2);
        Assert.Equal(RecordStatus.Malformed, Status(RecordSamples.Write(contents)));
    }

    [Fact]
    public void A_range_outside_the_buffer_is_a_programming_error()
    {
        Assert.Throws<ArgumentException>(() => RecordReader.TryRead(Sound, 1, Sound.Length, out _));
        Assert.Throws<ArgumentException>(() => RecordReader.TryRead(Sound, -1, 4, out _));
    }

    private static RecordStatus Status(byte[] bytes)
    {
        RecordStatus status = RecordReader.TryRead(bytes, 0, bytes.Length, out RecordContents contents);
        Assert.Equal(status == RecordStatus.Ok, contents is not null);
        return status;
    }
}
