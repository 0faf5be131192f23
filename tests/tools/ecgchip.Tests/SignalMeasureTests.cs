using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using CsCheck;
using EcgChip.Cli.SignalChain;
using EcgChip.Signal;
using EcgChip.Testing;

namespace EcgChip.Cli.Tests;

/// <summary>What <c>bench signal</c> measures with, on cases whose answer is known.</summary>
public class SignalMeasureTests
{
    [Fact]
    public void The_amplitude_of_a_sine_is_found_whatever_its_phase_and_offset() =>
        Gen.Select(Gen.Double[0.1, 5], Gen.Double[0.01, 0.45], Gen.Double[0, 6.28], Gen.Double[-3, 3]).Sample(
            (amplitude, cycles, phase, offset) =>
            {
                double[] samples = [.. Enumerable.Range(0, 700).Select(i => offset + (amplitude * Math.Sin((2 * Math.PI * cycles * i) + phase)))];
                Assert.Equal(amplitude, SineFit.Amplitude(samples, cycles), 1e-9);
            },
            iter: 100);

    [Fact]
    public void Corners_and_mains_of_a_known_filter_are_found()
    {
        // First order, 0.5 and 40 Hz, and a zero at 50 Hz alone.
        static double Gain(double hertz) => hertz == 50 ? 1e-3 : 1 / Math.Sqrt((1 + (0.5 / hertz * (0.5 / hertz))) * (1 + (hertz / 40 * (hertz / 40))));
        IReadOnlyList<SignalFigure> figures = FrequencyTest.Figures(50, Gain);
        SignalFigure Named(string end) => figures.Single(figure => figure.What.EndsWith(end, StringComparison.Ordinal));

        // Against the gain at 10 Hz, -0.274 dB: the corners lie where one of the two takes 3.274 dB, 0.5 / 1.0608 and 40 * 1.0608 Hz.
        Assert.Equal(0.4714, Named("lower -3 dB corner").Value!.Value, 0.001);
        Assert.Equal(42.43, Named("upper -3 dB corner").Value!.Value, 0.1);
        Assert.Equal(-60 - (20 * Math.Log10(Gain(10))), Named(" 50 Hz").Value!.Value, 1e-9);
        Assert.All(figures, figure => Assert.True(figure.IsMet, figure.What));
        Assert.InRange(Named("least in the band").Value!.Value, -2.3, -1.5);
    }

    [Theory]
    [InlineData(0.8, 40, 1e-3, "lower -3 dB corner")]
    [InlineData(0.3, 30, 1e-3, "upper -3 dB corner")]
    [InlineData(0.3, 45, 0.05, " 50 Hz")]
    public void A_filter_that_is_too_narrow_or_lets_mains_through_breaks_its_bound(double lowHz, double highHz, double atMains, string broken)
    {
        double Gain(double hertz) =>
            hertz == 50 ? atMains : 1 / Math.Sqrt((1 + (lowHz / hertz * (lowHz / hertz))) * (1 + (hertz / highHz * (hertz / highHz))));
        Assert.Contains(
            FrequencyTest.Figures(50, Gain).Where(figure => !figure.IsMet), figure => figure.What.EndsWith(broken, StringComparison.Ordinal));
    }

    [Fact]
    public void The_chains_gain_is_that_of_its_two_high_passes()
    {
        // 0.3 Hz in the front end, 125 / (2 pi 48) Hz in the conditioner.
        double front = 100 / (2 * Math.PI * 11.3e6 * 4.7e-6);
        double baseline = 125 / (2 * Math.PI * 48);
        double expected = 1 / Math.Sqrt((1 + Math.Pow(front / 0.4, 2)) * (1 + Math.Pow(baseline / 0.4, 2)));
        double measured = FrequencyTest.GainAt(0.4, MainsFrequency.Hz50, default) / FrequencyTest.GainAt(5, MainsFrequency.Hz50, default);
        Assert.Equal(expected, measured, 0.02 * expected);
    }

    [Fact]
    public void Noise_and_slope_of_a_known_signal_are_found()
    {
        (double peakToPeak, double rms) = PulseTest.Noise([1, 3, 1, 3]);
        Assert.Equal((2, 1), (peakToPeak, rms));

        // 0.5 mV a second for a second, then -2 for a second.
        double[] samples = [.. Enumerable.Range(0, 250).Select(i => i < 125 ? i * 0.5 / 125 : 0.5 - ((i - 125) * 2.0 / 125))];
        Assert.Equal(2, PulseTest.SteepestSlope(samples), 1e-9);
    }

    [Fact]
    public void The_error_of_a_rate_is_the_worst_one_and_dashes_are_all_of_it()
    {
        Assert.Equal(5, RateTest.Error([60, 63, 59], 60), 1e-9);
        Assert.Equal(100, RateTest.Error([60, null], 60));
    }

    [Fact]
    public void A_search_ends_where_it_first_fails_even_if_it_would_hold_again()
    {
        Assert.Equal(1.1, RateTest.HighestWhile(2, 20, value => value is < 1.15 or > 1.5), 1e-9);
        Assert.Equal(0, RateTest.HighestWhile(2, 20, value => value > 1));
        Assert.Equal(2, RateTest.HighestWhile(2, 20, _ => true));
    }

