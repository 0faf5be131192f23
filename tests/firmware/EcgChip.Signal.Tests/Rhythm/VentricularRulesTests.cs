using EcgChip.Signal.Rhythm;

namespace EcgChip.Signal.Tests.Rhythm;

public class VentricularRulesTests
{
    [Theory]
    [InlineData("NNNNVNNNN", "VentricularEctopy")]
    [InlineData("NNNNVVNNNN", "VentricularCouplet")]
    [InlineData("NNNNVVVNNNN", "VentricularRun")]
    [InlineData("NNNNNNNN", "")]
    [InlineData("NNNNFNNNN", "")]
    [InlineData("NNVNVNN", "VentricularEctopy")]
    [InlineData("NNVNVNVNN", "Bigeminy VentricularEctopy")]
    [InlineData("NNVNNVNN", "VentricularEctopy")]
    [InlineData("NNVNNVNNVNN", "Trigeminy VentricularEctopy")]
    [InlineData("NNVNNNVNNNVNN", "VentricularEctopy")]
    [InlineData("NNVNVNNVNNVNN", "Trigeminy VentricularEctopy")]
    [InlineData("NNVNVV", "VentricularCouplet VentricularEctopy")]
    public void Beats_make_what_they_are_named_after(string classes, string codes)
    {
        RhythmFindings findings = Strip.From(100).Beats(classes, 100).Findings();
        Assert.Equal(codes, string.Join(' ', findings.Codes()));
    }

    [Fact]
    public void Ventricular_beats_in_poor_signal_make_no_finding()
    {
        Strip Disturbed() => Strip.From(100).Beats("NVNVNVNNNNNNNNNN", 100);
        Assert.NotEmpty(Disturbed().Findings().Codes());
        Assert.Empty(Disturbed().Poor(0, 850).Findings().Codes());
    }

    [Fact]
    public void A_run_says_how_long_it_is_and_where()
    {
        RhythmFindings findings = Strip.From(0).Beats("NNVVVNNNVVVVNN", 100).Findings();
        Assert.Equal(2, findings.Count(FindingCode.VentricularRun));
        Assert.Equal(4, findings.Value(FindingCode.VentricularRun));
        Assert.Equal((900, 1200), (findings.Start(FindingCode.VentricularRun), findings.End(FindingCode.VentricularRun)));
    }

    [Fact]
    public void A_bigeminy_says_where_its_first_and_last_ventricular_beat_are()
    {
        RhythmFindings findings = Strip.From(0).Beats("NNVNVNVNVNN", 100).Findings();
        Assert.Equal(4, findings.Value(FindingCode.Bigeminy));
        Assert.Equal((300, 900), (findings.Start(FindingCode.Bigeminy), findings.End(FindingCode.Bigeminy)));
    }

    [Fact]
    public void Single_beats_are_counted_by_the_hour_of_good_signal()
    {
        // 36 intervals of 100 samples are 28.8 s.
        RhythmFindings findings = Strip.From(0).Normal(17, 100).Beats("V", 100).Normal(18, 100).Findings();
        Assert.Equal(3600 * 125 / 3600, findings.Value(FindingCode.VentricularEctopy));
        Assert.Equal(1, findings.Count(FindingCode.VentricularEctopy));
    }

    [Theory]
    [InlineData("NNVV?VVNN", "VentricularCouplet")]
    [InlineData("NNVN?VNVNN", "VentricularEctopy")]
    public void Over_a_beat_without_class_nothing_goes_on(string classes, string codes) =>
        Assert.Equal(codes, string.Join(' ', Strip.From(0).Beats(classes, 100).Findings().Codes()));

    [Fact]
    public void Over_poor_signal_nothing_goes_on()
    {
        RhythmFindings findings = Strip.From(0).Beats("NNVVVVNN", 100).Poor(450, 460).Findings();
        Assert.Equal([FindingCode.VentricularCouplet], findings.Codes());
        Assert.Equal(2, findings.Count(FindingCode.VentricularCouplet));
    }
}
