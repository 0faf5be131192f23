using System;
using System.Linq;
using EcgChip.Device.Screens;
using EcgChip.Device.Session;
using EcgChip.Device.Tests.Rig;
using EcgChip.Signal;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Patients;

namespace EcgChip.Device.Tests.Session;

/// <summary>The session as a user has it: two buttons, electrodes, a battery.</summary>
public sealed class BedsideFlowTests
{
    private const double ShortPress = 0.2;
    private const double LongPress = 1.2;
    private const double SettledSeconds = 5;

    private static SyntheticPatient Patient => new(new() { Seconds = 400, Seed = 11 });

    [Fact]
    public void A_recording_waits_for_the_electrodes_and_until_the_signal_has_settled_then_says_what_it_found()
    {
        using BedsideRig rig = Rig(30);
        Lift(rig, 6);
        rig.RunSeconds(2);
        Assert.Equal(BedsideState.Idle, rig.Session.Flow.State);
        Press(rig, false, ShortPress);
        Assert.Equal(BedsideState.ElectrodesOff, rig.Session.Flow.State);
        rig.RunSeconds(3);
        Assert.Equal(SessionState.Monitoring, rig.Session.State);
        RunUntil(rig, BedsideState.Settling, 5);
        RunUntil(rig, BedsideState.Recording, 10);
        rig.RunSeconds(0.1);
        Assert.Equal(SessionState.Recording, rig.Session.State);
        RunUntil(rig, BedsideState.Analysing, 35);
        RunUntil(rig, BedsideState.Result, 60);
        StoredRecord record = Assert.Single(StoredRecord.ReadAll());
        Assert.Equal(30 * SignalUnits.SampleRate, record.Contents.SampleCount);
        Assert.Equal(record.Contents.SampleCount, record.Contents.Summary.GoodSamples);
        ScreenContents shown = rig.Session.Flow.Contents;
        Assert.Equal(record.Contents.Summary.MeanHeartRate, shown.HeartRateMean);
        Assert.Equal(100, shown.QualityPercent);
        Assert.Equal(record.Contents.Summary.ClassCounts, shown.ClassCounts);
        Press(rig, false, ShortPress);
        Assert.Equal(BedsideState.Stored, rig.Session.Flow.State);
        Press(rig, false, ShortPress);
        Assert.Equal(BedsideState.Idle, rig.Session.Flow.State);
    }

    [Fact]
    public void A_recording_that_is_stopped_is_kept_when_it_has_ten_good_seconds()
    {
        using BedsideRig rig = Recording(60);
        rig.RunSeconds(14);
        Press(rig, false, ShortPress);
        Assert.Equal(BedsideState.Analysing, rig.Session.Flow.State);
        RunUntil(rig, BedsideState.Result, 60);
        Assert.InRange(Assert.Single(StoredRecord.ReadAll()).Contents.SampleCount, 14 * SignalUnits.SampleRate, 15 * SignalUnits.SampleRate);
    }

    [Fact]
    public void A_recording_that_is_stopped_sooner_is_not_kept_and_the_screen_says_so()
    {
        using BedsideRig rig = Recording(60);
        rig.RunSeconds(7);
        Press(rig, false, ShortPress);
        Assert.Equal(BedsideState.Fault, rig.Session.Flow.State);
        Assert.Equal(TextId.FaultTooShort, rig.Session.Flow.Contents.FaultText);
        rig.RunSeconds(5);
        Assert.Empty(StoredRecord.ReadAll());
        Assert.Equal(SessionState.Monitoring, rig.Session.State);
        Press(rig, false, ShortPress);
        Assert.Equal(BedsideState.Idle, rig.Session.Flow.State);
    }

