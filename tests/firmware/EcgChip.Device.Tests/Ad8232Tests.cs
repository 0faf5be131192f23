using System;
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
    public void A_sum_is_of_as_many_readings_of_the_ecg_channel_as_were_asked_for()
    {
        int readings = 0;
        board.Adc = channel => channel == Board.EcgChannel ? 1000 + readings++ : 0;

        Assert.Equal(1000 + 1001 + 1002 + 1003, frontEnd.Read(4) & RawSample.SumMask);
        Assert.Equal(4, readings);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Each_electrode_that_is_off_is_told_by_its_own_pin(bool positive, bool negative)
    {
        board.WritePin(Board.LeadOffPositivePin, positive);
        board.WritePin(Board.LeadOffNegativePin, negative);

        // One comparator a sample, in turn.
        frontEnd.Read(1);
        Assert.Equal((positive, negative), LeadsOff(frontEnd.Read(1)));

        board.WritePin(Board.LeadOffPositivePin, !positive);
        board.WritePin(Board.LeadOffNegativePin, !negative);
        frontEnd.Read(1);
        Assert.Equal((!positive, !negative), LeadsOff(frontEnd.Read(1)));
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
