using System;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;

namespace EcgChip.Simulator.Tests.Runs;

/// <summary>Runs by itself, after the tests that run side by side: what it measures is this process's time.</summary>
[CollectionDefinition(nameof(SpeedTests), DisableParallelization = true)]
[Collection(nameof(SpeedTests))]
public class SpeedTests
{
    private const double HalfAnHour = 1800;

    /// <summary>
    /// Processor time and not the clock on the wall, of which other test projects take their share: the run is one thread that never waits, so
    /// on a machine with a free core it is over within this time.
    /// </summary>
    [Fact]
    public void Half_an_hour_of_a_patient_is_simulated_in_less_than_20_seconds()
    {
        SyntheticPatient patient = new(new() { Seconds = HalfAnHour });
        TimeSpan before = Environment.CpuUsage.TotalTime;
        using VirtualDevice device = new(patient, new SimulationOptions());
        SimulationResult result = device.Run();
        TimeSpan taken = Environment.CpuUsage.TotalTime - before;

        Assert.Equal(patient.Beats.Count, result.Beats.Count, patient.Beats.Count * 0.01);
        Assert.InRange(taken, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }
}
