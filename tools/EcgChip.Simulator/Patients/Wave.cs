namespace EcgChip.Simulator.Patients;

/// <summary>One wave of a beat: a bell.</summary>
/// <param name="Offset">Seconds of its top from the R peak, below 0 before it.</param>
/// <param name="Width">Standard deviation of the bell, in seconds.</param>
/// <param name="Millivolts">Height of its top.</param>
internal readonly record struct Wave(double Offset, double Width, double Millivolts);
