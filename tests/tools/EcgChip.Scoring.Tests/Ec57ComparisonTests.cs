using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;

namespace EcgChip.Scoring.Tests;

public class Ec57ComparisonTests
{
    private const double Khz = 1000;

    private static readonly Gen<Beat[]> AnyBeats =
        Gen.Select(Gen.Int[0, 5000], Gen.Int[0, 4], (sample, beatClass) => new Beat(sample, (AamiClass)beatClass)).Array[0, 40];

    [Fact]
    public void The_same_beats_score_100()
    {
        Beat[] beats = [.. Enumerable.Range(1, 50).Select(i => new Beat(i * 800, (AamiClass)(i % 5)))];
        RecordScore score = Compare(beats, beats);
        Assert.Equal(50, score.Beats);
        Assert.Equal(new QrsScore(100, 100, 0, 0), score.Figures.Qrs);
        Assert.Equal(new ClassScore(100, 100), score.Figures.V);
        Assert.Equal(new ClassScore(100, 100), score.Figures.S);
        Assert.Equal(new ClassScore(100, 100), score.Figures.N);
    }

    [Theory]
    [InlineData(149, 50)]
    [InlineData(150, 50)]
    [InlineData(-149, 50)]
    [InlineData(-150, 50)]
    [InlineData(151, 0)]
    [InlineData(-151, 0)]
    public void A_beat_is_found_up_to_150_ms_away(int shift, int found)
    {
        Beat[] beats = [.. Enumerable.Range(1, 50).Select(i => new Beat(i * 800, AamiClass.N))];
        Confusion confusion = Compare(beats, [.. beats.Select(beat => beat with { Sample = beat.Sample + shift })]).Confusion;
        Assert.Equal((found, 50 - found, 50 - found), (confusion.FoundBeats, confusion.MissedBeats, confusion.FalseBeats));
    }

    [Theory]
    [InlineData(360, 54)]
    [InlineData(125, 18)]
    [InlineData(250, 37)]
    public void The_window_holds_at_any_sample_rate(double rate, int lastInside)
    {
        Assert.Equal(1, Ec57Comparison.Compare("r", Reference(N(1000)), [N(1000 + lastInside)], rate, 0).Confusion.FoundBeats);
        Assert.Equal(0, Ec57Comparison.Compare("r", Reference(N(1000)), [N(1001 + lastInside)], rate, 0).Confusion.FoundBeats);
    }

    [Fact]
    public void Missing_and_doubled_beats_are_counted_once_each()
    {
        Confusion confusion = Compare([N(1000), N(2000), N(3000)], [N(1000), N(1100), N(3050), N(4000)]).Confusion;
        Assert.Equal((2, 1, 2), (confusion.FoundBeats, confusion.MissedBeats, confusion.FalseBeats));
    }

    [Fact]
    public void Of_two_found_beats_the_closer_one_is_taken()
    {
        Confusion confusion = Compare([N(1000)], [new(900, AamiClass.V), N(1020)]).Confusion;
        Assert.Equal(1, confusion[(int)AamiClass.N, (int)AamiClass.N]);
        Assert.Equal(1, confusion[Confusion.False, (int)AamiClass.V]);
    }

    [Fact]
    public void A_beat_that_is_closer_to_the_next_true_one_is_left_to_it()
    {
        Confusion confusion = Compare([new(1000, AamiClass.V), N(1160)], [N(1140)]).Confusion;
        Assert.Equal(1, confusion[(int)AamiClass.V, Confusion.Missed]);
        Assert.Equal(1, confusion[(int)AamiClass.N, (int)AamiClass.N]);
    }

    [Fact]
    public void Two_close_true_beats_and_two_found_ones_make_two_pairs()
    {
        // The case that bxb's source gives for its own rule, at 250 Hz: 96 and 160 against 128 and 185.
        Confusion confusion = Ec57Comparison.Compare("r", Reference(N(96), N(160)), [N(128), N(185)], 250, 0).Confusion;
        Assert.Equal((2, 0, 0), (confusion.FoundBeats, confusion.MissedBeats, confusion.FalseBeats));
    }

    [Fact]
    public void The_first_five_minutes_are_not_scored_and_a_pair_across_the_border_counts_with_its_true_beat()
    {
        ReferenceBeats reference = Reference(N(100_000), N(299_990), N(300_010), N(400_000));
        Beat[] found = [N(5_000), N(300_005), N(299_995), N(350_000), N(400_000)];
        // 299_990 pairs with 299_995, 300_010 with 300_005: the first is not scored, nor is the missed 100_000 and the false 5_000.
        Confusion confusion = Ec57Comparison.Compare("r", reference, found, Khz).Confusion;
        Assert.Equal((2, 0, 1), (confusion.FoundBeats, confusion.MissedBeats, confusion.FalseBeats));
        Confusion across = Ec57Comparison.Compare("r", Reference(N(300_050)), [N(299_950)], Khz).Confusion;
        Assert.Equal((1, 0, 0), (across.FoundBeats, across.MissedBeats, across.FalseBeats));
        Confusion before = Ec57Comparison.Compare("r", Reference(N(299_950)), [N(300_050)], Khz).Confusion;
        Assert.Equal((0, 0, 0), (before.FoundBeats, before.MissedBeats, before.FalseBeats));
    }

