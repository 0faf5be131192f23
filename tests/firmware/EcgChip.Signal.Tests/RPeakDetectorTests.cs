using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace EcgChip.Signal.Tests;

public class RPeakDetectorTests
{
    private const int Rate = SignalUnits.SampleRate;
    private const int RingLength = 256;

    [Fact]
    public void Every_beat_of_a_steady_rhythm_is_found_once_at_any_rate_and_size() =>
        Gen.Select(Gen.Int[25, 250], Gen.Int[40, 600], Gen.Bool).Sample((beatsPerMinute, height, inverted) =>
        {
            double interval = 60.0 * Rate / beatsPerMinute;
            int[] peaks = [.. Enumerable.Range(0, 30).Select(i => (int)Math.Round(50 + (i * interval)))];
            int[] signal = Signal(peaks, peaks[^1] + Rate, inverted ? -height : height, tWave: 0.25);
            AssertFound(peaks, Find(signal, out _));
        });

    [Fact]
    public void A_beat_is_reported_within_a_second() =>
        Gen.Select(Gen.Int[40, 150].Array[20], Gen.Int[40, 600]).Sample((intervals, height) =>
        {
            int[] peaks = Cumulate(intervals);
            Find(Signal(peaks, peaks[^1] + (2 * Rate), height, 0.2), out int latest);
            Assert.InRange(latest, 1, RPeakDetector.LatestReport);
        });

    [Fact]
    public void T_waves_as_high_as_the_R_peak_are_not_counted()
    {
        int[] peaks = [.. Enumerable.Range(0, 30).Select(i => 60 + (i * 110))];
        AssertFound(peaks, Find(Signal(peaks, peaks[^1] + Rate, 200, tWave: 1.0), out _));
    }

    [Fact]
    public void After_a_pause_of_five_seconds_the_next_beat_is_found()
    {
        int[] peaks = [.. Enumerable.Range(0, 20).Select(i => 60 + (i * 100)), .. Enumerable.Range(0, 20).Select(i => 2585 + (i * 100))];
        AssertFound(peaks, Find(Signal(peaks, peaks[^1] + Rate, 200, 0.2), out _));
    }

    [Fact]
    public void One_giant_artefact_does_not_deafen_the_detector_for_more_than_two_seconds()
    {
        int[] peaks = [.. Enumerable.Range(0, 60).Select(i => 60 + (i * 100))];
        int[] signal = Signal(peaks, peaks[^1] + Rate, 200, 0.2);
        for (int i = 0; i < 6; i++)
        {
            signal[3000 + i] = 20000;
        }

        List<int> found = Find(signal, out _);
        int[] later = [.. peaks.Where(peak => peak > 3000 + (2 * Rate))];
        Assert.All(later, peak => Assert.Contains(found, f => Math.Abs(f - peak) <= 2));
    }

    [Fact]
    public void After_the_beats_sank_to_a_third_they_are_found_again()
    {
        int[] peaks = [.. Enumerable.Range(0, 60).Select(i => 60 + (i * 100))];
        int[] high = Signal(peaks[..30], peaks[^1] + Rate, 450, 0.2);
        int[] low = Signal(peaks[30..], peaks[^1] + Rate, 150, 0.2);
        List<int> found = Find([.. high.Zip(low, (a, b) => a + b)], out _);
        Assert.All(peaks[36..], peak => Assert.Contains(found, f => Math.Abs(f - peak) <= 2));
    }

    [Fact]
    public void Without_a_heartbeat_nothing_is_found()
    {
        Random random = new(5);
        Assert.Empty(Find([.. Enumerable.Range(0, 60 * Rate).Select(_ => random.Next(-2, 3))], out _));
        Assert.Empty(Find(new int[60 * Rate], out _));
    }

    [Fact]
    public void Any_sequence_of_samples_is_survived_and_peaks_come_in_order() =>
        Gen.Int[short.MinValue, short.MaxValue].Array[0, 2000].Sample(signal =>
        {
            List<int> found = Find(signal, out int latest);
            Assert.All(found, peak => Assert.InRange(peak, 0, signal.Length - 1));
            Assert.True(found.Count == 0 || latest <= RPeakDetector.LatestReport);
        });

