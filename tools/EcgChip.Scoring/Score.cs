using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Scoring;

/// <summary>Several recordings, compared.</summary>
/// <param name="Records">Each recording's own result.</param>
/// <param name="Confusion">The sum of their tables.</param>
/// <param name="Gross">Figures of the sum: every beat counts alike.</param>
/// <param name="Average">Mean of the recordings' figures: every recording counts alike.</param>
public sealed record Score(IReadOnlyList<RecordScore> Records, Confusion Confusion, Figures Gross, Figures Average)
{
    /// <summary>What the device would not judge, of all recordings together.</summary>
    public ShutdownScore GrossShutdown =>
        ShutdownScore.Of(Confusion, Records.Sum(record => record.ShutdownSeconds), Records.Sum(record => record.ScoredSeconds));

    /// <summary>What the device would not judge, every recording counting alike.</summary>
    public ShutdownScore AverageShutdown => ShutdownScore.Average([.. Records.Select(record => record.Shutdown)]);

    /// <summary>Sums up recordings.</summary>
    public static Score Of(IReadOnlyList<RecordScore> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        Confusion sum = new();
        foreach (RecordScore record in records)
        {
            sum.Add(record.Confusion);
        }

        return new Score(records, sum, Figures.Of(sum), Figures.Average([.. records.Select(record => record.Figures)]));
    }
}
