using EcgChip.Signal.Rhythm;

namespace EcgChip.Signal.Tests.Rhythm;

public class SupraventricularRulesTests
{
    [Theory]
    [InlineData('N', 80, 0)]
    [InlineData('N', 79, 1)]
    [InlineData('S', 90, 0)]
    [InlineData('S', 89, 1)]
    [InlineData('V', 60, 0)]
    [InlineData('Q', 60, 0)]
    [InlineData('?', 60, 0)]
    public void A_narrow_beat_counts_when_it_is_early_and_the_class_alone_does_not_make_it_so(char beatClass, int interval, int count)
    {
        RhythmFindings findings = Strip.From(0).Normal(10, 100).Beats($"{beatClass}", interval).Normal(10, 100).Findings();
        Assert.Equal(count, findings.Count(FindingCode.SupraventricularEctopy));
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    public void The_fourth_interval_makes_a_mean_to_measure_by(int before, int count) =>
        Assert.Equal(count, Strip.From(0).Normal(before, 100).Normal(1, 70).Normal(5, 100).Findings().Count(FindingCode.SupraventricularEctopy));

    [Theory]
    [InlineData(1, FindingCode.SupraventricularEctopy)]
    [InlineData(2, FindingCode.SupraventricularCouplet)]
    [InlineData(3, FindingCode.SupraventricularRun)]
    public void Early_beats_in_a_row_are_a_couplet_and_then_a_run(int early, FindingCode code)
    {
        RhythmFindings findings = Strip.From(0).Normal(10, 100).Normal(early, 76).Normal(10, 100).Findings();
        Assert.Equal([code], findings.Codes());
        Assert.Equal((1076, 1000 + (76 * early)), (findings.Start(code), findings.End(code)));
    }

    [Fact]
    public void After_twenty_early_beats_the_faster_rhythm_is_the_measure()
    {
        RhythmFindings findings = Strip.From(0).Normal(10, 100).Normal(60, 76).Findings();
        Assert.Equal(1, findings.Count(FindingCode.SupraventricularRun));
        Assert.Equal(20, findings.Value(FindingCode.SupraventricularRun));
    }

    [Fact]
    public void A_rhythm_that_grows_faster_by_and_by_has_no_early_beats()
    {
        Strip strip = Strip.From(0).Normal(10, 140);
        for (int interval = 140; interval > 76; interval--)
        {
            strip.Normal(1, interval);
        }

        Assert.Empty(strip.Findings().Codes());
    }

    [Fact]
    public void What_comes_before_and_behind_a_ventricular_beat_is_not_early() =>
        Assert.Equal(
            [FindingCode.VentricularEctopy],
            Strip.From(0).Normal(10, 100).Beats("VN", 60, 70).Normal(10, 100).Findings().Codes());

    [Fact]
    public void Behind_poor_signal_the_mean_is_learnt_anew() =>
        Assert.Empty(Strip.From(0).Normal(10, 130).Poor(1310, 1320).Normal(1, 130).Normal(10, 90).Findings().Codes());
}
