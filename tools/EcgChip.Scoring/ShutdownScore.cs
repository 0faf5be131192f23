using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Scoring;

/// <summary>What the device would not judge, of the time that is scored.</summary>
/// <param name="Seconds">Time in shutdown; in an average, of a recording.</param>
/// <param name="Percent">Part of the scored time, 0 to 100. Null where nothing is scored.</param>
/// <param name="MissedBeats">True beats that were missed in it; they are among those that count as missed. In an average, of a recording.</param>
/// <param name="SeOutside">Sensitivity, 0 to 100, without those beats. Null without a true beat outside.</param>
public sealed record ShutdownScore(double Seconds, double? Percent, double MissedBeats, double? SeOutside)
{
    private const double Whole = 100;

    /// <summary>Of a table and the time that it is of.</summary>
    public static ShutdownScore Of(Confusion confusion, double shutdownSeconds, double scoredSeconds)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        int asked = confusion.Beats - confusion.MissedInShutdown;
        return new ShutdownScore(
            shutdownSeconds,
            scoredSeconds > 0 ? Whole * shutdownSeconds / scoredSeconds : null,
            confusion.MissedInShutdown,
            asked > 0 ? Whole * confusion.FoundBeats / asked : null);
    }

    /// <summary>The mean of several recordings, each counting alike.</summary>
    public static ShutdownScore Average(IReadOnlyList<ShutdownScore> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        return new ShutdownScore(
            records.Select(record => record.Seconds).DefaultIfEmpty().Average(),
            records.Average(record => record.Percent),
            records.Select(record => record.MissedBeats).DefaultIfEmpty().Average(),
            records.Average(record => record.SeOutside));
    }
}
