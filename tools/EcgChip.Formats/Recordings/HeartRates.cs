namespace EcgChip.Formats.Recordings;

/// <summary>Heart rate of a recording and how much its intervals differ; each null where the record does not say.</summary>
/// <param name="Mean">Mean heart rate, beats a minute.</param>
/// <param name="Lowest">Lowest over eight intervals, beats a minute.</param>
/// <param name="Highest">Highest over eight intervals, beats a minute.</param>
/// <param name="SdnnMs">Standard deviation of the intervals between normal beats, ms.</param>
/// <param name="RmssdMs">Root mean square of the differences between neighbouring ones, ms.</param>
public sealed record HeartRates(int? Mean, int? Lowest, int? Highest, int? SdnnMs, int? RmssdMs);
