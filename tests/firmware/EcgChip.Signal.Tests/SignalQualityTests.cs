using System;
using System.Linq;
using CsCheck;
using EcgChip.Testing;

namespace EcgChip.Signal.Tests;

/// <summary>The measures of quality, each on numbers worked out by hand.</summary>
public class SignalQualityTests
{
    private const int Mask = 511;
    private const int BlocksOfSecond = 16;
    private const int Ordinary = SignalQuality.OrdinaryBeat;
    private const int Strong = SignalQuality.StrongBeat;

    [Fact]
    public void A_signal_with_every_measure_far_below_its_limit_is_clean()
    {
        SignalQuality quality = new();
        Play(quality, Beat);
        quality.Judge(0, 0, 0, Ordinary, true);
        Assert.Equal((100, QualityReason.None), (quality.Index, quality.Reason));
    }

    [Theory]
    [InlineData(0, 100, QualityReason.None)]
    [InlineData(20, 90, QualityReason.None)]
    [InlineData(100, 50, QualityReason.None)]
    [InlineData(101, 49, QualityReason.Mains)]
    [InlineData(150, 25, QualityReason.Mains)]
    [InlineData(200, 0, QualityReason.Mains)]
    [InlineData(5000, 0, QualityReason.Mains)]
    public void Hum_of_half_a_millivolt_is_the_border_and_of_a_whole_one_the_end(int hum, int index, QualityReason reason)
    {
        SignalQuality quality = new();
        Play(quality, Beat);
        quality.Judge(0, hum, 0, Ordinary, true);
        Assert.Equal((index, reason), (quality.Index, quality.Reason));
    }

    [Theory]
    [InlineData(150, 75, QualityReason.None)]
    [InlineData(300, 50, QualityReason.None)]
    [InlineData(301, 49, QualityReason.Wander)]
    [InlineData(600, 0, QualityReason.Wander)]
    public void The_baseline_may_swing_by_300_units_in_a_second(int swing, int index, QualityReason reason)
    {
        SignalQuality quality = new();
        Play(quality, Beat);
        quality.AddLevel(-30);
        quality.AddLevel(swing - 30);
        quality.AddLevel(10);
        quality.Judge(0, 0, 0, Ordinary, true);
        Assert.Equal((index, reason), (quality.Index, quality.Reason));
    }

    [Theory]
    [InlineData(7, SignalQuality.SureDoubt, Strong, 50, QualityReason.None)]
    [InlineData(8, SignalQuality.SureDoubt, Strong, 42, QualityReason.Clipping)]
    [InlineData(8, 0, Strong - 1, 42, QualityReason.Clipping)]
    [InlineData(125, 0, Ordinary, 0, QualityReason.Clipping)]
    [InlineData(8, SignalQuality.SureDoubt - 1, Strong, 62, QualityReason.None)]
    [InlineData(31, 0, Strong, 50, QualityReason.None)]
    [InlineData(32, 0, Strong, 48, QualityReason.Clipping)]
    [InlineData(62, 0, 9 * Strong, 0, QualityReason.Clipping)]
    public void Seven_of_125_samples_may_clip_and_31_where_the_beats_are_sure_and_strong(int clipped, int doubt, int level, int index, QualityReason reason)
    {
        SignalQuality quality = new();
        Play(quality, Beat);
        quality.Judge(clipped, 0, doubt, level, true);
        Assert.Equal((index, reason), (quality.Index, quality.Reason));
    }

    [Theory]
    [InlineData(Ordinary, 300, 0, QualityReason.None)]
    [InlineData(Ordinary, 301, 0, QualityReason.Wander)]
    [InlineData(Ordinary / 4, 300, 0, QualityReason.None)]
    [InlineData(Ordinary * 3 / 2, 450, 0, QualityReason.None)]
    [InlineData(Ordinary * 3 / 2, 451, 0, QualityReason.Wander)]
    [InlineData(Ordinary * 3 / 2, 301, SignalQuality.SureDoubt, QualityReason.Wander)]
    [InlineData(Ordinary * 9, 600, 0, QualityReason.None)]
    [InlineData(Ordinary * 9, 601, 0, QualityReason.Wander)]
    public void Where_the_beats_are_sure_and_strong_the_baseline_may_swing_more_up_to_twice(int level, int swing, int doubt, QualityReason reason)
    {
        SignalQuality quality = new();
        Play(quality, Beat);
        quality.AddLevel(0);
        quality.AddLevel(swing);
        quality.Judge(0, 0, doubt, level, true);
        Assert.Equal(reason, quality.Reason);
    }

