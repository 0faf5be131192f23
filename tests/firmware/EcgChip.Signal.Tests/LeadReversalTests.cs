using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.Testing;

namespace EcgChip.Signal.Tests;

/// <summary>Which way round the electrodes are, told from beats drawn for the purpose.</summary>
public class LeadReversalTests
{
    private const int Rate = SignalUnits.SampleRate;
    private const int Mask = 4095;

    private static readonly Shape Sinus = new(P: 25, PSeconds: -0.16, R: 240, RBefore: 0, T: 50);

    [Theory]
    [InlineData(1, LeadOrientation.Upright)]
    [InlineData(-1, LeadOrientation.LikelySwapped)]
    public void After_some_ten_beats_of_sinus_rhythm_it_is_said_which_way_round_they_are(int sign, LeadOrientation expected)
    {
        List<LeadOrientation> said = Play(Sinus.Times(sign), Regular(20, 100));
        Assert.All(said.Take(10), orientation => Assert.Equal(LeadOrientation.Unknown, orientation));
        Assert.All(said.Skip(13), orientation => Assert.Equal(expected, orientation));
    }

    [Fact]
    public void An_upright_P_before_a_QRS_that_points_down_is_no_swapped_pair() =>
        Assert.DoesNotContain(LeadOrientation.LikelySwapped, Play(Sinus with { R = -240 }, Regular(30, 100)));

    [Fact]
    public void A_P_that_points_down_before_a_QRS_that_points_up_is_no_swapped_pair() =>
        Assert.All(Play(Sinus with { P = -25 }, Regular(30, 100)), orientation => Assert.Equal(LeadOrientation.Unknown, orientation));

    [Fact]
    public void A_T_against_the_QRS_as_behind_a_pacemaker_is_no_swapped_pair() =>
        Assert.All(
            Play(new Shape(P: -25, PSeconds: -0.16, R: -240, RBefore: 0, T: 50), Regular(30, 100)),
            orientation => Assert.Equal(LeadOrientation.Unknown, orientation));

    [Fact]
    public void A_tall_r_before_a_deep_S_is_no_swapped_pair() =>
        Assert.DoesNotContain(
            LeadOrientation.LikelySwapped, Play(new Shape(P: 25, PSeconds: -0.2, R: -240, RBefore: 150, T: -50), Regular(36, 100)));

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Without_P_waves_nothing_is_said(int sign) =>
        Assert.All(Play((Sinus with { P = 0 }).Times(sign), Regular(36, 100)), orientation => Assert.Equal(LeadOrientation.Unknown, orientation));

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void In_an_irregular_rhythm_nothing_is_said_whatever_the_waves(int sign)
    {
        Random random = new(7);
        int[] peaks = Peaks(Enumerable.Range(0, 35).Select(_ => random.Next(2) == 0 ? random.Next(70, 85) : random.Next(105, 130)));
        Assert.All(Play(Sinus.Times(sign), peaks), orientation => Assert.Equal(LeadOrientation.Unknown, orientation));
    }

    [Fact]
    public void At_120_a_minute_the_T_wave_lies_where_P_should_and_nothing_is_said() =>
        Assert.All(Play(Sinus.Times(-1), Regular(60, 62)), orientation => Assert.Equal(LeadOrientation.Unknown, orientation));

    [Fact]
    public void An_ectopic_beat_now_and_then_changes_nothing()
    {
        List<int> intervals = [];
        for (int i = 0; i < 38; i++)
        {
            intervals.Add((i % 13) switch { 11 => 60, 12 => 140, _ => 100 });
        }

        List<LeadOrientation> said = Play(Sinus.Times(-1), Peaks(intervals));
        Assert.All(said.Skip(26), orientation => Assert.Equal(LeadOrientation.LikelySwapped, orientation));
    }

    [Fact]
    public void Electrodes_that_are_put_right_are_called_upright_again()
    {
        LeadReversal reversal = new();
        Play(reversal, Sinus.Times(-1), Regular(20, 100), 0);
        Assert.Equal(LeadOrientation.LikelySwapped, reversal.Orientation);
        reversal.Reset();
        Assert.Equal(LeadOrientation.Unknown, reversal.Orientation);
        Play(reversal, Sinus, Regular(20, 100), 0);
        Assert.Equal(LeadOrientation.Upright, reversal.Orientation);
    }

