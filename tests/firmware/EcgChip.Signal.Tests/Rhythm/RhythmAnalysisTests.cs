using System;
using System.Linq;
using CsCheck;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Signal.Tests.Rhythm;

public class RhythmAnalysisTests
{
    private static readonly Gen<Strip> AnyStrip = Gen.Select(
        Gen.OneOf(Gen.Int[60, 75], Gen.Int[60, 130], Gen.Int[30, 500]).Array[0, 150],
        Gen.Frequency((12, Gen.Const('N')), (2, Gen.Const('S')), (4, Gen.Const('V')), (1, Gen.OneOf(Gen.Const('F'), Gen.Const('Q'), Gen.Const('?')))).Array[150],
        Gen.Select(Gen.Int[0, 20000], Gen.Int[1, 2000]).Array[0, 3],
        (intervals, classes, poor) =>
        {
            Strip strip = Strip.From(100, classes[^1]).Beats(new string(classes), intervals);
            foreach ((int first, int length) in poor)
            {
                strip.Poor(first, first + length);
            }

            return strip;
        });

    [Fact]
    public void A_strip_without_beats_has_no_findings()
    {
        RhythmAnalysis analysis = new(new NoBeats());
        while (!analysis.Step())
        {
        }

        Assert.Empty(analysis.Findings.Codes());
        Assert.Equal(HeartRate.Unknown, analysis.MeanRate);
    }

    [Fact]
    public void Findings_move_with_the_recording() => Gen.Select(AnyStrip, Gen.Int[0, 1_000_000]).Sample((strip, shift) =>
        Assert.Equal(strip.Findings().Text(), strip.Shifted(shift).Findings().Text(shift)));

    [Fact]
    public void Places_lie_in_the_recording_and_in_order() => AnyStrip.Sample(strip =>
    {
        RhythmFindings findings = strip.Findings();
        Assert.All(findings.Codes(), code =>
        {
            Assert.InRange(findings.Start(code), 100, findings.End(code));
            Assert.InRange(findings.End(code), findings.Start(code), strip.End);
            Assert.True(findings.Value(code) > 0);
        });
    });

    [Fact]
    public void All_poor_signal_has_no_findings_that_need_a_neighbour() => AnyStrip.Sample(strip =>
    {
        RhythmAnalysis analysis = strip.Poor(0, int.MaxValue).Analyse();
        Assert.DoesNotContain(analysis.Findings.Codes(), code => code != FindingCode.VentricularEctopy);
        Assert.Equal((-1, -1, -1), (analysis.MeanRate, analysis.LowestRate, analysis.HighestRate));
    });

    [Fact]
    public void A_calm_sinus_rhythm_has_no_findings() => Gen.Select(Gen.Int[77, 148], Gen.Int[0, 1 << 20]).Sample((interval, seed) =>
    {
        Random random = new(seed);
        int[] intervals = [.. Enumerable.Range(0, 100).Select(_ => interval + random.Next(-1, 2))];
        Assert.Empty(Strip.From(0).Beats(new string('N', 100), intervals).Findings().Codes());
    });

    private sealed class NoBeats : IRhythmSource
    {
        public int BeatCount => 0;

        public int RPeak(int beat) => throw new ArgumentOutOfRangeException(nameof(beat));

        public int ClassOf(int beat) => throw new ArgumentOutOfRangeException(nameof(beat));

        public bool IsGood(int first, int last) => true;
    }
}