    [Theory]
    [InlineData(2 * Ordinary, 60, SignalQuality.SureDoubt, QualityReason.None)]
    [InlineData(2 * Ordinary, 61, SignalQuality.SureDoubt, QualityReason.Muscle)]
    [InlineData(Ordinary, 61, 0, QualityReason.Muscle)]
    [InlineData(2 * Ordinary, 120, SignalQuality.SureDoubt - 1, QualityReason.None)]
    [InlineData(2 * Ordinary, 121, 0, QualityReason.Muscle)]
    [InlineData(9 * Ordinary, 121, 0, QualityReason.Muscle)]
    public void Bends_of_40_units_are_muscle_noise_and_of_80_between_sure_and_strong_beats(int level, int height, int doubt, QualityReason reason)
    {
        SignalQuality quality = new();
        Play(quality, n => (n & 7) is 1 ? height : 0, n => n % 125 == 40 ? 1600 : 0);
        quality.Judge(0, 0, doubt, level, true);
        Assert.Equal(reason, quality.Reason);
    }

    [Theory]
    [InlineData(64, 75, QualityReason.None)]
    [InlineData(RPeakDetector.DoubtLimit, 50, QualityReason.None)]
    [InlineData(RPeakDetector.DoubtLimit + 1, 49, QualityReason.Motion)]
    [InlineData(RPeakDetector.MostDoubt, 0, QualityReason.Motion)]
    public void Beats_that_the_detector_doubts_make_a_second_poor(int doubt, int index, QualityReason reason)
    {
        SignalQuality quality = new();
        Play(quality, Beat);
        quality.Judge(0, 0, doubt, Ordinary, true);
        Assert.Equal((index, reason), (quality.Index, quality.Reason));
    }

    [Theory]
    [InlineData(0, 0, QualityReason.Flat)]
    [InlineData(3, 37, QualityReason.Flat)]
    [InlineData(4, 100, QualityReason.None)]
    [InlineData(8, 100, QualityReason.None)]
    public void A_signal_that_moves_by_less_than_four_units_for_six_seconds_is_flat(int range, int index, QualityReason reason)
    {
        SignalQuality quality = new();
        for (int second = 1; second <= SignalQuality.FlatSeconds; second++)
        {
            Assert.Equal(QualityReason.None, quality.Reason);
            Play(quality, n => n % 64 < 32 ? 0 : range);
            quality.Judge(0, 0, 0, Ordinary, true);
        }

        Assert.Equal((index, reason), (quality.Index, quality.Reason));
    }

    [Fact]
    public void A_heart_that_pauses_for_five_seconds_is_not_flat()
    {
        SignalQuality quality = new();
        for (int second = 0; second < 12; second++)
        {
            Play(quality, second % SignalQuality.FlatSeconds == 0 ? Beat : _ => 0);
            quality.Judge(0, 0, 0, Ordinary, true);
            Assert.Equal(QualityReason.None, quality.Reason);
        }
    }

    /// <summary>One sample of a block stands out by its height: one bend of the three is twice that, and the limit is three times 12.</summary>
    [Theory]
    [InlineData(8, 77, QualityReason.None)]
    [InlineData(18, 50, QualityReason.None)]
    [InlineData(19, 47, QualityReason.Muscle)]
    [InlineData(30, 16, QualityReason.Muscle)]
    public void Bends_of_12_units_between_small_beats_are_muscle_noise(int height, int index, QualityReason reason)
    {
        SignalQuality quality = new();
        Play(quality, n => (n & 7) is 1 ? height : 0, n => n % 125 == 44 ? 100 : 0);
        quality.Judge(0, 0, 0, Ordinary, true);
        Assert.Equal((index, reason), (quality.Index, quality.Reason));
    }

    [Fact]
    public void The_bend_that_is_allowed_grows_with_the_beats_also_in_a_second_between_two_of_them()
    {
        static int Noise(int n) => (n & 7) is 1 ? 30 : 0;
        SignalQuality small = new();
        Play(small, Noise);
        small.Judge(0, 0, 0, Ordinary, true);
        Assert.Equal(QualityReason.Muscle, small.Reason);

        SignalQuality large = new();
        Play(large, Noise, n => n % 125 == 40 ? 800 : 0);
        large.Judge(0, 0, 0, Ordinary, true);
        Assert.Equal(QualityReason.None, large.Reason);
        Play(large, Noise);
        large.Judge(0, 0, 0, Ordinary, true);
        Assert.Equal(QualityReason.None, large.Reason);
        Play(large, Noise);
        large.Judge(0, 0, 0, Ordinary, true);
        Assert.Equal(QualityReason.Muscle, large.Reason);
    }