    [Fact]
    public void A_test_beat_has_the_height_and_times_that_it_says()
    {
        TestBeat beat = new(2, 0.1) { TMillivolts = 0.5 };
        Assert.Equal((2, 1, 0, 0), (beat.At(0), Math.Round(beat.At(0.025), 9), beat.At(0.05), beat.At(-0.06)));

        // QT of 350 ms from 50 ms before R: T of 180 ms has its top 210 ms behind R, and ends at 300.
        Assert.Equal(0.5, beat.At(0.21), 1e-9);
        Assert.Equal(0, beat.At(0.301));
        Assert.Equal(0, beat.At(0.119));
        Assert.Equal(0.5, (beat with { HasSmoothT = true }).At(0.21), 1e-9);
        Assert.Equal(-0.5, new TestBeat(-2, 0.1).WithWaves(0.75, 0, 0.25).At(0.21), 1e-9);
    }

    [Fact]
    public void Spikes_that_are_taken_for_beats_are_counted_by_the_beat_that_they_belong_to()
    {
        double[] truth = [.. Enumerable.Range(0, 30).Select(i => i * 0.75)];
        (double, double)[] right = [.. truth.Select(time => (time, time))];
        double tenth = truth[10];
        Assert.Equal((0, 0, 0), Count(right));
        Assert.Equal((1, 0, 0), Count([.. right, (tenth - 0.16, tenth)]));
        Assert.Equal((2, 0, 0), Count([.. right, (tenth - 0.16, tenth), (tenth + 0.3, tenth)]));
        Assert.Equal((0, 1, 1), Count([.. right.Where(beat => beat.Item1 != tenth)]));
        Assert.Equal((0, 0, 1), Count([.. right.Where(beat => beat.Item1 != tenth), (tenth - 0.16, tenth)]));

        (int, int, int) Count((double, double)[] found) =>
            (PacerTest.Doubled(found, truth), PacerTest.Uncounted(found, truth), PacerTest.Missed(found, truth));
    }

    [Fact]
    public void A_spike_is_two_milliseconds_wide_and_its_overshoot_decays_on_the_other_side()
    {
        Assert.Equal((0, 1, 1), (PacerTest.Spike(-0.001, 0.2, 0.02), PacerTest.Spike(0, 0.2, 0.02), PacerTest.Spike(0.0019, 0.2, 0.02)));
        Assert.Equal(-0.2 * Math.Exp(-1), PacerTest.Spike(0.022, 0.2, 0.02), 1e-9);
        Assert.Equal(0, PacerTest.Spike(1, 0.2, 0.02));
    }

    [Fact]
    public void A_step_counts_as_followed_from_when_on_it_stays_followed()
    {
        (double, int?)[] shown = [(1, 80), (2, 110), (3, 90), (4, 106), (5, 116), (6, 120)];
        Assert.Equal(3.5, RateStepTest.Delay(shown, 0.5, 80, 120, 0.63));
        Assert.Equal(4.5, RateStepTest.Delay(shown, 0.5, 80, 120, 0.9));
        Assert.Null(RateStepTest.Delay([.. shown, (7, null)], 0.5, 80, 120, 0.9));
        Assert.Equal(1, RateStepTest.Delay([(1, 80), (2, 43)], 1, 80, 40, 0.9));
    }

    [Fact]
    public void Recovery_is_from_when_on_nothing_is_missed_any_more()
    {
        (double, double)[] found = [(10.75, 0), (12.25, 0), (13, 0), (13.75, 0)];
        double[] truth = [10, 10.75, 11.5, 12.25, 13, 13.75];
        Assert.Equal(12.25, RecoveryTest.FirstOfAllFound(found, truth, 10, 14));
        Assert.Null(RecoveryTest.FirstOfAllFound(found, [10, 16], 10, 17));
        Assert.Equal(1.0, RecoveryTest.LastBeyond([.. Enumerable.Range(0, 250).Select(i => i == 125 ? -0.6 : 0.4)], 0.5, 0.5));
        Assert.Null(RecoveryTest.LastBeyond(new double[250], 0.5, 0.5));
        Assert.Equal(4, RecoveryTest.KnownFrom([(1, 80), (2, null), (3, null), (4, 80), (5, 80)], 1));
        Assert.Equal(1, RecoveryTest.KnownFrom([(1, 80), (2, 80)], 1));
        Assert.Null(RecoveryTest.KnownFrom([(1, 80), (2, null)], 1));
    }

    [Fact]
    public void Beats_are_compared_by_their_place() =>
        Assert.Equal((1, 2), RhythmTest.Compare([(1, 0), (2.16, 0), (3.1, 0), (3.5, 0), (9, 0)], [1, 2, 3, 9], 0.5, 5));

