using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Session;
using EcgChip.Device.Tests.Rig;
using EcgChip.Inference;
using EcgChip.Records;
using EcgChip.Signal;
using EcgChip.Simulator.FrontEnd;
using EcgChip.Simulator.Patients;

namespace EcgChip.Device.Tests.Session;

/// <summary>Recordings as the user makes them, with contact all the time.</summary>
public class RecordingSessionTests
{
    private const int Seconds = 15;

    // The delay of front end and conditioner, 5.3 ms, is one sample: sample i of the signal is made of the readings of slot i + 1.
    private const int DelaySamples = 1;

    private static readonly SyntheticPatient Patient = new(new() { Seconds = 60, VentricularShare = 0.1, Seed = 4 });

    private static FirmwareSettings Settings => new() { RecordingSeconds = Seconds, DeviceId = 77 };

    [Fact]
    public void Before_the_button_is_pressed_nothing_is_recorded()
    {
        using BedsideRig rig = new(Patient, Settings);
        rig.RunSeconds(5);
        Assert.Equal(SessionState.Monitoring, rig.Session.State);
        Assert.Empty(StoredRecord.ReadAll());
        Assert.NotEmpty(rig.Found);
    }

    [Fact]
    public void A_recording_is_exactly_as_long_as_it_was_set()
    {
        using BedsideRig rig = new(Patient, Settings);
        rig.RunSeconds(3.3);
        rig.Record();
        StoredRecord record = Assert.Single(StoredRecord.ReadAll());
        Assert.Equal(Seconds * SignalUnits.SampleRate, record.Contents.SampleCount);
        Assert.Empty(record.Gaps);
        Assert.Equal(77, record.Contents.DeviceId);
        Assert.False(record.Contents.StartKnown);
    }

    [Fact]
    public void A_session_passes_through_its_states_in_order()
    {
        // Bytes in small pages, so that storing lasts longer than a slot.
        using BedsideRig rig = new(Patient, new FirmwareSettings { RecordingSeconds = Seconds, StoragePageBytes = 2 });
        List<SessionState> states = [rig.Session.State];
        rig.AfterSlot = () =>
        {
            if (states[^1] != rig.Session.State)
            {
                states.Add(rig.Session.State);
            }
        };
        rig.Record();
        Assert.Equal(
            [SessionState.Monitoring, SessionState.Recording, SessionState.Analysing, SessionState.Storing, SessionState.Monitoring], states);
    }

    [Fact]
    public void A_record_read_back_has_the_beats_that_the_listener_heard_with_their_classes_and_confidences()
    {
        using BedsideRig rig = new(Patient, Settings);
        rig.RunSeconds(4);
        int start = rig.Record();
        StoredRecord record = Assert.Single(StoredRecord.ReadAll());

        HeardBeat[] heard = [.. rig.Heard.Where(beat => beat.Sample >= start && beat.Sample < start + record.Contents.SampleCount)];
        Assert.InRange(heard.Length, 15, 25);
        Assert.Equal(heard.Select(beat => beat with { Sample = beat.Sample - start }), record.Beats);
        Assert.All(record.Beats, beat => Assert.InRange(beat.Class, 0, BeatList.ClassCount - 1));
        Assert.All(record.Beats, beat => Assert.InRange(beat.Confidence, 1, BeatList.LargestConfidence));
        Assert.Equal(
            Enumerable.Range(0, BeatList.ClassCount).Select(c => record.Beats.Count(beat => beat.Class == c)),
            record.Contents.Summary.ClassCounts);
        Model[] models = [rig.Firmware.LiveModel, rig.Firmware.AnalysisModel, rig.Firmware.InfarctionModel];
        Assert.Equal(
            models.Select(model => (model.Name, model.Hash)),
            Enumerable.Range(0, record.Contents.ModelCount).Select(record.Contents.Model).Select(model => (model.Name, model.Hash)));
    }

    [Fact]
    public void A_records_samples_are_the_conditioned_signal_and_its_beats_stand_on_its_peaks()
    {
        using BedsideRig rig = new(Patient, Settings);
        rig.RunSeconds(2);
        int start = rig.Record();
        StoredRecord record = Assert.Single(StoredRecord.ReadAll());

        FrontEndSampler sampler = new(Patient, new AnalogSettings());
        Conditioner conditioner = new(Board.FrontEnd(), MainsFrequency.Hz50);
        short[] conditioned = [.. Enumerable.Range(0, sampler.SampleCount).Select(_ => (short)conditioner.Process(sampler.NextReadingSum()))];
        Assert.Equal(conditioned.Skip(start + DelaySamples).Take(record.Contents.SampleCount), record.Samples());
        Assert.All(
            Truth(start, record.Contents.SampleCount),
            beat => Assert.Contains(record.Beats, found => Math.Abs(found.Sample - beat) <= 1));
    }

    [Fact]
    public void A_recording_with_samples_read_late_is_nearly_that_without_and_says_how_many()
    {
        short[] onTime = RecordLate(0).Samples();
        StoredRecord late = RecordLate(5_000);
        Assert.InRange(late.Contents.Summary.LateSamples, 90, 110);
        Assert.Empty(late.Gaps);

        // Root mean square over all samples, in 5 uV: 0.96 when they are brought back to their time, 2.91 when they are taken as they were read.
        double meanSquare = onTime.Zip(late.Samples(), (a, b) => (double)((a - b) * (a - b))).Average();
        Assert.InRange(Math.Sqrt(meanSquare), 0.01, 1.5);
    }