    [Fact]
    public void A_recording_without_contact_pauses_marks_the_gap_and_goes_on_and_its_time_with_it()
    {
        using BedsideRig rig = Recording(30);
        rig.RunSeconds(8);
        Lift(rig, 5);
        RunUntil(rig, BedsideState.Paused, 3);
        RunUntil(rig, BedsideState.Recording, 6);
        RunUntil(rig, BedsideState.Result, 90);
        StoredRecord record = Assert.Single(StoredRecord.ReadAll());
        Assert.Equal(30 * SignalUnits.SampleRate, record.Contents.SampleCount);
        (int start, int end) = Assert.Single(record.Gaps);
        Assert.InRange(end - start, 2 * SignalUnits.SampleRate, 8 * SignalUnits.SampleRate);
    }

    [Fact]
    public void Nothing_is_recorded_while_usb_power_is_there_and_the_screen_says_so()
    {
        using BedsideRig rig = Rig(30);
        rig.Board.UsbPower = true;
        rig.RunSeconds(SettledSeconds);
        Press(rig, false, ShortPress);
        Assert.Equal(BedsideState.Fault, rig.Session.Flow.State);
        Assert.Equal(TextId.FaultUsb, rig.Session.Flow.Contents.FaultText);
        rig.Board.UsbPower = false;
        RunUntil(rig, BedsideState.Idle, 3);
        Assert.Empty(StoredRecord.ReadAll());
    }

    [Fact]
    public void A_battery_that_runs_empty_ends_a_recording_and_what_there_is_of_it_is_kept()
    {
        using BedsideRig rig = Recording(60);
        rig.RunSeconds(20);
        rig.Board.BatteryVolts = 3.3;
        RunUntil(rig, BedsideState.Analysing, 8);
        RunUntil(rig, BedsideState.Result, 60);
        Assert.InRange(Assert.Single(StoredRecord.ReadAll()).Contents.SampleCount, 20 * SignalUnits.SampleRate, 30 * SignalUnits.SampleRate);
        Press(rig, false, ShortPress);
        Press(rig, false, ShortPress);
        Assert.Equal(BedsideState.LowBattery, rig.Session.Flow.State);
        Assert.Equal(0, rig.Session.Flow.Contents.BatteryPercent);
        rig.Board.UsbPower = true;
        RunUntil(rig, BedsideState.Idle, 3);
    }

    [Fact]
    public void A_device_that_is_left_alone_goes_to_sleep_and_one_with_a_patient_does_not()
    {
        using BedsideRig rig = Rig(30, switchOffSeconds: 20);
        rig.RunSeconds(40);
        Lift(rig, 100);
        rig.RunSeconds(15);
        Press(rig, true, ShortPress);
        rig.RunSeconds(15);
        Assert.False(rig.Board.IsAsleep);
        Assert.Throws<DeepSleepException>(() => rig.RunSeconds(10));
        Assert.True(rig.Board.IsAsleep);
    }

    [Fact]
    public void A_patients_number_is_entered_digit_by_digit_or_given_and_stands_in_the_record()
    {
        using BedsideRig rig = Rig(30);
        rig.RunSeconds(SettledSeconds);
        Press(rig, false, LongPress);
        Assert.Equal(BedsideState.PatientNumber, rig.Session.Flow.State);
        for (int digit = 0; digit < 6; digit++)
        {
            for (int times = 0; times < digit; times++)
            {
                Press(rig, false, ShortPress);
            }

            Press(rig, true, ShortPress);
        }

        Press(rig, false, LongPress);
        Assert.Equal(12345, rig.Session.Flow.PatientNumber);
        Press(rig, false, LongPress);
        Press(rig, true, LongPress);
        Assert.Equal(12346, rig.Session.Flow.PatientNumber);
        rig.Record();
        Assert.Equal(12346, Assert.Single(StoredRecord.ReadAll()).Contents.PatientNumber);
    }

