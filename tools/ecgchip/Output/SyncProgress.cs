using System;
using System.Threading;
using EcgChip.Link.Sync;
using Spectre.Console;

namespace EcgChip.Cli.Output;

/// <summary>Progress of a sync on standard error, and only when that is a terminal.</summary>
internal static class SyncProgress
{
    /// <summary>Syncs, showing how far it is.</summary>
    public static SyncResult Show(DeviceSync sync, CancellationToken cancellation)
    {
        if (Console.IsErrorRedirected)
        {
            return sync.Run(cancellation);
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress()
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask("Collecting", maxValue: 1);
                sync.Progress = (done, total) => (task.MaxValue, task.Value) = (Math.Max(1, total), done);
                return sync.Run(cancellation);
            });
    }
}
