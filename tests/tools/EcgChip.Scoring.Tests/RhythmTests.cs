using System.Collections.Generic;
using System.IO;
using System.Linq;
using CsCheck;
using EcgChip.Formats.Wfdb;
using EcgChip.Testing;

namespace EcgChip.Scoring.Tests;

public class RhythmTests
{
    private static readonly Gen<RhythmEpisode[]> AnyEpisodes =
        Gen.Select(Gen.Int[0, 90], Gen.Int[1, 30], (start, length) => new RhythmEpisode(start, start + length)).Array[0, 6];

    [Fact]
    public void An_episode_lasts_from_its_annotation_to_the_next_one_of_another_rhythm()
    {
        WfdbAnnotation[] annotations =
        [
            Rhythm(100, "(N"), WfdbAnnotation.At(150, 'V'), Rhythm(200, "(AFIB"), Rhythm(300, "(AFIB"), WfdbAnnotation.At(350, '"', "(N"), Rhythm(400, "(AFL"),
            Rhythm(600, "(N"), Rhythm(700, "(AFIB"),
        ];
        Assert.Equal([new(2, 4), new(7, 9)], RhythmEpisode.FromAnnotations(annotations, RhythmEpisode.AtrialFibrillation, 100, 9));
        Assert.Equal([new(4, 6)], RhythmEpisode.FromAnnotations(annotations, RhythmEpisode.AtrialFlutter, 100, 9));
        Assert.Empty(RhythmEpisode.FromAnnotations(annotations, "(VT", 100, 9));
    }

    [Fact]
    public void Sensitivity_and_predictivity_are_parts_of_the_durations()
    {
        // True 10 to 40 and 60 to 70, 40 s; found 20 to 65, 45 s; both 20 to 40 and 60 to 65, 25 s.
        RhythmDurationScore score = RhythmDurationScore.Compare([new(10, 40), new(60, 70)], [new(20, 65)], 0, 100);
        Assert.Equal(new RhythmDurationScore(40, 45, 25), score);
        Assert.Equal(62.5, score.Se);
        Assert.Equal(100.0 * 25 / 45, score.Ppv);
    }

    [Fact]
    public void Only_the_test_period_counts()
    {
        // Of true 10 to 40 there is 30 to 40 in it, of found 35 to 120 there is 35 to 100.
        Assert.Equal(new RhythmDurationScore(10, 65, 5), RhythmDurationScore.Compare([new(10, 40)], [new(35, 120)], 30, 100));
    }

    [Fact]
    public void Excluded_flutter_counts_neither_for_nor_against()
    {
        // Found 0 to 50, of which 30 to 45 is flutter; true 0 to 30.
        Assert.Equal(new RhythmDurationScore(30, 35, 30), RhythmDurationScore.Compare([new(0, 30)], [new(0, 50)], 0, 100, [new(30, 45)]));
    }

    [Fact]
    public void What_is_not_known_is_null()
    {
        Assert.Equal((null, 0), (RhythmDurationScore.Compare([], [new(1, 2)], 0, 9).Se, RhythmDurationScore.Compare([], [new(1, 2)], 0, 9).Ppv));
        Assert.Equal((0, null), (RhythmDurationScore.Compare([new(1, 2)], [], 0, 9).Se, RhythmDurationScore.Compare([new(1, 2)], [], 0, 9).Ppv));
    }

    [Fact]
    public void Gross_counts_every_second_alike()
    {
        RhythmDurationScore gross = RhythmDurationScore.Gross([new(100, 50, 50), new(20, 150, 10)]);
        Assert.Equal((50, 30), (gross.Se, gross.Ppv));
    }

    [Fact]
    public void Durations_are_those_that_counting_second_by_second_gives() =>
        Gen.Select(AnyEpisodes, AnyEpisodes, AnyEpisodes).Sample(
            (truth, found, excluded) =>
            {
                bool[][] seconds = [.. new[] { truth, found, excluded }.Select(Seconds)];
                int Count(params bool[][] all) => Enumerable.Range(20, 70).Count(at => all.All(each => each[at]) && !seconds[2][at]);
                Assert.Equal(
                    new RhythmDurationScore(Count(seconds[0]), Count(seconds[1]), Count(seconds[0], seconds[1])),
                    RhythmDurationScore.Compare(truth, found, 20, 90, excluded));
            });

    [SkippableFact]
    public void Record_219_is_mostly_in_atrial_fibrillation_and_the_database_as_long_as_its_rhythm_annotations_say()
    {
        string folder = SharedData.Mitdb();
        IReadOnlyList<RhythmEpisode> episodes = RhythmEpisode.FromAnnotations(
            WfdbAnnotations.Read(Path.Combine(folder, "219.atr")), RhythmEpisode.AtrialFibrillation, 360, 650_000 / 360.0);

        // The database's directory gives 23 min 47 s of atrial fibrillation in record 219.
        Assert.Equal((23 * 60) + 47, episodes.Sum(episode => episode.End - episode.Start), 1.0);
    }

    private static bool[] Seconds(RhythmEpisode[] episodes) =>
        [.. Enumerable.Range(0, 130).Select(at => episodes.Any(episode => episode.Start <= at && at < episode.End))];

    private static WfdbAnnotation Rhythm(int sample, string aux) => WfdbAnnotation.At(sample, '+', aux);
}
