using System;
using System.Linq;
using EcgChip.Device.Link;
using EcgChip.Device.Screens;
using EcgChip.Device.Session;
using EcgChip.Device.Tests.Link;
using EcgChip.Device.Tests.Rig;
using EcgChip.Formats.Sealing;
using EcgChip.Link;
using EcgChip.Records;
using EcgChip.Records.Link;
using EcgChip.Signal;
using EcgChip.Simulator.Flash;
using EcgChip.Simulator.Patients;

namespace EcgChip.Device.Tests.Session;

/// <summary>What the session keeps in flash beside recordings, what it frees, and what comes to it over the link.</summary>
public sealed class SessionStorageTests
{
    private const int FlashBytes = 40 * SimulatedFlash.BlockSize;
    private const double Short = 0.2;
    private const double Long = 1.2;
    private const long Noon = 1_790_000_000_000;

    private static SyntheticPatient Patient => new(new() { Seconds = 400, Seed = 11 });

    [Fact]
    public void What_is_chosen_on_the_screens_is_there_after_the_next_start_and_the_display_is_as_bright_again()
    {
        SimulatedFlash flash = new(FlashBytes);
        using (BedsideRig first = Rig(flash))
        {
            Assert.Equal(1, first.Board.Backlight);
            first.RunSeconds(3);
            OpenSettings(first);
            Press(first, false, Short);
            Press(first, true, Short);
            Press(first, false, Short);
            Press(first, true, Short);
            Press(first, false, Short);
            Press(first, true, Short);
            Press(first, false, Short);
            Press(first, false, Short);
            Assert.Equal(0.4, first.Board.Backlight);
            Assert.Equal((50, 60, 0), (first.Stored.MainsHz, first.Stored.RecordingSeconds, first.Stored.Language));
            Press(first, false, Long);
            first.RunSeconds(1);
            Assert.Equal(BedsideState.Idle, first.Session.Flow.State);
            Press(first, true, Long);
            Press(first, false, Long);
            first.Session.Flow.Enter(BedsideState.Monitoring);
            Press(first, true, Long);
            first.RunSeconds(1);
        }

        using BedsideRig second = Rig(flash);
        Assert.Equal((60, 30, 1, 2), (second.Stored.MainsHz, second.Stored.RecordingSeconds, second.Stored.Language, second.Stored.Brightness));
        Assert.Equal(1, second.Stored.Held.PatientNumber);
        using BedsideRig third = new(Patient, second.Stored.ForSession(false), flash);
        ScreenContents shown = third.Session.Flow.Contents;
        Assert.Equal((60, 30, 1, 2, 1), (shown.SettingMains, shown.DurationSeconds, shown.SettingLanguage, shown.SettingBrightness, shown.PatientNumber));
        Assert.Equal(0.4, third.Board.Backlight);
    }

    [Fact]
    public void What_is_saved_as_it_stands_there_already_is_not_written_again()
    {
        SimulatedFlash flash = new(FlashBytes);
        using BedsideRig rig = Rig(flash);
        rig.RunSeconds(3);
        SaveSettings(rig);
        byte[] first = Settings(rig);
        SaveSettings(rig);
        Assert.Equal(first, Settings(rig));
    }

    [Fact]
    public void Other_mains_are_filtered_by_a_session_that_is_made_anew()
    {
        using BedsideRig rig = Rig(new SimulatedFlash(FlashBytes));
        rig.RunSeconds(3);
        SaveSettings(rig);
        Assert.False(rig.Session.Flow.MustLeave);
        OpenSettings(rig);
        Press(rig, false, Short);
        Press(rig, false, Long);
        rig.RunSeconds(2);
        Assert.True(rig.Session.Flow.MustLeave);
        Assert.False(rig.Session.Flow.SelfTestWanted);
        Assert.Equal(MainsFrequency.Hz60, rig.Stored.ForSession(false).Mains);
    }

