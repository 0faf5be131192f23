using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.Device.Session;
using EcgChip.Records;
using EcgChip.Signal;
using EcgChip.Signal.Rhythm;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;

namespace EcgChip.Simulator.Tests.Runs;

public class PlayedRhythmTests
{
    // No interval foretells the next: 0.6 s a beat, a minute of 100 beats.
    private static readonly int[] Irregular = Fibrillation();

    private static readonly Gen<(int[] Intervals, int?[] Classes, (int First, int End)[] Flawed)> AnyRun = Gen.Select(
        Gen.OneOf(Gen.Int[60, 75], Gen.Int[50, 130], Gen.Int[30, 700]).Array[0, 300],
        Gen.Frequency((15, Gen.Const((int?)0)), (2, Gen.Const((int?)2)), (1, Gen.Const((int?)null))).Array[300],
        Gen.Select(Gen.Int[0, 30_000], Gen.Int[1, 600], (first, length) => (first, first + length)).Array[0, 3]);

    [Fact]
    public void What_is_irregular_is_what_the_analysis_of_a_recording_adds_up() => AnyRun.Sample(run =>
    {
        PlayedRhythm rhythm = PlayedRhythm.Of(Found(run.Intervals, run.Classes) with { Samples = 250_000 }, run.Flawed, [.. run.Flawed.Take(1)]);
        RhythmAnalysis analysis = new(rhythm);
        while (!analysis.Step())
        {
        }

        Assert.Equal(analysis.IrregularSamples, rhythm.Irregular.Sum(stretch => stretch.End - stretch.Start));
        Assert.Equal(analysis.Findings.Count(FindingCode.AtrialFibrillation), rhythm.Irregular.Count);
    });

    [Fact]
    public void A_minute_without_two_intervals_alike_is_irregular_from_its_first_beat_to_its_last()
    {
        SimulationResult found = Found(Irregular, null);
        Assert.Equal([(100, found.Beats[^1].Sample)], PlayedRhythm.Of(found, [], []).Irregular);
    }

    [Fact]
    public void A_poor_second_parts_it_and_what_is_left_of_less_than_20_s_is_not_called_so()
    {
        SimulationResult found = Found(Irregular, null);
        int[] beats = [.. found.Beats.Select(beat => beat.Sample)];

        // The second from 40 s on: beats before it end the first stretch, the next one after it begins another, of under 20 s.
        PlayedRhythm rhythm = PlayedRhythm.Of(found, [(40 * 125, 41 * 125)], []);
        Assert.InRange(beats[^1] - (41 * 125), 15 * 125, RhythmAnalysis.LeastIrregularSamples - 1);
        Assert.Equal([(100, beats.Last(beat => beat < 40 * 125))], rhythm.Irregular);
    }

    [Fact]
    public void Beats_that_were_withdrawn_and_ventricular_ones_take_their_intervals_with_them()
    {
        // Every third beat has no class, or is ventricular: a third of the intervals is left, too few pairs of neighbours to judge.
        int?[] withdrawn = [.. Enumerable.Range(0, 101).Select(i => i % 3 == 0 ? (int?)null : 0)];
        Assert.Empty(PlayedRhythm.Of(Found(Irregular, withdrawn), [], []).Irregular);
        Assert.Empty(PlayedRhythm.Of(Found(Irregular, [.. withdrawn.Select(each => each ?? 2)]), [], []).Irregular);
    }

    [Fact]
    public void Rates_are_those_of_the_intervals_in_good_signal()
    {
        // Ten intervals of 0.8 s, a poor second over three of 0.4 s, ten of 0.6 s.
        int[] intervals = [.. Enumerable.Repeat(100, 10), .. Enumerable.Repeat(50, 3), .. Enumerable.Repeat(75, 10)];
        PlayedRhythm rhythm = PlayedRhythm.Of(Found(intervals, null), [(1125, 1250)], []);
        Assert.Equal((75, 100), (rhythm.LowestHeartRate, rhythm.HighestHeartRate));

        // The second from 9 s on holds the beat at 1,150; the next second the one at 1,250. Left are 1,000 samples before and 750 behind.
        Assert.Equal((int)Math.Round((10 + 10) * 7500.0 / (1000 + 750)), rhythm.MeanHeartRate);
    }

