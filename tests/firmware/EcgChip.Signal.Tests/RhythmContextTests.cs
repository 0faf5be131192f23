using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace EcgChip.Signal.Tests;

public class RhythmContextTests
{
    private const int Second = SignalUnits.SampleRate;

    private static readonly Gen<int[]> Intervals = Gen.OneOf(
        Gen.Int[30, 300].Array[0, 60],
        Gen.OneOf(Gen.Int[60, 90], Gen.Int[1, 30], Gen.Int[300, 100_000]).Array[0, 60],
        Gen.Select(Gen.Int[25, 250], Gen.Int[0, 60]).Select((rate, beats) => Enumerable.Repeat(60 * Second / rate, beats).ToArray()));

    private static readonly Gen<int> Nexts = Gen.OneOf(
        Gen.Int[1, 400], Gen.OneOf(RhythmContext.Unknown, RhythmContext.Overdue, int.MaxValue, 1 << 23));

    [Fact]
    public void Features_are_those_of_the_plain_version_for_any_rhythm() =>
        Gen.Select(Intervals, Nexts, Gen.Int[0, 1_000_000]).Sample((intervals, next, first) =>
        {
            RhythmContext context = After(intervals, first);

            Assert.Equal(Plain(intervals, next, context.LatestEnd - first - intervals.Sum()), Features(context, next));
        });

    [Fact]
    public void The_next_beat_is_waited_for_a_quarter_longer_than_usual_but_no_longer_than_leaves_time_for_the_class() =>
        Gen.Int[25, 250].Sample(rate =>
        {
            int interval = 60 * Second / rate;
            int wait = After([.. Enumerable.Repeat(interval, 20)]).LatestEnd - (20 * interval);

            Assert.InRange(wait, BedsideWindow.SamplesAfterR, RhythmContext.LongestWait);
            Assert.True(wait == BedsideWindow.SamplesAfterR || wait <= (2 * interval) - 30);
            Assert.True(wait <= (interval * 5 / 4) + 32);
            if (rate is >= 40 and <= 90)
            {
                // So the next R peak, which comes when it is due, is found in time, 32 samples later.
                Assert.True(wait >= interval + 32 + RhythmContext.BlockEnd);
            }
        });

    [Fact]
    public void A_steady_rhythm_of_any_rate_is_neither_early_nor_late_and_all_alike() => Gen.Int[25, 250].Sample(rate =>
    {
        int interval = 60 * Second / rate;
        RhythmContext context = After([.. Enumerable.Repeat(interval, 40)]);

        sbyte[] features = Features(context, interval);
        Assert.Equal([0, 0], features[..2]);
        Assert.Equal(0, features[2]);
        Assert.All(features[3..], feature => Assert.InRange(feature, -3, 3));
        Assert.Equal(0, Features(context, RhythmContext.Unknown)[1]);
        Assert.InRange(Features(context, RhythmContext.Overdue)[1], 0, 32);
    });

    [Fact]
    public void A_premature_beat_is_early_and_what_follows_its_pause_is_late()
    {
        int[] steady = [.. Enumerable.Repeat(100, 30)];

        Assert.Equal([-51, 32], Features(After([.. steady, 60]), 140)[..2]);
        sbyte[] after = Features(After([.. steady, 60, 140]), 100);
        Assert.InRange(after[0], 55, 65);
    }

    [Fact]
    public void One_premature_beat_leaves_a_rhythm_steady_and_one_that_wanders_is_not()
    {
        int[] steady = [.. Enumerable.Repeat(100, 30)];
        Assert.Equal(0, Features(After([.. steady, 60, 140, 100]), 100)[2]);

        Random random = new(3);
        Assert.InRange(Features(After([.. Enumerable.Range(0, 40).Select(_ => random.Next(70, 130))]), 100)[2], 60, 127);
    }

    [Fact]
    public void Every_second_or_third_beat_early_repeats_itself_and_a_rhythm_that_wanders_does_not()
    {
        int[] Repeat(params int[] few) => [.. Enumerable.Repeat(few, 15).SelectMany(each => each)];
        Assert.Equal(0, Features(After(Repeat(70, 110)), 100)[5]);
        Assert.Equal(0, Features(After(Repeat(70, 110, 100)), 100)[5]);
        Assert.Equal(127, Features(After(Repeat(70, 110)), 100)[2]);

        Random random = new(3);
        Assert.InRange(Features(After([.. Enumerable.Range(0, 40).Select(_ => random.Next(70, 130))]), 100)[5], 30, 127);
    }

    [Fact]
    public void Where_one_interval_in_six_is_very_long_the_others_are_early_by_the_upper_tenth_and_the_long_mean()
    {
        sbyte[] features = Features(After([.. Enumerable.Repeat(new[] { 300, 90, 90, 90, 90, 90 }, 20).SelectMany(each => each), 90]), 90);

        Assert.InRange(features[6], -100, -60);
        Assert.InRange(features[7], -50, -25);
    }

