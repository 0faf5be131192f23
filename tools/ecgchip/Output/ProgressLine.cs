using System;
using System.Threading;
using EcgChip.Simulator.Runs;
using Spectre.Console;

namespace EcgChip.Cli.Output;

/// <summary>Progress on standard error, and only when that is a terminal.</summary>
public static class ProgressLine
{
    /// <summary>Runs a device to its end, showing how far it is.</summary>
    public static SimulationResult Show(VirtualDevice device, string name, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (Console.IsErrorRedirected)
        {
            return device.Run(cancellation);
        }

        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Progress().HideCompleted(true).Start(context =>
        {
            ProgressTask task = context.AddTask(Markup.Escape($"Playing {name}"), maxValue: Math.Max(1, device.PatientSamples));
            device.Progress = played => task.Value = played;
            return device.Run(cancellation);
        });
    }
}
