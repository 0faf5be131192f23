using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CsCheck;
using EcgChip.Testing;

namespace EcgChip.Records.Tests;

public class RecordFormatTests
{
    [Fact]
    public void What_is_written_is_read_back_whatever_the_page_size()
    {
        Gen.Select(RecordSamples.Any, Gen.Int[1, 700]).Sample((contents, page) =>
        {
            byte[] record = RecordSamples.Write(contents, page);
            Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(record, 0, record.Length, out RecordContents read));
            Assert.Equal(RecordSamples.Describe(contents), RecordSamples.Describe(read));
            Assert.Equal(record, RecordSamples.Write(read));
        });
    }

    [Fact]
    public void A_record_stands_byte_for_byte_as_the_format_describes_it()
    {
        List<byte> expected =
        [
            .. "ECGR"u8, 1, 4, 0, 0, .. Int(0),
            .. Section(1, [
                8, 7, 6, 5, 4, 3, 2, 1, .. Int(7), 1, .. BitConverter.GetBytes(1_700_000_000_123L),
                125, 0, 200, 0, .. Int(8), 0x90, 1, 50, .. Int(1234)]),
            .. Section(2, [
                .. Int(74), .. Int(-1), .. Int(-1),
                .. Int(-1), .. Int(-1), .. Int(1), .. Int(-1), .. Int(-1), .. Int(-1),
                .. Int(-1), .. Int(-1), .. Int(3), .. Int(2), .. Int(1), .. Int(-1), .. Int(35),
                .. Int(200), .. Int(26)]),
            .. Section(3, [.. Int(1), 1, 4, .. "seed"u8, 0x00, 0xFF, 0x12, 0x34, 0x56, 0x78, 0x9A, 0xBC]),
            .. Section(4, [.. Int(3), 0, 0, 250, 0, 3, 2, 128, 0, 4, 255, 0, 255]),
            .. Section(5, [.. Int(2), 1, 1, 3, 2]),
            .. Section(7, [.. Int(1), 4, 2, 0xAC, 2, 1, 5]),
            .. Section(6, [1, .. RecordSamples.Pack([0, 5, 4, 1004, 1004, 0, 0, 0]).Bytes[..RecordSamples.Small().PackedCount]]),
        ];
        byte[] bytes = [.. expected, 0, 0, 0, 0];
        Int(bytes.Length).CopyTo(bytes, 8);
        Assert.Equal(RecordSamples.WithCrc(bytes), RecordSamples.Write(RecordSamples.Small()));
    }

    [Fact]
    public void The_length_is_known_before_the_first_byte()
    {
        RecordSamples.Any.Sample(contents =>
        {
            RecordWriter writer = new();
            writer.Begin(contents);
            int announced = writer.TotalLength;
            Assert.Equal(announced, RecordSamples.ReadAll(writer, 100).Length);
            Assert.Equal(0, writer.Read(new byte[10], 0, 10));
        });
    }

    [Fact]
    public void Distances_that_take_several_bytes_come_back()
    {
        RecordContents contents = new(3, 2);
        contents.Beats.Add(127, 0, 1, BeatList.NoModel);
        contents.Beats.Add(127 + 128, 1, 2, BeatList.NoModel);
        contents.Beats.Add(70_000, 4, 3, BeatList.NoModel);
        contents.Gaps.Mark(16_383, 16_384);
        contents.SetSamples(RecordSamples.Pack(new short[70_001]));
        byte[] record = RecordSamples.Write(contents);
        Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(record, 0, record.Length, out RecordContents read));
        Assert.Equal(RecordSamples.Describe(contents), RecordSamples.Describe(read));
    }

    [Fact]
    public void One_writer_writes_one_record_after_another()
    {
        RecordWriter writer = new();
        writer.Begin(RecordSamples.Small());
        writer.Read(new byte[100], 0, 100);
        writer.Begin(RecordSamples.Small());
        Assert.Equal(RecordSamples.Write(RecordSamples.Small()), RecordSamples.ReadAll(writer, 64));
    }

    [Fact]
    public void Writing_allocates_nothing()
    {
        RecordContents contents = RecordSamples.Small();
        RecordWriter writer = new();
        byte[] page = new byte[64];
        WriteOnce(writer, contents, page);
        Assert.Equal(0, Allocations.OfEveryRound(() => WriteOnce(writer, contents, page)));
    }

    [Fact]
    public void Sections_and_fields_of_later_minor_versions_are_passed_over()
    {
        byte[] record = RecordSamples.Write(RecordSamples.Small());
        int afterRecording = 12 + 6 + 36;
        byte[] later =
        [
            .. record[..afterRecording], 1, 2, 3, .. record[afterRecording..^4], .. Section(77, [9, 9, 9]), .. Section(0, []), 0, 0, 0, 0,
        ];
        later[5] = 5;
        later[14] += 3;
        Int(later.Length).CopyTo(later, 8);
        later = RecordSamples.WithCrc(later);
        Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(later, 0, later.Length, out RecordContents read));
        Assert.Equal(RecordSamples.Describe(RecordSamples.Small()), RecordSamples.Describe(read));
    }

    [Fact]
    public void A_record_of_version_1_0_is_read_and_does_not_know_its_late_samples()
    {
        byte[] earlier = Earlier(0, 48);
        Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(earlier, 0, earlier.Length, out RecordContents read));
        Assert.Equal(RecordSummary.NotKnown, read.Summary.LateSamples);
        Assert.Equal(RecordSamples.Small().Summary.NoContactSamples, read.Summary.NoContactSamples);
        read.Summary.LateSamples = RecordSamples.Small().Summary.LateSamples;
        AssertKnowsAllButFindings(read);
    }

    [Fact]
    public void A_record_of_version_1_1_is_read_and_has_neither_findings_nor_an_answer()
    {
        byte[] earlier = Earlier(1, 52);
        Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(earlier, 0, earlier.Length, out RecordContents read));
        Assert.Equal(RecordSamples.Small().Summary.LateSamples, read.Summary.LateSamples);
        AssertKnowsAllButFindings(read);
    }

    [Fact]
    public void A_record_of_version_1_2_is_read_and_knows_nothing_of_infarction()
    {
        byte[] earlier = Earlier(2, 64);
        Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(earlier, 0, earlier.Length, out RecordContents read));
        RecordContents small = RecordSamples.Small();
        (small.PatientNumber, small.Summary.InfarctionScore, small.Summary.InfarctionPatients) = (0, -1, -1);
        Assert.Equal(RecordSamples.Describe(small), RecordSamples.Describe(read));
    }

    [Fact]
    public void A_record_of_version_1_3_is_read_and_knows_no_patient()
    {
        byte[] earlier = Earlier(3, 72);
        Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(earlier, 0, earlier.Length, out RecordContents read));
        RecordContents small = RecordSamples.Small();
        small.PatientNumber = 0;
        Assert.Equal(RecordSamples.Describe(small), RecordSamples.Describe(read));
    }

    [Fact]
    public void Contents_that_contradict_themselves_are_not_written()
    {
        Assert.Throws<ArgumentException>(() => new RecordWriter().Begin(new RecordContents(1, 1)));
        AssertNotWritten(contents => contents.Beats.Add(8, 0, 0, BeatList.NoModel));
        AssertNotWritten(contents => contents.Beats.SetResult(0, 0, 0, 1));
        AssertNotWritten(contents => contents.Gaps.Mark(6, 3));
        AssertNotWritten(contents => contents.Findings.Add(1, 1, 0, 2, 8));
        AssertNotWritten(contents => contents.Summary.PoorSamples = -2);
        AssertNotWritten(contents => contents.Summary.InfarctionScore = 256);
        AssertNotWritten(contents => contents.Summary.InfarctionScore = RecordSummary.NotKnown);
        AssertNotWritten(contents => contents.Summary.InfarctionPatients = RecordSummary.NotKnown);
        AssertNotWritten(contents => contents.SampleRate = 0);
        AssertNotWritten(contents => contents.UnitsPerMillivolt = 65536);
        AssertNotWritten(contents => contents.PatientNumber = -1);
        AssertNotWritten(contents => contents.FrontEndGain = -1);
        AssertNotWritten(contents => contents.MainsFrequency = 256);
    }

    [Fact]
    public void Clearing_forgets_the_recording_and_keeps_the_device()
    {
        RecordContents contents = RecordSamples.Small();
        contents.Clear();
        contents.SetSamples(RecordSamples.Pack([]));
        RecordContents bare = new(1, 1) { DeviceId = contents.DeviceId, Sequence = 7, FrontEndGain = 400, MainsFrequency = 50 };
        bare.AddModel(contents.Model(0));
        bare.SetSamples(RecordSamples.Pack([]));
        Assert.Equal(RecordSamples.Write(bare), RecordSamples.Write(contents));
    }

    private static void AssertNotWritten(Action<RecordContents> spoil)
    {
        RecordContents contents = RecordSamples.Small();
        spoil(contents);
        Assert.Throws<ArgumentException>(() => new RecordWriter().Begin(contents));
    }

    // The small record as an earlier minor version wrote it: no patient, before 1.3 a shorter summary, and before 1.2 no findings.
    private static byte[] Earlier(byte version, byte summaryBytes)
    {
        const int Recording = 12 + 6;
        const int RecordingBytes = 32;
        const int Summary = Recording + 36;
        const int SummaryBytes = 72;
        const int Findings = Summary + 6 + SummaryBytes + 24 + 22 + 14;
        int findingsBytes = version < 2 ? 16 : 0;
        byte[] record = RecordSamples.Write(RecordSamples.Small());
        byte[] earlier =
        [
            .. record[..(Recording + RecordingBytes)], .. record[Summary..(Summary + 6 + summaryBytes)],
            .. record[(Summary + 6 + SummaryBytes)..Findings], .. record[(Findings + findingsBytes)..],
        ];
        earlier[5] = version;
        earlier[Recording - 4] = RecordingBytes;
        earlier[Recording + RecordingBytes + 2] = summaryBytes;
        Int(earlier.Length).CopyTo(earlier, 8);
        return RecordSamples.WithCrc(earlier);
    }

    private static void AssertKnowsAllButFindings(RecordContents read)
    {
        RecordContents small = RecordSamples.Small();
        Assert.Equal(0, read.Findings.Count);
        Assert.Equal((-1, -1, -1), (read.Summary.Answer, read.Summary.SdnnMs, read.Summary.RmssdMs));
        small.PatientNumber = 0;
        small.Findings.Clear();
        (small.Summary.Answer, small.Summary.SdnnMs, small.Summary.RmssdMs) = (-1, -1, -1);
        (small.Summary.InfarctionScore, small.Summary.InfarctionPatients) = (-1, -1);
        Assert.Equal(RecordSamples.Describe(small), RecordSamples.Describe(read));
    }

    private static void WriteOnce(RecordWriter writer, RecordContents contents, byte[] page)
    {
        writer.Begin(contents);
        while (writer.Read(page, 0, page.Length) > 0)
        {
        }
    }

    private static byte[] Int(int value) => BitConverter.GetBytes(value);

    private static byte[] Section(byte id, byte[] body) => [id, 0, .. Int(body.Length), .. body];
}
