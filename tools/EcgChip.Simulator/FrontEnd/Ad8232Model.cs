namespace EcgChip.Simulator.FrontEnd;

/// <summary>
/// What is known of the AD8232 (data sheet Rev. D, sections by name) and of electrodes; <c>hardware/frontend/ad8232.inc</c> holds the same values.
/// </summary>
public static class Ad8232Model
{
    /// <summary>Gain of the instrumentation amplifier ("Specifications").</summary>
    public const double Gain = 100;

    /// <summary>Its bandwidth at that gain, in Hz ("Specifications").</summary>
    public const double BandwidthHz = 2000;

    /// <summary>
    /// How near to a rail an amplifier comes, in volts. The data sheet promises 0.1 V into 50 kilohms; unloaded they must come nearer than
    /// <see cref="RestoreThresholdVolts"/>, or fast restore would never see a rail. Estimate.
    /// </summary>
    public const double RailVolts = 0.03;

    /// <summary>
    /// Largest voltage between the inputs that HPDRIVE can take back, in volts: 0.3 V are promised ("Eliminating Electrode Offsets"), the
    /// rest is an estimate.
    /// </summary>
    public const double CorrectionVolts = 0.33;

    /// <summary>Switch S1 of the fast restore circuit, across R_HP, in ohms ("Fast Restore Circuit").</summary>
    public const double RestoreOhms = 10e3;

    /// <summary>IAOUT this near to a rail starts it, in volts ("Specifications").</summary>
    public const double RestoreThresholdVolts = 0.05;

    /// <summary>How long S1 stays closed then, in seconds. Of the data sheet's order, and not measured.</summary>
    public const double RestoreSeconds = 0.11;

    /// <summary>An input this near to the supply has lost its electrode, in volts ("DC Leads Off Detection").</summary>
    public const double LeadOffVolts = 0.5;

    /// <summary>
    /// An electrode on skin at low frequency, in ohms: 620 and, parallel to 47 nF, 51,000, as IEC 60601-2-27 and -2-47 test with.
    /// </summary>
    public const double ElectrodeOhms = 51_620;
}
