using System;
using System.Linq;
using EcgChip.Device.Monitoring;
using EcgChip.Device.Screens;
using EcgChip.Inference;
using EcgChip.Signal;
using EcgChip.Signal.Rhythm;
using EcgChip.Testing;

namespace EcgChip.Device.Tests.Screens;

/// <summary>All screens through the driver onto the panel.</summary>
public sealed class DeviceScreensTests
{
    private const int MostBytesInStep = 1024;

    private static readonly ScreenId[] Live = [ScreenId.Monitor, ScreenId.Recording, ScreenId.Paused];

    [Fact]
    public void No_step_sends_more_than_a_kilobyte_whatever_is_shown_and_the_panel_has_no_complaint()
    {
        using ScreenRig rig = new();
        Random random = new(1);
        long worst = 0;
        for (int i = 0; i < 60_000; i++)
        {
            if (i % 400 == 0)
            {
                Disturb(rig, random, Enum.GetValues<ScreenId>());
            }

            Measure(rig, random, i);
            long before = rig.Panel.BytesReceived;
            rig.Screens.Step();
            worst = Math.Max(worst, rig.Panel.BytesReceived - before);
        }

        Assert.InRange(worst, MostBytesInStep / 2, MostBytesInStep);
        Assert.Empty(rig.Panel.Faults);
    }

    [Fact]
    public void Nothing_is_allocated_while_the_screens_of_a_recording_change()
    {
        using ScreenRig rig = new(Language.French);
        Random random = new(2);
        for (int i = 0; i < 3000; i++)
        {
            Disturb(rig, random, Live);
            Measure(rig, random, i);
            rig.Screens.Step();
        }

        long allocated = Allocations.OfEveryRound(() =>
        {
            for (int i = 0; i < 6000; i++)
            {
                if (i % 150 == 0)
                {
                    Disturb(rig, random, Live);
                }

                Measure(rig, random, i);
                rig.Screens.Step();
            }
        });
        Assert.Equal(0, allocated);
    }

    /// <summary>However it came to be there: what is left of another screen would differ.</summary>
    [Fact]
    public void A_screen_looks_the_same_whatever_was_shown_before_and_half_drawn()
    {
        Random random = new(3);
        foreach (ScreenId screen in Enum.GetValues<ScreenId>())
        {
            using ScreenRig straight = new();
            Fill(straight.Contents);
            straight.Show(screen);
            using ScreenRig crooked = new();
            Fill(crooked.Contents);
            for (int i = 0; i < 20; i++)
            {
                Disturb(crooked, random, Enum.GetValues<ScreenId>());
                for (int steps = random.Next(300); steps > 0; steps--)
                {
                    crooked.Screens.Step();
                }
            }

            crooked.Screens.Show(screen == ScreenId.Start ? ScreenId.About : ScreenId.Start);
            Fill(crooked.Contents);
            crooked.Show(screen);
            int[] differing = [.. straight.Pixels().Zip(crooked.Pixels()).Select((pair, i) => pair.First != pair.Second ? i : -1).Where(i => i >= 0)];
            Assert.True(differing.Length == 0, $"{screen}: {differing.Length} pixels differ, the first at {differing.FirstOrDefault() % 320}, {differing.FirstOrDefault() / 320}.");
        }
    }

    [Fact]
    public void A_screen_on_which_nothing_changes_sends_nothing()
    {
        using ScreenRig rig = new();
        foreach (ScreenId screen in Enum.GetValues<ScreenId>())
        {
            rig.Show(screen);
            long before = rig.Panel.BytesReceived;
            rig.Screens.Changed();
            rig.DrawAll();
            Assert.Equal(before, rig.Panel.BytesReceived);
        }
    }

