using System;
using System.IO;
using EcgChip.Simulator.Display;
using SkiaSharp;

namespace EcgChip.Simulator.Tests.Display;

/// <summary>The panel by its data sheet, spoken to in bytes.</summary>
public sealed class Ili9341PanelTests
{
    private const ushort Red = 0xF800;
    private const ushort Blue = 0x001F;

    private long clockUs;

    private static void Send(Ili9341Panel panel, byte command, params byte[] parameters)
    {
        panel.Receive(data: false, [command]);
        if (parameters.Length > 0)
        {
            panel.Receive(data: true, parameters);
        }
    }

    /// <summary>A panel that is awake and on, with 16 bit pixels.</summary>
    private static Ili9341Panel Awake(byte accessControl)
    {
        Ili9341Panel panel = new();
        Send(panel, 0x36, accessControl);
        Send(panel, 0x3A, 0x55);
        Send(panel, 0x11);
        Send(panel, 0x29);
        return panel;
    }

    private static void Window(Ili9341Panel panel, int left, int top, int right, int bottom)
    {
        Send(panel, 0x2A, (byte)(left >> 8), (byte)left, (byte)(right >> 8), (byte)right);
        Send(panel, 0x2B, (byte)(top >> 8), (byte)top, (byte)(bottom >> 8), (byte)bottom);
    }

    private static void Draw(Ili9341Panel panel, params ushort[] pixels)
    {
        Send(panel, 0x2C);
        foreach (ushort pixel in pixels)
        {
            panel.Receive(data: true, [(byte)(pixel >> 8), (byte)pixel]);
        }
    }

    [Fact]
    public void Pixels_fill_the_window_row_by_row_and_start_over()
    {
        Ili9341Panel panel = Awake(0x28);
        Window(panel, 10, 20, 11, 21);
        Draw(panel, 1, 2, 3, 4, 5);

        Assert.Equal((5, 2, 3, 4), (panel.Pixel(10, 20), panel.Pixel(11, 20), panel.Pixel(10, 21), panel.Pixel(11, 21)));
        Assert.Equal(0, panel.Pixel(12, 20));
        Assert.Empty(panel.Faults);
    }

    [Theory]
    [InlineData(0x28, 3, 5)]
    [InlineData(0xE8, 316, 234)]
    [InlineData(0x68, 3, 234)]
    [InlineData(0xA8, 316, 5)]
    public void Access_control_turns_and_mirrors_what_is_written(byte accessControl, int x, int y)
    {
        Ili9341Panel panel = Awake(accessControl);
        Window(panel, 3, 5, 3, 5);
        Draw(panel, 0x1234);

        Assert.Equal(0x1234, panel.Pixel(x, y));
    }

    [Fact]
    public void An_upright_panel_has_240_columns()
    {
        Ili9341Panel panel = Awake(0x48);
        Window(panel, 239, 319, 239, 319);
        Draw(panel, 0x4321);

        Assert.Empty(panel.Faults);
        Assert.Equal(0x4321, panel.Pixel(319, 0));
        Window(panel, 240, 0, 240, 0);
        Assert.Single(panel.Faults);
    }

    [Fact]
    public void The_glass_is_blue_first()
    {
        Ili9341Panel panel = Awake(0x20);
        Window(panel, 0, 0, 0, 0);
        Draw(panel, Red);

        Assert.Equal(Blue, panel.Pixel(0, 0));
        Send(panel, 0x36, 0x28);
        Assert.Equal(Red, panel.Pixel(0, 0));
    }

    [Fact]
    public void Nothing_is_seen_before_the_panel_is_awake_and_on()
    {
        Ili9341Panel panel = new();
        Send(panel, 0x36, 0x28);
        Send(panel, 0x3A, 0x55);
        Window(panel, 0, 0, 0, 0);
        Draw(panel, Red);

        Assert.Equal(0, panel.Pixel(0, 0));
        Send(panel, 0x11);
        Assert.Equal(0, panel.Pixel(0, 0));
        Send(panel, 0x29);
        Assert.Equal(Red, panel.Pixel(0, 0));
        Send(panel, 0x10);
        Assert.Equal(0, panel.Pixel(0, 0));
        Assert.Empty(panel.Faults);
    }

    [Fact]
    public void A_reset_brings_back_sleep_the_whole_window_and_18_bit_pixels()
    {
        foreach (bool byPin in new[] { true, false })
        {
            Ili9341Panel panel = Awake(0x28);
            if (byPin)
            {
                panel.SetResetPin(high: false);
                panel.SetResetPin(high: true);
            }
            else
            {
                Send(panel, 0x01);
            }

            Assert.False(panel.IsAwake);
            Assert.False(panel.IsDisplayOn);
            Assert.Empty(panel.Faults);
            Send(panel, 0x2C);
            Assert.Contains("66h", Assert.Single(panel.Faults), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_the_data_sheet_forbids_is_noted_and_ignored()
    {
        AssertFault(panel => Send(panel, 0xCB, 1), "CBh");
        AssertFault(panel => Send(panel, 0x36, 0x28, 0x00), "no command asked");
        AssertFault(panel => panel.Receive(data: false, [0x2A, 0x2B]), "0 of 4");
        AssertFault(panel => Window(panel, 5, 0, 4, 0), "from 5 to 4");
        AssertFault(panel => Window(panel, 0, 0, 320, 0), "from 0 to 320");
        AssertFault(panel => panel.Receive(data: false, [0x00], clockFrequency: 40_000_000), "40000000");
        AssertFault(
            panel =>
            {
                panel.SetResetPin(high: false);
                Send(panel, 0x11);
            },
            "held in reset");
    }

    [Theory]
    [InlineData(4_999, true)]
    [InlineData(5_000, false)]
    public void A_command_right_after_sleep_out_comes_too_early(long pauseUs, bool early)
    {
        Ili9341Panel panel = new(() => clockUs);
        clockUs = 1_000_000;
        Send(panel, 0x11);
        clockUs += pauseUs;
        Send(panel, 0x29);

        Assert.Equal(early, panel.Faults.Count > 0);
    }

    [Theory]
    [InlineData(119_999, true)]
    [InlineData(120_000, false)]
    public void An_awake_panel_that_was_reset_sleeps_for_120_ms(long pauseUs, bool early)
    {
        Ili9341Panel panel = new(() => clockUs);
        Send(panel, 0x11);
        clockUs = 1_000_000;
        panel.SetResetPin(high: false);
        panel.SetResetPin(high: true);
        clockUs += pauseUs;
        Send(panel, 0x11);

        Assert.Equal(early, panel.Faults.Count > 0);
    }

    [Fact]
    public void The_picture_is_a_png_of_what_is_seen()
    {
        Ili9341Panel panel = Awake(0x28);
        Window(panel, 319, 239, 319, 239);
        Draw(panel, Red);
        string path = Path.Combine(AppContext.BaseDirectory, "pictures", "red.png");

        panel.SavePng(path, scale: 3);

        using SKBitmap picture = SKBitmap.Decode(path);
        Assert.Equal((960, 720), (picture.Width, picture.Height));
        Assert.Equal(new SKColor(255, 0, 0), picture.GetPixel(957, 717));
        Assert.Equal(new SKColor(0, 0, 0), picture.GetPixel(956, 717));
    }

    private static void AssertFault(Action<Ili9341Panel> mistake, string words)
    {
        Ili9341Panel panel = Awake(0x28);
        mistake(panel);
        Assert.Contains(panel.Faults, fault => fault.Contains(words, StringComparison.Ordinal));
    }
}
