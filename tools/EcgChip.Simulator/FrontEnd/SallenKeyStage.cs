using System;

namespace EcgChip.Simulator.FrontEnd;

/// <summary>
/// The AD8232's free operational amplifier as a Sallen-Key low-pass with gain. While its output stands at a rail the capacitors go on
/// charging towards what the circuit then gives them. Voltages are against REFOUT.
/// </summary>
internal sealed class SallenKeyStage
{
    private readonly double gain;
    private readonly double lowest;
    private readonly double highest;
    private readonly LinearPair free;
    private readonly LinearPair atLowest;
    private readonly LinearPair atHighest;

    // Across the feedback capacitor, and at OPAMP+.
    private double feedback;
    private double sensed;

    /// <summary>The stage at rest.</summary>
    public SallenKeyStage(AnalogSettings parts, double step)
    {
        gain = parts.SecondStageGain;
        lowest = parts.LowestVolts - parts.CentreVolts;
        highest = parts.HighestVolts - parts.CentreVolts;
        double first = 1 / parts.LowPassFirstOhms;
        double second = 1 / parts.LowPassSecondOhms;
        double perFeedback = 1 / parts.LowPassFeedbackFarads;
        double perGround = 1 / parts.LowPassGroundFarads;

        // Kirchhoff's currents between the resistors and at OPAMP+, with OUT = gain times OPAMP+, or at a rail.
        double loss = -(first + second) * perFeedback;
        double input = first * perFeedback;
        double coupling = second * perGround;
        free = new LinearPair(
            loss, (second - (gain * (first + second))) * perFeedback, coupling, coupling * (gain - 1), input, 0, 0, step);
        atLowest = Railed(lowest);
        atHighest = Railed(highest);

        LinearPair Railed(double rail) => new(loss, second * perFeedback, coupling, -coupling, input, loss * rail, coupling * rail, step);
    }

    /// <summary>OUT.</summary>
    public double Output => Math.Clamp(gain * sensed, lowest, highest);

    /// <summary>One step, with IAOUT at its beginning and its end.</summary>
    public void Advance(double before, double now)
    {
        double wanted = gain * sensed;
        LinearPair circuit = wanted < lowest ? atLowest : wanted > highest ? atHighest : free;
        circuit.Advance(ref feedback, ref sensed, before, now);
    }
}
