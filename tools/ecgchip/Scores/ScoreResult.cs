using System.Collections.Generic;
using System.Linq;
using EcgChip.Scoring;

namespace EcgChip.Cli.Scores;

/// <summary>All records, played and compared.</summary>
/// <param name="Plan">What was asked for.</param>
/// <param name="Records">Each record, in the plan's order.</param>
public sealed record ScoreResult(ScorePlan Plan, IReadOnlyList<RecordResult> Records)
{
    /// <summary>The comparison of all.</summary>
    public Score Score { get; } = Score.Of([.. Records.Select(record => record.Score)]);

    /// <summary>Each model that classified beats, once.</summary>
    public IReadOnlyList<(string Name, string Role, string Hash)> Models => [.. Records.SelectMany(record => record.Models).Distinct()];

    /// <summary>Atrial fibrillation of all recordings together; null where the device does not look for it.</summary>
    public AtrialFibrillationScore? AtrialFibrillation =>
        Records.All(record => record.AtrialFibrillation is not null)
            ? AtrialFibrillationScore.Gross([.. Records.Select(record => record.AtrialFibrillation!)])
            : null;
}
