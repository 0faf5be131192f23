using System;
using System.Linq;
using CsCheck;

namespace EcgChip.Signal.Tests;

public class BedsideWindowTests
{
    private const int RingLength = 128;
    private const int Mask = RingLength - 1;

    private static readonly Gen<short> Sample = Gen.OneOf(
        Gen.Short[-600, 600], Gen.Short, Gen.OneOf(short.MinValue, short.MaxValue, (short)0, (short)1));

    private static readonly Gen<short[]> Windows = Gen.OneOf(
        Sample.Array[BedsideWindow.Length],
        Gen.Short[-400, 400].Array[BedsideWindow.Length],
        Gen.OneOf(short.MinValue, short.MaxValue).Array[BedsideWindow.Length],
        Gen.Select(Sample, Sample, Gen.Int[0, BedsideWindow.Length - 1]).Select((level, spike, at) =>
        {
            short[] window = [.. Enumerable.Repeat(level, BedsideWindow.Length)];
            window[at] = spike;
            return window;
        }));

    [Fact]
    public void A_window_is_cut_as_the_plain_version_cuts_it_wherever_it_lies_in_the_ring() =>
        Gen.Select(Windows, Gen.Int[-500, 100_000], Gen.Int[-60, BedsideWindow.RPeakAt]).Sample((samples, rPeak, missing) =>
        {
            int start = rPeak - BedsideWindow.RPeakAt;
            sbyte[] beat = Cut(samples, rPeak, start + missing);

            short[] held = [.. samples.Select((sample, i) => i < missing ? samples[missing] : sample)];
            Assert.Equal(Plain(held), beat);
        });

    [Fact]
    public void The_largest_deviation_is_127_and_a_flat_window_gives_zeros() => Windows.Sample(samples =>
    {
        int largest = Cut(samples).Max(value => Math.Abs((int)value));
        Assert.Equal(samples.Distinct().Count() == 1 ? 0 : BedsideWindow.Largest, largest);
    });

    [Fact]
    public void Neither_the_electrodes_gain_nor_an_offset_changes_more_than_the_rounding() =>
        Gen.Select(Gen.Short[-500, 500].Array[BedsideWindow.Length], Gen.Int[2, 50], Gen.Int[-5000, 5000])
            .Where((samples, _, _) => samples.Max() - samples.Min() > 200)
            .Sample((samples, gain, offset) =>
            {
                sbyte[] one = Cut(samples);
                sbyte[] amplified = Cut([.. samples.Select(sample => (short)(sample * gain + offset))]);
                Assert.All(one.Zip(amplified), pair => Assert.InRange(pair.First - pair.Second, -2, 2));
            });

    [Fact]
    public void R_stands_at_its_place_and_39_samples_follow_it()
    {
        short[] samples = new short[BedsideWindow.Length];
        samples[BedsideWindow.RPeakAt] = 200;

        sbyte[] beat = Cut(samples);

        Assert.Equal(BedsideWindow.Largest, beat[BedsideWindow.RPeakAt]);
        Assert.Equal(39, BedsideWindow.SamplesAfterR);
        Assert.All(beat.Where((_, i) => i != BedsideWindow.RPeakAt), value => Assert.InRange(value, -2, 0));
    }

    private static sbyte[] Cut(short[] samples) => Cut(samples, rPeak: 1000, first: 0);

    /// <summary>Cuts from a ring that holds the window and rubbish everywhere else.</summary>
    private static sbyte[] Cut(short[] samples, int rPeak, int first)
    {
        int start = rPeak - BedsideWindow.RPeakAt;
        short[] ring = [.. Enumerable.Range(0, RingLength).Select(i => (short)(i * 257))];
        for (int i = Math.Max(0, first - start); i < samples.Length; i++)
        {
            ring[(start + i) & Mask] = samples[i];
        }

        sbyte[] beat = new sbyte[BedsideWindow.Length];
        BedsideWindow.Cut(ring, Mask, first, rPeak, beat);
        return beat;
    }

    private static sbyte[] Plain(short[] samples)
    {
        int level = samples.Sum(sample => sample) / samples.Length;
        long largest = samples.Max(sample => Math.Abs(sample - level));
        if (largest == 0)
        {
            return new sbyte[samples.Length];
        }

        long factor = (long)Math.Floor((BedsideWindow.Largest * 65536.0 / largest) + 0.5);
        return [.. samples.Select(sample => checked((sbyte)Math.Floor(((sample - level) * factor / 65536.0) + 0.5)))];
    }
}
