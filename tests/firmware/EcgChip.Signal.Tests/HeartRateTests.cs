using System.Linq;
using CsCheck;

namespace EcgChip.Signal.Tests;

public class HeartRateTests
{
    [Fact]
    public void A_steady_rhythm_gives_its_rate() => Gen.Int[25, 250].Sample(beatsPerMinute =>
    {
        HeartRate rate = new();
        for (int beat = 0; beat < 40; beat++)
        {
            rate.AddRPeak(beat * 60 * SignalUnits.SampleRate / beatsPerMinute);
        }

        Assert.InRange(rate.Now, beatsPerMinute - 2, beatsPerMinute + 2);
        Assert.InRange(rate.Mean, beatsPerMinute - 1, beatsPerMinute + 1);
        Assert.InRange(rate.Lowest, beatsPerMinute - 2, rate.Highest);
    });

    [Fact]
    public void The_rate_is_unknown_and_never_zero_until_there_are_two_intervals()
    {
        HeartRate rate = new();
        Assert.Equal(HeartRate.Unknown, rate.Now);
        rate.AddRPeak(100);
        rate.AddRPeak(200);
        Assert.Equal(HeartRate.Unknown, rate.Now);
        rate.AddRPeak(300);
        Assert.Equal(75, rate.Now);
    }

    [Fact]
    public void No_rate_is_ever_zero_or_negative_but_unknown() => Gen.Int[-5, 3000].Array[1, 60].Sample(steps =>
    {
        HeartRate rate = new();
        int peak = 0;
        foreach (int step in steps)
        {
            peak += step;
            rate.AddRPeak(peak);
            foreach (int shown in new[] { rate.Now, rate.Mean, rate.Lowest, rate.Highest })
            {
                Assert.True(shown == HeartRate.Unknown || shown > 0);
            }
        }
    });

    [Fact]
    public void Five_seconds_without_a_beat_make_the_rate_unknown()
    {
        HeartRate rate = new();
        foreach (int peak in Enumerable.Range(1, 5).Select(i => i * 100))
        {
            rate.AddRPeak(peak);
        }

        rate.Pass(500 + (5 * SignalUnits.SampleRate));
        Assert.Equal(75, rate.Now);
        rate.Pass(501 + (5 * SignalUnits.SampleRate));
        Assert.Equal(HeartRate.Unknown, rate.Now);
        Assert.Equal(75, rate.Mean);
    }

    [Fact]
    public void The_interval_over_an_interruption_does_not_count()
    {
        HeartRate rate = new();
        foreach (int peak in new[] { 0, 100, 200, 300 })
        {
            rate.AddRPeak(peak);
        }

        rate.BreakOff();
        foreach (int peak in new[] { 700, 800, 900 })
        {
            rate.AddRPeak(peak);
        }

        Assert.Equal(75, rate.Mean);
    }
}
