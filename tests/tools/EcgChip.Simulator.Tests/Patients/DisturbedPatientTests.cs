using System;
using System.Linq;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Tests.FrontEnd;

namespace EcgChip.Simulator.Tests.Patients;

/// <summary>What a disturbed patient's voltage is made of.</summary>
public class DisturbedPatientTests
{
    private static readonly IPatient Still = new FunctionPatient(_ => 0.25);

    [Fact]
    public void Without_disturbances_nothing_changes()
    {
        SyntheticPatient patient = new(new() { Seconds = 5 });
        DisturbedPatient same = new(patient, new());
        Assert.All(Enumerable.Range(0, 500), i => Assert.Equal(patient.MillivoltsAt(i / 100.0), same.MillivoltsAt(i / 100.0)));
        Assert.Equal((patient.Name, patient.Lead, patient.Seconds), (same.Name, same.Lead, same.Seconds));
    }

    [Theory]
    [InlineData(50)]
    [InlineData(60)]
    public void Hum_has_its_amplitude_and_frequency(double hertz)
    {
        DisturbedPatient patient = new(Still, new() { HumMillivolts = 0.8, HumHz = hertz });
        Assert.Equal(1.05, patient.MillivoltsAt(0.25 / hertz), 9);
        Assert.Equal(-0.55, patient.MillivoltsAt(7.75 / hertz), 9);
    }

    [Fact]
    public void Muscle_noise_has_the_power_that_was_asked_for_and_is_the_same_for_the_same_seed()
    {
        double[] Noise(int seed)
        {
            DisturbedPatient patient = new(Still, new() { MuscleMillivolts = 0.2, Seed = seed });
            return [.. Enumerable.Range(0, 3000).Select(i => patient.MillivoltsAt(i / 300.0) - 0.25)];
        }

        double[] one = Noise(1);
        Assert.Equal(0.2, Math.Sqrt(one.Average(x => x * x)), 0.01);
        Assert.Equal(0, one.Average(), 0.01);
        Assert.Equal(one, Noise(1));
        Assert.NotEqual(one, Noise(2));
    }

    [Fact]
    public void Steps_go_up_and_down_in_turn_and_the_baseline_swings()
    {
        DisturbedPatient steps = new(Still, new() { StepMillivolts = 3, StepSeconds = 2 });
        Assert.Equal([3.25, -2.75, 3.25], new[] { 1.0, 3, 5 }.Select(steps.MillivoltsAt));
        DisturbedPatient wander = new(Still, new() { WanderMillivolts = 1, WanderHz = 0.25 });
        Assert.Equal(1.25, wander.MillivoltsAt(1), 9);
        Assert.Equal(-0.75, wander.MillivoltsAt(3), 9);
    }

    [Fact]
    public void Before_and_after_the_time_that_was_given_nothing_disturbs()
    {
        DisturbedPatient patient = new(Still, new() { StepMillivolts = 1, FromSeconds = 2, UntilSeconds = 4 });
        Assert.Equal([0.25, 1.25, 0.25], new[] { 1.9, 2.5, 4 }.Select(patient.MillivoltsAt));
    }

    [Fact]
    public void Values_that_make_no_sense_are_refused_by_their_name()
    {
        Disturbances[] wrong =
        [
            new() { HumMillivolts = -1 }, new() { HumHz = 0 }, new() { MuscleMillivolts = double.NaN }, new() { WanderHz = -1 },
            new() { StepSeconds = 0 }, new() { FromSeconds = -1 },
        ];
        string[] names = ["HumMillivolts", "HumHz", "MuscleMillivolts", "WanderHz", "StepSeconds", "FromSeconds"];
        Assert.Equal(names, wrong.Select(each => Assert.Throws<ArgumentOutOfRangeException>(() => new DisturbedPatient(Still, each)).ParamName));
    }
}
