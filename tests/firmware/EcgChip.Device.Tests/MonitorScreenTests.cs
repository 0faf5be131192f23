using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using CsCheck;
using EcgChip.Device.Monitoring;
using EcgChip.Device.Screens;
using EcgChip.Device.Tests.Rig;
using EcgChip.Inference;
using EcgChip.Signal;
using EcgChip.Simulator.Display;
using EcgChip.Testing;

namespace EcgChip.Device.Tests;

/// <summary>The monitor screen through the driver onto the panel: what a user reads there.</summary>
public sealed class MonitorScreenTests : IDisposable
{
    private const int MostBytesInStep = 1024;
    private const int BackgroundSteps = 700;
    private const int TextLine = 6;
    private const ushort Ground = 0x0862;

    private readonly short[] pushed = new short[1];
    private readonly PanelBoard board = new();
    private readonly MonitorScreen screen = new(PanelBoard.OpenDisplay());

    public void Dispose() => board.Dispose();

    [Theory]
    [InlineData(SignalMessage.Good, "GOOD SIGNAL", "", "")]
    [InlineData(SignalMessage.Settling, "SETTLING", "KEEP STILL", "")]
    [InlineData(SignalMessage.BothOff, "ELECTRODES OFF", "PRESS ALL 3", "ON DRY SKIN")]
    [InlineData(SignalMessage.LeftLegOff, "LEFT LEG OFF", "PRESS LEFT", "LEG")]
    [InlineData(SignalMessage.RightArmOff, "RIGHT ARM OFF", "PRESS RIGHT", "ARM")]
    [InlineData(SignalMessage.NoSignal, "NO SIGNAL", "CHECK CABLE,", "DRY SKIN")]
    [InlineData(SignalMessage.Clipping, "POOR SIGNAL", "TOO STRONG:", "CHECK CABLE")]
    [InlineData(SignalMessage.Flat, "POOR SIGNAL", "FLAT: CHECK", "CABLE, SKIN")]
    [InlineData(SignalMessage.Mains, "POOR SIGNAL", "MOVE AWAY", "FROM MAINS")]
    [InlineData(SignalMessage.Wander, "POOR SIGNAL", "KEEP STILL,", "BREATHE CALM")]
    [InlineData(SignalMessage.Muscle, "POOR SIGNAL", "RELAX MUSCLES", "REST ARMS")]
    [InlineData(SignalMessage.Motion, "POOR SIGNAL", "KEEP STILL,", "PRESS FIRMLY")]
    [InlineData(SignalMessage.Swapped, "CHECK ARM, LEG", "ELECTRODES", "SWAPPED?")]
    public void What_the_signal_is_like_is_said_with_what_to_do(SignalMessage message, string words, string advice, string furtherAdvice)
    {
        foreach (SignalMessage before in Enum.GetValues<SignalMessage>())
        {
            screen.SetContact(ContactState.Good, before);
            DrawAll();
            screen.SetContact(ContactState.Good, message);
            DrawAll();

            Assert.Equal(words, Text(18, TextLine, 14));
            Assert.Equal(advice, Text(162, 204, 13));
            Assert.Equal(furtherAdvice, Text(162, 222, 13));
        }
    }

    [Fact]
    public void What_a_recording_said_stands_where_advice_is_and_gives_way_to_it()
    {
        screen.SetContact(ContactState.Good, SignalMessage.Good);
        screen.SetResult("SHOW A DOCTOR", "IRREGULAR");
        DrawAll();
        Assert.Equal(("SHOW A DOCTOR", "IRREGULAR"), (Text(162, 204, 13), Text(162, 222, 13)));
        screen.SetContact(ContactState.Poor, SignalMessage.Muscle);
        DrawAll();
        Assert.Equal(("RELAX MUSCLES", "REST ARMS"), (Text(162, 204, 13), Text(162, 222, 13)));
        screen.SetContact(ContactState.Good, SignalMessage.Good);
        DrawAll();
        Assert.Equal(("SHOW A DOCTOR", "IRREGULAR"), (Text(162, 204, 13), Text(162, 222, 13)));
        screen.SetResult(null, null);
        DrawAll();
        Assert.Equal(("", ""), (Text(162, 204, 13), Text(162, 222, 13)));
    }

