using System.Linq;

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
        Assert.True(monitor.PositiveOff);
        Assert.False(monitor.NegativeOff);
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
    public void A_second_with_much_clipping_is_poor_and_the_next_clean_one_good()
    {
        ContactMonitor monitor = Settled();
        Play(monitor, 2 * Rate, n => n % 10 == 0 ? 13000 : Middle + n % 7);
        Assert.Equal(ContactState.Poor, monitor.State);
        Play(monitor, 2 * Rate, Quiet);
        Assert.Equal(ContactState.Good, monitor.State);
    }

    [Fact]
    public void A_signal_as_rough_as_muscle_noise_is_poor()
    {
        ContactMonitor monitor = Settled();
        Play(monitor, 2 * Rate, n => Middle + ((n % 2 * 2) - 1) * 500);
        Assert.Equal(ContactState.Poor, monitor.State);
    }

    [Fact]
    public void A_signal_that_hardly_moves_is_poor()
    {
        ContactMonitor monitor = Settled();
        Play(monitor, 2 * Rate, n => Middle + (n % 2 * 10));
        Assert.Equal(ContactState.Poor, monitor.State);
    }

    [Fact]
    public void Noise_between_the_beats_is_poor()
    {
        ContactMonitor monitor = Settled();
        Play(monitor, 2 * Rate, Quiet, noiseShare: 120);
        Assert.Equal(ContactState.Poor, monitor.State);
    }

    private static int Quiet(int n) => Middle + (n % 50 == 0 ? 800 : n % 3);

    private static ContactMonitor Settled()
    {
        ContactMonitor monitor = new(Boards.WithGain(400));
        Assert.Equal(ContactState.Settling, monitor.State);
        Play(monitor, 3 * Rate, Quiet);
        Assert.Equal(ContactState.Good, monitor.State);
        return monitor;
    }

    private static void Play(ContactMonitor monitor, int samples, System.Func<int, int> sum, bool positiveOff = false, int noiseShare = 0)
    {
        for (int n = 0; n < samples; n++)
        {
            bool contact = monitor.AddReading(sum(n), positiveOff ? ContactMonitor.PositiveLead : 0);
            if (contact ? monitor.EndSample((sum(n) - Middle) / 10) : monitor.EndWithoutContact())
            {
                monitor.JudgeSecond(noiseShare);
            }
        }
    }
}
