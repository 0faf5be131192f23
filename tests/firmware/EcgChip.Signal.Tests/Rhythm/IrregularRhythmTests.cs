using System;
using System.Linq;
using CsCheck;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Signal.Tests.Rhythm;

public class IrregularRhythmTests
{
    [Fact]
    public void It_answers_as_the_plain_specification_for_any_beats() => Gen.Select(
        Gen.OneOf(Gen.Int[70, 90], Gen.Int[60, 130], Gen.Int[40, 200], Gen.Int[20, 700]).Array[10, 200],
        Gen.Frequency((12, Gen.Const(0)), (1, Gen.Const(1)), (2, Gen.Const(2)), (1, Gen.Const(255))).Array[200]).Sample((intervals, classes) =>
        {
            IrregularRhythm fast = new();
            PlainIrregularRhythm plain = new();
            int peak = 50;
            for (int i = 0; i < intervals.Length; i++)
            {
                peak += intervals[i];
                Assert.Equal(plain.Add(peak, classes[i]), fast.Add(peak, classes[i]));
            }
        });

    [Fact]
    public void Fibrillation_is_irregular_whatever_its_rate_and_seed() => Gen.Select(Gen.Int[60, 140], Gen.Int[0, 1 << 20]).Sample((mean, seed) =>
    {
        int[] intervals = Fibrillation(mean, 80, seed);
        Assert.Contains(FindingCode.AtrialFibrillation, Strip.From(0).Beats(new string('N', 80), intervals).Findings().Codes());
    });

    [Fact]
    public void Breathing_moves_a_sinus_rhythm_by_a_sixth_and_it_is_not_irregular() => Gen.Select(Gen.Int[70, 130], Gen.Double[3.0, 7.0], Gen.Int[0, 1 << 20])
        .Sample((mean, beatsOfBreath, seed) =>
        {
            Random random = new(seed);
            int[] intervals = [.. Enumerable.Range(0, 120).Select(i =>
                (int)Math.Round(mean * (1 + (Math.Sin(i * 2 * Math.PI / (beatsOfBreath * 2)) / 12) + ((random.NextDouble() - 0.5) / 50))))];
            Assert.DoesNotContain(
                FindingCode.AtrialFibrillation, Strip.From(0).Beats(new string('N', intervals.Length), intervals).Findings().Codes());
        });

    [Fact]
    public void Single_early_beats_in_a_regular_rhythm_are_not_irregular() => Gen.Select(Gen.Int[70, 120], Gen.Int[0, 1 << 20]).Sample((mean, seed) =>
    {
        Random random = new(seed);
        Strip strip = Strip.From(0);
        for (int i = 0; i < 20; i++)
        {
            strip.Normal(random.Next(4, 8), mean).Normal(1, mean * random.Next(60, 80) / 100).Normal(1, mean * random.Next(105, 120) / 100);
        }

        Assert.DoesNotContain(FindingCode.AtrialFibrillation, strip.Findings().Codes());
    });

    [Theory]
    [InlineData("VN")]
    [InlineData("SN")]
    [InlineData("VNN")]
    [InlineData("SNN")]
    public void Every_second_or_third_beat_early_is_not_irregular(string cycle) => Gen.Select(Gen.Int[80, 120], Gen.Int[0, 1 << 20]).Sample((mean, seed) =>
    {
        Random random = new(seed);
        Strip strip = Strip.From(0).Normal(10, mean);
        for (int i = 0; i < 30; i++)
        {
            int early = (mean * 65 / 100) + random.Next(-2, 3);
            strip.Beats(cycle, [early, (2 * mean) - early + random.Next(-2, 3), .. Enumerable.Repeat(mean, cycle.Length - 2)]);
        }

        Assert.DoesNotContain(FindingCode.AtrialFibrillation, strip.Findings().Codes());
    });