    [Theory]
    [InlineData(0, true, "INFARCT 0.00", "RESEARCH ONLY")]
    [InlineData(29, true, "INFARCT 0.11", "RESEARCH ONLY")]
    [InlineData(255, true, "INFARCT 1.00", "RESEARCH ONLY")]
    [InlineData(128, false, "INFARCT 0.50", "")]
    public void What_the_infarction_head_says_takes_turns_with_the_result_and_stands_as_research(int score, bool researchOnly, string words, string meaning)
    {
        screen.SetContact(ContactState.Good, SignalMessage.Good);
        screen.SetResult("NO FINDING", "");
        screen.SetInfarction(score, researchOnly);
        List<(string, string)> seconds = [];
        for (int second = 0; second < 16; second++)
        {
            DrawAll();
            seconds.Add((Text(162, 204, 13), Text(162, 222, 13)));
            screen.SetContact(ContactState.Good, SignalMessage.Good);
        }

        IEnumerable<(string, string)> turn = [.. Enumerable.Repeat(("NO FINDING", ""), 5), .. Enumerable.Repeat((words, meaning), 3)];
        Assert.Equal([.. turn, .. turn], seconds);

        screen.SetContact(ContactState.Poor, SignalMessage.Muscle);
        DrawAll();
        Assert.Equal("RELAX MUSCLES", Text(162, 204, 13));
        screen.SetResult("REPEAT", "POOR SIGNAL");
        for (int second = 0; second < 16; second++)
        {
            screen.SetContact(ContactState.Good, SignalMessage.Good);
            DrawAll();
            Assert.Equal(("REPEAT", "POOR SIGNAL"), (Text(162, 204, 13), Text(162, 222, 13)));
        }
    }

    [Fact]
    public void A_new_screen_says_that_the_electrodes_are_off_and_knows_no_heart_rate()
    {
        DrawAll();
        ushort[] unknown = Region(6, 175, 108, 60);
        screen.SetHeartRate(0);
        DrawAll();

        Assert.Equal("ELECTRODES OFF", Text(18, TextLine, 14));
        Assert.Equal("BPM", Text(118, 220, 3));
        Assert.Equal(unknown, Region(6, 175, 108, 60));
    }

    [Fact]
    public void The_heart_rate_is_put_together_from_ten_different_digits()
    {
        Dictionary<char, ushort[]> digits = [];
        for (int digit = 1; digit <= 9; digit++)
        {
            screen.SetHeartRate(digit * 111);
            DrawAll();
            digits[(char)('0' + digit)] = Digit(0);
            Assert.Equal(Digit(0), Digit(1));
            Assert.Equal(Digit(0), Digit(2));
        }

        screen.SetHeartRate(100);
        DrawAll();
        digits['0'] = Digit(2);
        Assert.Equal(10, digits.Values.Select(digit => string.Join(',', digit)).Distinct().Count());
        Gen.Int[1, 999].Sample(
            rate =>
            {
                screen.SetHeartRate(rate);
                DrawAll();
                string text = rate.ToString(CultureInfo.InvariantCulture).PadLeft(3);
                for (int i = 0; i < text.Length; i++)
                {
                    ushort[] expected = text[i] == ' ' ? Enumerable.Repeat(Ground, Digit(i).Length).ToArray() : digits[text[i]];
                    Assert.Equal(expected, Digit(i));
                }
            },
            iter: 20,
            threads: 1);
    }

    [Theory]
    [InlineData(0, 60, "0:00/1:00")]
    [InlineData(12, 60, "0:12/1:00")]
    [InlineData(299, 300, "4:59/5:00")]
    [InlineData(0, 0, "")]
    public void The_time_of_the_recording_is_shown(int elapsed, int total, string expected)
    {
        screen.SetRecording(7, 30);
        DrawAll();
        screen.SetRecording(elapsed, total);
        DrawAll();

        Assert.Equal(expected, Text(208, TextLine, 9));
        Assert.Equal(total > 0, board.Panel.Pixel(196, 12) != Ground);
    }

    [Fact]
    public void The_last_seven_beats_are_letters_on_colours_of_their_own()
    {
        int[] classes = [BeatClass.V, BeatClass.N, BeatClass.S, BeatClass.V, BeatClass.F, BeatClass.Q, BeatClass.Unclassified, BeatClass.N];
        foreach (int beatClass in classes)
        {
            screen.PushBeatClass(beatClass);
            screen.Step();
        }

        DrawAll();
        ushort[] grounds = [.. Enumerable.Range(0, 7).Select(i => board.Panel.Pixel(162 + i * 22, 174))];
        char[] letters = [.. grounds.Select((ground, i) => PanelText.Read(board.Panel, 162 + i * 22 + 5, 174 + 5, 1, ground)[0])];
        Assert.Equal("NSVFQ?N", new string(letters));
        Assert.Equal(6, grounds.Distinct().Count());
        Assert.Equal(grounds[0], grounds[6]);
    }

