using System;
using System.Device.Gpio;

namespace EcgChip.NanoHost.Tests;

public sealed class GpioTests : IDisposable
{
    private readonly TestBoard board = new();
    private readonly IDisposable attachment;

    public GpioTests() => attachment = HostBoard.Attach(board);

    public void Dispose() => attachment.Dispose();

    [Fact]
    public void A_written_output_is_the_boards_level_and_starts_low()
    {
        board.Levels[21] = true;
        GpioPin pin = new GpioController().OpenPin(21, PinMode.Output);

        Assert.False(board.Levels[21]);
        pin.Write(PinValue.High);
        Assert.True(board.Levels[21]);
        pin.Toggle();
        Assert.False(board.Levels[21]);
        Assert.Equal(PinMode.Output, board.Modes[21]);
    }

    [Fact]
    public void An_output_turns_over_what_was_written_and_not_what_the_pin_is_at()
    {
        GpioPin pin = new GpioController().OpenPin(21, PinMode.Output);
        board.Levels[21] = true;

        pin.Toggle();
        Assert.True(board.Levels[21]);
        pin.Toggle();
        Assert.False(board.Levels[21]);
    }

    [Fact]
    public void An_input_reads_the_boards_level_and_cannot_be_written()
    {
        GpioPin pin = new GpioController().OpenPin(34, PinMode.Input);
        board.Levels[34] = true;

        Assert.Equal(PinValue.High, pin.Read());
        Assert.Throws<ArgumentException>(() => pin.Write(PinValue.Low));
        Assert.True(board.Levels[34]);
    }

    [Fact]
    public void A_pin_is_opened_once_until_it_is_disposed()
    {
        GpioController controller = new();
        GpioPin pin = controller.OpenPin(25);

        Assert.Throws<InvalidOperationException>(() => new GpioController().OpenPin(25));
        pin.Dispose();
        Assert.Throws<ObjectDisposedException>(() => pin.Read());
        Assert.False(controller.IsPinOpen(25));
        controller.OpenPin(25);
    }

    [Theory]
    [InlineData(34, PinMode.Output)]
    [InlineData(36, PinMode.InputPullUp)]
    [InlineData(39, PinMode.InputPullDown)]
    [InlineData(21, PinMode.OutputOpenSource)]
    public void A_mode_that_the_pin_cannot_do_is_refused_and_the_pin_stays_free(int number, PinMode mode)
    {
        GpioController controller = new();

        Assert.Throws<ArgumentException>(() => controller.OpenPin(number, mode));
        Assert.False(controller.IsPinOpen(number));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(11)]
    [InlineData(24)]
    [InlineData(40)]
    [InlineData(-1)]
    public void Pins_of_the_flash_and_pins_that_do_not_exist_cannot_be_opened(int number) =>
        Assert.Throws<InvalidOperationException>(() => new GpioController().OpenPin(number));

    [Fact]
    public void A_new_attachment_is_a_reset_that_frees_every_pin()
    {
        new GpioController().OpenPin(25);
        using IDisposable reboot = HostBoard.Attach(board);

        Assert.False(new GpioController().IsPinOpen(25));
    }

    [Fact]
    public void Without_a_board_there_is_no_controller()
    {
        attachment.Dispose();

        Assert.Throws<InvalidOperationException>(() => new GpioController());
    }
}
