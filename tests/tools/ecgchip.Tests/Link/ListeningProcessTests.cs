using System;
using System.Diagnostics;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;

namespace EcgChip.Cli.Tests.Link;

/// <summary><c>simulate --listen</c> as a program of its own.</summary>
[Collection(ConsoleTests.Name)]
public sealed class ListeningProcessTests : IDisposable
{
    private const string Says = "ecgchip: The device's link listens on ";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task It_tells_its_port_writes_its_result_answers_and_ends_in_order_when_it_is_asked_to()
    {
        Skip.If(OperatingSystem.IsWindows(), "Needs the signals of Unix.");
        using Process process = Process.Start(new ProcessStartInfo(
            "dotnet", [ProgramProcess.Path, "simulate", "--seconds", "5", "--listen", "127.0.0.1:0", "--out", _folder["out"], "--json", _folder["result.json"]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            string told = await process.StandardError.ReadLineAsync().WaitAsync(ProgramProcess.Deadline) ?? "";
            Assert.StartsWith(Says, told, StringComparison.Ordinal);
            string address = told[Says.Length..].TrimEnd('.');

            // While its patient is recorded the device is busy; then it answers.
            Outcome outcome;
            Stopwatch waited = Stopwatch.StartNew();
            do
            {
                outcome = await CommandLine.RunAsync(["self-test", "--tcp", address, "--json", "-"]);
            }
            while (outcome.ExitCode != ExitCode.Done && waited.Elapsed < ProgramProcess.Deadline);
            Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
            Assert.Equal(1, outcome.Json().GetProperty("device").GetProperty("records").GetInt32());
            using JsonDocument result = JsonDocument.Parse(File.ReadAllText(_folder["result.json"]));
            Assert.Equal(1, result.RootElement.GetProperty("stored").GetProperty("records").GetInt32());

            using Process kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
            await kill.WaitForExitAsync();
            outcome = await ProgramProcess.EndAsync(process);
            Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
            Assert.True(File.Exists(Path.Combine(_folder["out"], "record-1.rec")));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