    [Fact]
    public void No_step_sends_more_than_a_kilobyte_whatever_is_shown()
    {
        Random random = new(1);
        long worst = 0;
        for (int i = 0; i < 4000; i++)
        {
            Disturb(random, i);
            long before = board.Panel.BytesReceived;
            screen.Step();
            worst = Math.Max(worst, board.Panel.BytesReceived - before);
        }

        Assert.InRange(worst, MostBytesInStep / 2, MostBytesInStep);
        Assert.Empty(board.Panel.Faults);
    }

    [Fact]
    public void Nothing_is_allocated_once_the_screen_is_made()
    {
        Random random = new(2);
        for (int i = 0; i < BackgroundSteps; i++)
        {
            Disturb(random, i);
            screen.Step();
        }

        long allocated = Allocations.OfEveryRound(() =>
        {
            for (int i = 0; i < 3000; i++)
            {
                Disturb(random, i);
                screen.Step();
            }
        });
        Assert.Equal(0, allocated);
    }

    [Fact]
    public void A_screen_on_which_nothing_changes_sends_nothing()
    {
        int steps = DrawAll();
        long before = board.Panel.BytesReceived;
        screen.SetContact(ContactState.NoContact, SignalMessage.BothOff);
        screen.SetHeartRate(-1);
        screen.SetRecording(0, 0);

        Assert.True(screen.Step());
        Assert.Equal(before, board.Panel.BytesReceived);
        Assert.InRange(steps, 1, BackgroundSteps);
    }

    /// <summary>The picture that a person looks at when the screen is changed; it stays beside the test's binaries.</summary>
    [Fact]
    public void The_screen_can_be_looked_at_as_a_picture()
    {
        screen.SetContact(ContactState.Good, SignalMessage.Good);
        screen.SetHeartRate(75);
        screen.SetRecording(12, 60);
        foreach (int beatClass in new[] { BeatClass.N, BeatClass.N, BeatClass.N, BeatClass.S, BeatClass.N, BeatClass.V, BeatClass.N })
        {
            screen.PushBeatClass(beatClass);
        }

        for (int i = 0; i < 1020; i++)
        {
            screen.PushSample(TestEcg.Units(i));
            if (i % TestEcg.Period == 45)
            {
                screen.MarkR(45 - TestEcg.RPeak);
            }

            screen.Step();
            screen.Step();
        }

        DrawAll();
        string path = Path.Combine(AppContext.BaseDirectory, "monitor.png");
        board.Panel.SavePng(path, scale: 2);

        Assert.True(new FileInfo(path).Length > 1000);
    }

    private void Disturb(Random random, int i)
    {
        pushed[0] = (short)random.Next(-600, 600);
        screen.PushSamples(pushed, 0, i, 1);
        switch (random.Next(20))
        {
            case 0:
                screen.MarkR(random.Next(200));
                break;
            case 1:
                screen.SetHeartRate(random.Next(-1, 250));
                break;
            case 2:
                screen.PushBeatClass(random.Next(BeatClass.Count));
                break;
            case 3:
                screen.SetContact((ContactState)random.Next(4), (SignalMessage)random.Next(13));
                break;
            case 4:
                screen.SetRecording(i / 125, 60);
                break;
        }

        if (i % 2 == 0)
        {
            screen.Step();
        }
    }

    private int DrawAll()
    {
        int steps = 0;
        while (!screen.Step())
        {
            steps++;
            Assert.True(steps < 2 * BackgroundSteps, "The screen never finishes drawing.");
        }

        return steps;
    }

    private string Text(int x, int y, int length) => PanelText.Read(board.Panel, x, y, length, Ground);

    private ushort[] Digit(int index) => Region(6 + index * 36, 175, 36, 60);

    private ushort[] Region(int x, int y, int width, int height) =>
        [.. Enumerable.Range(0, width * height).Select(i => board.Panel.Pixel(x + i % width, y + i / width))];
}
