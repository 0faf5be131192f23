using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Tests.Rig;
using EcgChip.Records;
using EcgChip.Signal;
using EcgChip.Simulator.Patients;

namespace EcgChip.Device.Tests.Session;

/// <summary>What happens when an electrode comes off, when samples are missed, and when the signal is too large for the front end.</summary>
public class ContactTests
{
    private const double LostAt = 10;
    private const double FoundAt = 14;

    /// <summary>The comparators are looked at with every second sample, and believed after two more looks: 56 ms at most.</summary>
    private const int SamplesToLose = 7;

    /// <summary>Contact counts again after half a second without a fault.</summary>
    private const int SamplesToRegain = SignalUnits.SampleRate / 2;

    /// <summary>Until fast restore has brought the amplifier off its rail, which is such a fault, up to 0.11 s pass.</summary>
    private const int SamplesToLeaveRail = 14;

    private static readonly SyntheticPatient Patient = new(new() { Seconds = 40, Seed = 4 });

    private static FirmwareSettings Settings => new() { RecordingSeconds = 25 };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_stretch_without_contact_is_a_gap_in_the_record(bool positive)
    {
        StoredRecord record = RecordWithLoss(positive, out _);

        (int start, int end) = Assert.Single(record.Gaps);
        Assert.InRange(start, LostAt * SignalUnits.SampleRate, (LostAt * SignalUnits.SampleRate) + SamplesToLose);
        Assert.InRange(end - (FoundAt * SignalUnits.SampleRate), SamplesToRegain - 2, SamplesToRegain + SamplesToLeaveRail);
        Assert.Equal(25 * SignalUnits.SampleRate, record.Contents.SampleCount);
        Assert.Equal(end - start, record.Contents.Summary.NoContactSamples);
        Assert.Equal(25 * SignalUnits.SampleRate, record.Contents.Summary.GoodSamples + record.Contents.Summary.PoorSamples + end - start);
    }

    [Fact]
    public void There_are_no_beats_in_the_gap_and_every_true_beat_around_it()
    {
        StoredRecord record = RecordWithLoss(true, out BedsideRig rig);
        (int start, int end) = Assert.Single(record.Gaps);

        Assert.DoesNotContain(rig.Found, beat => beat >= start && beat < end);
        Assert.DoesNotContain(record.Beats, beat => beat.Sample >= start && beat.Sample < end);

        // A beat is told up to 0.4 s after its R peak: one that contact is lost on may be lost with it.
        const int LatestTold = SignalUnits.SampleRate * 2 / 5;
        int[] truth = [.. Patient.Beats.Select(beat => (int)Math.Round(beat.Seconds * SignalUnits.SampleRate))];
        int[] before = [.. truth.Where(beat => beat > 1 && beat < start - LatestTold)];
        int[] after = [.. truth.Where(beat => beat > end + 10 && beat < record.Contents.SampleCount - 1)];
        Assert.InRange(before.Length, 9, 14);
        Assert.InRange(after.Length, 10, 15);
        Assert.All(before.Concat(after), beat => Assert.Contains(record.Beats, found => Math.Abs(found.Sample - beat) <= 1));
        Assert.Equal(rig.Found.Count(beat => beat < record.Contents.SampleCount), record.Beats.Count);
        Assert.All(record.Beats, found => Assert.Contains(truth, beat => Math.Abs(found.Sample - beat) <= 2));
    }

    [Fact]
    public void Beats_on_both_sides_of_a_gap_are_classified()
    {
        StoredRecord record = RecordWithLoss(true, out _);
        Assert.DoesNotContain(record.Beats, beat => beat.Class == BeatList.Unclassified);
    }

    [Fact]
    public void Contact_is_lost_then_settles_then_is_good_again()
    {
        using BedsideRig rig = new(Patient, Settings);
        List<ContactState> states = [];
        rig.Board.Electrodes.Lose(true, LostAt, FoundAt);
        rig.AfterSlot = () =>
        {
            if (states.Count == 0 || states[^1] != rig.Session.Contact.State)
            {
                states.Add(rig.Session.Contact.State);
            }
        };
        rig.RunSeconds(20);
        Assert.Equal([ContactState.Settling, ContactState.Good, ContactState.NoContact, ContactState.Settling, ContactState.Good], states);
    }

    [Fact]
    public void Without_contact_no_heart_rate_is_known_and_it_is_again_afterwards()
    {
        using BedsideRig rig = new(Patient, Settings);
        rig.Board.Electrodes.Lose(false, LostAt, FoundAt);
        rig.RunSeconds(LostAt - 0.1);
        Assert.InRange(rig.Session.Rate.Now, 50, 100);
        rig.RunSeconds(0.2);
        Assert.Equal(HeartRate.Unknown, rig.Session.Rate.Now);
        rig.RunSeconds(FoundAt - LostAt + 0.3);
        Assert.Equal(HeartRate.Unknown, rig.Session.Rate.Now);
        rig.RunSeconds(4);
        Assert.InRange(rig.Session.Rate.Now, 50, 100);
    }

    [Fact]
    public void Samples_that_were_missed_are_counted_and_are_a_gap_and_the_recording_keeps_its_length()
    {
        // Five slots are over; the sixth sample has nothing before it to be brought back to its time with, and is missed, too.
        const int Missed = 6;
        using BedsideRig rig = new(Patient, Settings);
        rig.Press();
        rig.RunSeconds(8);
        int at = rig.Slots;

        // Something blocks until the sample of the sixth slot from here is late by half a slot, but not missed.
        long due = rig.Firmware.FirstSampleUs + ((at + Missed - 1) * (long)SignalUnits.SampleIntervalUs);
        rig.Board.Clock.Advance(due + (SignalUnits.SampleIntervalUs / 2) - rig.Board.Clock.NowUs);
        rig.RunUntilStored();

        StoredRecord record = Assert.Single(StoredRecord.ReadAll());
        Assert.Equal(Missed, rig.Firmware.MissedSamples);
        Assert.Equal((at - 1, at - 1 + Missed), Assert.Single(record.Gaps));
        Assert.Equal(25 * SignalUnits.SampleRate, record.Contents.SampleCount);

        int[] truth = [.. Patient.Beats.Select(beat => (int)Math.Round(beat.Seconds * SignalUnits.SampleRate))];
        Assert.All(record.Beats, found => Assert.Contains(truth, beat => Math.Abs(found.Sample - beat) <= 2));
    }

    [Fact]
    public void A_signal_that_clips_is_poor_and_its_beats_get_no_class()
    {
        using BedsideRig rig = new(new ScaledPatient(new SyntheticPatient(new() { Seconds = 40, Seed = 3 }), 20), Settings);
        rig.Press();
        rig.RunSeconds(20);
        Assert.Equal(ContactState.Poor, rig.Session.Contact.State);
        rig.RunUntilStored();
        StoredRecord record = Assert.Single(StoredRecord.ReadAll());

        Assert.True(record.Contents.Summary.PoorSamples > record.Contents.SampleCount * 0.9);
        Assert.NotEmpty(record.Beats);
        Assert.All(record.Beats, beat => Assert.Equal(new HeardBeat(beat.Sample, BeatList.Unclassified, 0), beat));
        Assert.Equal(record.Beats.Count, record.Contents.Summary.UnclassifiedCount);
    }

    private static StoredRecord RecordWithLoss(bool positive, out BedsideRig rig)
    {
        using BedsideRig own = new(Patient, Settings);
        own.Board.Electrodes.Lose(positive, LostAt, FoundAt);
        own.Record();
        rig = own;
        return Assert.Single(StoredRecord.ReadAll());
    }
}