    [Fact]
    public void A_clock_that_is_set_on_the_screen_gives_recordings_their_time_and_without_it_stays_unknown()
    {
        using BedsideRig rig = Rig(new SimulatedFlash(FlashBytes), seconds: 12);
        ScreenContents shown = rig.Session.Flow.Contents;
        rig.RunSeconds(3);
        rig.Record();
        rig.Session.Flow.Enter(BedsideState.Idle);
        Assert.Equal(ScreenContents.Unknown, shown.ClockMinutes);
        OpenSettings(rig);
        for (int line = 0; line < 4; line++)
        {
            Press(rig, true, Short);
        }

        int[] presses = [4, 9, 0, 13, 37];
        for (int part = 0; part < presses.Length; part++)
        {
            Assert.Equal(part, shown.ClockField);
            for (int press = 0; press < presses[part]; press++)
            {
                Press(rig, false, Short);
            }

            Press(rig, true, part < presses.Length - 1 ? Short : 0);
        }

        Press(rig, false, Long);
        rig.RunSeconds(2);
        DateTime set = new(2026, 10, 5, 13, 37, 0, DateTimeKind.Utc);
        Assert.Equal((int)(set - DateTime.UnixEpoch).TotalMinutes, shown.ClockMinutes);
        rig.Record();
        RecordContents[] records = [.. StoredRecord.ReadAll().Select(record => record.Contents)];
        Assert.Equal([false, true], records.Select(record => record.StartKnown));
        Assert.InRange(DateTime.UnixEpoch.AddMilliseconds(records[1].StartUnixMs), set, set.AddSeconds(5));
    }

    [Fact]
    public void A_full_log_refuses_a_recording_and_says_so_until_what_it_has_is_acknowledged()
    {
        SimulatedFlash flash = new(FlashBytes);
        using (BedsideRig full = Rig(flash))
        {
            ScreenContents shown = full.Session.Flow.Contents;
            Fill(full);
            full.RunSeconds(5);
            full.Session.Flow.Enter(BedsideState.Idle);
            Assert.Equal(0, shown.FreeRecordings);
            Press(full, false, Short);
            Assert.Equal((BedsideState.Fault, TextId.FaultFull), (full.Session.Flow.State, shown.FaultText));
            Assert.Equal(SessionState.Monitoring, full.Session.State);

            AcknowledgeAll(full.Link.Log);
            Assert.False(full.Session.Storage.HasRoom);
        }

        using BedsideRig rig = Rig(flash);
        rig.RunSeconds(5);
        rig.Session.Flow.Enter(BedsideState.Idle);
        Assert.True(rig.Session.Storage.HasRoom);
        Assert.True(rig.Session.Flow.Contents.FreeRecordings > 0);
        Assert.Equal(0, rig.Firmware.MissedSamples);
        Press(rig, false, Short);
        Assert.Equal(BedsideState.Recording, rig.Session.Flow.State);
    }

    [Fact]
    public void What_is_set_over_the_link_is_on_the_screens_at_once_and_a_new_device_id_makes_the_session_anew()
    {
        using BedsideRig rig = Rig(new SimulatedFlash(FlashBytes));
        ScreenContents shown = rig.Session.Flow.Contents;
        rig.RunSeconds(3);
        Ask(rig, LinkVerb.Set, [LinkSetting.Language, 1, 1, LinkSetting.Brightness, 1, 1, LinkSetting.RecordingSeconds, 2, 30, 0, .. LinkServerTests.ClockField(Noon)]);
        rig.RunSeconds(2);
        rig.Session.Flow.Enter(BedsideState.Idle);
        Assert.Equal((1, 1, 30, (int)(Noon / 60_000)), (shown.SettingLanguage, shown.SettingBrightness, shown.DurationSeconds, shown.ClockMinutes));
        Assert.Equal(0.2, rig.Board.Backlight);
        Assert.False(rig.Session.Flow.MustLeave);

        SaveSettings(rig);
        Assert.Equal((1, 1, 30), (rig.Stored.Language, rig.Stored.Brightness, rig.Stored.RecordingSeconds));
        Ask(rig, LinkVerb.Set, LinkServerTests.IdField(99));
        rig.RunSeconds(2);
        Assert.True(rig.Session.Flow.MustLeave);
    }

    [Fact]
    public void A_sync_is_shown_with_how_far_it_is_and_frees_what_was_acknowledged_when_it_ends()
    {
        using BedsideRig rig = Rig(new SimulatedFlash(FlashBytes));
        ScreenContents shown = rig.Session.Flow.Contents;
        Fill(rig);
        rig.RunSeconds(3);
        byte[] key = [.. Enumerable.Range(1, DeviceKeys.Bytes).Select(i => (byte)i)];
        Ask(rig, LinkVerb.Set, LinkServerTests.KeyField(key));
        LinkSession session = new(DeviceKeys.Link(key));
        Ask(rig, LinkVerb.Prove, session.Prove(Ask(rig, LinkVerb.Open, session.Opening()))!);
        Assert.NotEqual(BedsideState.Syncing, rig.Session.Flow.State);
        Ask(rig, LinkVerb.Sealed, session.Cover(1, LinkVerb.List, new byte[4]));
        Assert.Equal((BedsideState.Syncing, ScreenId.Syncing, 0), (rig.Session.Flow.State, SessionTable.Screen(rig.Session.Flow.State), shown.Progress));

        int records = rig.Link.Log.UnsyncedCount;
        int half = (records + 1) / 2;
        Acknowledge(rig, session, 1, half);
        Assert.Equal(100 * half / records, shown.Progress);
        Acknowledge(rig, session, half + 1, records);
        Assert.Equal(100, shown.Progress);
        long before = Used(rig);
        Ask(rig, LinkVerb.Sealed, session.Cover(1, LinkVerb.Close, []));
        Assert.Equal(BedsideState.Idle, rig.Session.Flow.State);
        rig.RunSeconds(3);
        Assert.True(Used(rig) < before / 2);
        Assert.True(rig.Session.Storage.HasRoom);
    }

