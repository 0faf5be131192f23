using System;
using System.Linq;
using CsCheck;
using EcgChip.Records.Link;

namespace EcgChip.Records.Tests.Link;

/// <summary>A self-test's lines and its record.</summary>
public sealed class SelfTestRecordTests
{
    private static readonly Gen<(string Name, int Verdict, int Unit, int Value, int Least, int Most)> Line = Gen.Select(
        Gen.Char['!', '~'].Array[1, SelfTestLines.LongestName].Select(name => new string(name)), Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int, Gen.Int, Gen.Int);

    private static readonly Gen<SelfTestRecord> Record = Gen.Select(
        Gen.Long, Gen.Int[1, int.MaxValue], Gen.Long[0, 1L << 45], Gen.Int[0, 255], Line.Array[0, SelfTestLines.Capacity], Gen.Int[0, 3],
        (id, sequence, time, version, lines, models) =>
        {
            SelfTestRecord record = new()
            {
                DeviceId = id, Sequence = sequence, UnixMs = time, FirmwareMajor = version, FirmwareMinor = 2, FirmwarePatch = 3,
                Models = [.. Enumerable.Range(0, models).Select(i => new ModelReference((ModelRole)i, "model" + i, "0123456789abcdef"))],
                Lines = new SelfTestLines(2000),
            };
            foreach (var line in lines)
            {
                record.Lines.Add(line.Name, line.Verdict, line.Unit, line.Value, line.Least, line.Most);
            }

            return record;
        });

    [Fact]
    public void What_is_stored_reads_back() => Record.Sample(record =>
    {
        SelfTestRecord read = SelfTestRecord.Decode(record.Encode())!;
        Assert.Equal(
            (record.DeviceId, record.Sequence, record.UnixMs, record.FirmwareMajor, 2, 3),
            (read.DeviceId, read.Sequence, read.UnixMs, read.FirmwareMajor, read.FirmwareMinor, read.FirmwarePatch));
        Assert.Equal(record.Models.Select(model => (model.Role, model.Name, model.Hash)), read.Models.Select(model => (model.Role, model.Name, model.Hash)));
        Assert.Equal((record.Lines.Count, record.Lines.AnyFailed), (read.Lines.Count, read.Lines.AnyFailed));
        for (int i = 0; i < record.Lines.Count; i++)
        {
            Assert.Equal(Of(record.Lines, i), Of(read.Lines, i));
        }
    });

    [Fact]
    public void A_record_with_any_byte_changed_lost_or_added_is_refused() =>
        Gen.Select(Record, Gen.Int[0, int.MaxValue], Gen.Int[1, 255]).Sample((record, where, by) =>
        {
            byte[] bytes = record.Encode();
            int at = where % bytes.Length;
            bytes[at] ^= (byte)by;
            Assert.Null(SelfTestRecord.Decode(bytes));
            bytes[at] ^= (byte)by;
            Assert.Null(SelfTestRecord.Decode(bytes[..at]));
            Assert.Null(SelfTestRecord.Decode([.. bytes, 0]));
            Assert.NotNull(SelfTestRecord.Decode(bytes));
        });

    [Fact]
    public void Bytes_of_any_kind_are_read_without_an_exception_even_when_their_checksum_is_right() =>
        Gen.Select(Record, Gen.Int[12, 400], Gen.Byte).Sample((record, where, value) =>
        {
            byte[] bytes = record.Encode();
            bytes[12 + ((where - 12) % (bytes.Length - 16))] = value;
            BitConverter.GetBytes(Crc32.Compute(bytes, 0, bytes.Length - 4)).CopyTo(bytes, bytes.Length - 4);
            SelfTestRecord.Decode(bytes);
        });

    [Fact]
    public void A_recording_s_record_is_none()
    {
        Assert.False(SelfTestRecord.IsOne("ECGR01234567"u8.ToArray()));
        Assert.False(SelfTestRecord.IsOne("ECGT"u8.ToArray()));
        Assert.Null(SelfTestRecord.Decode([]));
    }

    [Fact]
    public void What_is_measured_outside_its_bounds_has_failed_and_what_is_not_there_has_not()
    {
        SelfTestLines lines = new(1000);
        lines.Add("IN", SelfTestVerdict.Passed, SelfTestUnit.Millivolts, 5, 5, 6);
        lines.Add("ABSENT", SelfTestVerdict.NotThere, SelfTestUnit.Millivolts, 0, 5, 6);
        Assert.False(lines.AnyFailed);
        lines.Add("LOW", SelfTestVerdict.Passed, SelfTestUnit.Millivolts, 4, 5, 6);
        lines.Add("HIGH", SelfTestVerdict.Passed, SelfTestUnit.Millivolts, 7, 5, 6);
        Assert.True(lines.AnyFailed);
        Assert.Equal([1, 2, 0, 0], Enumerable.Range(0, 4).Select(lines.Verdict));
    }

    [Fact]
    public void A_line_without_a_name_or_room_is_refused()
    {
        SelfTestLines lines = new(SelfTestLines.FixedBytes + 3);
        Assert.Throws<ArgumentException>(() => lines.Add("", 1, 0, 0, 0, 0));
        Assert.Throws<ArgumentException>(() => lines.Add("FOUR", 1, 0, 0, 0, 0));
        Assert.Throws<ArgumentException>(() => new SelfTestLines(1000).Add(new string('A', SelfTestLines.LongestName + 1), 1, 0, 0, 0, 0));
        lines.Add("ONE", 1, 0, 0, 0, 0);
        Assert.Throws<ArgumentException>(() => lines.Add("T", 1, 0, 0, 0, 0));
    }

    private static (string, int, int, int, int, int) Of(SelfTestLines lines, int line) =>
        (lines.Name(line), lines.Verdict(line), lines.Unit(line), lines.Value(line), lines.Least(line), lines.Most(line));
}