    [Fact]
    public void Ventricular_beats_in_a_regular_rhythm_are_taken_out_with_their_intervals() => Gen.Int[0, 1 << 20].Sample(seed =>
    {
        Random random = new(seed);
        Strip strip = Strip.From(0);
        for (int i = 0; i < 25; i++)
        {
            strip.Normal(random.Next(2, 6), 90).Beats("VN", random.Next(40, 80), random.Next(90, 150));
        }

        Assert.DoesNotContain(FindingCode.AtrialFibrillation, strip.Findings().Codes());
    });

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    public void Twelve_intervals_are_judged_and_fewer_not(int intervals, bool judged)
    {
        IrregularRhythm rhythm = new();
        int peak = 0;
        rhythm.Add(peak, 0);
        foreach (int interval in Fibrillation(100, intervals, 3))
        {
            peak += interval;
            rhythm.Add(peak, 0);
        }

        Assert.Equal(judged, rhythm.IsJudged);
        Assert.Equal(judged, rhythm.IsIrregular);
        Assert.Equal(0, rhythm.Since);
    }

    [Fact]
    public void Where_fibrillation_begins_and_ends_is_known_to_half_a_window() => Gen.Int[0, 1 << 20].Sample(
        seed =>
        {
            Strip strip = Strip.From(0).Normal(60, 100);
            int from = strip.End;
            strip.Beats(new string('N', 100), Fibrillation(80, 100, seed));
            int to = strip.End;
            const int Half = IrregularRhythm.WindowSamples / 2;
            RhythmFindings findings = strip.Normal(60, 100).Findings();
            Assert.InRange(findings.Start(FindingCode.AtrialFibrillation), from - Half, from + Half);
            Assert.InRange(findings.End(FindingCode.AtrialFibrillation), to - Half, to + Half);
        },
        iter: 50);

    [Fact]
    public void In_fibrillation_no_beat_is_called_early()
    {
        RhythmFindings findings = Strip.From(0).Beats(new string('N', 150), Fibrillation(90, 150, 7)).Findings();
        Assert.Equal(0, findings.Count(FindingCode.SupraventricularEctopy));
        Assert.Equal(0, findings.Count(FindingCode.SupraventricularRun));
    }

    [Fact]
    public void Less_than_twenty_seconds_are_not_called_so()
    {
        int[] intervals = Fibrillation(100, 40, 5);
        int few = 0;
        int sum = 0;
        while (sum + intervals[few] < RhythmAnalysis.LeastIrregularSamples)
        {
            sum += intervals[few++];
        }

        Strip strip = Strip.From(0).Beats(new string('N', few), intervals[..few]);
        Assert.Equal(0, strip.Findings().Count(FindingCode.AtrialFibrillation));
        strip.Normal(1, intervals[few]);
        Assert.Equal(1, strip.Findings().Count(FindingCode.AtrialFibrillation));
    }

    [Fact]
    public void Poor_signal_parts_a_fibrillation_in_two()
    {
        Strip strip = Strip.From(0).Beats(new string('N', 50), Fibrillation(90, 50, 1));
        int cut = strip.End;
        strip.Beats(new string('N', 60), Fibrillation(90, 60, 2)).Poor(cut + 5, cut + 10);
        RhythmFindings findings = strip.Findings();
        Assert.Equal(2, findings.Count(FindingCode.AtrialFibrillation));
        Assert.True(findings.Start(FindingCode.AtrialFibrillation) > cut);
    }

    // Intervals of fibrillation have no memory: a gamma distribution's shape, by the sum of exponentials above a shortest interval.
    private static int[] Fibrillation(int mean, int count, int seed)
    {
        const int Exponentials = 5;
        const double Shortest = 0.45;
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            double sum = Enumerable.Range(0, Exponentials).Sum(_ => -Math.Log(1 - random.NextDouble())) / Exponentials;
            return (int)Math.Round(mean * (Shortest + ((1 - Shortest) * sum)));
        })];
    }
}