    [Fact]
    public void Bends_with_as_much_hum_are_put_down_to_the_mains()
    {
        SignalQuality quality = new();
        Play(quality, n => n % 2 == 0 ? 30 : -30);
        quality.Judge(0, 90, 0, Ordinary, true);
        Assert.Equal(QualityReason.Mains, quality.Reason);
        Play(quality, n => n % 2 == 0 ? 30 : -30);
        quality.Judge(0, 20, 0, Ordinary, true);
        Assert.Equal(QualityReason.Muscle, quality.Reason);
    }

    /// <summary>Steep complexes of 120 ms at 180 a minute leave one block of four untouched.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(6)]
    public void Wide_and_fast_beats_are_no_muscle_noise(int shift)
    {
        SignalQuality quality = new();
        Play(quality, n => Math.Abs((n + shift) % 42 - 20) is int d && d < 8 ? 300 - 40 * d : 0);
        quality.Judge(0, 0, 0, Ordinary, true);
        Assert.Equal((100, QualityReason.None), (quality.Index, quality.Reason));
    }

    [Fact]
    public void Seconds_are_counted_by_their_reason_but_for_those_that_do_not_count()
    {
        SignalQuality quality = new();
        foreach ((int hum, bool counts) in new[] { (0, true), (150, true), (150, false), (150, true), (60, true) })
        {
            Play(quality, Beat);
            quality.Judge(0, hum, 0, Ordinary, counts);
        }

        Assert.Equal([2, 0, 0, 2, 0, 0, 0], quality.SecondsByReason);
        Assert.Equal(100 + 25 + 25 + 70, quality.IndexSum);
    }

    [Fact]
    public void Seconds_without_a_single_block_are_flat_and_no_error()
    {
        SignalQuality quality = new();
        for (int second = 0; second < SignalQuality.FlatSeconds; second++)
        {
            quality.Judge(0, 0, 0, Ordinary, true);
        }

        Assert.Equal((0, QualityReason.Flat), (quality.Index, quality.Reason));
    }

    [Fact]
    public void The_index_sinks_with_every_measure_stays_within_0_and_100_and_has_a_reason_exactly_when_it_is_poor()
    {
        Gen<int[]> measures = Gen.Select(Gen.Int[0, 130], Gen.Int[0, 400], Gen.Int[0, 256], Gen.Int[0, 600], (a, b, c, d) => new[] { a, b, c, d });
        Gen.Select(measures, Gen.Int[0, 3], Gen.Int[0, 500], Gen.Int[0, 60]).Sample((values, which, more, noise) =>
        {
            (int index, QualityReason reason) = Judge(values, noise);
            int[] worse = [.. values];
            worse[which] += more;
            Assert.InRange(index, 0, 100);
            Assert.Equal(index < SignalQuality.LowestGood, reason != QualityReason.None);
            Assert.True(Judge(worse, noise).Index <= index);
            Assert.True(Judge(values, noise + 20).Index <= index);
        });
    }

    [Fact]
    public void Nothing_is_allocated_while_it_runs()
    {
        SignalQuality quality = new();
        short[] ring = Ring(Beat);
        long allocated = Allocations.OfEveryRound(() =>
        {
            for (int first = 0; first < 4000; first += 8)
            {
                quality.AddBlock(ring, Mask, first);
                quality.Judge(0, 0, 0, Ordinary, true);
            }
        });
        Assert.Equal(0, allocated);
    }

    private static (int Index, QualityReason Reason) Judge(int[] values, int noise)
    {
        SignalQuality quality = new();
        Play(quality, n => n % 2 == 0 ? noise : -noise, Beat);
        quality.AddLevel(0);
        quality.AddLevel(values[3]);
        quality.Judge(values[0], values[1], values[2], Ordinary, true);
        return (quality.Index, quality.Reason);
    }

    private static int Beat(int n) => (n % 125) switch { 39 or 41 => 100, 40 => 240, _ => 0 };

    private static short[] Ring(Func<int, int> sample) => [.. Enumerable.Range(0, Mask + 1).Select(n => (short)sample(n))];

    private static void Play(SignalQuality quality, Func<int, int> sample, Func<int, int>? further = null)
    {
        short[] ring = Ring(n => sample(n) + (further?.Invoke(n) ?? 0));
        for (int block = 0; block < BlocksOfSecond; block++)
        {
            quality.AddBlock(ring, Mask, block * SignalQuality.BlockSamples);
        }
    }
}