    [Fact]
    public void Every_screen_says_what_each_button_does_short_and_held()
    {
        foreach (ScreenId screen in Enum.GetValues<ScreenId>())
        {
            using ScreenRig rig = new();
            rig.Contents.HintStartShort = TextId.Record;
            rig.Contents.HintStartLong = TextId.SwitchOff;
            rig.Contents.HintModeShort = TextId.Next;
            rig.Contents.HintModeLong = TextId.Patient;
            rig.Show(screen);
            Assert.Equal("RECORD", PanelText.ReadLarge(rig.Panel, 27, 200, 7, Palette.Key));
            Assert.Equal("HOLD OFF", PanelText.Read(rig.Panel, 9, 225, 12, Palette.Key));
            Assert.Equal("NEXT", PanelText.ReadLarge(rig.Panel, 189, 200, 7, Palette.Key));
            Assert.Equal("HOLD PATIENT", PanelText.Read(rig.Panel, 171, 225, 12, Palette.Key));
        }
    }

    [Fact]
    public void What_the_signal_is_like_is_said_with_what_to_do_while_recording()
    {
        using ScreenRig rig = new();
        rig.Show(ScreenId.Recording);
        foreach (SignalMessage message in Enum.GetValues<SignalMessage>())
        {
            rig.Screens.Monitor.SetContact(ContactState.Poor, message);
            rig.DrawAll();
            string text = Language.TextOf(Language.English, TextId.SignalGood + (int)message);
            string title = message == SignalMessage.Good ? "RECORDING" : text.Split('|')[0];
            Assert.Equal(title, PanelText.ReadLarge(rig.Panel, 15, 6, 14, Palette.Background));
            if (message != SignalMessage.Good)
            {
                string advice = PanelText.Read(rig.Panel, 74, 161, 13, Palette.Background) + " " + PanelText.Read(rig.Panel, 74, 179, 13, Palette.Background);
                Assert.Equal(text.Split('|')[1], advice.Trim());
            }
        }
    }

    private static void Measure(ScreenRig rig, Random random, int i)
    {
        MonitorScreen monitor = rig.Screens.Monitor;
        Sample[0] = (short)random.Next(-600, 600);
        monitor.PushSamples(Sample, 0, i, 1);
        switch (random.Next(40))
        {
            case 0:
                monitor.MarkR(random.Next(200));
                break;
            case 1:
                monitor.SetHeartRate(random.Next(-1, 250));
                break;
            case 2:
                monitor.PushBeatClass(random.Next(BeatClass.Count));
                break;
            case 3:
                monitor.WithdrawBeatClass(random.Next(9));
                break;
            case 4:
                monitor.SetContact((ContactState)random.Next(4), (SignalMessage)random.Next(13));
                break;
            case 5:
                rig.Contents.SecondsLeft = random.Next(-1, 301);
                rig.Screens.Changed();
                break;
        }
    }

    private static readonly short[] Sample = new short[1];

    private static void Disturb(ScreenRig rig, Random random, ScreenId[] screens)
    {
        ScreenContents contents = rig.Contents;
        contents.BatteryPercent = random.Next(-1, 101);
        contents.Answer = (ScreeningAnswer)random.Next(3);
        contents.Selected = random.Next(5);
        contents.Progress = random.Next(101);
        contents.HistoryCount = random.Next(9);
        contents.PatientDigit = random.Next(-1, 6);
        contents.HintStartShort = random.Next(2) == 0 ? TextId.Stop : TextId.None;
        contents.HintModeLong = random.Next(2) == 0 ? TextId.Back : TextId.None;
        rig.Screens.Show(screens[random.Next(screens.Length)]);
        rig.Screens.Changed();
    }

    private static void Fill(ScreenContents contents)
    {
        contents.BatteryPercent = 60;
        contents.Answer = ScreeningAnswer.ShowADoctor;
        contents.Selected = 1;
        contents.Progress = 30;
        contents.HistoryCount = 3;
        contents.PatientDigit = 2;
        contents.HintStartShort = TextId.Record;
        contents.HintModeLong = TextId.Menu;
        contents.FaultText = TextId.FaultUsb;
    }
}
