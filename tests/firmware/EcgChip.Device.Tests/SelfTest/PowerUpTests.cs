using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.SelfTest;
using EcgChip.NanoHost;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Patients;

namespace EcgChip.Device.Tests.SelfTest;

/// <summary>The program from power-up on, in the hands of somebody who reads the display.</summary>
public sealed class PowerUpTests
{
    private const int TitleLeft = 15;
    private const int TitleTop = 6;
    private const int TitleLength = 14;
    private const ushort Ground = 0x0862;

    [Fact]
    public void Held_at_power_up_the_button_starts_the_self_test_and_the_next_press_the_session_without_a_recording()
    {
        User user = new(holdsAtPowerUp: true);
        user.PlayFor(seconds: 8);

        Assert.Contains("SELF-TEST (US) PRESS START", user.Titles);
        Assert.Contains("GOOD SIGNAL", user.Contacts);
        Assert.DoesNotContain("RECORDING", user.Contacts);
        Assert.Equal(1, user.StoredSelfTests());
    }

    [Fact]
    public void Without_the_button_the_session_starts_at_once()
    {
        User user = new(holdsAtPowerUp: false);
        user.PlayFor(seconds: 4);

        Assert.DoesNotContain(user.Titles, title => title.StartsWith("SELF-TEST", StringComparison.Ordinal));
        Assert.Contains("GOOD SIGNAL", user.Contacts);
        Assert.Equal(0, user.StoredSelfTests());
    }

    [Fact]
    public void Asked_for_on_its_screen_behind_the_settings_the_self_test_runs_is_stored_and_the_session_comes_back()
    {
        User user = new(holdsAtPowerUp: false);
        user.Hold(mode: true, from: 4, to: 4.2);
        user.Hold(mode: true, from: 5, to: 6.2);
        user.Hold(mode: true, from: 7, to: 8.2);
        user.Hold(mode: false, from: 9, to: 9.2);
        user.PlayFor(seconds: 18);

        Assert.Contains("SELF-TEST (US) PRESS START", user.Titles);
        Assert.Equal(1, user.StoredSelfTests());
        Assert.Contains("GOOD SIGNAL", user.ContactsSinceTest);
    }

    /// <summary>Looks at the display four times a second, does what it says, and stops the program after a time.</summary>
    private sealed class User : IBoardProbe
    {
        private const long LookUs = 250_000;
        private const long SecondUs = 1_000_000;

        // Nobody lets go of a button sooner than that.
        private const long PowerUpHoldUs = SecondUs / 2;

        private readonly SimulatedBoard board;
        private readonly List<(bool Mode, long FromUs, long ToUs)> holds = [];
        private long nextLookUs;
        private bool pressesStart;
        private long endUs;

        public User(bool holdsAtPowerUp)
        {
            board = new SimulatedBoard(new SyntheticPatient(new() { Seconds = 60 })) { StartButtonHeld = holdsAtPowerUp, Probe = this };
        }

        public HashSet<string> Titles { get; } = [];

        public HashSet<string> Contacts { get; } = [];

        public HashSet<string> ContactsSinceTest { get; } = [];

        public void Hold(bool mode, double from, double to) => holds.Add((mode, (long)(from * SecondUs), (long)(to * SecondUs)));

        public int StoredSelfTests()
        {
            byte[] flash = [.. board.Flash.GetFiles(Firmware.LogDirectory).SelectMany(file =>
            {
                byte[] content = new byte[board.Flash.Length(file)];
                board.Flash.Read(file, 0, content);
                return content;
            })];
            return Enumerable.Range(0, flash.Length).Count(at => flash.AsSpan(at).StartsWith("ECGT"u8));
        }

        public void PlayFor(int seconds)
        {
            endUs = seconds * SecondUs;
            using IDisposable attachment = HostBoard.Attach(board);
            Assert.Throws<OperationCanceledException>(Program.Main);
        }

        public void ClockRead(long nowUs)
        {
            if (nowUs >= endUs)
            {
                throw new OperationCanceledException();
            }

            if (nowUs >= nextLookUs)
            {
                nextLookUs = nowUs + LookUs;
                string title = SelfTestBoard.Row(board.Panel, 0);
                Titles.Add(title);
                string contact = PanelText.ReadLarge(board.Panel, TitleLeft, TitleTop, TitleLength, Ground);
                Contacts.Add(contact);
                pressesStart = title.EndsWith("PRESS START", StringComparison.Ordinal);
                if (Titles.Contains("SELF-TEST (US) PRESS START"))
                {
                    ContactsSinceTest.Add(contact);
                }
            }

            if (nowUs >= PowerUpHoldUs)
            {
                board.StartButtonHeld = pressesStart || IsHeld(false, nowUs);
                board.ModeButtonHeld = IsHeld(true, nowUs);
            }
        }

        public void AdcRead(long nowUs)
        {
        }

        private bool IsHeld(bool mode, long nowUs) => holds.Exists(hold => hold.Mode == mode && nowUs >= hold.FromUs && nowUs < hold.ToUs);
    }
}
