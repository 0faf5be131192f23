using System;
using CsCheck;
using EcgChip.Cli.Bench;
using EcgChip.Inference;

namespace EcgChip.Cli.Tests.Bench;

public sealed class LatencyWatchTests
{
    private const int Second = 125;
    private const long StartUs = 1_000_000;

    private readonly LatencyWatch watch;
    private bool settles;
    private long nowUs;

    public LatencyWatchTests() => watch = new LatencyWatch(() => nowUs, StartUs, () => settles);

    [Fact]
    public void A_beat_waits_from_its_R_peak_to_its_class_for_as_many_beats_as_come_meanwhile()
    {
        Find(Second);
        Find(Second + 50);
        Find(Second + 50 + 150);
        ClassifyAfter(Second, 1.0);

        LatencyBench result = watch.Result(10 * Second);

        // 125 samples: the whole of the first interval, and half of the second.
        Assert.Equal(1.5, result.Beats.P50!.Value, 1e-9);
        Assert.Equal((1000.0, 1000.0, 1000.0), result.Milliseconds);
    }

    [Fact]
    public void In_a_steady_rhythm_a_beat_waits_for_its_time_over_the_interval() =>
        Gen.Select(Gen.Int[30, 290], Gen.Double[0.1, 5]).Sample((interval, seconds) =>
        {
            LatencyWatchTests steady = new();
            for (int beat = 0; beat < 30; beat++)
            {
                steady.Find(beat * interval);
            }

            steady.ClassifyAfter(interval, seconds);
            double expected = Math.Round(seconds * 1e6) / (interval * 8000.0);
            Assert.Equal(expected, steady.watch.Result(40 * interval).Beats.P50!.Value, 1e-3);
        });

    [Fact]
    public void Where_no_next_beat_comes_or_only_after_a_pause_the_mean_of_the_intervals_before_measures()
    {
        foreach (int beat in new[] { 0, 100, 200, 200 + (3 * Second) })
        {
            Find(beat);
        }

        ClassifyAfter(200, 1.6);
        ClassifyAfter(200 + (3 * Second), 3.2);

        LatencyBench result = watch.Result(20 * Second);

        // 100 samples are 0.8 s
        Assert.Equal((2.0, 4.0), (result.Beats.P50!.Value, result.Beats.Worst!.Value));
    }

    [Fact]
    public void A_beat_of_a_signal_that_settles_is_found_and_classified_but_not_timed()
    {
        settles = true;
        Find(0);
        settles = false;
        Find(Second);
        ClassifyAfter(0, 3);
        ClassifyAfter(Second, 0.5);

        LatencyBench result = watch.Result(10 * Second);
        Assert.Equal((2, 0, 0), (result.Found, result.PoorSignal, result.Lost));
        Assert.Equal(500, result.Milliseconds.Worst);
    }

    [Fact]
    public void Only_the_first_class_counts()
    {
        Find(0);
        Find(Second);
        ClassifyAfter(0, 1);
        ClassifyAfter(0, 30);
        Assert.Equal(1000, watch.Result(10 * Second).Milliseconds.Worst);
    }

    [Fact]
    public void A_beat_that_was_given_up_and_then_gets_a_class_is_classified_late()
    {
        Find(0);
        Find(Second);
        nowUs = StartUs + 500_000;
        watch.BeatClassified(0, BeatClass.Unclassified, 0);
        Assert.Equal(2, watch.Result(10 * Second).Lost);
        ClassifyAfter(0, 30);
        LatencyBench result = watch.Result(10 * Second);
        Assert.Equal((1, 30_000.0), (result.Lost, result.Milliseconds.Worst!.Value));
    }

    [Fact]
    public void Beats_without_a_class_are_told_apart_by_the_signal_around_them()
    {
        for (int second = 0; second < 10; second++)
        {
            watch.SecondEnded(second < 6);
        }

        foreach (int beat in new[] { Second, 3 * Second, (5 * Second) + 10, 8 * Second })
        {
            Find(beat);
            watch.BeatClassified(beat, BeatClass.Unclassified, 0);
        }

        ClassifyAfter(Second, 2);
        LatencyBench result = watch.Result(20 * Second);
        Assert.Equal((4, 1, 2), (result.Found, result.Lost, result.PoorSignal));
    }

    [Fact]
    public void A_beat_whose_signal_ended_before_its_class_was_due_is_not_lost()
    {
        Find(Second);
        Find(9 * Second);
        Find((9 * Second) + 100);
        Find((11 * Second) + 10);
        watch.Paused(10 * Second);

        LatencyBench result = watch.Result(12 * Second);
        Assert.Equal((2, 1, 1), (result.BeforePause, result.BeforeEnd, result.Lost));
        Assert.Equal(4, result.Unclassified);
    }

    [Fact]
    public void A_beat_that_had_two_beats_behind_it_or_all_the_time_that_is_waited_is_lost_though_the_signal_ended()
    {
        Find(7 * Second);
        watch.Paused((9 * Second) + 1);
        foreach (int beat in new[] { 1010, 1070, 1120 })
        {
            Find(1000 + beat);
        }

        LatencyBench result = watch.Result(2125);
        Assert.Equal((0, 2, 2), (result.BeforePause, result.BeforeEnd, result.Lost));
    }

    [Fact]
    public void A_beat_that_gets_its_class_after_all_is_neither() =>
        Gen.Select(Gen.Int[0, 249], Gen.Bool).Sample((before, pauses) =>
        {
            LatencyWatchTests any = new();
            any.Find((10 * Second) - 1 - before);
            if (pauses)
            {
                any.watch.Paused(10 * Second);
            }

            int end = pauses ? 30 * Second : 10 * Second;
            LatencyBench without = any.watch.Result(end);
            Assert.Equal((pauses ? 1 : 0, pauses ? 0 : 1, 0), (without.BeforePause, without.BeforeEnd, without.Lost));
            any.ClassifyAfter((10 * Second) - 1 - before, 1);
            Assert.Equal(0, any.watch.Result(end).Unclassified);
        });

    [Fact]
    public void Beats_outside_of_what_was_played_do_not_count()
    {
        Find(-3);
        Find(5);
        Find(Second);
        Assert.Equal(1, watch.Result(Second).Found);
        Assert.Null(watch.Result(Second).Beats.P50);
    }

    [Fact]
    public void The_backlog_is_the_most_beats_that_waited_at_once() =>
        Gen.Bool.Array[1, 60].Sample(steps =>
        {
            LatencyWatch any = new(() => 0, 0, () => false);
            int found = 0;
            int done = 0;
            int most = 0;
            foreach (bool finds in steps)
            {
                if (finds)
                {
                    any.BeatFound(found++ * Second);
                    most = int.Max(most, found - done);
                }
                else if (done < found)
                {
                    any.BeatClassified(done++ * Second, done % 2 == 0 ? BeatClass.Unclassified : 0, 0);
                }
            }

            Assert.Equal(most, any.Backlog);
        });

    private void Find(int sample) => watch.BeatFound(sample);

    private void ClassifyAfter(int sample, double seconds)
    {
        nowUs = StartUs + (sample * 8000L) + (long)(seconds * 1e6);
        watch.BeatClassified(sample, 0, 255);
    }
}
