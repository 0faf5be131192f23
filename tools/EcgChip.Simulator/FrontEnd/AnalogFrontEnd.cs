using System;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.Patients;

namespace EcgChip.Simulator.FrontEnd;

/// <summary>
/// The board's circuit between electrodes and ADC (<c>hardware/frontend</c>), stage by stage, each with its rails, in continuous time: solved in
/// steps of 0.5 ms as time goes on and interpolated between them. Time only goes forward. Before the patient's first moment it is at rest at
/// the patient's voltage, as it is some seconds after contact. Left out: noise and offsets of the amplifiers, and the driven third electrode,
/// which is taken to hold the patient at the reference.
/// </summary>
public sealed class AnalogFrontEnd
{
    /// <summary>
    /// Steps a second of the solution. Each stage takes what it gets for straight between them: together they lose 0.8 % (0.07 dB) at the pass
    /// band's end and 0.1 % at 15 Hz.
    /// </summary>
    private const double StepsPerSecond = 2000;

    private const double MillivoltsPerVolt = 1000;

    private readonly IPatient patient;
    private readonly Electrodes? electrodes;
    private readonly double centre;
    private readonly InputNode positive;
    private readonly InputNode negative;
    private readonly DcBlockingAmplifier amplifier;
    private readonly Lag amplifierLag;
    private readonly SallenKeyStage lowPass;
    private readonly Lag adcLag;

    private long step;
    private double amplified;
    private double output;
    private double previousVolts;
    private double volts;

    /// <summary>A front end at rest on a patient.</summary>
    /// <param name="patient">Whose voltage is between the electrodes.</param>
    /// <param name="settings">The parts.</param>
    /// <param name="electrodes">Which electrodes are on, by the patient's time; all of them always when null.</param>
    public AnalogFrontEnd(IPatient patient, AnalogSettings settings, Electrodes? electrodes = null)
    {
        ArgumentNullException.ThrowIfNull(patient);
        ArgumentNullException.ThrowIfNull(settings);
        this.patient = patient;
        this.electrodes = electrodes;
        centre = settings.CentreVolts;

        const double Step = 1 / StepsPerSecond;
        positive = new InputNode(settings, Step, centre + (patient.MillivoltsAt(0) / MillivoltsPerVolt));
        negative = new InputNode(settings, Step, centre);
        amplifier = new DcBlockingAmplifier(settings, Step, positive.Volts - negative.Volts);
        amplifierLag = new Lag(1 / (2 * Math.PI * Ad8232Model.BandwidthHz), Step);
        lowPass = new SallenKeyStage(settings, Step);
        adcLag = new Lag(settings.AdcOhms * settings.AdcFarads, Step);
        previousVolts = volts = centre;
    }

    /// <summary>True while fast restore settles the high-pass.</summary>
    public bool IsRestoring => amplifier.IsRestoring;

    /// <summary>Voltage at the ADC's pin, <paramref name="seconds"/> after the patient's start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time lies more than a step before one that was asked for already.</exception>
    public double VoltsAt(double seconds)
    {
        double position = AdvanceTo(seconds);
        double fraction = position - (step - 1);
        return step == 0 ? volts : previousVolts + (fraction * (volts - previousVolts));
    }

    /// <summary>What the comparator LO+ (or LO-) says: the electrode is off.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time lies more than a step before one that was asked for already.</exception>
    public bool LeadIsOff(bool ofPositive, double seconds)
    {
        AdvanceTo(seconds);
        return ofPositive ? positive.IsOff : negative.IsOff;
    }

    private double AdvanceTo(double seconds)
    {
        double position = Math.Max(seconds, 0) * StepsPerSecond;
        long target = (long)Math.Ceiling(position);
        ArgumentOutOfRangeException.ThrowIfLessThan(target, step, nameof(seconds));
        while (step < target)
        {
            Advance();
        }

        return position;
    }

    private void Advance()
    {
        step++;
        double seconds = step / StepsPerSecond;
        positive.Advance(centre + (patient.MillivoltsAt(seconds) / MillivoltsPerVolt), electrodes?.PositiveIsOff(seconds) != true);
        negative.Advance(centre, electrodes?.NegativeIsOff(seconds) != true);

        double before = amplifier.Output;
        amplifier.Advance(positive.Volts - negative.Volts, positive.IsOff || negative.IsOff);
        double amplifiedBefore = amplified;
        amplified = amplifierLag.Next(amplified, before, amplifier.Output);

        lowPass.Advance(amplifiedBefore, amplified);
        double outputBefore = output;
        output = lowPass.Output;
        previousVolts = volts;
        volts = centre + adcLag.Next(volts - centre, outputBefore, output);
    }
}