    [Fact]
    public void In_a_slow_rhythm_a_pause_is_known_to_be_one_before_it_ends_and_in_a_fast_one_nothing_is()
    {
        Assert.InRange(Features(After([.. Enumerable.Repeat(125, 20)]), RhythmContext.Overdue)[1], 30, 32);
        Assert.Equal(0, Features(After([.. Enumerable.Repeat(40, 20)]), RhythmContext.Overdue)[1]);
    }

    [Fact]
    public void The_first_beat_of_a_stretch_knows_nothing_and_remembers_nothing() => Gen.Select(Intervals, Gen.Int[0, 100_000]).Sample((intervals, peak) =>
    {
        RhythmContext context = After(intervals);
        context.Begin();
        context.Add(peak);

        Assert.Equal(new sbyte[RhythmContext.FeatureCount], Features(context, RhythmContext.Unknown));
        context.Add(peak + 80);
        Assert.Equal(Features(After([80]), 80), Features(context, 80));
    });

    [Fact]
    public void No_feature_is_below_minus_127() => Gen.Select(Intervals, Nexts).Sample((intervals, next) =>
        Assert.All(Features(After(intervals), next), feature => Assert.InRange(feature, -RhythmContext.Largest, RhythmContext.Largest)));

    private static RhythmContext After(int[] intervals, int first = 0)
    {
        RhythmContext context = new();
        context.Begin();
        int peak = first;
        context.Add(peak);
        foreach (int interval in intervals)
        {
            peak += interval;
            context.Add(peak);
        }

        return context;
    }

    private static sbyte[] Features(RhythmContext context, int next)
    {
        var features = new sbyte[RhythmContext.FeatureCount];
        context.Write(next, features);
        return features;
    }

    /// <summary>From the whole list of intervals at once, in fractions.</summary>
    private static sbyte[] Plain(int[] all, int next, int wait)
    {
        const decimal Fraction = 256;
        List<int> held = [.. all.Select(interval => Math.Min(interval, 3 * Second))];
        decimal Mean(int known) => known == 0
            ? held.Count > 0 ? held[0] : 100
            : Math.Floor((held.Take(known).TakeLast(8).Sum() * Fraction / Math.Min(known, 8)) + 0.5m) / Fraction;

        int before = Math.Max(0, held.Count - 1);
        decimal mean = Mean(before);
        decimal upper = mean;
        decimal lower = mean;
        decimal tenth = mean;
        decimal average = mean;
        for (int i = 0; i < before; i++)
        {
            if (i == 0)
            {
                upper = lower = tenth = average = held[0];
            }

            decimal step = Math.Max(Math.Floor(Mean(i) * Fraction / 128), 128) * (i < 16 ? 3 : 1);
            (decimal more, decimal less) = (Math.Floor(step * 3 / 2) / Fraction, Math.Floor(step / 2) / Fraction);
            upper = Math.Max(upper + (held[i] > upper ? more : -less), 0.5m);
            lower = Math.Max(lower + (held[i] > lower ? less : -more), 0.5m);
            tenth = Math.Max(tenth + (held[i] > tenth ? 3 * more : -less), 0.5m);
            average = Math.Max(average + (Math.Truncate((held[i] - average) * Fraction / Math.Min(i + 1, 64)) / Fraction), 0.5m);
        }

        decimal own = held.Count > 0 ? held[^1] : mean;
        decimal follows = next > 0 ? next : next == RhythmContext.Overdue ? Math.Max(mean, wait - 32) : mean;
        List<int> History(int known) => [.. held.Take(known).TakeLast(16)];
        List<int> history = History(before);
        int[] changes = [.. history.Zip(history.Skip(1), (a, b) => Math.Abs(a - b)).Order()];
        int half = changes.Length / 2;
        decimal change = changes.Length == 0 ? 0 : changes.Length % 2 != 0 ? changes[half] : Math.Floor((changes[half - 1] + changes[half]) / 2m);
        sbyte Irregularity(int known) => Held(508 * Enumerable.Range(1, 3).Where(apart => known > 1 && (apart == 1 || known - apart >= 4))
            .Select(apart => History(known).Zip(History(known).Skip(apart), (a, b) => Math.Abs(a - b)).Order().ToArray())
            .Select(sorted => sorted[sorted.Length * 3 / 8]).DefaultIfEmpty(0).Min() / Mean(known));
        decimal slow = 0;
        for (int known = 0; known <= before; known++)
        {
            // The first beat of all and the second both have no interval before them.
            for (int beat = known == 0 && held.Count > 0 ? 0 : 1; beat < 2; beat++)
                slow += Math.Truncate(((Irregularity(known) - slow) * Fraction) / Math.Min(known + 1, 64)) / Fraction;
        }

        decimal most = Math.Floor(mean * Fraction * 5 / 4) / Fraction;
        return
        [
            Held((128 * own / mean) - 128), Held((128 * Math.Min(follows, most) / mean) - 128), Held(508 * change / mean),
            Held((128 * own / upper) - 128), Held((128 * own / lower) - 128),
            Irregularity(before), Held((128 * own / tenth) - 128), Held((128 * own / average) - 128), Held(slow),
        ];
    }

    private static sbyte Held(decimal feature) => (sbyte)Math.Clamp(Math.Floor(feature + 0.5m), -127, 127);
}
