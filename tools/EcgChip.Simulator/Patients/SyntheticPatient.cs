using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Formats;

namespace EcgChip.Simulator.Patients;

/// <summary>
/// A patient out of the dynamical model of McSharry et al. 2003 (<see cref="DynamicalModel"/>) with ventricular and supraventricular ectopic beats mixed in,
/// whose beats are therefore known. It is made once, at 500 steps a second, and smooth in between.
/// </summary>
public sealed class SyntheticPatient : IPatient
{
    private const double StepsPerSecond = 500;
    private const double SecondsPerMinute = 60;

    // The model runs for some normal beats before the patient begins, until nothing of its start is left.
    private const double WarmUpIntervals = 2.5;

    // Heights of beats differ by breathing and chance: at most by this share.
    private const double SizeSpread = 0.04;

    private readonly SampledVoltage _voltage;

    /// <param name="options">Who it is; null for the usual patient.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public SyntheticPatient(SyntheticPatientOptions? options = null)
    {
        Options = options ?? new SyntheticPatientOptions();
        Options.Check();
        Random random = new(Options.Seed);
        double interval = SecondsPerMinute / Options.HeartRate;
        double start = -WarmUpIntervals * interval;
        Rhythm rhythm = Options.Fibrillates
            ? Rhythm.PlanFibrillation(Options.Seconds - start, interval, Options.VentricularShare, random)
            : Rhythm.Plan(Options.Seconds - start, interval, Options.VentricularShare, Options.SupraventricularShare, random);
        Wave[][] waves = [.. rhythm.Classes.Select(beatClass =>
            BeatShape.Waves(beatClass, interval, 1 + SizeSpread * (2 * random.NextDouble() - 1), !Options.Fibrillates))];

        double[] millivolts = new double[(int)Math.Ceiling(Options.Seconds * StepsPerSecond) + 1];
        List<SyntheticBeat> beats = [];
        DynamicalModel model = new(waves, rhythm.Intervals, start);
        int first = (int)Math.Round(start * StepsPerSecond);

        // Some steps past the end, for an R peak there whose top lies before it.
        int margin = (int)(PeakReach(interval) * StepsPerSecond);
        List<(int Step, AamiClass Class)> passed = [];
        for (int i = first, beat = 0; i < millivolts.Length + margin; i++)
        {
            if (i >= 0 && i < millivolts.Length)
            {
                millivolts[i] = model.Millivolts;
            }

            if (model.Beat > beat)
            {
                beat = model.Beat;
                passed.Add((i, rhythm.Classes[beat]));
            }

            model.Step(1 / StepsPerSecond);
        }

        foreach ((int step, AamiClass beatClass) in passed)
        {
            double top = Top(millivolts, step, margin) / StepsPerSecond;
            if (top > 0 && top < Options.Seconds)
            {
                beats.Add(new SyntheticBeat(top, beatClass));
            }
        }

        Beats = beats;
        AddNoise(millivolts, Options.NoiseMillivolts, random);
        _voltage = new SampledVoltage(millivolts, StepsPerSecond);
    }

    /// <summary>Who it is.</summary>
    public SyntheticPatientOptions Options { get; }

    /// <inheritdoc/>
    public string Name => "synthetic";

    /// <inheritdoc/>
    public string Lead => "II";

    /// <inheritdoc/>
    public double Seconds => Options.Seconds;

    /// <summary>The truth: every beat whose R peak lies within the patient's time, in order.</summary>
    public IReadOnlyList<SyntheticBeat> Beats { get; }

    /// <inheritdoc/>
    public double MillivoltsAt(double seconds) => _voltage.At(Math.Clamp(seconds, 0, Seconds));

    /// <summary>How far from angle 0 the top of a beat may lie, in seconds.</summary>
    private static double PeakReach(double interval)
    {
        const double OfASecondLongBeat = 0.03;
        return OfASecondLongBeat * Math.Sqrt(interval);
    }

    /// <summary>The highest point around a step, between steps; outside of the patient's time a place below 0.</summary>
    private static double Top(double[] millivolts, int step, int reach)
    {
        int best = Math.Clamp(step - reach, 0, millivolts.Length - 1);
        for (int i = best; i <= Math.Min(step + reach, millivolts.Length - 1); i++)
        {
            best = millivolts[i] > millivolts[best] ? i : best;
        }

        if (best == 0 || best == millivolts.Length - 1)
        {
            return -1;
        }

        // The top of the parabola through the highest step and its neighbours.
        double before = millivolts[best - 1];
        double after = millivolts[best + 1];
        double bend = before - 2 * millivolts[best] + after;
        return best + (bend < 0 ? (before - after) / (2 * bend) : 0);
    }

    private static void AddNoise(double[] millivolts, double rms, Random random)
    {
        for (int i = 0; i < millivolts.Length; i++)
        {
            // Box, Muller 1958: two even numbers make a normal one. 1 - x keeps the logarithm's argument above 0.
            double radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble()));
            millivolts[i] += rms * radius * Math.Cos(2 * Math.PI * random.NextDouble());
        }
    }
}
