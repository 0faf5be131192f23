namespace EcgChip.Simulator.FrontEnd;

/// <summary>
/// The analogue front end between electrodes and ADC: an AD8232 and its second stage, as the board is designed.
/// </summary>
/// <param name="Gain">Volts at the ADC for a volt between the electrodes.</param>
/// <param name="CentreVolts">Output without a signal.</param>
/// <param name="HighPassHz">Corner (-3 dB) of the first order high-pass.</param>
/// <param name="LowPassHz">Corner (-3 dB) of the second order Butterworth low-pass.</param>
/// <param name="LowestVolts">Lowest output of the amplifiers.</param>
/// <param name="HighestVolts">Highest output of the amplifiers.</param>
public sealed record AnalogSettings(
    double Gain = 400,
    double CentreVolts = 1.3,
    double HighPassHz = 0.3,
    double LowPassHz = 45,
    double LowestVolts = 0.05,
    double HighestVolts = 3.25);
