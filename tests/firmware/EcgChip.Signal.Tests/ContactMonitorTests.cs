using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace EcgChip.Signal.Tests;

public class ContactMonitorTests
{
    private const int Rate = SignalUnits.SampleRate;
    private const int Middle = 6450;
    private const int Rail = 4095 * Conditioner.ReadingsPerSample;

    [Fact]
    public void A_lead_off_comparator_that_holds_for_four_samples_means_no_contact()
    {
        ContactMonitor monitor = Settled();
        for (int i = 0; i < 3; i++)
        {
            Assert.True(monitor.AddReading(Middle, ContactMonitor.PositiveLead));
        }

        Assert.False(monitor.AddReading(Middle, ContactMonitor.PositiveLead));
        Assert.Equal(ContactState.NoContact, monitor.State);
    }

    [Fact]
    public void A_chattering_comparator_means_nothing()
    {
        ContactMonitor monitor = Settled();
        Assert.All(Enumerable.Range(0, 1000), i => Assert.True(monitor.AddReading(Middle, i % 4 != 0 ? ContactMonitor.PositiveLead : 0)));
    }

    [Fact]
    public void A_signal_at_the_rail_for_half_a_second_means_no_contact()
    {
        ContactMonitor monitor = Settled();
        int lost = Enumerable.Range(0, Rate).TakeWhile(_ => monitor.AddReading(Rail, 0)).Count();
        Assert.InRange(lost, (Rate / 2) - 2, Rate / 2);
    }

    [Fact]
    public void Contact_is_regained_after_half_a_second_and_settles_before_it_is_good()
    {
        ContactMonitor monitor = Settled();
        Play(monitor, 10, _ => Middle, positiveOff: true);
        Assert.Equal(ContactState.NoContact, monitor.State);

        Play(monitor, (Rate / 2) - 1, Quiet);
        Assert.Equal(ContactState.NoContact, monitor.State);
        Play(monitor, 1, Quiet);
        Assert.Equal(ContactState.Settling, monitor.State);
        Play(monitor, 2 * Rate, Quiet);
        Assert.Equal(ContactState.Good, monitor.State);
    }

    [Fact]
    public void A_second_is_what_it_is_judged_to_be_and_the_next_one_again()
    {
        ContactMonitor monitor = Settled();
        Play(monitor, Rate, Quiet, isGood: false);
        Assert.Equal(ContactState.Poor, monitor.State);
        Play(monitor, Rate, Quiet);
        Assert.Equal(ContactState.Good, monitor.State);
    }

    [Fact]
    public void Samples_outside_the_good_range_are_counted_until_the_second_is_over()
    {
        ContactMonitor monitor = Settled();
        Play(monitor, 100, n => n % 10 == 0 ? 13000 : Middle + n % 7);
        Assert.Equal(10, monitor.Clipped);
        Play(monitor, 25, Quiet);
        Assert.Equal(0, monitor.Clipped);
    }

    [Theory]
    [InlineData(ContactMonitor.PositiveLead)]
    [InlineData(ContactMonitor.NegativeLead)]
    [InlineData(ContactMonitor.PositiveLead | ContactMonitor.NegativeLead)]
    public void It_is_told_which_electrodes_are_off(int leads)
    {
        ContactMonitor monitor = Settled();
        for (int i = 0; i < 4; i++)
        {
            monitor.AddReading(Middle, leads);
        }

        Assert.Equal((ContactState.NoContact, leads), (monitor.State, monitor.LeadsOff));
    }

    [Fact]
    public void A_rail_is_no_electrode_that_is_off()
    {
        ContactMonitor monitor = Settled();
        for (int i = 0; i < Rate; i++)
        {
            monitor.AddReading(Rail, 0);
        }

        Assert.Equal((ContactState.NoContact, 0), (monitor.State, monitor.LeadsOff));
    }

    [Fact]
    public void Samples_taken_together_end_as_they_do_one_by_one() =>
        Gen.Select(Gen.Int[1, 60], Gen.Select(Gen.Int[0, 9], Gen.Int[0, 16380], Gen.Int[0, 2]).Array[1, 400]).Sample((quiet, played) =>
        {
            // Mostly sums around the middle, now and then a rail, anything at all, or a comparator.
            List<int> sums = [.. Enumerable.Range(0, quiet).Select(Quiet)];
            List<int> leads = [.. Enumerable.Repeat(0, quiet)];
            for (int n = 0; n < played.Length; n++)
            {
                (int kind, int any, int lead) = played[n];
                int length = kind == 9 ? 70 : 1;
                sums.AddRange(Enumerable.Repeat(kind switch { 7 => any, 9 when lead > 0 => Rail, _ => Middle + (any % 1000) }, length));
                leads.AddRange(Enumerable.Repeat(kind == 8 || (kind == 9 && lead == 0) ? 1 + (any % 2) : 0, length));
            }

            Assert.Equal(States([.. sums], [.. leads], together: 1), States([.. sums], [.. leads], together: 8));
        });

    private static int Quiet(int n) => Middle + (n % 50 == 0 ? 800 : n % 3);

    private static ContactMonitor Settled()
    {
        ContactMonitor monitor = new(Boards.WithGain(400));
        Assert.Equal(ContactState.Settling, monitor.State);
        Play(monitor, 3 * Rate, Quiet);
        Assert.Equal(ContactState.Good, monitor.State);
        return monitor;
    }

    /// <summary>The state behind each sample and each judgement; a second with eight clipped samples is poor.</summary>
    private static List<ContactState> States(int[] sums, int[] leads, int together)
    {
        ContactMonitor monitor = new(Boards.WithGain(400));
        List<ContactState> states = [];
        for (int n = 0; n < sums.Length;)
        {
            // Leads that are off stand above the sum, as the front end packs them.
            int[] block = [.. Enumerable.Range(n, Math.Min(together, sums.Length - n)).Select(i => sums[i] | (leads[i] << 20))];
            int taken = monitor.Undoubted(block, 0, block.Length);
            bool contact = taken > 0 || monitor.AddReading(sums[n], leads[n]);
            taken = Math.Max(taken, 1);
            int left = contact ? monitor.EndSamples(taken) : monitor.EndWithoutContact();
            states.AddRange(Enumerable.Repeat(monitor.State, taken));
            if (left == 0)
            {
                monitor.JudgeSecond(monitor.Clipped < 8);
                states.Add(monitor.State);
            }

            n += taken;
        }

        return states;
    }

    private static void Play(ContactMonitor monitor, int samples, Func<int, int> sum, bool positiveOff = false, bool isGood = true)
    {
        for (int n = 0; n < samples; n++)
        {
            bool contact = monitor.AddReading(sum(n), positiveOff ? ContactMonitor.PositiveLead : 0);
            if (contact ? monitor.EndSample() : monitor.EndWithoutContact() == 0)
            {
                monitor.JudgeSecond(isGood);
            }
        }
    }
}
