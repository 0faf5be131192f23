using System;
using System.Device.Adc;
using System.Device.Spi;
using CsCheck;
using nanoFramework.Hardware.Esp32;
using Thread = EcgChip.NanoHost.Threading.Thread;

namespace EcgChip.NanoHost.Tests;

/// <summary>ADC, SPI and clock.</summary>
public sealed class BusTests : IDisposable
{
    private const int Clock = 10_000_000;

    private readonly TestBoard board = new();
    private readonly IDisposable attachment;

    public BusTests() => attachment = HostBoard.Attach(board);

    public void Dispose() => attachment.Dispose();

    [Fact]
    public void A_reading_is_the_boards_answer_for_that_channel()
    {
        board.Adc = channel => 1000 + channel;
        AdcChannel channel = new AdcController().OpenChannel(3);

        Assert.Equal(1003, channel.ReadValue());
    }

    [Fact]
    public void A_closed_channel_cannot_be_read_and_a_missing_one_cannot_be_opened()
    {
        AdcController controller = new();
        AdcChannel channel = controller.OpenChannel(0);
        channel.Dispose();

        Assert.Throws<ObjectDisposedException>(() => channel.ReadValue());
        Assert.Throws<ArgumentException>(() => controller.OpenChannel(controller.ChannelCount));
        Assert.Throws<ArgumentException>(() => controller.OpenChannel(-1));
    }

    [Fact]
    public void What_is_written_to_a_device_reaches_the_board_with_bus_chip_select_and_clock()
    {
        SpiDevice device = OpenDisplay();
        byte[] bytes = [1, 2, 3, 4, 5];

        device.Write(new SpanByte(bytes, 1, 3));
        device.WriteByte(9);

        Assert.Equal([2, 3, 4], board.Transfers[0].Bytes);
        Assert.Equal((2, 5, Clock), (board.Transfers[0].Bus, board.Transfers[0].ChipSelect, board.Transfers[0].Clock));
        Assert.Equal([9], board.Transfers[1].Bytes);
    }

    [Fact]
    public void Words_leave_in_one_transfer_low_byte_first_as_the_esp32_has_them_in_memory()
    {
        OpenDisplay().Write(new ushort[] { 0x1234, 0xABCD });

        Assert.Equal([0x34, 0x12, 0xCD, 0xAB], Assert.Single(board.Transfers).Bytes);
    }

    [Fact]
    public void What_the_device_answers_is_read()
    {
        SpiDevice device = OpenDisplay();
        board.SpiAnswer = [7, 8];
        byte[] buffer = new byte[4];

        device.TransferFullDuplex(new byte[2], new SpanByte(buffer, 1, 2));

        Assert.Equal([0, 7, 8, 0], buffer);
        Assert.Equal(7, device.ReadByte());
    }

    [Fact]
    public void A_bus_without_pins_cannot_be_used()
    {
        Assert.Throws<ArgumentException>(() => new SpiDevice(new SpiConnectionSettings(2, 5)));
        Assert.Throws<ArgumentException>(() => new SpiDevice(new SpiConnectionSettings(3, 5)));
    }

    [Fact]
    public void A_chip_select_is_held_by_one_device_at_a_time()
    {
        SpiDevice device = OpenDisplay();

        Assert.Throws<SpiDeviceAlreadyInUseException>(OpenDisplay);
        device.Dispose();
        Assert.Throws<ObjectDisposedException>(() => device.WriteByte(1));
        OpenDisplay().Dispose();
    }

    [Fact]
    public void A_transfer_longer_than_the_driver_allows_is_refused() =>
        Assert.Throws<ArgumentException>(() => OpenDisplay().Write(new byte[16385]));

    [Fact]
    public void A_driven_signal_cannot_go_to_an_input_only_pin()
    {
        Assert.Throws<ArgumentException>(() => Configuration.SetPinFunction(34, DeviceFunction.SPI2_CLOCK));
        Configuration.SetPinFunction(34, DeviceFunction.SPI2_MISO);
        Assert.Equal(34, Configuration.GetFunctionPin(DeviceFunction.SPI2_MISO));
        Assert.Equal(-1, Configuration.GetFunctionPin(DeviceFunction.SPI2_MOSI));
    }

    [Fact]
    public void The_timer_reads_the_boards_clock_and_sleeping_moves_it()
    {
        board.ClockUs = 123;
        Thread.Sleep(5);

        Assert.Equal(5123UL, HighResTimer.GetCurrent());
        Assert.Throws<InvalidOperationException>(() => Thread.Sleep(-1));
    }

    [Fact]
    public void A_span_shows_the_array_that_it_was_cut_from() =>
        Gen.Select(Gen.Byte.Array[0, 50], Gen.Int[0, 60], Gen.Int[-1, 60]).Sample((array, start, length) =>
        {
            if (length < 0 || start + length > array.Length)
            {
                Assert.Throws<ArgumentOutOfRangeException>(() => new SpanByte(array, start, length));
                return;
            }

            SpanByte span = new(array, start, length);
            Assert.Equal(array[start..(start + length)], span.ToArray());
            Assert.Throws<ArgumentOutOfRangeException>(() => span[length]);
            if (length > 0)
            {
                span.Slice(length - 1)[0] = 77;
                Assert.Equal(77, array[start + length - 1]);
            }
        });

    private static SpiDevice OpenDisplay()
    {
        Configuration.SetPinFunction(23, DeviceFunction.SPI2_MOSI);
        Configuration.SetPinFunction(19, DeviceFunction.SPI2_MISO);
        Configuration.SetPinFunction(18, DeviceFunction.SPI2_CLOCK);
        return SpiDevice.Create(new SpiConnectionSettings(2, 5) { ClockFrequency = Clock });
    }
}
