using System.Linq;
using EcgChip.Cli.Bench;
using EcgChip.Signal;

namespace EcgChip.Cli.Tests.Bench;

public sealed class LoopProbeTests
{
    private const long StartUs = 80_000;

    private SessionPhase phase = SessionPhase.Monitoring;

    [Fact]
    public void The_longest_slice_is_the_longest_time_between_two_looks_without_a_sample()
    {
        LoopProbe probe = Probe();
        probe.ClockRead(StartUs);
        Sample(probe, StartUs + 30);
        probe.ClockRead(StartUs + 4000);
        probe.ClockRead(StartUs + 4700);
        probe.ClockRead(StartUs + 6200);
        Assert.Equal((1500, 0), (probe.WorstSliceUs, probe.WorstStoringSliceUs));
    }

    [Fact]
    public void A_slice_in_which_storing_began_went_on_or_ended_counts_apart()
    {
        LoopProbe probe = Probe();
        probe.ClockRead(0);
        probe.ClockRead(1000);
        phase = SessionPhase.Storing;
        probe.ClockRead(10_000);
        probe.ClockRead(60_000);
        phase = SessionPhase.Monitoring;
        probe.ClockRead(90_000);
        probe.ClockRead(92_000);
        Assert.Equal((2000, 50_000), (probe.WorstSliceUs, probe.WorstStoringSliceUs));
    }

    [Fact]
    public void Delays_are_those_of_each_samples_first_reading_after_it_was_due()
    {
        LoopProbe probe = Probe();
        for (int i = 0; i < 1000; i++)
        {
            Sample(probe, StartUs + (i * (long)SignalUnits.SampleIntervalUs) + (i == 500 ? 900 : i % 100));
        }

        // nine delays of 0 and ten of each other but the late one
        Assert.Equal((50, 99, 900), probe.Delays());
    }

    [Fact]
    public void What_comes_after_the_patient_does_not_count()
    {
        LoopProbe probe = Probe();
        probe.ClockRead(0);
        probe.IsOver = true;
        probe.ClockRead(500_000);
        Sample(probe, StartUs + 100);
        Assert.Equal(0, probe.WorstSliceUs);
        Assert.Null(probe.Delays().Worst);
    }

    private static void Sample(LoopProbe probe, long atUs)
    {
        foreach (int reading in Enumerable.Range(0, Conditioner.ReadingsPerSample))
        {
            probe.AdcRead(atUs + (reading * 100));
        }
    }

    private LoopProbe Probe() => new(() => phase) { StartUs = StartUs };
}
