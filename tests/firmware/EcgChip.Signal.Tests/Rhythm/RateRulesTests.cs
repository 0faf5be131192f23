using CsCheck;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Signal.Tests.Rhythm;

public class RateRulesTests
{
    [Theory]
    [InlineData(150, false)]
    [InlineData(151, true)]
    public void A_heart_is_slow_below_50_a_minute_and_not_at_50(int interval, bool slow)
    {
        RhythmFindings findings = Strip.From(10).Normal(20, interval).Findings();
        Assert.Equal(slow, findings.Count(FindingCode.Bradycardia) > 0);
    }

    [Theory]
    [InlineData(75, false)]
    [InlineData(74, true)]
    public void A_heart_is_fast_above_100_a_minute_and_not_at_100(int interval, bool fast)
    {
        RhythmFindings findings = Strip.From(10).Normal(20, interval).Findings();
        Assert.Equal(fast ? [FindingCode.Tachycardia] : [], findings.Codes());
    }

    [Fact]
    public void Seven_intervals_are_no_rate_and_eight_are()
    {
        Assert.Empty(Strip.From(0).Normal(7, 60).Findings().Codes());
        RhythmFindings findings = Strip.From(0).Normal(8, 60).Findings();
        Assert.Equal([FindingCode.Tachycardia], findings.Codes());
        Assert.Equal(125, findings.Value(FindingCode.Tachycardia));
        Assert.Equal((0, 480), (findings.Start(FindingCode.Tachycardia), findings.End(FindingCode.Tachycardia)));
    }

    [Fact]
    public void The_lowest_and_highest_rate_are_of_eight_intervals_and_the_mean_of_all()
    {
        RhythmAnalysis analysis = Strip.From(0).Normal(10, 100).Normal(8, 125).Normal(8, 80).Normal(10, 100).Analyse();
        Assert.Equal((60, 94), (analysis.LowestRate, analysis.HighestRate));
        Assert.Equal(36 * 7500 / 3640, analysis.MeanRate);
    }

    [Fact]
    public void Of_one_interval_no_rate_is_known() =>
        Assert.Equal((-1, -1, -1), Rates(Strip.From(0).Normal(1, 100).Analyse()));

    [Theory]
    [InlineData(250, new FindingCode[0])]
    [InlineData(251, new[] { FindingCode.Pause })]
    [InlineData(375, new[] { FindingCode.Pause })]
    [InlineData(376, new[] { FindingCode.LongPause })]
    public void A_pause_is_longer_than_2_s_and_a_long_one_longer_than_3_s(int interval, FindingCode[] codes)
    {
        Strip strip = Strip.From(50).Normal(10, 100).Normal(1, interval).Normal(10, 100);
        RhythmFindings findings = strip.Findings();
        Assert.Equal(codes, findings.Codes());
        foreach (FindingCode code in codes)
        {
            Assert.Equal(interval * 8, findings.Value(code));
            Assert.Equal((1050, 1050 + interval), (findings.Start(code), findings.End(code)));
        }
    }

    [Fact]
    public void The_longest_of_several_pauses_is_shown_and_all_are_counted()
    {
        RhythmFindings findings = Strip.From(0).Beats("NNNNNN", 100, 260, 100, 300, 100, 280).Findings();
        Assert.Equal((3, 2400, 460), (findings.Count(FindingCode.Pause), findings.Value(FindingCode.Pause), findings.Start(FindingCode.Pause)));
    }

    [Fact]
    public void No_pause_is_seen_across_poor_signal() =>
        Assert.Empty(Strip.From(0).Normal(10, 100).Normal(1, 500).Normal(10, 100).Poor(1200, 1210).Findings().Codes());

    [Fact]
    public void A_pause_of_more_than_5_s_is_a_pause_and_no_slow_rate()
    {
        RhythmFindings findings = Strip.From(0).Normal(10, 100).Normal(1, 2000).Normal(10, 100).Findings();
        Assert.Equal([FindingCode.LongPause], findings.Codes());
    }

    [Theory]
    [InlineData("VVVVVNNNN", FindingCode.WideTachycardia)]
    [InlineData("VVVVNNNNN", FindingCode.Tachycardia)]
    public void A_tachycardia_is_wide_when_most_of_its_nine_beats_are_ventricular(string classes, FindingCode expected)
    {
        RhythmFindings findings = Strip.From(0, classes[0]).Beats(classes[1..], 60).Findings();
        Assert.Equal(1, findings.Count(expected));
        Assert.Equal(125, findings.Value(expected));
    }

    [Theory]
    [InlineData(6, FindingCode.Tachycardia)]
    [InlineData(7, FindingCode.IrregularTachycardia)]
    public void A_tachycardia_is_irregular_when_half_of_its_intervals_change_by_more_than_a_tenth(int step, FindingCode expected)
    {
        // 57 + 63 and 56 + 63 samples a pair.
        int other = 63 - step;
        RhythmFindings findings = Strip.From(0).Beats("NNNNNNNN", 63, other, 63, other, 63, other, 63, other).Findings();
        Assert.Equal(1, findings.Count(expected));
        Assert.Equal(1, findings.Count(FindingCode.Tachycardia) + findings.Count(FindingCode.IrregularTachycardia));
    }

    [Theory]
    [InlineData("NNNNNNNN", FindingCode.IrregularTachycardia)]
    [InlineData("NNNNNNNV", FindingCode.IrregularTachycardia)]
    [InlineData("NVNNVNNV", FindingCode.Tachycardia)]
    public void Changes_around_ventricular_beats_do_not_make_a_tachycardia_irregular(string classes, FindingCode expected)
    {
        RhythmFindings findings = Strip.From(0).Beats(classes, 75, 50, 75, 50, 75, 50, 75, 50).Findings();
        Assert.Equal(1, findings.Count(expected));
        Assert.Equal(1, findings.Count(FindingCode.Tachycardia) + findings.Count(FindingCode.IrregularTachycardia));
    }

    [Fact]
    public void Every_fast_stretch_of_eight_intervals_has_a_name() => Gen.Select(Gen.Int[30, 74].Array[8], Gen.Char["NSVFQ?"].Array[8]).Sample(
        (intervals, classes) =>
        {
            RhythmFindings findings = Strip.From(0).Beats(new string(classes), intervals).Findings();
            Assert.Equal(
                1,
                findings.Count(FindingCode.Tachycardia) + findings.Count(FindingCode.IrregularTachycardia)
                    + findings.Count(FindingCode.WideTachycardia));
        });

    private static (int, int, int) Rates(RhythmAnalysis analysis) => (analysis.MeanRate, analysis.LowestRate, analysis.HighestRate);
}
