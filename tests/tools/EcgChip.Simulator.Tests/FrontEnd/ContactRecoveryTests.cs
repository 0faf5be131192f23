using System;
using System.Linq;
using CsCheck;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.FrontEnd;

namespace EcgChip.Simulator.Tests.FrontEnd;

/// <summary>What an electrode that comes off and is put on again does to the signal.</summary>
public class ContactRecoveryTests
{
    private const double LostAt = 1;

    private static readonly AnalogSettings WithRestore = new();
    private static readonly AnalogSettings WithoutRestore = new() { FastRestore = false };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_comparator_of_a_lost_electrode_answers_within_10_ms_and_returns_within_1(bool positive)
    {
        AnalogFrontEnd frontEnd = Losing(positive, 3, WithRestore, _ => 0);
        Assert.False(frontEnd.LeadIsOff(positive, LostAt));
        Assert.True(frontEnd.LeadIsOff(positive, LostAt + 0.010));
        Assert.False(frontEnd.LeadIsOff(!positive, LostAt + 0.010));
        Assert.True(frontEnd.LeadIsOff(positive, LostAt + 2.999));
        Assert.False(frontEnd.LeadIsOff(positive, LostAt + 3.001));
    }

    [Fact]
    public void With_fast_restore_the_output_is_back_at_its_centre_within_a_quarter_of_a_second_however_long_the_electrode_was_off() =>
        Gen.Select(Gen.Bool, Gen.Double[0.2, 40]).Sample(
            (positive, lost) =>
            {
                AnalogFrontEnd frontEnd = Losing(positive, lost, WithRestore, _ => 0);
                double again = LostAt + lost;
                Assert.NotInRange(frontEnd.VoltsAt(again), 0.1, 3.2);
                Assert.Equal(1.3, frontEnd.VoltsAt(again + 0.25), 0.01);
            },
            iter: 30);

    [Fact]
    public void Without_fast_restore_it_stays_at_a_rail_for_about_as_long_as_the_electrode_was_off()
    {
        // R_HP at 1.97 V charged C_HP for 4 s to 0.148 V. At the other rail 1.27 V take it back to 12.7 mV, where the amplifier leaves that
        // rail: 5.68 s; then the high-pass's 0.531 s lead from -1.27 V to -0.281 V, which the second stage makes 0.15 V: 0.80 s.
        AnalogFrontEnd frontEnd = Losing(true, 4, WithoutRestore, _ => 0);
        double again = LostAt + 4;
        double left = Enumerable.Range(20, 10_000).Select(i => i * 0.001).First(t => frontEnd.VoltsAt(again + t) > 0.15);
        Assert.Equal(5.68 + 0.80, left, 0.02);
        Assert.Equal(1.3, frontEnd.VoltsAt(again + left + 4), 0.01);
    }

    [Fact]
    public void A_new_electrode_with_300_mV_more_or_less_is_taken_up_at_once_with_fast_restore_and_in_seconds_without()
    {
        foreach (double offset in (double[])[-300, 300])
        {
            AnalogFrontEnd fast = new(new FunctionPatient(t => t < 1 ? 0 : offset), WithRestore);
            AnalogFrontEnd slow = new(new FunctionPatient(t => t < 1 ? 0 : offset), WithoutRestore);
            Assert.Equal(1.3, fast.VoltsAt(1.3), 0.01);
            Assert.NotInRange(slow.VoltsAt(6), 0.15, 3.1);
            Assert.Equal(1.3, slow.VoltsAt(18), 0.01);
        }
    }

    [Fact]
    public void An_offset_beyond_what_the_amplifier_can_take_back_keeps_it_at_the_rail()
    {
        AnalogFrontEnd frontEnd = new(new FunctionPatient(t => t < 1 ? 0 : 400), WithRestore);
        Assert.Equal(WithRestore.HighestVolts, frontEnd.VoltsAt(50), 1e-6);
    }

    [Fact]
    public void While_an_electrode_is_off_fast_restore_does_not_begin_anew()
    {
        // It begins when the amplifier reaches its rail, 3 ms before the comparator holds it back, and ends after its 110 ms.
        AnalogFrontEnd frontEnd = Losing(true, 2, WithRestore, _ => 0);
        double[] off = [.. Enumerable.Range(115, 1880).Select(i => LostAt + (i * 0.001))];
        Assert.All(off, t =>
        {
            frontEnd.VoltsAt(t);
            Assert.False(frontEnd.IsRestoring);
        });
        frontEnd.VoltsAt(LostAt + 2.01);
        Assert.True(frontEnd.IsRestoring);
        frontEnd.VoltsAt(LostAt + 2.3);
        Assert.False(frontEnd.IsRestoring);
    }

    [Fact]
    public void After_a_step_within_the_range_the_baseline_returns_with_the_high_passs_time_constant()
    {
        // R C / 100 = 0.531 s
        AnalogFrontEnd frontEnd = new(new FunctionPatient(t => t < 1 ? 0 : 2), WithRestore);
        double early = frontEnd.VoltsAt(1.1) - 1.3;
        double late = frontEnd.VoltsAt(1.1 + 0.531) - 1.3;
        Assert.Equal(Math.Exp(-1), late / early, 0.003);
    }

    [Fact]
    public void Two_runs_give_the_same_bits_whatever_is_asked_on_the_way()
    {
        AnalogFrontEnd often = Losing(false, 3, WithRestore, t => Math.Sin(t));
        AnalogFrontEnd seldom = Losing(false, 3, WithRestore, t => Math.Sin(t));
        for (double time = 0; time < 6; time += 0.0077)
        {
            often.VoltsAt(time);
            often.LeadIsOff(true, time);
        }

        Assert.Equal(seldom.VoltsAt(6), often.VoltsAt(6));
    }

    private static AnalogFrontEnd Losing(bool positive, double seconds, AnalogSettings parts, Func<double, double> millivolts)
    {
        Electrodes electrodes = new();
        electrodes.Lose(positive, LostAt, LostAt + seconds);
        return new AnalogFrontEnd(new FunctionPatient(millivolts), parts, electrodes);
    }
}
