using System;

namespace EcgChip.Simulator.FrontEnd;

/// <summary>
/// The parts around the AD8232, named as in <c>hardware/frontend/board.inc</c>, and what follows from them. Without arguments: the board as
/// designed.
/// </summary>
public sealed record AnalogSettings
{
    /// <summary>
    /// An off-the-shelf AD8232 module: the data sheet's cardiac monitor with a second stage of 11, centred on half of the supply. Its high-pass
    /// has one pole here where the module's has two: that moves the baseline, not where it clips.
    /// </summary>
    public static AnalogSettings Module { get; } = new()
    {
        ReferenceUpperOhms = 10e6,
        ReferenceLowerOhms = 10e6,
        HighPassOhms = 10e6,
        HighPassFarads = 3.3e-6,
        LowPassFirstOhms = 1e6,
        LowPassSecondOhms = 1e6,
        LowPassFeedbackFarads = 1.5e-9,
        LowPassGroundFarads = 10e-9,
        GainUpperOhms = 1e6,
        GainLowerOhms = 100e3,
    };

    /// <summary>VS: the supply, in volts.</summary>
    public double SupplyVolts { get; init; } = 3.3;

    /// <summary>R_REF1: from the supply to REFIN, in ohms.</summary>
    public double ReferenceUpperOhms { get; init; } = 2.0e6;

    /// <summary>R_REF2: from REFIN to ground, in ohms.</summary>
    public double ReferenceLowerOhms { get; init; } = 1.3e6;

    /// <summary>R_HP: from IAOUT to HPSENSE, in ohms; 10 and 1.3 megohms in series.</summary>
    public double HighPassOhms { get; init; } = 11.3e6;

    /// <summary>C_HP: from HPSENSE to HPDRIVE, in farads.</summary>
    public double HighPassFarads { get; init; } = 4.7e-6;

    /// <summary>R_LP1: from IAOUT into the low-pass, in ohms.</summary>
    public double LowPassFirstOhms { get; init; } = 150e3;

    /// <summary>R_LP2: on to OPAMP+, in ohms.</summary>
    public double LowPassSecondOhms { get; init; } = 806e3;

    /// <summary>C_LP1: from between the two to OUT, in farads.</summary>
    public double LowPassFeedbackFarads { get; init; } = 10e-9;

    /// <summary>C_LP2: from OPAMP+ to REFOUT, in farads.</summary>
    public double LowPassGroundFarads { get; init; } = 10e-9;

    /// <summary>R_G1: from OUT to OPAMP-, in ohms.</summary>
    public double GainUpperOhms { get; init; } = 309e3;

    /// <summary>R_G2: from OPAMP- to REFOUT, in ohms.</summary>
    public double GainLowerOhms { get; init; } = 100e3;

    /// <summary>R_ADC: from OUT to the ESP32's pin, in ohms.</summary>
    public double AdcOhms { get; init; } = 4.7e3;

    /// <summary>C_ADC: from that pin to ground, in farads.</summary>
    public double AdcFarads { get; init; } = 100e-9;

    /// <summary>R_P: in series with each electrode, protects the patient, in ohms.</summary>
    public double ProtectionOhms { get; init; } = 180e3;

    /// <summary>R_PU: from each input to the supply, so that a lost electrode shows, in ohms.</summary>
    public double PullUpOhms { get; init; } = 10e6;

    /// <summary>C_IN: what a cable and an input have against ground, in farads (estimate).</summary>
    public double InputFarads { get; init; } = 200e-12;

    /// <summary>True where the AD8232's FR pin is tied to the supply.</summary>
    public bool FastRestore { get; init; } = true;

    /// <summary>Output without a signal, in volts: REFOUT.</summary>
    public double CentreVolts => SupplyVolts * ReferenceLowerOhms / (ReferenceUpperOhms + ReferenceLowerOhms);

    /// <summary>What stands between the patient and an input, in ohms: electrode on skin and protection.</summary>
    public double SourceOhms => ProtectionOhms + Ad8232Model.ElectrodeOhms;

    /// <summary>Gain of the second stage.</summary>
    public double SecondStageGain => 1 + (GainUpperOhms / GainLowerOhms);

    /// <summary>Volts at the ADC for a volt between the electrodes; the pull-ups take 2.3 % of what the electrodes give.</summary>
    public double Gain => Ad8232Model.Gain * SecondStageGain * PullUpOhms / (PullUpOhms + SourceOhms);

    /// <summary>Corner (-3 dB) of the high-pass in Hz: the data sheet's 100 / (2 pi R C).</summary>
    public double HighPassHz => Ad8232Model.Gain / (2 * Math.PI * HighPassOhms * HighPassFarads);

    /// <summary>Lowest output of an amplifier, in volts.</summary>
    public double LowestVolts { get; init; } = Ad8232Model.RailVolts;

    /// <summary>Highest output of an amplifier, in volts.</summary>
    public double HighestVolts => SupplyVolts - LowestVolts;
}
