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

        // Each comparator is looked at with every fourth sample.
        Assert.Equal((positive, negative), LeadsOff(Last(4)));

        (positiveHigh, negativeHigh) = (!positive, !negative);
        Assert.Equal((!positive, !negative), LeadsOff(Last(4)));
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

        Last(4);
        Assert.Equal(
            [
                Board.EcgChannel, Board.EcgChannel, Board.EcgChannel, Board.EcgChannel, Board.LeadOffNegativeChannel,
                Board.EcgChannel, Board.EcgChannel, Board.EcgChannel, Board.EcgChannel,
                Board.EcgChannel, Board.EcgChannel, Board.EcgChannel, Board.EcgChannel, Board.LeadOffPositiveChannel,
                Board.EcgChannel, Board.EcgChannel, Board.EcgChannel, Board.EcgChannel,
            ],
            channels);
    }

    [Theory]
    [InlineData(Board.LeadOffPositiveChannel, ContactMonitor.PositiveLead, 0)]
    [InlineData(Board.LeadOffPositiveChannel, ContactMonitor.PositiveLead, 1)]
    [InlineData(Board.LeadOffPositiveChannel, ContactMonitor.PositiveLead, 2)]
    [InlineData(Board.LeadOffPositiveChannel, ContactMonitor.PositiveLead, 3)]
    [InlineData(Board.LeadOffNegativeChannel, ContactMonitor.NegativeLead, 0)]
    [InlineData(Board.LeadOffNegativeChannel, ContactMonitor.NegativeLead, 1)]
    [InlineData(Board.LeadOffNegativeChannel, ContactMonitor.NegativeLead, 2)]
    [InlineData(Board.LeadOffNegativeChannel, ContactMonitor.NegativeLead, 3)]
    public void An_electrode_that_comes_off_is_no_contact_within_seven_samples_and_seen_twice_by_then(int channel, int lead, int samplesBefore)
    {
        bool off = false;
        int seen = 0;
        board.Adc = read =>
        {
            seen += off && read == channel ? 1 : 0;
            return read == Board.EcgChannel ? 1613 : off && read == channel ? 4095 : 0;
        };
        ContactMonitor contact = new(Board.FrontEnd());
        Assert.Equal(0, LeadsOffOf(Last(8 + samplesBefore)));

        off = true;
        int samples = 0;
        bool hasContact = true;
        while (hasContact && samples < 20)
        {
            int raw = frontEnd.Read();
            hasContact = contact.AddReading(raw & RawSample.SumMask, LeadsOffOf(raw));
            samples++;
        }

        // It was found off with the first look, four samples after the last at worst, and the monitor wants four in a row.
        Assert.InRange(samples, 4, 7);
        Assert.InRange(seen, 2, 3);
        Assert.Equal(lead, contact.LeadsOff);
    }

    [Fact]
    public void A_comparator_that_says_off_only_once_does_not_break_contact()
    {
        int looks = 0;
        board.Adc = read =>
        {
            looks += read == Board.EcgChannel ? 0 : 1;
            return read == Board.EcgChannel ? 1613 : looks == 3 ? 4095 : 0;
        };
        ContactMonitor contact = new(Board.FrontEnd());
        for (int n = 0; n < 40; n++)
        {
            int raw = frontEnd.Read();
            Assert.True(contact.AddReading(raw & RawSample.SumMask, LeadsOffOf(raw)));
        }
    }

    [Fact]
    public void An_opened_front_end_is_on_and_can_be_switched_off()
    {
        Assert.True(board.ReadPin(Board.FrontEndShutdownPin));
        frontEnd.Shutdown(true);
        Assert.False(board.ReadPin(Board.FrontEndShutdownPin));
    }

    private static int LeadsOffOf(int raw) => raw >> RawSample.SumBits;

    private int Last(int samples)
    {
        int raw = 0;
        for (int n = 0; n < samples; n++)
        {
            raw = frontEnd.Read();
        }

        return raw;
    }

    private static (bool Positive, bool Negative) LeadsOff(int raw)
    {
        int flags = raw >> RawSample.SumBits;
        return ((flags & ContactMonitor.PositiveLead) != 0, (flags & ContactMonitor.NegativeLead) != 0);
    }
}
