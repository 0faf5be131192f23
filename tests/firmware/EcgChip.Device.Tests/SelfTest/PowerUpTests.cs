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
    private const int TextLine = 6;
    private const ushort Ground = 0x0862;

    [Fact]
    public void Held_at_power_up_the_button_starts_the_self_test_and_the_next_press_the_session_without_a_recording()
    {
        User user = new(holdsAtPowerUp: true);
        user.PlayFor(seconds: 6);

        Assert.Contains("SELF-TEST (US) PRESS START", user.Titles);
        Assert.Contains("GOOD SIGNAL", user.Contacts);
        Assert.Equal("", user.Recording());
        Assert.Equal(1, user.StoredSelfTests());
    }

    [Fact]
    public void Without_the_button_the_session_starts_at_once()
    {
        User user = new(holdsAtPowerUp: false);
        user.PlayFor(seconds: 3);

        Assert.DoesNotContain(user.Titles, title => title.StartsWith("SELF-TEST", StringComparison.Ordinal));
        Assert.Contains("GOOD SIGNAL", user.Contacts);
        Assert.Equal(0, user.StoredSelfTests());
    }

    /// <summary>Looks at the display four times a second, does what it says, and stops the program after a time.</summary>
    private sealed class User : IBoardProbe
    {
        private const long LookUs = 250_000;
        private const long SecondUs = 1_000_000;

        private readonly SimulatedBoard board;
        private long nextLookUs;
        private long endUs;

        public User(bool holdsAtPowerUp)
        {
            board = new SimulatedBoard(new SyntheticPatient(new() { Seconds = 60 })) { StartButtonHeld = holdsAtPowerUp, Probe = this };
        }

        public HashSet<string> Titles { get; } = [];

        public HashSet<string> Contacts { get; } = [];

        public string Recording() => PanelText.Read(board.Panel, 208, TextLine, 9, Ground);

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
                Contacts.Add(PanelText.Read(board.Panel, 18, TextLine, 14, Ground));
                board.StartButtonHeld = title.EndsWith("PRESS START", StringComparison.Ordinal);
            }
        }

        public void AdcRead(long nowUs)
        {
        }
    }
}
