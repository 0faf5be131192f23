using System;
using System.IO;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Cli.Commands;

namespace EcgChip.Cli.Tests;

/// <summary>Runs the command line within the test, with what it prints caught. Only in <see cref="ConsoleTests"/>: there is one console.</summary>
internal static class CommandLine
{
    public static async Task<Outcome> RunAsync(string[] args, CancellationToken cancellation = default)
    {
        TextWriter output = Console.Out;
        TextWriter error = Console.Error;
        using StringWriter caughtOutput = new();
        using StringWriter caughtError = new();
        Console.SetOut(caughtOutput);
        Console.SetError(caughtError);
        try
        {
            int exitCode = await CommandRunner.RunAsync(EcgChipCommand.Create(), args, cancellation);
            return new Outcome(exitCode, caughtOutput.ToString(), caughtError.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(error);
        }
    }

    /// <summary>Simulates into a folder, has to succeed, and answers the JSON.</summary>
    public static async Task<JsonElement> SimulateAsync(string folder, params string[] args)
    {
        Outcome outcome = await RunAsync(["simulate", "--out", folder, "--json", "-", .. args]);
        Assert.Equal("", outcome.Error);
        Assert.Equal(ExitCode.Done, outcome.ExitCode);
        return outcome.Json();
    }
}
