using System;
using System.Linq;
using CsCheck;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Signal.Tests.Rhythm;

public class HeartRateVariabilityTests
{
    [Theory]
    [InlineData(299, false)]
    [InlineData(300, true)]
    public void Sdnn_takes_240_s_of_normal_intervals(int intervals, bool known) =>
        Assert.Equal(known, Strip.From(0).Normal(intervals, 100).Analyse().SdnnMs >= 0);

    [Theory]
    [InlineData(74, false)]
    [InlineData(75, true)]
    public void Rmssd_takes_60_s_of_normal_intervals(int intervals, bool known) =>
        Assert.Equal(known, Strip.From(0).Normal(intervals, 100).Analyse().RmssdMs >= 0);

    [Theory]
    [InlineData(20, true)]
    [InlineData(19, false)]
    public void With_more_than_a_tenth_of_other_intervals_there_is_none(int between, bool known)
    {
        // A ventricular beat takes two intervals with it: of 20 one in ten, of 19 more.
        Strip strip = Strip.From(0);
        for (int i = 0; i < 40; i++)
        {
            strip.Normal(between - 2, 100).Beats("VN", 100);
        }

        Assert.Equal(known, strip.Analyse().RmssdMs >= 0);
    }

    [Fact]
    public void Both_are_what_their_definitions_say() => Gen.Int[95, 105].Array[400].Sample(
        intervals =>
        {
            RhythmAnalysis analysis = Strip.From(0).Beats(new string('N', intervals.Length), intervals).Analyse();
            double[] ms = [.. intervals.Select(interval => interval * 8.0)];
            double mean = ms.Average();
            double sdnn = Math.Sqrt(ms.Sum(x => (x - mean) * (x - mean)) / (ms.Length - 1));
            double rmssd = Math.Sqrt(ms.Skip(1).Zip(ms, (x, y) => (x - y) * (x - y)).Average());
            Assert.InRange(analysis.SdnnMs, sdnn - 1.01, sdnn);
            Assert.InRange(analysis.RmssdMs, rmssd - 1.01, rmssd);
        },
        iter: 30);
}