    [Fact]
    public void More_findings_than_the_screen_has_lines_are_leafed_through()
    {
        using BedsideRig rig = Rig(new SimulatedFlash(FlashBytes));
        ScreenContents shown = rig.Session.Flow.Contents;
        rig.RunSeconds(3);
        FindingList findings = new(FindingList.UsualCapacity);
        for (int i = 0; i < 5; i++)
        {
            findings.Add(1 + i, 1, 0, 0, 100);
        }

        shown.Findings = findings;
        rig.Session.Flow.Enter(BedsideState.Result);
        foreach (int first in new[] { 0, 3, 0 })
        {
            Press(rig, true, Short);
            Assert.Equal((BedsideState.Findings, first), (rig.Session.Flow.State, shown.Selected));
        }
    }

    private static BedsideRig Rig(SimulatedFlash flash, int seconds = 60) =>
        new(Patient, new FirmwareSettings { SwitchOffSeconds = 0, RecordingSeconds = seconds, FlashBytes = FlashBytes }, flash);

    private static void OpenSettings(BedsideRig rig)
    {
        rig.Session.Flow.Enter(BedsideState.Idle);
        Press(rig, true, Long);
        Assert.Equal(BedsideState.Settings, rig.Session.Flow.State);
    }

    private static void SaveSettings(BedsideRig rig)
    {
        OpenSettings(rig);
        Press(rig, false, Long);
        rig.RunSeconds(1);
        Assert.False(rig.Session.Storage.IsWanted);
        Assert.False(rig.Session.Storage.HasFailed);
    }

    private static byte[] Settings(BedsideRig rig) =>
    [
        .. rig.Board.Flash.GetFiles(Firmware.LogDirectory).Where(file => file.EndsWith(".set", StringComparison.Ordinal)).Order(StringComparer.Ordinal).SelectMany(file =>
        {
            byte[] content = new byte[rig.Board.Flash.Length(file)];
            rig.Board.Flash.Read(file, 0, content);
            return content;
        }),
    ];

    private static long Used(BedsideRig rig) => rig.Board.Flash.Space.Total - rig.Board.Flash.Space.Free;

    // Records of any bytes, until none fits that a recording might need.
    private static void Fill(BedsideRig rig)
    {
        byte[] bytes = new byte[3000];
        RecordLog log = rig.Link.Log;
        while (log.RoomFor(bytes.Length) == LogStatus.Ok)
        {
            Assert.Equal(LogStatus.Ok, log.BeginAppend(bytes.Length));
            Assert.Equal(LogStatus.Ok, log.Write(bytes, 0, bytes.Length));
            Assert.Equal(LogStatus.Ok, log.Commit());
        }
    }

    private static void AcknowledgeAll(RecordLog log)
    {
        LogReader reader = new(log);
        for (int sequence = 1; sequence < log.NextSequence; sequence++)
        {
            Assert.Equal(LogStatus.Ok, reader.Acknowledge(sequence));
        }
    }

    private static void Acknowledge(BedsideRig rig, LinkSession session, int first, int last)
    {
        for (int sequence = first; sequence <= last; sequence++)
        {
            Ask(rig, LinkVerb.Sealed, session.Cover(1, LinkVerb.Acknowledge, BitConverter.GetBytes(sequence)));
        }
    }

    private static byte[] Ask(BedsideRig rig, int verb, byte[] payload)
    {
        rig.Board.Serial.Send(LinkRig.Frame(LinkFormat.Version, verb, FrameKind.Request, 1, payload));
        rig.RunSeconds(0.5);
        Reply reply = Assert.Single(Reply.Read(rig.Board.Serial.Receive()));
        Assert.Equal(FrameKind.Answer, reply.Kind);
        return reply.Payload;
    }

    private static void Press(BedsideRig rig, bool mode, double seconds)
    {
        if (seconds > 0)
        {
            Hold(rig, mode, true);
            rig.RunSeconds(seconds);
            Hold(rig, mode, false);
            rig.RunSeconds(Short);
        }
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
}
