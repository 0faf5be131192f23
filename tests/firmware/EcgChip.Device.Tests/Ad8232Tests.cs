using System;
using System.Collections.Generic;
using System.Device.Gpio;
using EcgChip.Device.Drivers.Ad8232;
using EcgChip.Device.Sampling;
using EcgChip.Signal;

namespace EcgChip.Device.Tests;

public sealed class Ad8232Tests : IDisposable
{
    private readonly PanelBoard board = new();
    private readonly Ad8232 frontEnd = Board.OpenFrontEnd(new GpioController());

    public void Dispose() => board.Dispose();

    [Fact]
    public void A_sum_is_of_four_readings_of_the_ecg_channel()
    {
        int readings = 0;
        board.Adc = channel => channel == Board.EcgChannel ? 1000 + readings++ : 0;

        Assert.Equal(1000 + 1001 + 1002 + 1003, frontEnd.Read() & RawSample.SumMask);
        Assert.Equal(4, readings);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Each_electrode_that_is_off_is_told_by_its_own_pin(bool positive, bool negative)
    {
        (bool positiveHigh, bool negativeHigh) = (positive, negative);
        board.Adc = channel => channel switch
        {
            Board.LeadOffPositiveChannel => positiveHigh ? 4095 : 0,
            Board.LeadOffNegativeChannel => negativeHigh ? 4095 : 0,
            _ => 1500,
        };

        // One comparator a sample, in turn.
        frontEnd.Read();
        Assert.Equal((positive, negative), LeadsOff(frontEnd.Read()));

        (positiveHigh, negativeHigh) = (!positive, !negative);
        frontEnd.Read();
        Assert.Equal((!positive, !negative), LeadsOff(frontEnd.Read()));
    }

    [Fact]
    public void The_comparators_are_read_after_the_signal_so_that_what_they_leave_in_the_adc_has_a_slot_to_fade()
    {
        List<int> channels = [];
        board.Adc = channel =>
        {
            channels.Add(channel);
            return 0;
        };

        frontEnd.Read();
        frontEnd.Read();

        Assert.Equal(
            [
                Board.EcgChannel, Board.EcgChannel, Board.EcgChannel, Board.EcgChannel, Board.LeadOffNegativeChannel,
                Board.EcgChannel, Board.EcgChannel, Board.EcgChannel, Board.EcgChannel, Board.LeadOffPositiveChannel,
            ],
            channels);
    }

    [Fact]
    public void An_opened_front_end_is_on_and_can_be_switched_off()
    {
        Assert.True(board.ReadPin(Board.FrontEndShutdownPin));
        frontEnd.Shutdown(true);
        Assert.False(board.ReadPin(Board.FrontEndShutdownPin));
    }

    private static (bool Positive, bool Negative) LeadsOff(int raw)
    {
        int flags = raw >> RawSample.SumBits;
        return ((flags & ContactMonitor.PositiveLead) != 0, (flags & ContactMonitor.NegativeLead) != 0);
    }
}