    [Fact]
    public void The_quantile_is_the_least_value_that_the_share_does_not_exceed()
    {
        Assert.Equal(99, RPeakTest.QuantileOf(Enumerable.Range(1, 100).Select(i => (double)i), 0.99));
        Assert.Equal(100, RPeakTest.QuantileOf(Enumerable.Range(1, 100).Select(i => (double)i), 1));
        Assert.Null(RPeakTest.QuantileOf([], 0.99));
    }

    [Fact]
    public void What_is_played_comes_back_as_trace_rate_and_beats()
    {
        BeatTrain train = BeatTrain.Regular(new TestBeat(1, 0.1) { TMillivolts = 0.3 }, 1, 20);
        PlayedSignal played = BoardPlay.Play(train.At, 20, CancellationToken.None);
        Assert.All(played.ShownBetween(6, 20), rate => Assert.Equal(60, rate));
        Assert.All(train.Times.Where(time => time is > 2 and < 18.5), time =>
        {
            (double seconds, double told) = played.Beats.MinBy(beat => Math.Abs(beat.Seconds - time));
            Assert.InRange(seconds - time, -0.016, 0.016);
            Assert.InRange(told - time, 0.1, 1);

            // The trace has the beat's top where it is, filter delay and all; the 45 Hz low-pass rounds the triangle's tip.
            double[] around = [.. played.Between(time + played.DelaySeconds - 0.02, time + played.DelaySeconds + 0.02)];
            Assert.InRange(around.Max(), 0.8, 0.95);
        });
        Assert.DoesNotContain(played.Trace.Take((int)(18 * 125)), double.IsNaN);
    }

    [Fact]
    public void Without_an_electrode_there_is_no_trace_and_no_rate()
    {
        BeatTrain train = BeatTrain.Regular(new TestBeat(1, 0.1), 0.75, 16);
        PlayedSignal played = BoardPlay.Play(train.At, 16, default, electrodes: electrodes => electrodes.Lose(true, 8, 11));
        Assert.All(played.Between(8.2, 11), sample => Assert.True(double.IsNaN(sample)));
        Assert.Contains(played.Between(11.6, 15), sample => sample > 0.5);
        Assert.All(played.ShownBetween(9.1, 11), rate => Assert.Null(rate));
        Assert.Contains(played.States, state => state.State == ContactState.NoContact && state.Seconds is > 8 and < 8.3);
    }

    [Theory]
    [InlineData(1.0, null, null, true, "")]
    [InlineData(1.0, 1.0, null, true, "met")]
    [InlineData(0.9, 1.0, null, false, "NOT MET")]
    [InlineData(1.0, null, 1.0, true, "met")]
    [InlineData(1.1, null, 1.0, false, "NOT MET")]
    [InlineData(null, null, 1.0, false, "NOT MET")]
    [InlineData(double.NaN, null, 1.0, false, "NOT MET")]
    [InlineData(null, null, null, true, "")]
    public void A_bound_holds_from_its_limit_on_and_never_without_a_figure(double? value, double? least, double? most, bool isMet, string verdict)
    {
        SignalFigure figure = new("x", value, "mV") { AtLeast = least, AtMost = most };
        Assert.Equal((isMet, verdict), (figure.IsMet, figure.Verdict));
    }

    [Theory]
    [InlineData(99.80, 99.80, 98, 98, 99.75, 0)]
    [InlineData(99.79, 99.80, 98, 98, 99.75, 1)]
    [InlineData(99.80, 99.79, 98, 98, 99.75, 1)]
    [InlineData(99.80, 99.80, 97.9, 98, 99.75, 1)]
    [InlineData(99.80, 99.80, 98, 97.9, 99.75, 1)]
    [InlineData(99.80, 99.80, 98, 98, 99.69, 2)]
    [InlineData(99.80, 99.80, 98, 98, 99.95, 2)]
    public void The_bounds_on_recordings_are_held(double se, double ppv, double worstSe, double worstPpv, double other, int broken)
    {
        MitBihVariant first = new("gain 1", 10, 0, 0, se, ppv, se, 0, ("a", worstSe), ("b", worstPpv));
        MitBihVariant second = first with { Name = "other", Se = other, Ppv = other, WorstSe = ("a", 0), WorstPpv = ("b", 0) };
        Assert.Equal(broken, MitBihTest.Figures([first, second]).Count(figure => !figure.IsMet));
    }

    [SkippableFact]
    public void Recordings_are_played_in_six_ways_and_scored_from_the_first_beat_on()
    {
        IReadOnlyList<MitBihVariant> variants = new MitBihTest(SharedData.Mitdb(), "100,103", 2, 30).Run(null, default);
        Assert.Equal(["gain 1", "gain 0.5", "gain 2", "inverted", "from 7.3 s on", "from 61.1 s on"], variants.Select(variant => variant.Name));

        // Half a minute of each: 37 and 35 beats, by their reference annotations.
        Assert.InRange(variants[0].Beats, 68, 76);
        Assert.All(variants, variant => Assert.InRange(variant.Beats - variants[0].Beats, -4, 4));
        Assert.All(variants, variant => Assert.InRange(variant.Se!.Value, 97, 100));
        Assert.All(MitBihTest.Figures(variants).Take(4), figure => Assert.NotNull(figure.Value));
    }
}
