using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.Device.Controls;
using EcgChip.Device.Seams;
using EcgChip.Device.Session;

namespace EcgChip.Device.Tests.Controls;

public class ButtonReaderTests
{
    private const int LookMs = 32;

    [Fact]
    public void A_press_is_told_once_however_its_contacts_bounce() =>
        Gen.Select(Gen.Int[0, 63], Gen.Int[130, 700], Gen.Int[10, 50], Gen.Bool, Gen.Int).Sample(
            (at, heldMs, bounceMs, isMode, seed) =>
            {
                SessionEvent[] expected = [isMode ? SessionEvent.ModeShort : SessionEvent.StartShort];
                Assert.Equal(expected, Told(at, heldMs, bounceMs, isMode, seed));
            });

    [Fact]
    public void A_long_press_is_told_once_when_it_is_long_and_not_when_it_ends() =>
        Gen.Select(Gen.Int[0, 63], Gen.Int[1000, 3000], Gen.Int[10, 50], Gen.Bool, Gen.Int).Sample(
            (at, heldMs, bounceMs, isMode, seed) =>
            {
                SessionEvent[] expected = [isMode ? SessionEvent.ModeLong : SessionEvent.StartLong];
                Assert.Equal(expected, Told(at, heldMs, bounceMs, isMode, seed));
            });

    [Fact]
    public void A_long_press_is_long_from_eight_tenths_of_a_second_on()
    {
        Finger finger = new(0, 5000, 0, false, 0);
        ButtonReader reader = new(finger);
        int told = 0;
        while (told == 0)
        {
            finger.NowMs += LookMs;
            told = reader.Step() ? finger.NowMs : 0;
        }

        Assert.InRange(told, 800, 930);
    }

    [Fact]
    public void A_button_that_is_held_at_the_start_tells_nothing_until_it_was_let_go()
    {
        Finger finger = new(-100, 2000, 0, false, 0);
        ButtonReader reader = new(finger);
        for (; finger.NowMs < 3000; finger.NowMs += LookMs)
        {
            Assert.False(reader.Step());
        }
    }

    [Fact]
    public void Both_buttons_pressed_at_once_tell_each_its_own()
    {
        Both both = new();
        ButtonReader reader = new(both);
        List<SessionEvent> told = [];
        for (int look = 0; look < 20; look++)
        {
            both.Held = look is > 2 and < 8;
            if (reader.Step())
            {
                told.Add(reader.Pressed);
            }
        }

        Assert.Equal([SessionEvent.StartShort, SessionEvent.ModeShort], told.Order());
    }

    private static List<SessionEvent> Told(int atMs, int heldMs, int bounceMs, bool isMode, int seed)
    {
        Finger finger = new(atMs + 100, heldMs, bounceMs, isMode, seed);
        ButtonReader reader = new(finger);
        List<SessionEvent> told = [];
        for (; finger.NowMs < heldMs + 600; finger.NowMs += LookMs)
        {
            if (reader.Step())
            {
                told.Add(reader.Pressed);
            }
        }

        return told;
    }

    private sealed class Both : IControls
    {
        public bool Held { get; set; }

        public bool StartHeld => Held;

        public bool ModeHeld => Held;
    }

    /// <summary>A press at some time whose contacts open and close at random for a while when it begins and when it ends.</summary>
    private sealed class Finger(int atMs, int heldMs, int bounceMs, bool isMode, int seed) : IControls
    {
        public int NowMs { get; set; }

        public bool StartHeld => !isMode && Closed;

        public bool ModeHeld => isMode && Closed;

        private bool Closed
        {
            get
            {
                int since = NowMs - atMs;
                bool bounces = since >= 0 && (since < bounceMs || (since >= heldMs && since < heldMs + bounceMs));
                return bounces ? ((NowMs * 2654435761L) + seed) % 7 > 3 : since >= 0 && since < heldMs;
            }
        }
    }
}
