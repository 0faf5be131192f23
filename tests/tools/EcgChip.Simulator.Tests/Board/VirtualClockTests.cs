using System;
using CsCheck;
using EcgChip.Device.Sampling;
using EcgChip.NanoHost;
using EcgChip.Signal;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Patients;

namespace EcgChip.Simulator.Tests.Board;

public class VirtualClockTests
{
    private static readonly SyntheticPatient Patient = new(new() { Seconds = 2 });

    [Fact]
    public void Time_never_goes_backwards_and_a_look_always_takes_some() =>
        Gen.Select(Gen.Bool, Gen.Long[0, 100_000]).Array.Sample(steps =>
        {
            VirtualClock clock = new();
            foreach ((bool look, long microseconds) in steps)
            {
                long before = clock.NowUs;
                if (look)
                {
                    Assert.Equal(clock.Look(), clock.NowUs);
                    Assert.InRange(clock.NowUs - before, 1, VirtualClock.LookUs);
                }
                else
                {
                    clock.Advance(microseconds);
                    Assert.Equal(before + microseconds, clock.NowUs);
                }
            }
        });

    [Fact]
    public void It_refuses_to_be_set_back()
    {
        VirtualClock clock = new();
        clock.Advance(1000);
        Assert.Throws<ArgumentOutOfRangeException>(() => clock.Advance(-1));
        Assert.Equal(1000, clock.NowUs);
    }

    [Fact]
    public void The_firmwares_wait_for_a_slot_ends_exactly_when_the_slot_begins() =>
        Gen.Select(Gen.Int[1, 100_000], Gen.Int[1, SignalUnits.SampleIntervalUs]).Sample(
            (slot, early) =>
            {
                SimulatedBoard board = new(Patient);
                using IDisposable attachment = HostBoard.Attach(board);
                long due = (long)slot * SignalUnits.SampleIntervalUs;
                board.Clock.Advance(due - early);

                Assert.Equal(due, new HighResClock().WaitUntil(due));
                Assert.Equal(due, board.Clock.NowUs);
            },
            iter: 200);

    [Fact]
    public void A_wait_for_a_moment_that_is_past_ends_at_once()
    {
        SimulatedBoard board = new(Patient);
        using IDisposable attachment = HostBoard.Attach(board);
        board.Clock.Advance(50_000);
        Assert.InRange(new HighResClock().WaitUntil(8000), 50_001, 50_000 + VirtualClock.LookUs);
    }
}
