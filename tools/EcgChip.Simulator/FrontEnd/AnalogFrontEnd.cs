using System;
using EcgChip.Simulator.Patients;

namespace EcgChip.Simulator.FrontEnd;

/// <summary>
/// The AD8232 and its filters in continuous time, solved in steps of 0.5 ms as time goes on and interpolated between them. Time only
/// goes forward. Before the patient's first moment the filters are at rest at its voltage, as they are some seconds after contact.
/// </summary>
public sealed class AnalogFrontEnd
{
    /// <summary>Steps a second of the solution. Linear interpolation between them errs by less than 0.3 % at the pass band's end.</summary>
    private const double StepsPerSecond = 2000;

    private readonly IPatient patient;
    private readonly AnalogSettings settings;
    private readonly double highPassRetention;
    private readonly Biquad lowPass;

    private long step;
    private double input;
    private double highPassed;
    private double previousVolts;
    private double volts;

    /// <summary>A front end at rest with electrodes on a patient.</summary>
    public AnalogFrontEnd(IPatient patient, AnalogSettings settings)
    {
        ArgumentNullException.ThrowIfNull(patient);
        ArgumentNullException.ThrowIfNull(settings);
        this.patient = patient;
        this.settings = settings;

        // Bilinear transform of s / (s + w): the same corner at this step rate.
        double tangent = Math.Tan(Math.PI * settings.HighPassHz / StepsPerSecond);
        highPassRetention = (1 - tangent) / (1 + tangent);
        lowPass = Biquad.ButterworthLowPass(settings.LowPassHz, StepsPerSecond);
        input = patient.MillivoltsAt(0);
        previousVolts = volts = settings.CentreVolts;
    }

    /// <summary>Voltage at the ADC's pin, <paramref name="seconds"/> after the patient's start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time lies more than a step before one that was asked for already.</exception>
    public double VoltsAt(double seconds)
    {
        double position = Math.Max(seconds, 0) * StepsPerSecond;
        long target = (long)Math.Ceiling(position);
        ArgumentOutOfRangeException.ThrowIfLessThan(target, step, nameof(seconds));
        while (step < target)
        {
            Advance();
        }

        double fraction = position - (step - 1);
        return step == 0 ? volts : previousVolts + (fraction * (volts - previousVolts));
    }

    private void Advance()
    {
        step++;
        double next = patient.MillivoltsAt(step / StepsPerSecond);
        highPassed = (highPassRetention * highPassed) + ((1 + highPassRetention) / 2 * (next - input));
        input = next;
        double amplified = settings.CentreVolts + (lowPass.Process(highPassed) * settings.Gain / 1000);
        previousVolts = volts;
        volts = Math.Clamp(amplified, settings.LowestVolts, settings.HighestVolts);
    }
}
