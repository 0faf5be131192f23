using System;
using System.Threading;
using EcgChip.Cli.Scores;
using Spectre.Console;

namespace EcgChip.Cli.Output;

/// <summary>Progress of a score on standard error, and only when that is a terminal.</summary>
public static class ScoreProgress
{
    /// <summary>Plays all records, showing how far it is.</summary>
    public static ScoreResult Show(ScoreRun run, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Show("Playing the records", run.Seconds, progress => run.Run(progress, cancellation));
    }

    /// <summary>Does work, showing how far it is.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="seconds">Seconds that will be played.</param>
    /// <param name="work">The work; it tells, from any thread, of seconds that were played since it told last.</param>
    public static T Show<T>(string title, double seconds, Func<Action<double>?, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (Console.IsErrorRedirected)
        {
            return work(null);
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context => work(context.AddTask(Markup.Escape(title), maxValue: Math.Max(1, seconds)).Increment));
    }
}