    [Fact]
    public void A_press_while_a_recording_runs_does_nothing()
    {
        using BedsideRig rig = new(Patient, Settings);
        rig.Press();
        rig.RunSeconds(6);
        rig.Press();
        rig.RunSeconds(6);
        Assert.Equal(SessionState.Recording, rig.Session.State);
        rig.RunUntilStored();
        Assert.Equal(Seconds * SignalUnits.SampleRate, Assert.Single(StoredRecord.ReadAll()).Contents.SampleCount);
        Assert.InRange(rig.Slots, Seconds * SignalUnits.SampleRate, (Seconds + 2) * SignalUnits.SampleRate);
    }

    [Fact]
    public void A_button_that_is_held_down_is_one_long_press_and_makes_no_recording()
    {
        using BedsideRig rig = new(Patient, new FirmwareSettings { RecordingSeconds = 3 });
        rig.RunSeconds(4);
        rig.Board.StartButtonHeld = true;
        rig.RunSeconds(20);
        Assert.Equal(BedsideState.PatientNumber, rig.Session.Flow.State);
        Assert.Empty(StoredRecord.ReadAll());
    }

    [Fact]
    public void A_second_recording_is_stored_beside_the_first_with_the_next_number_and_its_own_beats()
    {
        using BedsideRig rig = new(Patient, Settings);
        int first = rig.Record();
        rig.RunSeconds(2.5);
        int second = rig.Record();

        IReadOnlyList<StoredRecord> records = StoredRecord.ReadAll();
        Assert.Equal([1, 2], records.Select(record => record.Contents.Sequence));
        foreach ((StoredRecord record, int start) in records.Zip([first, second]))
        {
            Assert.Equal(Seconds * SignalUnits.SampleRate, record.Contents.SampleCount);
            Assert.All(
                Truth(start, record.Contents.SampleCount),
                beat => Assert.Contains(record.Beats, found => Math.Abs(found.Sample - beat) <= 1));
            Assert.DoesNotContain(record.Beats, beat => beat.Class == BeatList.Unclassified);
        }
    }

    [Fact]
    public void A_recording_that_is_stopped_early_keeps_what_there_is()
    {
        using BedsideRig rig = new(Patient, Settings);
        rig.Press();
        rig.RunSeconds(8);
        rig.Firmware.StopRecording();
        rig.RunUntilStored();

        StoredRecord record = Assert.Single(StoredRecord.ReadAll());
        Assert.Equal((8 * SignalUnits.SampleRate) - DelaySamples, record.Contents.SampleCount);
        Assert.All(
            Truth(0, record.Contents.SampleCount),
            beat => Assert.Contains(record.Beats, found => Math.Abs(found.Sample - beat) <= 1));
        Assert.Equal(rig.Heard.Where(beat => beat.Sample < record.Contents.SampleCount), record.Beats);
    }

    [Fact]
    public void Stopping_without_a_recording_does_nothing()
    {
        using BedsideRig rig = new(Patient, Settings);
        rig.RunSeconds(1);
        rig.Firmware.StopRecording();
        rig.RunSeconds(3);
        Assert.Equal(SessionState.Monitoring, rig.Session.State);
        Assert.Empty(StoredRecord.ReadAll());
    }

    [Fact]
    public void By_the_papers_rule_a_recording_has_the_beats_of_every_window_the_last_one_included()
    {
        SyntheticPatient regular = new(new() { Seconds = 20, VentricularShare = 0, SupraventricularShare = 0 });
        using BedsideRig rig = new(regular, new FirmwareSettings { RecordingSeconds = Seconds, UsesPaperRule = true });
        rig.Record();
        int[] beats = [.. Assert.Single(StoredRecord.ReadAll()).Beats.Select(beat => beat.Sample)];

        // The rule misses every beat lower than 90 % of the window's highest.
        int[] truth = [.. regular.Beats.Select(beat => (int)Math.Round(beat.Seconds * SignalUnits.SampleRate)).Where(beat => beat is > 1 and < 1870)];
        Assert.InRange(beats.Length, truth.Length - 2, truth.Length);
        Assert.All(beats, found => Assert.Contains(truth, beat => Math.Abs(found - beat) <= 1));
        Assert.True(beats[^1] > (Seconds - 2) * SignalUnits.SampleRate);
    }

    /// <summary>A recording in which something blocks before every 19th sample, until it is this late.</summary>
    private static StoredRecord RecordLate(int lateUs)
    {
        using BedsideRig rig = new(Patient, Settings);
        rig.AfterSlot = () =>
        {
            if (lateUs > 0 && rig.Slots % 19 == 0 && rig.Session.State == SessionState.Recording)
            {
                long due = rig.Firmware.FirstSampleUs + (rig.Slots * (long)SignalUnits.SampleIntervalUs);
                rig.Board.Clock.Advance(due + lateUs - rig.Board.Clock.NowUs);
            }
        };
        rig.Record();
        return Assert.Single(StoredRecord.ReadAll());
    }

    /// <summary>Samples of the true R peaks in a recording, all but those at its very edges.</summary>
    private static IEnumerable<int> Truth(int start, int samples) => Patient.Beats
        .Select(beat => (int)Math.Round(beat.Seconds * SignalUnits.SampleRate) - start)
        .Where(sample => sample >= 2 && sample < samples - 2);
}
