namespace EcgChip.Simulator.FrontEnd;

/// <summary>
/// One input of the AD8232: electrode and protection resistor from the patient, pull-up to the supply, the cable's capacitance. An electrode
/// that is off leaves the pull-up alone.
/// </summary>
internal sealed class InputNode
{
    private readonly Lag on;
    private readonly Lag off;
    private readonly double share;
    private readonly double pulled;
    private readonly double supply;
    private double target;

    /// <summary>An input at rest on a voltage of the patient.</summary>
    public InputNode(AnalogSettings parts, double step, double volts)
    {
        double sum = parts.PullUpOhms + parts.SourceOhms;
        on = new Lag(parts.PullUpOhms * parts.SourceOhms / sum * parts.InputFarads, step);
        off = new Lag(parts.PullUpOhms * parts.InputFarads, step);
        share = parts.PullUpOhms / sum;
        supply = parts.SupplyVolts;
        pulled = supply * parts.SourceOhms / sum;
        Volts = target = (share * volts) + pulled;
    }

    /// <summary>Voltage at the pin.</summary>
    public double Volts { get; private set; }

    /// <summary>What the comparator says: the electrode is off.</summary>
    public bool IsOff => Volts > supply - Ad8232Model.LeadOffVolts;

    /// <summary>One step.</summary>
    /// <param name="volts">The patient's voltage at its end.</param>
    /// <param name="attached">Whether the electrode is on.</param>
    public void Advance(double volts, bool attached)
    {
        double next = attached ? (share * volts) + pulled : supply;
        Volts = attached ? on.Next(Volts, target, next) : off.Next(Volts, supply, supply);
        target = next;
    }
}
