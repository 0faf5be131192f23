using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.Formats;
using EcgChip.Formats.Wfdb;

namespace EcgChip.Scoring.Tests;

public class ShutdownTests
{
    // One sample a millisecond.
    private const double Khz = 1000;
    private const int Length = 10_000;

    private static readonly Gen<SampleRange> AnyRange = Gen.Select(Gen.Int[0, 5000], Gen.Int[0, 900], (first, length) => new SampleRange(first, first + length));

    [Fact]
    public void Beats_missed_in_shutdown_count_as_missed_and_are_told_apart()
    {
        // Of six true beats 1000 and 6000 are found, 3000 and 4000 lie in shutdown, 2000 and 5000 are missed without an excuse.
        ReferenceBeats reference = new([N(1000), N(2000), V(3000), N(4000), N(5000), N(6000)], []);
        FoundBeats found = FoundBeats.Of([N(1000), N(6000)], [new(2500, 4500)]);
        RecordScore score = Ec57Comparison.Compare("r", reference, found, Khz, new(0, Length - 1), 0);
        Assert.Equal(new QrsScore(100.0 * 2 / 6, 100, 4, 0), score.Figures.Qrs);
        Assert.Equal(2, score.Confusion.MissedInShutdown);
        Assert.Equal(1, score.Confusion.MissedInShutdownOf(AamiClass.V));
        // 2001 samples of 10000; of the four beats outside two are found.
        Assert.Equal(new ShutdownScore(2.001, 20.01, 2, 50), score.Shutdown with { Percent = double.Round(score.Shutdown.Percent!.Value, 9) });
    }

    [Fact]
    public void Both_ends_of_a_shutdown_belong_to_it()
    {
        ReferenceBeats reference = new([N(1999), N(2000), N(3000), N(3001)], []);
        RecordScore score = Ec57Comparison.Compare("r", reference, FoundBeats.Of([], [new(2000, 3000)]), Khz, new(0, Length - 1), 0);
        Assert.Equal((4, 2), (score.Confusion.MissedBeats, score.Confusion.MissedInShutdown));
    }

    [Fact]
    public void A_beat_that_the_device_finds_in_shutdown_is_none_neither_found_nor_false()
    {
        ReferenceBeats reference = new([N(1000), N(2600)], []);
        FoundBeats found = FoundBeats.Of([N(1000), N(2600), N(2900), N(4000)], [new(2500, 3500)]);
        Assert.Equal([N(1000), N(4000)], found.Beats);
        Confusion confusion = Ec57Comparison.Compare("r", reference, found, Khz, new(0, Length - 1), 0).Confusion;
        Assert.Equal((1, 1, 1, 1), (confusion.FoundBeats, confusion.MissedBeats, confusion.MissedInShutdown, confusion.FalseBeats));
    }

    [Fact]
    public void A_beat_in_shutdown_is_found_by_a_beat_beside_it()
    {
        ReferenceBeats reference = new([N(2550)], []);
        Confusion confusion = Ec57Comparison.Compare("r", reference, FoundBeats.Of([N(2410)], [new(2500, 3500)]), Khz, new(0, Length - 1), 0).Confusion;
        Assert.Equal((1, 0, 0), (confusion.FoundBeats, confusion.MissedBeats, confusion.FalseBeats));
    }

    [Fact]
    public void Shutdown_counts_in_the_test_period_alone()
    {
        // 400 s; the first 300 are not scored: of 100 s from second 290 on, 90 are.
        ReferenceBeats reference = new([N(295_000), N(310_000), N(395_000)], []);
        FoundBeats found = FoundBeats.Of([], [new(290_000, 389_999)]);
        RecordScore score = Ec57Comparison.Compare("r", reference, found, Khz, new(0, 399_999));
        Assert.Equal(new ShutdownScore(90, 90, 1, 0), score.Shutdown);
        Assert.Equal((2, 1), (score.Confusion.MissedBeats, score.Confusion.MissedInShutdown));
    }