    /// <summary>Nothing but P, QRS and T pointing down together may ever be called swapped.</summary>
    [Fact]
    public void Beats_of_any_shape_turned_over_never_say_the_same_and_upright_P_waves_never_say_swapped()
    {
        Gen<Shape> shapes = Gen.Select(
            Gen.Int[-40, 40], Gen.Double[-0.22, -0.13], Gen.Int[-400, 400], Gen.Int[-80, 80], Gen.Int[-80, 80],
            (p, seconds, r, before, t) => new Shape(p, seconds, r, before, t));
        Gen.Select(shapes, Gen.Int[75, 150], Gen.Int[1, 1000]).Sample((shape, interval, seed) =>
        {
            LeadOrientation one = Play(shape, Regular(24, interval), seed)[^1];
            LeadOrientation other = Play(shape.Times(-1), Regular(24, interval), seed)[^1];
            Assert.True(one == LeadOrientation.Unknown || one != other);
            Assert.False(shape.P > 8 && Math.Abs(shape.RBefore) < 10 && one == LeadOrientation.LikelySwapped);
        }, iter: 300);
    }

    [Fact]
    public void Nothing_is_allocated_while_it_runs()
    {
        LeadReversal reversal = new();
        int[] peaks = Regular(30, 100);
        short[] ring = Draw(Sinus, peaks, 1);
        Assert.Equal(0, Allocations.OfEveryRound(() =>
        {
            foreach (int peak in peaks)
            {
                reversal.AddBeat(ring, Mask, peak);
            }

            reversal.Reset();
        }));
    }

    private static int[] Regular(int beats, int interval) => Peaks(Enumerable.Repeat(interval, beats));

    private static int[] Peaks(IEnumerable<int> intervals)
    {
        int at = 60;
        return [.. intervals.Select(interval => at += interval)];
    }

    private static List<LeadOrientation> Play(Shape shape, int[] peaks, int seed = 1)
    {
        LeadReversal reversal = new();
        return Play(reversal, shape, peaks, seed);
    }

    private static List<LeadOrientation> Play(LeadReversal reversal, Shape shape, int[] peaks, int seed)
    {
        short[] ring = Draw(shape, peaks, seed);
        List<LeadOrientation> said = [];
        foreach (int peak in peaks)
        {
            reversal.AddBeat(ring, Mask, peak);
            said.Add(reversal.Orientation);
        }

        return said;
    }

    // With noise of 10 uV, as a quiet patient has.
    private static short[] Draw(Shape shape, int[] peaks, int seed)
    {
        Assert.True(peaks[^1] + Rate < Mask, "The beats do not fit the ring.");
        Random random = new(seed);
        double[] samples = new double[Mask + 1];
        foreach (int peak in peaks)
        {
            for (int n = Math.Max(0, peak - Rate); n < peak + Rate; n++)
            {
                samples[n] += shape.At((n - peak) / (double)Rate);
            }
        }

        return [.. samples.Select(sample => (short)Math.Round(sample + 4 * (random.NextDouble() + random.NextDouble() - 1)))];
    }

    /// <summary>Heights in 5 uV units: a P wave, what precedes R by 50 ms, R, and a T wave.</summary>
    private sealed record Shape(double P, double PSeconds, double R, double RBefore, double T)
    {
        public Shape Times(int sign) => new(sign * P, PSeconds, sign * R, sign * RBefore, sign * T);

        public double At(double seconds) =>
            Bell(P, PSeconds, 0.02, seconds) + Bell(RBefore, -0.05, 0.01, seconds) + Bell(R, 0, 0.012, seconds) + Bell(T, 0.25, 0.05, seconds);

        private static double Bell(double height, double centre, double width, double seconds) =>
            height * Math.Exp(-(seconds - centre) * (seconds - centre) / (2 * width * width));
    }
}