    [Fact]
    public void Without_beats_nothing_is_known()
    {
        PlayedRhythm rhythm = PlayedRhythm.Of(Found([], null) with { Beats = [] }, [], []);
        Assert.Equal((null, null, null), (rhythm.MeanHeartRate, rhythm.LowestHeartRate, rhythm.HighestHeartRate));
        Assert.Empty(rhythm.Irregular);
    }

    [Theory]
    [InlineData(40, 1, false)]
    [InlineData(40, 2, true)]
    [InlineData(33, 3, true)]
    [InlineData(12, 4, false)]
    [InlineData(3, 5, false)]
    public void The_rates_of_what_was_played_are_those_in_its_record(double seconds, int seed, bool losesAnElectrode)
    {
        using VirtualDevice device = new(
            new SyntheticPatient(new() { Seconds = seconds, Seed = seed, HeartRate = 60 + (10 * seed) }), new SimulationOptions());
        if (losesAnElectrode)
        {
            device.Board.Electrodes.Lose(positive: true, 11.3, 13.1);
        }

        QualityLog quality = new(device);
        SimulationResult result = device.Run();
        PlayedRhythm rhythm = PlayedRhythm.Of(result, quality);
        byte[] bytes = Assert.Single(result.Records);
        Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(bytes, 0, bytes.Length, out RecordContents record));
        RecordSummary summary = record.Summary;
        Assert.Equal(
            (summary.MeanHeartRate, summary.LowestHeartRate, summary.HighestHeartRate),
            (rhythm.MeanHeartRate ?? -1, rhythm.LowestHeartRate ?? -1, rhythm.HighestHeartRate ?? -1));
        Assert.NotNull(rhythm.MeanHeartRate);
    }

    [Fact]
    public void A_gap_takes_the_interval_over_it_and_no_other()
    {
        // Between the beats at 500 and 600 three samples are missing: of twenty intervals of 0.8 s nineteen are left, none of another length.
        IRhythmSource rhythm = PlayedRhythm.Of(Found([.. Enumerable.Repeat(100, 20)], null), [], [(550, 553)]);
        Assert.Equal([(500, 600)], Enumerable.Range(0, 20).Select(beat => (rhythm.RPeak(beat), rhythm.RPeak(beat + 1))).Where(pair => !rhythm.IsGood(pair.Item1, pair.Item2)));
    }

    private static int[] Fibrillation()
    {
        const int Exponentials = 5;
        Random random = new(3);
        return [.. Enumerable.Range(0, 100).Select(_ =>
            (int)Math.Round(75 * (0.45 + (0.55 * Enumerable.Range(0, Exponentials).Sum(_ => -Math.Log(1 - random.NextDouble())) / Exponentials))))];
    }

    private static SimulationResult Found(int[] intervals, int?[]? classes)
    {
        List<FoundBeat> beats = [new FoundBeat(100, classes is null ? 0 : classes[0], null)];
        for (int i = 0; i < intervals.Length; i++)
        {
            beats.Add(new FoundBeat(beats[^1].Sample + intervals[i], classes is null ? 0 : classes[(i + 1) % classes.Length], null));
        }

        return new SimulationResult
        {
            Samples = beats[^1].Sample + 1000,
            Beats = beats,
            MeanHeartRate = null,
            LowestHeartRate = null,
            HighestHeartRate = null,
            Seconds = (0, 0, 0),
            SecondsByReason = [],
            QualityIndex = null,
            Electrodes = LeadOrientation.Unknown,
            MissedSamples = 0,
            State = SessionState.Monitoring,
            Records = [],
            RecordingStart = 0,
            Models = [],
            Interrupted = false,
        };
    }
}
