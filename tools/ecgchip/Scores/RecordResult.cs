using System.Collections.Generic;
using EcgChip.Scoring;

namespace EcgChip.Cli.Scores;

/// <summary>One record, played and compared.</summary>
/// <param name="Score">The comparison.</param>
/// <param name="Lead">Lead that was played.</param>
/// <param name="Found">What the device found, at the record's sample rate and in its own time.</param>
/// <param name="AtrialFibrillation">How well atrial fibrillation was told; null where the device does not look for it.</param>
/// <param name="Models">Name, role and hash of the models that classified the beats.</param>
public sealed record RecordResult(
    RecordScore Score,
    string Lead,
    FoundBeats Found,
    AtrialFibrillationScore? AtrialFibrillation,
    IReadOnlyList<(string Name, string Role, string Hash)> Models);
