using EcgChip.Signal.Rhythm;

namespace EcgChip.Signal.Tests.Rhythm;

public class ScreeningTests
{
    private const int Minute = 60 * SignalUnits.SampleRate;

    [Theory]
    [InlineData(FindingCode.WideTachycardia, 101, 1, true)]
    [InlineData(FindingCode.VentricularRun, 3, 1, true)]
    [InlineData(FindingCode.LongPause, 3008, 1, true)]
    [InlineData(FindingCode.AtrialFibrillation, 20, 1, true)]
    [InlineData(FindingCode.IrregularTachycardia, 101, 1, true)]
    [InlineData(FindingCode.VentricularCouplet, 2, 2, true)]
    [InlineData(FindingCode.VentricularCouplet, 1, 1, false)]
    [InlineData(FindingCode.Bigeminy, 3, 1, true)]
    [InlineData(FindingCode.Trigeminy, 3, 1, true)]
    [InlineData(FindingCode.Bradycardia, 40, 1, true)]
    [InlineData(FindingCode.Bradycardia, 41, 1, false)]
    [InlineData(FindingCode.Bradycardia, 0, 0, false)]
    [InlineData(FindingCode.Tachycardia, 131, 1, true)]
    [InlineData(FindingCode.Tachycardia, 130, 1, false)]
    [InlineData(FindingCode.VentricularEctopy, 30, 3, true)]
    [InlineData(FindingCode.VentricularEctopy, 240, 2, false)]
    [InlineData(FindingCode.VentricularEctopy, 29, 14, false)]
    [InlineData(FindingCode.SupraventricularRun, 20, 1, true)]
    [InlineData(FindingCode.SupraventricularRun, 19, 9, false)]
    [InlineData(FindingCode.SupraventricularEctopy, 4000, 90, false)]
    [InlineData(FindingCode.SupraventricularCouplet, 50, 50, false)]
    [InlineData(FindingCode.Pause, 3000, 9, false)]
    public void A_finding_needs_a_doctor_as_the_table_says(FindingCode code, int value, int count, bool needed) =>
        Assert.Equal(needed, Screening.NeedsDoctor(code, value, count));

    [Fact]
    public void What_a_doctor_should_see_is_named_before_what_is_higher_in_the_list()
    {
        // Slow, which is no alarm, before single ventricular beats, which are.
        RhythmFindings findings = Strip.From(0).Normal(10, 155).Beats("VNNNNVNNNNVNNNN", 155).Findings();
        Assert.True(findings.Count(FindingCode.Bradycardia) > 0);
        Assert.Equal(FindingCode.VentricularEctopy, Screening.MostUrgent(findings));
        Assert.Equal(ScreeningAnswer.ShowADoctor, Screening.Answer(findings, Minute, Minute, 26));
    }

    [Fact]
    public void What_no_doctor_needs_to_see_is_named_and_the_answer_is_no_finding()
    {
        RhythmFindings findings = Strip.From(0).Normal(20, 155).Findings();
        Assert.Equal(FindingCode.Bradycardia, Screening.MostUrgent(findings));
        Assert.Equal(ScreeningAnswer.NoFinding, Screening.Answer(findings, Minute, Minute, 21));
    }

    [Theory]
    [InlineData(1250, 2500, 20, ScreeningAnswer.NoFinding)]
    [InlineData(1249, 1249, 20, ScreeningAnswer.Repeat)]
    [InlineData(1250, 2501, 20, ScreeningAnswer.Repeat)]
    [InlineData(7500, 7500, 2, ScreeningAnswer.NoFinding)]
    [InlineData(7500, 7500, 1, ScreeningAnswer.Repeat)]
    public void Nothing_can_be_said_of_too_little_good_signal(int good, int all, int beats, ScreeningAnswer answer) =>
        Assert.Equal(answer, Screening.Answer(new RhythmFindings(), good, all, beats));

    [Fact]
    public void What_was_found_in_a_short_good_stretch_holds()
    {
        RhythmFindings findings = Strip.From(0).Normal(5, 90).Beats("VVVV", 60).Findings();
        Assert.Equal(ScreeningAnswer.ShowADoctor, Screening.Answer(findings, 900, Minute, 10));
    }
}
