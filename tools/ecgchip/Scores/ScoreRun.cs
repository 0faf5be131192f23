using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.ExceptionServices;
using System.Threading;
using System.Threading.Tasks;

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
        ParallelOptions options = new() { MaxDegreeOfParallelism = plan.Parallel, CancellationToken = cancellation };
        try
        {
            Parallel.For(0, results.Length, options, i => results[i] = plays[i].Run(seconds => progress?.Invoke(seconds), cancellation));
        }
        catch (AggregateException several)
        {
            // Of several records that fail, which fails first is chance: the message is that of the first one in the list that says why.
            cancellation.ThrowIfCancellationRequested();
            Exception first = several.Flatten().InnerExceptions.OrderBy(each => each.Message, StringComparer.Ordinal).First();
            ExceptionDispatchInfo.Throw(first);
        }

        return new ScoreResult(plan, results);
    }
}
