using System;
using System.Linq;
using CsCheck;
using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Simulator.Display;
using EcgChip.Testing;

namespace EcgChip.Device.Tests;

public sealed class Ili9341Tests : IDisposable
{
    private readonly PanelBoard board = new();
    private readonly Ili9341 display = PanelBoard.OpenDisplay();

    public void Dispose() => board.Dispose();

    [Fact]
    public void Initialising_leaves_the_panel_awake_and_on_without_a_fault()
    {
        Assert.True(board.Panel.IsAwake);
        Assert.True(board.Panel.IsDisplayOn);
        Assert.Empty(board.Panel.Faults);
    }

    [Fact]
    public void A_display_that_runs_can_be_initialised_again()
    {
        display.FillRectangle(0, 0, 10, 10, 0xFFFF);
        display.Initialize();
        display.FillRectangle(0, 0, 10, 10, 0x1234);

        Assert.Equal(0x1234, board.Panel.Pixel(9, 9));
        Assert.Empty(board.Panel.Faults);
    }

    [Fact]
    public void Filled_rectangles_show_as_on_a_plain_array_of_pixels()
    {
        ushort[] model = new ushort[Ili9341.Width * Ili9341.Height];
        display.FillRectangle(0, 0, Ili9341.Width, Ili9341.Height, 0);
        var rectangle = Gen.Select(Gen.Int[-40, 330], Gen.Int[-40, 250], Gen.Int[-2, 90], Gen.Int[-2, 90], Gen.UShort);
        rectangle.Array[1, 4].Sample(
            rectangles =>
            {
                foreach ((int x, int y, int width, int height, ushort colour) in rectangles)
                {
                    display.FillRectangle(x, y, width, height, colour);
                    for (int row = Math.Max(y, 0); row < Math.Min(y + height, Ili9341.Height); row++)
                    {
                        for (int column = Math.Max(x, 0); column < Math.Min(x + width, Ili9341.Width); column++)
                        {
                            model[row * Ili9341.Width + column] = colour;
                        }
                    }
                }

                AssertShows(model);
            },
            iter: 30,
            threads: 1);
    }

    [Fact]
    public void Given_pixels_show_row_after_row()
    {
        ushort[] pixels = [.. Enumerable.Range(0x1000, 3 * 2).Select(colour => Ili9341.PixelOf((ushort)colour))];

        display.WritePixels(317, 238, 3, 2, pixels);

        for (int i = 0; i < 6; i++)
        {
            Assert.Equal(0x1000 + i, board.Panel.Pixel(317 + i % 3, 238 + i / 3));
        }
    }

    [Theory]
    [InlineData(318, 0, 3, 1)]
    [InlineData(0, 239, 1, 2)]
    [InlineData(-1, 0, 1, 1)]
    [InlineData(0, 0, 0, 1)]
    public void Pixels_for_a_rectangle_that_is_not_there_are_refused(int x, int y, int width, int height) =>
        Assert.Throws<ArgumentException>(() => display.WritePixels(x, y, width, height, new ushort[Math.Max(0, width * height)]));

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public void More_or_fewer_pixels_than_the_rectangle_has_are_refused(int pixels) =>
        Assert.Throws<ArgumentException>(() => display.WritePixels(0, 0, 3, 2, new ushort[pixels]));

    [Fact]
    public void A_display_that_was_left_in_the_middle_of_a_command_is_right_again_once_initialised()
    {
        board.WritePin(Board.DisplayDataCommandPin, false);
        display.Initialize();
        display.FillRectangle(0, 0, 10, 10, 0x1234);

        Assert.Equal(0x1234, board.Panel.Pixel(9, 9));
        Assert.Empty(board.Panel.Faults);
    }

    [Fact]
    public void Drawing_allocates_nothing()
    {
        ushort[] pixels = new ushort[100];
        display.WritePixels(0, 0, 10, 10, pixels);
        display.FillRectangle(0, 0, 10, 10, 1);
        Assert.Equal(0, Allocations.OfEveryRound(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                display.WritePixels(i, i, 10, 10, pixels);
                display.FillRectangle(i, i, 10, 10, (ushort)i);
            }
        }));
    }

    private void AssertShows(ushort[] model)
    {
        for (int i = 0; i < model.Length; i++)
        {
            ushort pixel = board.Panel.Pixel(i % Ili9341.Width, i / Ili9341.Width);
            if (pixel != model[i])
            {
                Assert.Fail($"Pixel {i % Ili9341.Width}, {i / Ili9341.Width} is {pixel:X4}, not {model[i]:X4}.");
            }
        }

        Assert.Empty(board.Panel.Faults);
    }
}