    [Theory]
    [InlineData(false, new[] { 60, 30, 60 })]
    [InlineData(true, new[] { 60, 300, 30 })]
    public void Five_minutes_are_offered_only_where_there_is_the_heap(bool room, int[] durations)
    {
        using BedsideRig rig = Rig(30, offersFive: room);
        rig.RunSeconds(SettledSeconds);
        rig.Session.Flow.Enter(BedsideState.Idle);
        Press(rig, true, LongPress);
        Press(rig, true, ShortPress);
        foreach (int seconds in durations)
        {
            Press(rig, false, ShortPress);
            Assert.Equal(seconds, rig.Session.Flow.Contents.DurationSeconds);
        }
    }

    [Fact]
    public void The_history_lists_what_was_stored_the_newest_first()
    {
        using BedsideRig rig = Rig(12);
        rig.Record();
        rig.Record();
        rig.Session.Flow.Enter(BedsideState.Idle);
        Press(rig, true, ShortPress);
        rig.RunSeconds(2);
        ScreenContents shown = rig.Session.Flow.Contents;
        Assert.Equal(BedsideState.History, rig.Session.Flow.State);
        Assert.Equal(2, shown.HistoryCount);
        Assert.True(shown.HistorySequence[0] > shown.HistorySequence[1]);
    }

    [Fact]
    public void The_screen_of_every_state_says_what_the_table_says_of_the_buttons()
    {
        using BedsideRig rig = Rig(30);
        ScreenContents shown = rig.Session.Flow.Contents;
        int[] rows = SessionTable.Rows();
        foreach (BedsideState state in Enum.GetValues<BedsideState>())
        {
            rig.Session.Flow.Enter(state);
            Assert.Equal(
                [Hint(rows, state, SessionEvent.StartShort), Hint(rows, state, SessionEvent.StartLong), Hint(rows, state, SessionEvent.ModeShort),
                    Hint(rows, state, SessionEvent.ModeLong)],
                new[] { shown.HintStartShort, shown.HintStartLong, shown.HintModeShort, shown.HintModeLong });
        }
    }

    private static int Hint(int[] rows, BedsideState state, SessionEvent button) =>
        rows.Where(row => SessionTable.State(row) == state && SessionTable.Event(row) == button
            && SessionTable.Guard(row) is not (SessionGuard.HoldsRecording or SessionGuard.NoCharge)).Select(SessionTable.Hint).FirstOrDefault();

    private static BedsideRig Rig(int seconds, int switchOffSeconds = 0, bool offersFive = false) => new(
        Patient,
        new FirmwareSettings { RecordingSeconds = seconds, SwitchOffSeconds = switchOffSeconds, OffersFiveMinutes = offersFive });

    // Of a patient whose signal has settled.
    private static BedsideRig Recording(int seconds)
    {
        BedsideRig rig = Rig(seconds);
        rig.RunSeconds(SettledSeconds);
        Press(rig, false, ShortPress);
        Assert.Equal(BedsideState.Recording, rig.Session.Flow.State);
        return rig;
    }

    private static void Press(BedsideRig rig, bool mode, double seconds)
    {
        Hold(rig, mode, true);
        rig.RunSeconds(seconds);
        Hold(rig, mode, false);
        rig.RunSeconds(ShortPress);
    }

    private static void Hold(BedsideRig rig, bool mode, bool held)
    {
        if (mode)
        {
            rig.Board.ModeButtonHeld = held;
        }
        else
        {
            rig.Board.StartButtonHeld = held;
        }
    }

    // An electrode is off from now on, for so long.
    private static void Lift(BedsideRig rig, double seconds)
    {
        double now = rig.Slots / (double)SignalUnits.SampleRate;
        rig.Board.Electrodes.Lose(true, now, now + seconds);
    }

    private static void RunUntil(BedsideRig rig, BedsideState state, double seconds)
    {
        for (int slot = 0; slot < seconds * SignalUnits.SampleRate && rig.Session.Flow.State != state; slot++)
        {
            rig.RunSlot();
        }

        Assert.Equal(state, rig.Session.Flow.State);
    }
}
