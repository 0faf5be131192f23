using System.Collections.Generic;
using System.Linq;
using EcgChip.Scoring;

namespace EcgChip.Cli.Scores;

/// <summary>How well atrial fibrillation was told, by duration.</summary>
/// <param name="All">Everything that the reference does not call atrial fibrillation counts against it.</param>
/// <param name="OutsideFlutter">The same without the time that the reference calls atrial flutter, which is easily taken for it.</param>
public sealed record AtrialFibrillationScore(RhythmDurationScore All, RhythmDurationScore OutsideFlutter)
{
    /// <summary>The sum of several recordings.</summary>
    public static AtrialFibrillationScore Gross(IReadOnlyList<AtrialFibrillationScore> records) => new(
        RhythmDurationScore.Gross(records.Select(record => record.All)),
        RhythmDurationScore.Gross(records.Select(record => record.OutsideFlutter)));
}
