namespace EcgChip.Simulator.Runs;

/// <summary>A beat that the firmware found.</summary>
/// <param name="Sample">R peak, in samples at 125 Hz from the start of what was played, all delays removed.</param>
/// <param name="Class">0 to 4 for N, S, V, F, Q; null when the firmware did not classify it.</param>
/// <param name="Confidence">0 to 1; null when the firmware did not classify it.</param>
public sealed record FoundBeat(int Sample, int? Class, double? Confidence);
