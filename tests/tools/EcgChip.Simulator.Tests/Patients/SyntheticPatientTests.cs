using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.Formats;
using EcgChip.Simulator.Patients;

namespace EcgChip.Simulator.Tests.Patients;

public class SyntheticPatientTests
{
    /// <summary>What the front end takes without clipping, in millivolts.</summary>
    private const double FrontEndMillivolts = 2.8;

    private static readonly Gen<SyntheticPatientOptions> AnyPatient = Gen.Select(
        Gen.Double[30, 240],
        Gen.Double[0, 0.2],
        Gen.Double[0, 0.2],
        Gen.Int,
        (rate, v, s, seed) => new SyntheticPatientOptions
        {
            Seconds = 60,
            HeartRate = rate,
            VentricularShare = v,
            SupraventricularShare = s,
            Seed = seed,
            NoiseMillivolts = 0,
        });

    [Fact]
    public void Every_true_beat_is_the_highest_point_around_it() =>
        AnyPatient.Sample(
            options =>
            {
                SyntheticPatient patient = new(options);
                foreach (SyntheticBeat beat in Inside(patient))
                {
                    double top = Range(beat.Seconds - 0.05, beat.Seconds + 0.05, 0.00025).MaxBy(patient.MillivoltsAt);
                    Assert.InRange(top, beat.Seconds - 0.0004, beat.Seconds + 0.0004);
                }
            },
            iter: 6);

    [Fact]
    public void Fibrillation_has_the_mean_rate_no_memory_and_no_P_waves() => Gen.Select(Gen.Double[50, 150], Gen.Int).Sample(
        (rate, seed) =>
        {
            SyntheticPatientOptions options = new()
            {
                Seconds = 400, HeartRate = rate, Seed = seed, VentricularShare = 0, SupraventricularShare = 0, NoiseMillivolts = 0, Fibrillates = true,
            };
            SyntheticPatient patient = new(options);
            double[] intervals = [.. patient.Beats.Zip(patient.Beats.Skip(1), (before, after) => after.Seconds - before.Seconds)];
            double mean = intervals.Average();
            double variance = intervals.Average(interval => (interval - mean) * (interval - mean));
            double lagged = intervals.Zip(intervals.Skip(1), (x, y) => (x - mean) * (y - mean)).Average();
            Assert.InRange(60 / mean, 0.93 * rate, 1.07 * rate);
            Assert.InRange(Math.Sqrt(variance) / mean, 0.18, 0.32);
            Assert.InRange(lagged / variance, -0.2, 0.2);

            // Where the sinus rhythm of the same rate has its P wave, a sixth of the interval before R.
            SyntheticPatient sinus = new(options with { Fibrillates = false });
            Assert.True(AtP(sinus) > 0.1 && AtP(patient) < 0.6 * AtP(sinus), $"{AtP(patient)} {AtP(sinus)}");
        },
        iter: 6);

