using System;
using System.Linq;
using CsCheck;

namespace EcgChip.Records.Tests;

public class ListTests
{
    [Fact]
    public void Gaps_marked_sample_by_sample_are_those_of_the_signal()
    {
        Gen.Bool.Array[0, 200].Sample(missing =>
        {
            GapList gaps = new(200);
            for (int i = 0; i < missing.Length; i++)
            {
                Assert.True(!missing[i] || gaps.Mark(i, 1));
            }

            Assert.Equal(missing, Covered(gaps, missing.Length));
            for (int i = 1; i < gaps.Count; i++)
            {
                Assert.True(gaps.Start(i) > gaps.Start(i - 1) + gaps.Length(i - 1));
            }
        });
    }

    [Fact]
    public void A_short_recordings_beats_are_those_of_a_long_ones()
    {
        Gen.Int[1, 300].Array[0, 200].Sample(distances =>
        {
            BeatList shorter = new(distances.Length, 65_536);
            BeatList longer = new(distances.Length);
            int sample = -1;
            foreach (int distance in distances)
            {
                sample += distance;
                Assert.True(shorter.Add(sample, 1, 200, 0));
                Assert.True(longer.Add(sample, 1, 200, 0));
            }

            Assert.Equal(longer.Count, shorter.Count);
            Assert.Equal(BytesOf(longer), BytesOf(shorter));
            for (int beat = 0; beat < longer.Count; beat++)
            {
                Assert.Equal(longer.SampleIndex(beat), shorter.SampleIndex(beat));
            }
        });
    }

    [Fact]
    public void A_beat_behind_a_recordings_end_is_a_programming_error()
    {
        BeatList beats = new(4, 7_500);
        Assert.True(beats.Add(7_499, 0, 0, BeatList.NoModel));
        Assert.Throws<ArgumentOutOfRangeException>(() => beats.Add(7_500, 0, 0, BeatList.NoModel));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BeatList(4, 0));
    }

    [Fact]
    public void A_full_gap_list_grows_its_last_gap_and_says_so()
    {
        GapList gaps = new(2);
        Assert.True(gaps.Mark(10, 5));
        Assert.True(gaps.Mark(20, 5));
        Assert.False(gaps.Mark(40, 2));
        Assert.True(gaps.Mark(41, 3));
        Assert.Equal((2, 20, 24), (gaps.Count, gaps.Start(1), gaps.Length(1)));
    }

    [Fact]
    public void A_gap_inside_the_last_one_changes_nothing()
    {
        GapList gaps = new(2);
        gaps.Mark(10, 50);
        Assert.True(gaps.Mark(20, 5));
        Assert.Equal((1, 10, 50), (gaps.Count, gaps.Start(0), gaps.Length(0)));
    }

    [Fact]
    public void Gaps_out_of_order_or_empty_are_programming_errors()
    {
        GapList gaps = new(2);
        gaps.Mark(10, 5);
        Assert.Throws<ArgumentOutOfRangeException>(() => gaps.Mark(9, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => gaps.Mark(20, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => gaps.Mark(20, int.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => gaps.Mark(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => gaps.Start(1));
    }

    [Fact]
    public void A_full_beat_list_refuses_and_a_beat_can_be_judged_again()
    {
        BeatList beats = new(2);
        Assert.True(beats.Add(5, BeatList.Unclassified, 0, BeatList.NoModel));
        Assert.True(beats.Add(6, 1, 2, 3));
        Assert.False(beats.Add(7, 0, 0, 0));
        beats.SetResult(0, 4, 255, 7);
        Assert.Equal((2, 5, 4, 255, 7), (beats.Count, beats.SampleIndex(0), beats.Class(0), beats.Confidence(0), beats.ModelIndex(0)));
        Assert.Equal((6, 1, 2, 3), (beats.SampleIndex(1), beats.Class(1), beats.Confidence(1), beats.ModelIndex(1)));
    }

    [Theory]
    [InlineData(5, 0, 0, 0)]
    [InlineData(-1, 0, 0, 0)]
    [InlineData(6, 5, 0, 0)]
    [InlineData(6, -1, 0, 0)]
    [InlineData(6, 0, 256, 0)]
    [InlineData(6, 0, -1, 0)]
    [InlineData(6, 0, 0, 8)]
    [InlineData(6, 0, 0, -1)]
    public void A_beat_that_cannot_be_is_a_programming_error(int sample, int beatClass, int confidence, int model)
    {
        BeatList beats = new(2);
        beats.Add(5, 0, 0, 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => beats.Add(sample, beatClass, confidence, model));
        Assert.Equal(1, beats.Count);
    }

    [Theory]
    [InlineData("", "0123456789abcdef")]
    [InlineData("a name of more than 32 characters", "0123456789abcdef")]
    [InlineData("semé", "0123456789abcdef")]
    [InlineData("seed", "0123456789abcde")]
    [InlineData("seed", "0123456789abcdeg")]
    public void A_model_reference_needs_a_plain_name_and_16_digits(string name, string hash)
    {
        Assert.Throws<ArgumentException>(() => new ModelReference(ModelRole.Live, name, hash));
    }

    private static bool[] Covered(GapList gaps, int length)
    {
        return [.. Enumerable.Range(0, length).Select(sample =>
            Enumerable.Range(0, gaps.Count).Any(gap => sample >= gaps.Start(gap) && sample < gaps.Start(gap) + gaps.Length(gap)))];
    }

    [Fact]
    public void A_list_of_findings_gives_back_what_it_took_until_it_is_full()
    {
        FindingList findings = new(2);
        Assert.True(findings.Add(255, 1, 0, 5, 5));
        Assert.True(findings.Add(7, 3, 44, 0, 900));
        Assert.False(findings.Add(8, 1, 1, 1, 1));
        Assert.Equal(2, findings.Count);
        Assert.Equal(
            (7, 3, 44, 0, 900), (findings.Code(1), findings.Times(1), findings.Value(1), findings.Start(1), findings.End(1)));
        findings.Clear();
        Assert.Equal(0, findings.Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => findings.Code(0));
    }

    [Theory]
    [InlineData(0, 1, 0, 0, 0)]
    [InlineData(256, 1, 0, 0, 0)]
    [InlineData(1, 0, 0, 0, 0)]
    [InlineData(1, 1, -1, 0, 0)]
    [InlineData(1, 1, 0, -1, 0)]
    [InlineData(1, 1, 0, 2, 1)]
    public void A_finding_out_of_range_is_a_programming_error(int code, int times, int value, int start, int end) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new FindingList(1).Add(code, times, value, start, end));

    private static byte[] BytesOf(BeatList beats)
    {
        RecordContents contents = new(beats, 1);
        contents.AddModel(new ModelReference(ModelRole.Live, "bedside", "0011223344556677"));
        contents.SetSamples(RecordSamples.Pack(new short[60_001]));
        RecordWriter writer = new();
        writer.Begin(contents);
        byte[] bytes = new byte[writer.TotalLength];
        Assert.Equal(bytes.Length, writer.Read(bytes, 0, bytes.Length));
        return bytes;
    }
}