    [Fact]
    public void One_false_beat_at_the_very_start_of_the_period_is_forgiven()
    {
        ReferenceBeats reference = Reference(N(300_600));
        Assert.Equal(0, Ec57Comparison.Compare("r", reference, [N(300_150), N(300_600)], Khz).Confusion.FalseBeats);
        Assert.Equal(1, Ec57Comparison.Compare("r", reference, [N(300_151), N(300_600)], Khz).Confusion.FalseBeats);
        Assert.Equal(1, Ec57Comparison.Compare("r", reference, [N(300_050), N(300_100), N(300_600)], Khz).Confusion.FalseBeats);
        Assert.Equal(1, Ec57Comparison.Compare("r", Reference(N(600)), [N(100), N(600)], Khz, 0).Confusion.FalseBeats);
    }

    [Fact]
    public void Within_flutter_nothing_is_asked_and_nothing_is_false()
    {
        ReferenceBeats reference = ReferenceBeats.FromAnnotations(
        [
            WfdbAnnotation.At(1000, 'N'), WfdbAnnotation.At(2000, '['), WfdbAnnotation.At(2100, '!'), WfdbAnnotation.At(2500, 'V'),
            WfdbAnnotation.At(3000, ']'), WfdbAnnotation.At(4000, 'V'), WfdbAnnotation.At(4500, '+'), WfdbAnnotation.At(5000, '['),
        ]);
        Assert.Equal([N(1000), new(4000, AamiClass.V)], reference.Beats);
        Assert.Equal([new(2000, 3000), new(5000, int.MaxValue)], reference.Flutter);
        Confusion confusion = Ec57Comparison.Compare("r", reference, [N(1000), N(2000), N(2500), N(3000), N(3001), N(4000), N(9000)], Khz, 0).Confusion;
        Assert.Equal((2, 0, 1), (confusion.FoundBeats, confusion.MissedBeats, confusion.FalseBeats));
        Assert.Equal(1, confusion[(int)AamiClass.V, (int)AamiClass.N]);
    }

    [Fact]
    public void Every_beat_is_in_at_most_one_pair_and_none_is_lost() =>
        Gen.Select(AnyBeats, AnyBeats).Sample(
            (reference, found) =>
            {
                Confusion confusion = Compare(reference, found).Confusion;
                Assert.Equal(reference.Length, confusion.FoundBeats + confusion.MissedBeats);
                Assert.Equal(found.Length, confusion.FoundBeats + confusion.FalseBeats);
                for (int i = 0; i < AamiClasses.Count; i++)
                {
                    Assert.Equal(reference.Count(beat => (int)beat.Class == i), Enumerable.Range(0, 6).Sum(column => confusion[i, column]));
                    Assert.Equal(found.Count(beat => (int)beat.Class == i), Enumerable.Range(0, 6).Sum(row => confusion[row, i]));
                }
            });

    [Fact]
    public void Truth_and_found_may_change_places()
    {
        Gen.Select(AnyBeats, AnyBeats).Sample(
            (reference, found) =>
            {
                Confusion one = Compare(reference, found).Confusion;
                Confusion other = Compare(found, reference).Confusion;
                Assert.Equal((one.FoundBeats, one.MissedBeats, one.FalseBeats), (other.FoundBeats, other.FalseBeats, other.MissedBeats));
            });
    }

    [Fact]
    public void Beats_further_apart_than_twice_the_window_are_matched_as_well_as_can_be() =>
        Gen.Select(Gen.Int[301, 900].Array[1, 30], Gen.Int[-300, 300].Array[30]).Sample(
            (intervals, shifts) =>
            {
                List<Beat> reference = [];
                List<Beat> found = [];
                int expected = 0;
                for (int i = 0, at = 1000; i < intervals.Length; at += intervals[i] + 600, i++)
                {
                    reference.Add(N(at));
                    found.Add(N(at + shifts[i]));
                    expected += Math.Abs(shifts[i]) <= Ec57Comparison.WindowMs ? 1 : 0;
                }

                Assert.Equal(expected, Compare([.. reference], [.. found]).Confusion.FoundBeats);
            });

    private static RecordScore Compare(Beat[] reference, Beat[] found) => Ec57Comparison.Compare("r", Reference(reference), found, Khz, 0);

    private static ReferenceBeats Reference(params Beat[] beats) => new(beats, []);

    private static Beat N(int sample) => new(sample, AamiClass.N);
}
