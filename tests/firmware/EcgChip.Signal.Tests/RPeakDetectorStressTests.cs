using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace EcgChip.Signal.Tests;

/// <summary>What hearts and electrodes do to a detector, each by itself and over random sizes.</summary>
public class RPeakDetectorStressTests
{
    private const int Rate = SignalUnits.SampleRate;
    private const int RingMask = 255;

    // AAMI EC13 gives figures for beats of 0.5 to 5 mV and 70 to 120 ms.
    private static readonly Gen<double> Height = Gen.Double[100, 1000];
    private static readonly Gen<double> Sign = Gen.Bool.Select(up => up ? 1.0 : -1.0);

    [Fact]
    public void Beats_of_25_to_250_a_minute_and_70_to_120_ms_are_found_each_once_and_in_place() =>
        Gen.Select(Gen.Double[25, 250], Gen.Double[0.07, 0.12], Height, Sign).Sample((rate, qrs, height, sign) =>
            AssertAllFound(SyntheticEcg.Steady(rate, 40, sign * height, new(QrsSeconds: qrs))));

    [Fact]
    public void A_T_wave_of_up_to_1_2_times_the_R_peak_is_no_beat() =>
        Gen.Select(Gen.Double[40, 90], Gen.Double[0, 1.2], Height, Sign).Sample((rate, tWave, height, sign) =>
            AssertAllFound(SyntheticEcg.Steady(rate, 40, sign * height, new(QrsSeconds: 0.1, THeight: tWave))));

    [Fact]
    public void A_P_wave_of_up_to_half_the_R_peak_is_no_beat() =>
        Gen.Select(Gen.Double[40, 130], Gen.Double[0, 0.5], Gen.Double[0.12, 0.24], Height).Sample((rate, pWave, pr, height) =>
            AssertAllFound(SyntheticEcg.Steady(rate, 40, height, new(PHeight: pWave, PrSeconds: pr))));

    [Fact]
    public void Beats_of_which_every_second_is_as_little_as_half_as_high_are_all_found() =>
        Gen.Select(Gen.Double[40, 150], Gen.Double[0.5, 1], Height).Sample((rate, ratio, height) =>
            AssertAllFound(Varying(rate, 40, i => (i % 2 == 0 ? 1 : ratio) * height)));

    [Fact]
    public void Beats_that_become_up_to_three_times_as_high_or_as_low_at_once_are_all_found_but_for_the_first_two_seconds() =>
        Gen.Select(Gen.Double[40, 150], Gen.Double[1.0 / 3, 3], Gen.Double[300, 1000]).Sample((rate, change, height) =>
        {
            SyntheticEcg ecg = Varying(rate, 60, i => (i < 30 ? 1 : change) * height);
            int changed = ecg.Peaks[30];
            AssertFound(ecg, peak => peak < changed || peak > changed + (2 * Rate));
        });

    [Fact]
    public void Wide_beats_between_narrow_ones_are_found_once() =>
        Gen.Select(Gen.Double[50, 110], Gen.Double[0.14, 0.18], Gen.Double[0.7, 1.5], Gen.Int[2, 5], Sign).Sample((rate, width, size, every, sign) =>
        {
            double interval = 60.0 * Rate / rate;
            SyntheticEcg ecg = new((int)(42 * interval) + (2 * Rate));
            for (int i = 0; i < 40; i++)
            {
                bool wide = i % every == every - 1;
                SyntheticEcg.Shape shape = wide ? new(QrsSeconds: width, PHeight: 0, THeight: -0.4, QtSeconds: 0.45) : new();
                ecg.AddBeat((int)(60 + (i * interval)), wide ? sign * size * 250 : 250, shape, interval);
            }

            AssertAllFound(ecg, reach: 6);
        });

    [Fact]
    public void After_a_pause_of_up_to_five_seconds_every_beat_is_found_and_none_in_the_pause() =>
        Gen.Select(Gen.Double[40, 120], Gen.Double[2, 5], Height).Sample((rate, pause, height) =>
        {
            double interval = 60.0 * Rate / rate;
            SyntheticEcg ecg = new((int)((40 * interval) + (pause * Rate)) + (3 * Rate));
            for (int i = 0; i < 40; i++)
                ecg.AddBeat((int)(60 + (i * interval) + (i < 20 ? 0 : pause * Rate)), height, new(), interval);
            AssertAllFound(ecg);
        });