    [Fact]
    public void After_a_reset_the_detector_is_as_new()
    {
        int[] peaks = [.. Enumerable.Range(0, 20).Select(i => 60 + (i * 90))];
        int[] signal = Signal(peaks, peaks[^1] + Rate, 300, 0.2);
        RPeakDetector used = new();
        Feed(used, Signal(peaks, peaks[^1] + Rate, 3000, 0.9), out _);
        used.Reset(0);
        Assert.Equal(Find(signal, out _), Feed(used, signal, out _));
    }

    [Fact]
    public void It_does_not_matter_how_samples_are_parted_or_at_which_index_they_begin() =>
        Gen.Select(Gen.Int[40, 160].Array[3, 20], Gen.Int[1, 40].Array[1, 10], Gen.Int[0, 5000], Gen.Int[30, 2000]).Sample(
            (intervals, parts, first, height) =>
            {
                int[] peaks = Cumulate(intervals);
                int[] signal = Signal(peaks, peaks[^1] + Rate, height, 0.2);
                List<int> expected = Find(signal, out _);

                RPeakDetector detector = new();
                detector.Reset(first);
                short[] ring = new short[RingLength];
                List<int> found = [];
                int part = 0;
                for (int n = 0; n < signal.Length; part++)
                {
                    int count = Math.Min(parts[part % parts.Length], signal.Length - n);
                    for (int i = n; i < n + count; i++)
                    {
                        ring[(first + i) % RingLength] = (short)signal[i];
                    }

                    bool any = detector.Add(ring, RingLength - 1, first + n, count);
                    int before = found.Count;
                    while (detector.TryNext(out int peak))
                    {
                        found.Add(peak - first);
                    }

                    Assert.Equal(any, found.Count > before);
                    n += count;
                }

                Assert.Equal(expected, found);
            });

    private static void AssertFound(int[] peaks, List<int> found)
    {
        Assert.All(peaks, peak => Assert.Single(found, f => Math.Abs(f - peak) <= 2));
        Assert.Equal(peaks.Length, found.Count);
    }

    private static List<int> Find(int[] signal, out int latest) => Feed(new RPeakDetector(), signal, out latest);

    private static List<int> Feed(RPeakDetector detector, int[] signal, out int latest)
    {
        List<int> found = [];
        latest = 0;
        short[] ring = new short[RingLength];
        for (int n = 0; n < signal.Length; n++)
        {
            ring[n % RingLength] = (short)signal[n];
            detector.Add(ring, RingLength - 1, n, 1);
            while (detector.TryNext(out int peak))
            {
                found.Add(peak);
                latest = Math.Max(latest, n - peak);
            }
        }

        return found;
    }

    private static int[] Cumulate(int[] intervals)
    {
        int peak = 0;
        return [.. intervals.Select(interval => peak += interval)];
    }

    /// <summary>Beats of a narrow R peak (80 ms wide at the foot) and a rounded T wave, without noise.</summary>
    private static int[] Signal(int[] peaks, int length, int height, double tWave)
    {
        double[] signal = new double[length];
        foreach (int peak in peaks)
        {
            double interval = peaks.Length > 1 ? peaks.Zip(peaks.Skip(1), (a, b) => b - a).Min() : Rate;
            double tCentre = peak + Math.Min(0.3 * Rate, 0.45 * interval);
            double tWidth = Math.Min(0.05 * Rate, 0.1 * interval);
            for (int i = Math.Max(0, peak - 20); i < Math.Min(length, peak + 80); i++)
            {
                double r = (i - peak) / 2.2;
                double t = (i - tCentre) / tWidth;
                signal[i] += height * (Math.Exp(-r * r / 2) + (tWave * Math.Exp(-t * t / 2)));
            }
        }

        return [.. signal.Select(value => (int)Math.Round(value))];
    }
}