    [Fact]
    public void A_fibrillating_patient_has_no_beats_of_the_atria() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new SyntheticPatient(new() { Fibrillates = true, SupraventricularShare = 0.1 }));

    [Fact]
    public void Noise_moves_the_tops_by_less_than_10_ms()
    {
        SyntheticPatient patient = new();
        foreach (SyntheticBeat beat in Inside(patient))
        {
            double top = Range(beat.Seconds - 0.05, beat.Seconds + 0.05, 0.0005).MaxBy(patient.MillivoltsAt);
            Assert.InRange(top, beat.Seconds - 0.01, beat.Seconds + 0.01);
        }
    }

    [Theory]
    [InlineData(25)]
    [InlineData(72)]
    [InlineData(120)]
    [InlineData(200)]
    [InlineData(250)]
    public void The_heart_beats_as_often_as_asked(double rate)
    {
        SyntheticPatient patient = new(new() { Seconds = 300, HeartRate = rate, VentricularShare = 0, SupraventricularShare = 0 });
        double[] intervals = Intervals(patient);
        Assert.Equal(rate, 60 / intervals.Average(), rate * 0.01);
        double spread = Math.Sqrt(intervals.Average(interval => Math.Pow(interval - intervals.Average(), 2))) / intervals.Average();
        Assert.InRange(spread, 0.02, 0.04);
        Assert.All(patient.Beats, beat => Assert.Equal(AamiClass.N, beat.Class));
    }

    [Fact]
    public void Ectopic_beats_are_as_many_as_asked_and_never_follow_each_other() =>
        AnyPatient.Sample(
            options =>
            {
                SyntheticPatient patient = new(options);
                Assert.Equal(options.VentricularShare * patient.Beats.Count, Count(patient, AamiClass.V), 2.5);
                Assert.Equal(options.SupraventricularShare * patient.Beats.Count, Count(patient, AamiClass.S), 2.5);
                Assert.Equal(AamiClass.N, patient.Beats[0].Class);
                Assert.DoesNotContain(
                    patient.Beats.Zip(patient.Beats.Skip(1)),
                    pair => pair.First.Class != AamiClass.N && pair.Second.Class != AamiClass.N);
            },
            iter: 12);

    [Fact]
    public void Ventricular_beats_come_early_and_their_pause_makes_up_for_it_while_supraventricular_ones_reset_the_rhythm()
    {
        SyntheticPatient patient = new(new() { Seconds = 600 });
        double mean = 60 / patient.Options.HeartRate;
        foreach ((double before, double after, AamiClass beatClass) in Around(patient))
        {
            if (beatClass == AamiClass.V)
            {
                Assert.InRange(before / mean, 0.5, 0.8);
                Assert.InRange((before + after) / mean, 1.8, 2.2);
            }
            else if (beatClass == AamiClass.S)
            {
                Assert.InRange(before / mean, 0.6, 0.88);
                Assert.InRange((before + after) / mean, 1.6, 1.98);
            }
        }
    }

    [Fact]
    public void Ventricular_beats_are_at_least_twice_as_wide_as_others_and_supraventricular_ones_are_not()
    {
        SyntheticPatient patient = new(new() { NoiseMillivolts = 0 });
        double normal = Inside(patient).Where(beat => beat.Class == AamiClass.N).Average(beat => WidthAtHalfHeight(patient, beat));
        Assert.All(
            Inside(patient),
            beat => Assert.InRange(WidthAtHalfHeight(patient, beat) / normal, beat.Class == AamiClass.V ? 2 : 0.8, beat.Class == AamiClass.V ? 4 : 1.2));
    }

    [Fact]
    public void The_T_wave_of_a_ventricular_beat_points_down_and_that_of_others_up()
    {
        SyntheticPatient patient = new(new() { NoiseMillivolts = 0 });
        foreach (SyntheticBeat beat in Inside(patient))
        {
            double wave = patient.MillivoltsAt(beat.Seconds + (beat.Class == AamiClass.V ? 0.265 : 0.22));
            Assert.InRange(wave * (beat.Class == AamiClass.V ? -1 : 1), 0.15, 1);
        }
    }

    [Fact]
    public void R_peaks_are_of_a_usual_height_and_nothing_leaves_the_range_of_the_front_end() =>
        AnyPatient.Sample(
            options =>
            {
                SyntheticPatient patient = new(options with { NoiseMillivolts = 0.02 });
                Assert.All(Range(0, patient.Seconds, 0.002), seconds => Assert.InRange(patient.MillivoltsAt(seconds), -FrontEndMillivolts, FrontEndMillivolts));

                // The model has no direct voltage: the more of the time is filled with waves, the lower lies the line between them.
                Assert.Equal(1.1, Inside(patient).Where(beat => beat.Class == AamiClass.N).Average(beat => patient.MillivoltsAt(beat.Seconds)), 0.2);
            },
            iter: 6);

    [Fact]
    public void The_same_seed_makes_the_same_patient_and_another_seed_another()
    {
        SyntheticPatient one = new(new() { Seed = 5 });
        SyntheticPatient same = new(new() { Seed = 5 });
        SyntheticPatient other = new(new() { Seed = 6 });
        double[] times = [.. Range(0, 60, 0.0077)];
        Assert.Equal(one.Beats, same.Beats);
        Assert.Equal(times.Select(one.MillivoltsAt), times.Select(same.MillivoltsAt));
        Assert.NotEqual(one.Beats, other.Beats);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(17.3)]
    [InlineData(120)]
    public void Beats_reach_from_the_start_of_the_patient_to_the_end(double seconds)
    {
        SyntheticPatient patient = new(new() { Seconds = seconds });
        Assert.Equal(seconds, patient.Seconds);
        Assert.InRange(patient.Beats[0].Seconds, 0, 1);
        Assert.InRange(patient.Beats[^1].Seconds, seconds - 1.3, seconds);
        Assert.Equal(patient.Beats.OrderBy(beat => beat.Seconds), patient.Beats);
    }

    [Fact]
    public void Noise_is_as_strong_as_asked()
    {
        SyntheticPatient still = new(new() { NoiseMillivolts = 0 });
        SyntheticPatient noisy = new(new() { NoiseMillivolts = 0.05 });
        double power = Range(0, 60, 0.002).Average(seconds => Math.Pow(noisy.MillivoltsAt(seconds) - still.MillivoltsAt(seconds), 2));
        Assert.Equal(0.05, Math.Sqrt(power), 0.002);
        Assert.Equal(still.Beats, noisy.Beats);
    }

    [Fact]
    public void Before_the_start_and_after_the_end_the_nearest_value_holds()
    {
        SyntheticPatient patient = new();
        Assert.Equal(patient.MillivoltsAt(0), patient.MillivoltsAt(-5));
        Assert.Equal(patient.MillivoltsAt(patient.Seconds), patient.MillivoltsAt(1000));
        Assert.Equal(("synthetic", "II"), (patient.Name, patient.Lead));
    }

    [Fact]
    public void Options_out_of_range_are_refused_by_name()
    {
        Refused(new() { Seconds = 0 }, "Seconds");
        Refused(new() { Seconds = double.NaN }, "Seconds");
        Refused(new() { HeartRate = 20 }, "HeartRate");
        Refused(new() { HeartRate = 300 }, "HeartRate");
        Refused(new() { VentricularShare = 0.3, SupraventricularShare = 0.2 }, "VentricularShare");
        Refused(new() { SupraventricularShare = -0.1 }, "SupraventricularShare");
        Refused(new() { NoiseMillivolts = -1 }, "NoiseMillivolts");
    }

    private static void Refused(SyntheticPatientOptions options, string name) =>
        Assert.Contains(name, Assert.Throws<ArgumentOutOfRangeException>(() => new SyntheticPatient(options)).Message, StringComparison.Ordinal);

    /// <summary>Beats with enough patient to either side of them.</summary>
    private static IEnumerable<SyntheticBeat> Inside(SyntheticPatient patient) =>
        patient.Beats.Where(beat => beat.Seconds > 0.5 && beat.Seconds < patient.Seconds - 0.5);

    private static int Count(SyntheticPatient patient, AamiClass beatClass) => patient.Beats.Count(beat => beat.Class == beatClass);

    private static double[] Intervals(SyntheticPatient patient) =>
        [.. patient.Beats.Zip(patient.Beats.Skip(1), (one, next) => next.Seconds - one.Seconds)];

    private static IEnumerable<(double Before, double After, AamiClass Class)> Around(SyntheticPatient patient)
    {
        double[] intervals = Intervals(patient);
        return Enumerable.Range(1, intervals.Length - 1).Select(i => (intervals[i - 1], intervals[i], patient.Beats[i].Class));
    }

    /// <summary>Median height where the P wave stands in sinus rhythm, over the baseline between P and Q.</summary>
    private static double AtP(SyntheticPatient patient)
    {
        double interval = 60 / patient.Options.HeartRate;
        double before = Math.Pow(interval, 0.75) / 6;
        double[] heights = [.. patient.Beats.Where(beat => beat.Seconds > 1).Select(beat => patient.MillivoltsAt(beat.Seconds - before)).Order()];
        double[] level = [.. patient.Beats.Where(beat => beat.Seconds > 1)
            .Select(beat => patient.MillivoltsAt(beat.Seconds - (0.55 * before))).Order()];
        return heights[heights.Length / 2] - level[level.Length / 2];
    }

    /// <summary>Seconds that the QRS stays above half of its height.</summary>
    private static double WidthAtHalfHeight(SyntheticPatient patient, SyntheticBeat beat)
    {
        double half = patient.MillivoltsAt(beat.Seconds) / 2;
        const double Step = 0.0005;
        double left = Range(0, 0.3, Step).First(away => patient.MillivoltsAt(beat.Seconds - away) < half);
        double right = Range(0, 0.3, Step).First(away => patient.MillivoltsAt(beat.Seconds + away) < half);
        return left + right;
    }

    private static IEnumerable<double> Range(double start, double end, double step) =>
        Enumerable.Range(0, (int)Math.Round((end - start) / step) + 1).Select(i => start + i * step);
}
