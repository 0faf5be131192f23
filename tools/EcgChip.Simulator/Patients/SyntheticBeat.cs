using EcgChip.Formats;

namespace EcgChip.Simulator.Patients;

/// <summary>A beat of a synthetic patient, as it truly is.</summary>
/// <param name="Seconds">Time of its R peak: the top of the main deflection, before noise.</param>
/// <param name="Class">N, S or V.</param>
public readonly record struct SyntheticBeat(double Seconds, AamiClass Class);
