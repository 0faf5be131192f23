using System;
using System.IO;
using System.Linq;
using EcgChip.Signal;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Runs;
using EcgChip.Simulator.Tests.FrontEnd;
using EcgChip.Testing;

namespace EcgChip.Simulator.Tests.Quality;

/// <summary>
/// Disturbances of growing size through the whole device: the reason that is told first is the right one, and small ones are not told at all.
/// </summary>
public class QualityMatrixTests
{
    private const double Seconds = 18;
    private const double From = 4;

    // Fewer are a beat that is none, or the second in which the disturbance begins.
    private const int FewSeconds = 2;

    private static readonly double[] Sizes = [0.1, 0.2, 0.4, 0.8, 1.2, 1.6, 2.4, 3.6];

    [Theory]
    [InlineData(MainsFrequency.Hz50, 50, 0.4, 1.2)]
    [InlineData(MainsFrequency.Hz60, 60, 0.4, 1.6)]
    [InlineData(MainsFrequency.Hz50, 49.5, 0.1, 0.8)]
    [InlineData(MainsFrequency.Hz60, 60.5, 0.1, 1.2)]
    public void Hum_is_told_as_mains_on_its_frequency_and_beside_it(MainsFrequency mains, double hertz, double borne, double told) =>
        Check(size => new() { HumMillivolts = size, HumHz = hertz, FromSeconds = From }, [QualityReason.Mains], borne, told, mains);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Muscle_noise_is_told_as_such(int seed) =>
        Check(size => new() { MuscleMillivolts = size, Seed = seed, FromSeconds = From }, [QualityReason.Muscle], 0.1, 0.4);

    [Theory]
    [InlineData(0.25, 0.8, 3.6)]
    [InlineData(0.5, 0.8, 3.6)]
    [InlineData(0.8, 0.4, 2.4)]
    public void A_swinging_baseline_is_told_as_wander(double hertz, double borne, double told) =>
        Check(size => new() { WanderMillivolts = size, WanderHz = hertz, FromSeconds = From }, [QualityReason.Wander], borne, told);

    [Fact]
    public void Steps_are_told_as_wander_until_they_clip() =>
        Check(
            size => new() { StepMillivolts = size, FromSeconds = From }, [QualityReason.Wander, QualityReason.Clipping, QualityReason.Motion], 0.2, 2.4);

    [Fact]
    public void Beats_that_are_too_large_for_the_front_end_are_told_as_clipping()
    {
        SimulationResult result = Run(new ScaledPatient(Patient(), 10), MainsFrequency.Hz50);
        Assert.Equal(QualityReason.Clipping, Foremost(result));
    }

    [Fact]
    public void A_patient_who_is_none_is_told_as_flat()
    {
        SimulationResult result = Run(new FunctionPatient(_ => 0, Seconds), MainsFrequency.Hz50);
        Assert.Equal(QualityReason.Flat, Foremost(result));
        Assert.Null(result.MeanHeartRate);
    }

    [SkippableTheory]
    [InlineData("100")]
    [InlineData("103")]
    [InlineData("116")]
    [InlineData("122")]
    [InlineData("209")]
    [InlineData("217")]
    [InlineData("234")]
    public void The_seconds_of_a_clean_recording_are_good(string record)
    {
        SimulationResult result = Run(WfdbPatient.Open(Path.Combine(SharedData.Mitdb(), record), seconds: 120), MainsFrequency.Hz50);
        Assert.InRange(result.SecondsByReason.Sum(), 115, 120);
        Assert.InRange(result.SecondsByReason.Skip(1).Sum(), 0, 3);
        Assert.InRange(result.QualityIndex!.Value, 60, 100);
    }

    /// <summary>The recorded noise of the noise stress test, as large as a multiple of what was recorded.</summary>
    [SkippableTheory]
    [InlineData("bw", 10)]
    [InlineData("em", 4)]
    public void Recorded_noise_makes_a_clean_recording_poor_by_what_is_in_it(string noise, double factor)
    {
        WfdbPatient clean = WfdbPatient.Open(Path.Combine(SharedData.Mitdb(), "103"), seconds: 60);
        WfdbPatient disturbing = WfdbPatient.Open(Path.Combine(SharedData.Nstdb(), noise), start: 60, seconds: 60);
        double level = disturbing.MillivoltsAt(0);
        SimulationResult result = Run(
            new FunctionPatient(t => clean.MillivoltsAt(t) + (factor * (disturbing.MillivoltsAt(t) - level)), 60), MainsFrequency.Hz50);
        Assert.True(result.SecondsByReason.Skip(1).Sum() > 15, $"Only {result.SecondsByReason.Skip(1).Sum()} of 60 seconds are poor.");
        Assert.Contains(Foremost(result), new[] { QualityReason.Wander, QualityReason.Clipping, QualityReason.Muscle });
    }

    private static void Check(
        Func<double, Disturbances> disturb, QualityReason[] expected, double borne, double told, MainsFrequency mains = MainsFrequency.Hz50)
    {
        int poorBefore = 0;
        bool wasTold = false;
        foreach (double size in Sizes)
        {
            SimulationResult result = Run(new DisturbedPatient(Patient(), disturb(size)), mains);
            int poor = result.SecondsByReason.Skip(1).Sum();
            if (size <= borne)
            {
                Assert.InRange(poor, 0, FewSeconds - 1);
            }

            if (poor >= FewSeconds && !wasTold)
            {
                wasTold = true;
                Assert.Contains(Foremost(result), expected);
            }

            if (size >= told)
            {
                Assert.True(poor > (Seconds - From) / 3, $"With {size} mV only {poor} seconds are poor.");
                Assert.True(poor >= poorBefore - FewSeconds, $"With {size} mV fewer seconds are poor than with less.");
            }

            poorBefore = poor;
        }
    }

    private static QualityReason Foremost(SimulationResult result) =>
        (QualityReason)Enumerable.Range(1, result.SecondsByReason.Count - 1).MaxBy(reason => result.SecondsByReason[reason]);

    private static SyntheticPatient Patient() => new(new() { Seconds = Seconds, VentricularShare = 0, SupraventricularShare = 0 });

    private static SimulationResult Run(IPatient patient, MainsFrequency mains)
    {
        using VirtualDevice device = new(patient, new SimulationOptions { Mains = mains, Records = false });
        return device.Run();
    }
}
