using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace EcgChip.Cli.Scores;

/// <summary>Plays the records of a plan, some at a time, each on a thread and a board of its own.</summary>
public sealed class ScoreRun
{
    private readonly ScorePlan plan;
    private readonly IReadOnlyList<RecordPlay> plays;

    /// <summary>Opens every record, so that one that is unusable is said before any is played.</summary>
    /// <exception cref="Formats.RecordingException">A record cannot be used.</exception>
    /// <exception cref="UnusableInputException">A record does not go with the plan.</exception>
    public ScoreRun(ScorePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        this.plan = plan;
        plays = [.. plan.Records.Select(name => RecordPlay.Open(plan, name))];
    }

    /// <summary>Seconds of all records together.</summary>
    public double Seconds => plays.Sum(play => play.Seconds);

    /// <summary>Plays them all.</summary>
    /// <param name="progress">Called, from any thread, with seconds that were played since it was called last.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    /// <exception cref="Formats.RecordingException">A record's samples cannot be used.</exception>
    public ScoreResult Run(Action<double>? progress = null, CancellationToken cancellation = default)
    {
        RecordResult[] results = new RecordResult[plays.Count];
        SideBySide.Run(
            results.Length, plan.Parallel, i => results[i] = plays[i].Run(seconds => progress?.Invoke(seconds), cancellation), cancellation);
        return new ScoreResult(plan, results);
    }
}