    [Fact]
    public void What_was_not_played_is_not_asked_for_and_the_learning_begins_with_what_was()
    {
        ReferenceBeats reference = new([N(1000), N(5000), N(306_000), N(307_000), N(320_000)], []);
        FoundBeats found = FoundBeats.Of([N(307_000)]);
        Confusion all = Ec57Comparison.Compare("r", reference, found, Khz, new(4500, 310_000), 0).Confusion;
        Assert.Equal((3, 1), (all.Beats, all.FoundBeats));
        RecordScore scored = Ec57Comparison.Compare("r", reference, found, Khz, new(6500, 310_000));
        Assert.Equal((1, 1), (scored.Confusion.Beats, scored.Confusion.FoundBeats));
        Assert.Equal(3.501, scored.ScoredSeconds, 9);
    }

    [Fact]
    public void Gross_counts_seconds_alike_and_average_counts_recordings_alike()
    {
        RecordScore one = new("a", new Confusion()) { ScoredSeconds = 100, ShutdownSeconds = 50 };
        RecordScore other = new("b", new Confusion()) { ScoredSeconds = 900, ShutdownSeconds = 90 };
        Score score = Score.Of([one, other]);
        Assert.Equal(new ShutdownScore(140, 14, 0, null), score.GrossShutdown);
        Assert.Equal(new ShutdownScore(70, 30, 0, null), score.AverageShutdown);
    }

    [Fact]
    public void Annotations_mark_a_shutdown_as_bxb_reads_it()
    {
        FoundBeats found = FoundBeats.Of([V(900), N(100)], [new(300, 799), new(200, 299), new(950, int.MaxValue)]);
        int noise = WfdbAnnotationCodes.FromSymbol('~');
        Assert.Equal(
            [
                WfdbAnnotation.At(100, 'N'), new(200, noise, -1), new(799, noise), WfdbAnnotation.At(900, 'V'), new(950, noise, -1),
            ],
            found.ToAnnotations());
    }

    [Fact]
    public void What_was_written_is_read_back() =>
        Gen.Select(Gen.Int[0, 6000].Array[0, 30], AnyRange.Array[0, 6]).Sample(
            (beats, ranges) =>
            {
                FoundBeats found = FoundBeats.Of(beats.Distinct().Select(N), ranges);
                FoundBeats again = FoundBeats.FromAnnotations(found.ToAnnotations(), Khz);
                Assert.Equal(found.Beats, again.Beats);
                Assert.Equal(found.Shutdown, again.Shutdown);
                Assert.All(found.Beats, beat => Assert.DoesNotContain(found.Shutdown, range => range.Contains(beat.Sample)));
                Assert.Equal(
                    Enumerable.Range(0, 6000).Count(at => ranges.Any(range => range.Contains(at))),
                    Enumerable.Range(0, 6000).Count(at => found.Shutdown.Any(range => range.Contains(at))));
            },
            iter: 200);

    [Fact]
    public void A_shutdown_without_an_end_reaches_to_150_ms_from_the_beats_around_it_and_at_the_end_of_the_file_for_good()
    {
        int noise = WfdbAnnotationCodes.FromSymbol('~');
        List<WfdbAnnotation> annotations =
        [
            WfdbAnnotation.At(1000, 'N'), new(1800, noise, -1), WfdbAnnotation.At(3000, 'N'), new(4000, noise), new(5000, noise, 0x31),
        ];
        Assert.Equal([new(1150, 2850), new(5000, int.MaxValue)], FoundBeats.FromAnnotations(annotations, Khz).Shutdown);
    }

    [Fact]
    public void A_signal_that_is_noisy_but_readable_is_no_shutdown()
    {
        WfdbAnnotation noisy = new(500, WfdbAnnotationCodes.FromSymbol('~'), 0x13);
        Assert.Empty(FoundBeats.FromAnnotations([noisy, WfdbAnnotation.At(900, 'N')], Khz).Shutdown);
    }

    private static Beat N(int sample) => new(sample, AamiClass.N);

    private static Beat V(int sample) => new(sample, AamiClass.V);
}
