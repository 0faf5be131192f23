using System;
using System.Threading;
using EcgChip.Cli.Scores;
using Spectre.Console;

namespace EcgChip.Cli.Output;

/// <summary>Progress of a score on standard error, and only when that is a terminal.</summary>
public static class ScoreProgress
{
    /// <summary>Plays all records, showing how far it is.</summary>
    public static ScoreResult Show(ScoreRun run, CancellationToken cancellation, string title = "Playing the records")
    {
        ArgumentNullException.ThrowIfNull(run);
        if (Console.IsErrorRedirected)
        {
            return run.Run(null, cancellation);
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(Markup.Escape(title), maxValue: Math.Max(1, run.Seconds));
                return run.Run(task.Increment, cancellation);
            });
    }
}
