using System;

namespace EcgChip.Simulator.Patients;

/// <summary>Another patient beside a mains cable, with tense muscles, breathing deeply, or pulling at the electrodes.</summary>
public sealed class DisturbedPatient : IPatient
{
    private const double MuscleSampleRate = 300;
    private const double MuscleLowestHz = 20;

    private readonly IPatient _patient;
    private readonly Disturbances _disturbances;
    private readonly SampledVoltage? _muscles;

    /// <param name="patient">Who is disturbed.</param>
    /// <param name="disturbances">By what.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of the disturbances' values is out of its range; the message says which.</exception>
    public DisturbedPatient(IPatient patient, Disturbances disturbances)
    {
        ArgumentNullException.ThrowIfNull(patient);
        ArgumentNullException.ThrowIfNull(disturbances);
        disturbances.Check();
        _patient = patient;
        _disturbances = disturbances;
        _muscles = disturbances.MuscleMillivolts > 0 ? Muscles(patient.Seconds, disturbances) : null;
    }

    /// <inheritdoc/>
    public string Name => _patient.Name;

    /// <inheritdoc/>
    public string Lead => _patient.Lead;

    /// <inheritdoc/>
    public double Seconds => _patient.Seconds;

    /// <inheritdoc/>
    public double MillivoltsAt(double seconds)
    {
        Disturbances by = _disturbances;
        double millivolts = _patient.MillivoltsAt(seconds);
        if (seconds < by.FromSeconds || seconds >= by.UntilSeconds)
        {
            return millivolts;
        }

        double since = seconds - by.FromSeconds;
        millivolts += by.HumMillivolts * Math.Sin(2 * Math.PI * by.HumHz * since);
        millivolts += by.WanderMillivolts * Math.Sin(2 * Math.PI * by.WanderHz * since);
        millivolts += _muscles?.At(seconds) ?? 0;
        return millivolts + (((long)(since / by.StepSeconds) & 1) == 0 ? by.StepMillivolts : -by.StepMillivolts);
    }

    // White noise through a first order high-pass, scaled to the power that is asked for.
    private static SampledVoltage Muscles(double seconds, Disturbances by)
    {
        Random random = new(by.Seed);
        double[] noise = new double[(int)(seconds * MuscleSampleRate) + 2];
        double retention = Math.Exp(-2 * Math.PI * MuscleLowestHz / MuscleSampleRate);
        double slow = 0;
        double power = 0;
        for (int i = 0; i < noise.Length; i++)
        {
            // The sum of twelve uniforms, less their mean, is near enough to Gaussian.
            double white = -6;
            for (int part = 0; part < 12; part++)
            {
                white += random.NextDouble();
            }

            slow = retention * slow + (1 - retention) * white;
            noise[i] = white - slow;
            power += noise[i] * noise[i];
        }

        double scale = by.MuscleMillivolts / Math.Sqrt(power / noise.Length);
        for (int i = 0; i < noise.Length; i++)
        {
            noise[i] *= scale;
        }

        return new SampledVoltage(noise, MuscleSampleRate);
    }
}
