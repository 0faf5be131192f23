using System;

namespace EcgChip.Simulator.FrontEnd;

/// <summary>
/// The AD8232's instrumentation amplifier with the integrator behind it, which takes a steady voltage between the inputs back through HPDRIVE,
/// and with fast restore. At a rail the integrator runs on at a constant pace, so that a large step or a lost electrode is paid for afterwards
/// as on the board. Voltages are against REFOUT.
/// </summary>
internal sealed class DcBlockingAmplifier
{
    private readonly double lowest;
    private readonly double highest;
    private readonly double restoreBelow;
    private readonly double restoreAbove;
    private readonly bool restores;
    private readonly double slowPart;
    private readonly double restoringPart;
    private readonly int restoreSteps;

    private double stored;
    private int restoring;

    /// <summary>The amplifier at rest with a steady voltage between its inputs.</summary>
    /// <param name="parts">The parts around it.</param>
    /// <param name="step">Length of a step, in seconds.</param>
    /// <param name="volts">The voltage between the inputs.</param>
    public DcBlockingAmplifier(AnalogSettings parts, double step, double volts)
    {
        lowest = parts.LowestVolts - parts.CentreVolts;
        highest = parts.HighestVolts - parts.CentreVolts;
        restoreBelow = Ad8232Model.RestoreThresholdVolts - parts.CentreVolts;
        restoreAbove = parts.SupplyVolts - Ad8232Model.RestoreThresholdVolts - parts.CentreVolts;
        restores = parts.FastRestore;
        restoreSteps = (int)Math.Round(Ad8232Model.RestoreSeconds / step);
        slowPart = step / (parts.HighPassOhms * parts.HighPassFarads);
        double together = parts.HighPassOhms * Ad8232Model.RestoreOhms / (parts.HighPassOhms + Ad8232Model.RestoreOhms);
        restoringPart = step / (together * parts.HighPassFarads);
        stored = Math.Clamp(volts, -Ad8232Model.CorrectionVolts, Ad8232Model.CorrectionVolts);
        Output = Amplified(volts - stored);
    }

    /// <summary>IAOUT.</summary>
    public double Output { get; private set; }

    /// <summary>True while S1 shortens the integrator's time constant.</summary>
    public bool IsRestoring => restoring > 0;

    /// <summary>One step.</summary>
    /// <param name="volts">Between the inputs at its end.</param>
    /// <param name="leadOff">Whether a comparator says that an electrode is off, which holds fast restore back.</param>
    public void Advance(double volts, bool leadOff)
    {
        if (restoring > 0)
        {
            restoring--;
        }

        if (restores && restoring == 0 && !leadOff && (Output < restoreBelow || Output > restoreAbove))
        {
            restoring = restoreSteps;
        }

        // The integrator's amplifier has rails, too: beyond them its input leaves REFOUT, and the capacitor charges through the resistor alone.
        double part = restoring > 0 ? restoringPart : slowPart;
        double driven = Math.Clamp(stored, -highest, -lowest);
        double begun = stored + (part * ((Output / 2) - (stored - driven)));

        // Trapezoidal rule: stored = begun + part / 2 * out, out = clamp(100 (volts - stored)); the clamp of the solution without it solves it.
        double half = part / 2;
        double solved = Amplified((volts - begun) / (1 + (Ad8232Model.Gain * half)));
        double held = begun + (half * solved);
        Output = Math.Abs(held) <= Ad8232Model.CorrectionVolts
            ? solved
            : Amplified(volts - Math.Clamp(held, -Ad8232Model.CorrectionVolts, Ad8232Model.CorrectionVolts));
        stored = begun + (half * Output);
    }

    private double Amplified(double volts) => Math.Clamp(Ad8232Model.Gain * volts, lowest, highest);
}
