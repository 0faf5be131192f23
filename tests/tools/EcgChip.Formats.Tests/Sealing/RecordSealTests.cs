using System;
using System.Linq;
using System.Security.Cryptography;
using CsCheck;
using EcgChip.Formats.Sealing;

namespace EcgChip.Formats.Tests.Sealing;

public class RecordSealTests
{
    private const long Device = unchecked((long)0xFEDCBA9876543210);

    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    // Around whole pages, where a chain goes wrong.
    private static readonly Gen<byte[]> Record = Gen.OneOf(Gen.Int[0, 3].SelectMany(pages => Gen.Int[-1, 1].Select(more => Math.Max(1, (pages * RecordSeal.PageBytes) + more))), Gen.Int[1, 9000])
        .SelectMany(length => Gen.Byte.Array[length]);

    [Fact]
    public void What_was_sealed_is_genuine_and_comes_back_as_it_was() => Record.Sample(record =>
    {
        byte[] sealedRecord = Seal(record);

        Assert.True(RecordSeal.IsSealed(sealedRecord));
        Assert.True(RecordSeal.Verify(Key, Device, 7, sealedRecord));
        Assert.Equal(record, RecordSeal.Unsealed(sealedRecord).ToArray());
    }, iter: 200);

    [Fact]
    public void No_bit_of_record_or_seal_can_change() => Gen.Select(Record, Gen.Int[0, int.MaxValue]).Sample((record, place) =>
    {
        byte[] sealedRecord = Seal(record);
        int bit = place % (sealedRecord.Length * 8);
        sealedRecord[bit / 8] ^= (byte)(1 << (bit % 8));

        Assert.False(RecordSeal.Verify(Key, Device, 7, sealedRecord));
    }, iter: 500);

    [Fact]
    public void No_bit_of_the_seal_of_a_short_record_can_change()
    {
        byte[] sealedRecord = Seal([1, 2, 3]);
        for (int bit = 0; bit < sealedRecord.Length * 8; bit++)
        {
            byte[] changed = [.. sealedRecord];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.False(RecordSeal.Verify(Key, Device, 7, changed));
        }
    }

    [Fact]
    public void A_record_passes_for_no_other_device_number_or_key()
    {
        byte[] sealedRecord = Seal(new byte[300]);

        Assert.False(RecordSeal.Verify(Key, Device + 1, 7, sealedRecord));
        Assert.False(RecordSeal.Verify(Key, Device, 8, sealedRecord));
        Assert.False(RecordSeal.Verify([.. Key.Reverse()], Device, 7, sealedRecord));
    }

    [Fact]
    public void A_record_cut_at_a_page_or_lengthened_is_not_genuine()
    {
        byte[] record = RandomNumberGenerator.GetBytes(4 * RecordSeal.PageBytes);
        byte[] seal = RecordSeal.Make(Key, Device, 7, record);

        Assert.False(RecordSeal.Verify(Key, Device, 7, [.. record[..(2 * RecordSeal.PageBytes)], .. seal]));
        Assert.False(RecordSeal.Verify(Key, Device, 7, [.. record, 0, .. seal]));
        Assert.False(RecordSeal.Verify(Key, Device, 7, record));
    }

    [Fact]
    public void The_seal_is_the_chain_that_its_description_says()
    {
        byte[] record = RandomNumberGenerator.GetBytes(RecordSeal.PageBytes + 10);
        byte[] first = [.. BitConverter.GetBytes(Device), .. BitConverter.GetBytes(7), .. BitConverter.GetBytes(record.Length)];
        byte[] link = HMACSHA256.HashData(Key, first);
        link = HMACSHA256.HashData(Key, (byte[])[.. link, .. record[..RecordSeal.PageBytes]]);
        link = HMACSHA256.HashData(Key, (byte[])[.. link, .. record[RecordSeal.PageBytes..]]);

        Assert.Equal([.. "ECGM"u8, 1, 0, 0, 0, .. link], RecordSeal.Make(Key, Device, 7, record));
    }

    [Fact]
    public void Bytes_without_a_seal_s_form_have_none_and_stay_as_they_are() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        Assert.False(RecordSeal.IsSealed(bytes));
        Assert.Equal(bytes, RecordSeal.Unsealed(bytes).ToArray());
    }, iter: 300);

    [Fact]
    public void A_seal_alone_seals_nothing() => Assert.False(RecordSeal.IsSealed(RecordSeal.Make(Key, Device, 7, [])));

    private static byte[] Seal(byte[] record) => [.. record, .. RecordSeal.Make(Key, Device, 7, record)];
}