    [Fact]
    public void A_rate_that_jumps_loses_no_beat() =>
        Gen.Select(Gen.Double[40, 200], Gen.Double[40, 200], Height).Sample((before, after, height) =>
        {
            SyntheticEcg ecg = new((int)(30 * 60.0 * Rate * ((1 / before) + (1 / after))) + (3 * Rate));
            double at = 60;
            for (int i = 0; i < 60; i++)
            {
                double interval = 60.0 * Rate / (i < 30 ? before : after);
                ecg.AddBeat((int)at, height, new(), interval);
                at += interval;
            }

            AssertAllFound(ecg);
        });

    [Fact]
    public void A_signal_that_starts_in_the_middle_of_a_beat_costs_at_most_the_beats_of_its_first_second() =>
        Gen.Select(Gen.Double[40, 180], Gen.Double[-30, 60], Height).Sample((rate, first, height) =>
            AssertFound(SyntheticEcg.Steady(rate, 40, height, new(), first), peak => peak > Rate, freeTo: Rate));

    [Fact]
    public void One_giant_artefact_deafens_for_two_seconds_at_most() =>
        Gen.Select(Gen.Double[40, 150], Gen.Int[3, 60], Gen.Double[3, 40], Gen.Int[0, 200], Sign).Sample((rate, length, size, at, sign) =>
        {
            SyntheticEcg ecg = SyntheticEcg.Steady(rate, 60, 250, new());
            int start = ecg.Peaks[30] + at;
            ecg.Add(start, length, sign * size * 250);
            int end = start + length;
            AssertFound(ecg, peak => peak < start - Rate || peak > end + (2 * Rate), Math.Max(0, start - Rate), end + (2 * Rate));
        });

    [Fact]
    public void When_beats_stop_what_is_found_in_the_noise_is_doubted_for_twenty_seconds() =>
        Gen.Select(Gen.Double[60, 100], Gen.Double[200, 500], Gen.Int[0, 1000], Gen.Int[4, 16]).Sample((rate, height, seed, noise) =>
        {
            SyntheticEcg ecg = SyntheticEcg.Steady(rate, 20, height, new());
            int[] beats = ecg.ToSamples();
            Random random = new(seed);
            double low = 0;
            int[] silence = [.. Enumerable.Range(0, 25 * Rate).Select(_ => (int)(low += 0.4 * (random.Next(-noise, noise + 1) - low)))];
            int[] samples = [.. beats, .. silence];
            RPeakDetector detector = new();
            short[] ring = new short[RingMask + 1];
            int found = 0;
            for (int n = 0; n < samples.Length; n++)
            {
                ring[n & RingMask] = (short)samples[n];
                detector.Add(ring, RingMask, n, 1);
                while (detector.TryNext(out _))
                    found += n > beats.Length ? 1 : 0;
                if ((n + 1) % Rate == 0)
                {
                    bool doubts = detector.JudgeSecond() > RPeakDetector.DoubtLimit;
                    Assert.True(doubts || found <= 2, $"{found} beats found in noise are trusted {(n - beats.Length) / Rate} s after the last beat.");
                }
            }
        });

    private static SyntheticEcg Varying(double rate, int beats, Func<int, double> height)
    {
        double interval = 60.0 * Rate / rate;
        SyntheticEcg ecg = new((int)(60 + (beats * interval)) + (2 * Rate));
        for (int i = 0; i < beats; i++)
            ecg.AddBeat((int)(60 + (i * interval)), height(i), new(), interval);
        return ecg;
    }

    private static void AssertAllFound(SyntheticEcg ecg, int reach = 2) => AssertFound(ecg, _ => true, reach: reach);

    private static void AssertFound(SyntheticEcg ecg, Func<int, bool> mustBeFound, int freeFrom = 0, int freeTo = 0, int reach = 2)
    {
        List<(int Peak, int Delay)> found = Find(ecg.ToSamples());
        Assert.All(ecg.Peaks.Where(mustBeFound), peak => Assert.Single(found, f => Math.Abs(f.Peak - peak) <= reach));
        Assert.All(
            found.Where(f => f.Peak < freeFrom || f.Peak >= freeTo),
            f => Assert.Contains(ecg.Peaks, peak => Math.Abs(f.Peak - peak) <= reach));
        Assert.All(found, f => Assert.InRange(f.Delay, 0, RPeakDetector.LatestReport));
    }

    private static List<(int Peak, int Delay)> Find(int[] samples)
    {
        RPeakDetector detector = new();
        short[] ring = new short[RingMask + 1];
        List<(int, int)> found = [];
        for (int n = 0; n < samples.Length; n++)
        {
            ring[n & RingMask] = (short)samples[n];
            detector.Add(ring, RingMask, n, 1);
            while (detector.TryNext(out int peak))
                found.Add((peak, n - peak));
        }

        return found;
    }
}
