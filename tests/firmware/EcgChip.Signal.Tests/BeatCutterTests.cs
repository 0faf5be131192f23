using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace EcgChip.Signal.Tests;

public class BeatCutterTests
{
    private const int Window = BeatWindow.ScalingSamples;

    private static readonly Gen<(int[] Samples, int[] Peaks)> Signals =
        Gen.Select(Gen.Int[-1000, 1000].Array[1, 4000], Gen.Int[30, 400].Array[0, 60]).Select((samples, intervals) =>
        {
            List<int> peaks = [];
            int peak = 0;
            foreach (int interval in intervals)
            {
                peak += interval;
                if (peak < samples.Length)
                {
                    peaks.Add(peak);
                }
            }

            return (samples, peaks.ToArray());
        });

    [Fact]
    public void Beats_are_cut_as_the_paper_says() => Signals.Sample(signal =>
    {
        List<(int Peak, sbyte[] Values)> expected = CutPlainly(signal.Samples, signal.Peaks);
        List<(int Peak, sbyte[] Values)> actual = Run(signal.Samples, signal.Peaks, lateness: 0);
        Assert.Equal(expected.Select(beat => beat.Peak), actual.Select(beat => beat.Peak));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Values, pair.Second.Values));
    });

    [Fact]
    public void A_sample_is_scaled_to_its_place_between_lowest_and_highest_rounded() =>
        Gen.Select(Gen.Int[short.MinValue, short.MaxValue], Gen.Int[short.MinValue, short.MaxValue], Gen.Int[0, 4000]).Sample((sample, low, range) =>
        {
            double place = range == 0 ? (sample > low ? 1 : 0) : Math.Clamp((sample - low) / (double)range, 0, 1);
            Assert.Equal((int)Math.Floor((place * BeatWindow.One) + 0.5), BeatWindow.Scale(sample, low, low + range));
        });

    [Fact]
    public void A_peak_that_is_told_a_second_late_changes_nothing() => Signals.Sample(signal =>
    {
        List<(int Peak, sbyte[] Values)> prompt = Run(signal.Samples, signal.Peaks, lateness: 0);
        List<(int Peak, sbyte[] Values)> late = Run(signal.Samples, signal.Peaks, lateness: SignalUnits.SampleRate);
        Assert.Equal(prompt.Select(beat => beat.Peak), late.Select(beat => beat.Peak));
        Assert.All(prompt.Zip(late), pair => Assert.Equal(pair.First.Values, pair.Second.Values));
    });

    [Fact]
    public void Every_value_is_between_zero_and_one() => Signals.Sample(signal =>
        Assert.All(Run(signal.Samples, signal.Peaks, 0), beat => Assert.All(beat.Values, value => Assert.InRange(value, 0, BeatWindow.One))));

    [Fact]
    public void Beats_that_are_taken_too_late_are_lost_and_not_garbled()
    {
        BeatCutter cutter = new();
        sbyte[] beat = new sbyte[BeatWindow.Length];
        for (int n = 0; n < 6 * Window; n++)
        {
            cutter.AddSample(n % 100);
            if (n % 100 == 50)
            {
                cutter.AddRPeak(n);
            }
        }

        // Only windows whose samples are all still in the ring may give beats.
        while (cutter.TryNext(beat))
        {
            Assert.True(cutter.RPeak >= (6 * Window) - 2048, $"beat at {cutter.RPeak}");
            Assert.Equal(BeatWindow.Scale(50, 0, 99), beat[0]);
        }
    }

    [Fact]
    public void After_a_reset_nothing_of_the_past_is_left() => Signals.Sample(signal =>
    {
        BeatCutter cutter = new();
        Feed(cutter, signal.Samples, signal.Peaks, 0, out _);
        cutter.Reset();
        Feed(cutter, signal.Samples, signal.Peaks, 0, out List<(int Peak, sbyte[] Values)> again);
        List<(int Peak, sbyte[] Values)> fresh = Run(signal.Samples, signal.Peaks, 0);
        Assert.Equal(fresh.Select(beat => beat.Peak), again.Select(beat => beat.Peak));
        Assert.All(fresh.Zip(again), pair => Assert.Equal(pair.First.Values, pair.Second.Values));
    });

    private static List<(int Peak, sbyte[] Values)> Run(int[] samples, int[] peaks, int lateness)
    {
        Feed(new BeatCutter(), samples, peaks, lateness, out List<(int Peak, sbyte[] Values)> beats);
        return beats;
    }

    private static void Feed(BeatCutter cutter, int[] samples, int[] peaks, int lateness, out List<(int Peak, sbyte[] Values)> beats)
    {
        beats = [];
        sbyte[] values = new sbyte[BeatWindow.Length];
        int next = 0;
        for (int n = 0; n < samples.Length; n++)
        {
            cutter.AddSample(samples[n]);
            bool last = n == samples.Length - 1;
            while (next < peaks.Length && (peaks[next] + lateness <= n || last))
            {
                cutter.AddRPeak(peaks[next++]);
            }

            if (last)
            {
                cutter.End();
            }

            while (cutter.TryNext(values))
            {
                beats.Add((cutter.RPeak, (sbyte[])values.Clone()));
            }
        }
    }

    /// <summary>The paper's steps, one after the other, over the whole signal.</summary>
    private static List<(int Peak, sbyte[] Values)> CutPlainly(int[] samples, int[] peaks)
    {
        List<(int Peak, sbyte[] Values)> beats = [];
        double? lastMedian = null;
        for (int start = 0; start < samples.Length; start += Window)
        {
            int end = Math.Min(start + Window, samples.Length);
            int low = samples[start..end].Min();
            int high = samples[start..end].Max();
            int[] inside = [.. peaks.Where(peak => peak >= start && peak < end)];
            int[] intervals = [.. inside.Zip(inside.Skip(1), (a, b) => b - a).Order()];
            if (intervals.Length > 0)
            {
                int middle = intervals.Length / 2;
                lastMedian = intervals.Length % 2 == 1 ? intervals[middle] : Math.Floor((intervals[middle - 1] + intervals[middle]) / 2.0);
            }

            int length = Math.Min(BeatWindow.Length, (int)(1.2m * (decimal)(lastMedian ?? BeatWindow.Length)));
            lastMedian ??= BeatWindow.Length;
            foreach (int peak in inside)
            {
                sbyte[] values = new sbyte[BeatWindow.Length];
                for (int i = 0; i < length && peak + i < samples.Length; i++)
                {
                    values[i] = (sbyte)BeatWindow.Scale(samples[peak + i], low, high);
                }

                beats.Add((peak, values));
            }
        }

        return beats;
    }
}
