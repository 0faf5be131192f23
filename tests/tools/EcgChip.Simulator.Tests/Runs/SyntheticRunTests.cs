using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Seams;
using EcgChip.Device.Session;
using EcgChip.Inference;
using EcgChip.Records;
using EcgChip.Scoring;
using EcgChip.Simulator.Display;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;

namespace EcgChip.Simulator.Tests.Runs;

/// <summary>The whole device on patients whose beats are known.</summary>
public class SyntheticRunTests
{
    [Theory]
    [InlineData(40, 1)]
    [InlineData(60, 2)]
    [InlineData(72, 3)]
    [InlineData(95, 4)]
    [InlineData(120, 5)]
    [InlineData(150, 6)]
    public void Of_a_minute_with_ectopic_beats_99_of_100_beats_are_found_and_no_more_than_1_in_100_is_made_up(double heartRate, int seed) =>
        FindsTheBeats(new SyntheticPatient(new() { HeartRate = heartRate, Seed = seed }));

    /// <summary>
    /// Faster than 165 a minute only without ectopic beats: there the beat after a steep ventricular one comes within 360 ms and can be
    /// taken for its T wave.
    /// </summary>
    [Theory]
    [InlineData(165, 7)]
    [InlineData(180, 8)]
    public void Of_a_minute_of_a_fast_heart_99_of_100_beats_are_found_and_no_more_than_1_in_100_is_made_up(double heartRate, int seed) =>
        FindsTheBeats(new SyntheticPatient(new() { HeartRate = heartRate, Seed = seed, VentricularShare = 0, SupraventricularShare = 0 }));

    [Theory]
    [InlineData(72)]
    [InlineData(150)]
    public void The_heart_rate_shown_is_the_patients(double heartRate)
    {
        SimulationResult result = Run(new SyntheticPatient(new() { HeartRate = heartRate }));
        Assert.NotNull(result.MeanHeartRate);
        Assert.Equal(heartRate, result.MeanHeartRate.Value, heartRate * 0.04);
        Assert.True(result.LowestHeartRate <= result.MeanHeartRate && result.MeanHeartRate <= result.HighestHeartRate);
    }

    [Fact]
    public void As_much_is_recorded_as_was_asked_for_and_what_follows_is_monitored()
    {
        using VirtualDevice device = new(new SyntheticPatient(new() { Seconds = 20 }), new SimulationOptions { RecordingSeconds = 8 });
        SimulationResult result = device.Run();
        byte[] bytes = Assert.Single(result.Records);
        Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(bytes, 0, bytes.Length, out RecordContents record));
        Assert.Equal((8 * 125, 20 * 125), (record.SampleCount, result.Samples));
        Assert.Contains(result.Beats, beat => beat.Sample > 12 * 125);
    }

    [Fact]
    public void Whoever_listens_hears_of_every_beat_once_when_it_is_found_and_of_its_class_until_it_is_judged_for_good()
    {
        using VirtualDevice device = new(new SyntheticPatient(new() { Seconds = 20 }), new SimulationOptions());
        HeardBeats heard = new();
        device.BeatListener = heard;
        List<int> slots = [];
        device.SlotEnded = slots.Add;

        SimulationResult result = device.Run();

        Assert.Equal(result.Beats.Select(beat => beat.Sample), heard.Found.Where(sample => sample >= 0 && sample < result.Samples));
        Assert.Equal(
            result.Beats.Where(beat => beat.Class is not null).Select(beat => (beat.Sample, beat.Class!.Value)),
            heard.Classified.Where(beat => beat.Class != BeatClass.Unclassified && beat.Sample < result.Samples)
                .GroupBy(beat => beat.Sample).Select(told => told.Last()).OrderBy(beat => beat.Sample));

        // One beat of each shape is told a second time, when the seed network has judged it.
        Assert.InRange(heard.Classified.Count - heard.Classified.DistinctBy(beat => beat.Sample).Count(), 1, 6);
        Assert.Equal(Enumerable.Range(1, result.Samples), slots.Take(result.Samples));
    }

    [Fact]
    public void A_minute_of_a_patient_is_one_record_of_a_minute_and_all_but_the_second_of_settling_is_good()
    {
        SimulationResult result = Run(new SyntheticPatient());
        byte[] bytes = Assert.Single(result.Records);
        Assert.Equal(RecordStatus.Ok, RecordReader.TryRead(bytes, 0, bytes.Length, out RecordContents record));
        Assert.Equal(7500, record.SampleCount);
        Assert.Equal(result.Beats.Select(beat => beat.Sample), Enumerable.Range(0, record.Beats.Count).Select(record.Beats.SampleIndex));
        Assert.Equal((7500, 59, 1, 0), (result.Samples, result.Seconds.Good, result.Seconds.Poor, result.Seconds.NoContact));
        Assert.Equal(SessionState.Monitoring, result.State);
        Assert.False(result.Interrupted);
    }

    [Fact]
    public void The_same_patient_gives_the_same_beats_record_and_picture_every_time_and_another_patient_others()
    {
        (SimulationResult one, ushort[] onePicture) = RunToPicture(1);
        (SimulationResult same, ushort[] samePicture) = RunToPicture(1);
        (SimulationResult other, ushort[] otherPicture) = RunToPicture(2);

        Assert.Equal(one.Beats, same.Beats);
        Assert.Equal(Assert.Single(one.Records), Assert.Single(same.Records));
        Assert.Equal(onePicture, samePicture);
        Assert.NotEqual(one.Beats, other.Beats);
        Assert.NotEqual(one.Records[0], other.Records[0]);
        Assert.NotEqual(onePicture, otherPicture);
    }

    private static void FindsTheBeats(SyntheticPatient patient)
    {
        SimulationResult result = Run(patient);
        Confusion confusion = BeatTruth.Compare(patient, result);
        Assert.True(confusion.MissedBeats <= 0.01 * confusion.Beats, $"{confusion.MissedBeats} of {confusion.Beats} beats were missed.");
        Assert.True(confusion.FalseBeats <= 0.01 * confusion.Beats, $"{confusion.FalseBeats} beats were found that are none.");
        Assert.Equal(0, result.MissedSamples);
    }

    private static SimulationResult Run(IPatient patient)
    {
        using VirtualDevice device = new(patient, new SimulationOptions());
        return device.Run();
    }

    private static (SimulationResult Result, ushort[] Picture) RunToPicture(int seed)
    {
        using VirtualDevice device = new(new SyntheticPatient(new() { Seconds = 20, Seed = seed }), new SimulationOptions());
        ushort[] picture = [];
        device.PatientEnded = () => picture = [.. Pixels(device.Board.Panel)];
        return (device.Run(), picture);
    }

    private static IEnumerable<ushort> Pixels(Ili9341Panel panel) =>
        from y in Enumerable.Range(0, Ili9341Panel.Height)
        from x in Enumerable.Range(0, Ili9341Panel.Width)
        select panel.Pixel(x, y);

    private sealed class HeardBeats : IBeatListener
    {
        public List<int> Found { get; } = [];

        public List<(int Sample, int Class)> Classified { get; } = [];

        public void BeatFound(int sampleIndex) => Found.Add(sampleIndex);

        public void BeatClassified(int sampleIndex, int beatClass, int confidence) => Classified.Add((sampleIndex, beatClass));
    }
}
