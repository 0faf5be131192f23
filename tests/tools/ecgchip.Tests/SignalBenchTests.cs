using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Cli.Commands;
using EcgChip.Cli.SignalChain;
using EcgChip.Testing;

namespace EcgChip.Cli.Tests;

[Collection(ConsoleTests.Name)]
public sealed class SignalBenchTests : IDisposable
{
    private const string Recordings = SignalReport.RecordingsTitle + "\n\nwhat an earlier run measured\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_committed_page_is_what_the_command_writes_and_its_recordings_are_kept_without_data()
    {
        Directory.CreateDirectory(_folder["docs"]);
        await File.WriteAllTextAsync(_folder["docs/signal.md"], "# older\n\n" + Recordings);
        Outcome outcome = await CommandLine.RunAsync(["bench", "signal", "--out", _folder["docs/signal.md"], "--json", "-"]);
        string page = await File.ReadAllTextAsync(_folder["docs/signal.md"]);
        string committed = await File.ReadAllTextAsync(Path.Combine(SharedData.RepositoryRoot, "docs", "signal.md"));
        Assert.Equal(["signal.md"], _folder.Names("docs"));
        Assert.EndsWith("\n\n" + Recordings, page, StringComparison.Ordinal);
        Assert.True(
            WithoutRecordings(committed) == WithoutRecordings(page),
            "docs/signal.md is not what `bench signal --out docs/signal.md` writes: run it and commit the page.");

        JsonElement json = outcome.Json();
        JsonElement[] figures = [.. json.GetProperty("groups").EnumerateArray().SelectMany(group => group.GetProperty("figures").EnumerateArray())];
        Assert.Equal(SignalBench.Count, json.GetProperty("groups").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("recordings").ValueKind);
        string[] broken =
        [
            .. figures.Where(figure => figure.GetProperty("met").ValueKind == JsonValueKind.False).Select(figure => figure.GetProperty("name").GetString()!),
        ];
        Assert.Equal(broken.Length == 0, json.GetProperty("met").GetBoolean());
        Assert.Equal(broken.Length == 0 ? ExitCode.Done : ExitCode.Failed, outcome.ExitCode);
        Assert.Equal(broken.Length == 0 ? "" : $"ecgchip: Not met: {string.Join("; ", broken)}.{Environment.NewLine}", outcome.Error);
        Assert.All(figures, figure => Assert.Contains($"| {figure.GetProperty("name").GetString()} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_interrupted_bench_leaves_nothing_behind()
    {
        using CancellationTokenSource soon = new(TimeSpan.FromMilliseconds(300));
        Outcome outcome = await CommandLine.RunAsync(
            ["bench", "signal", "--out", _folder["docs/signal.md"], "--json", _folder["signal.json"]], soon.Token);
        Assert.Equal((ExitCode.Failed, "ecgchip: Interrupted: nothing was written." + Environment.NewLine), (outcome.ExitCode, outcome.Error));
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public async Task What_cannot_be_measured_is_refused()
    {
        (await CommandLine.RunAsync(["bench", "signal", "--data", _folder["no"]])).IsRefusedBecause("does not exist");
        (await CommandLine.RunAsync(["bench", "signal", "--data", _folder.Path])).IsRefusedBecause("names no record");
        (await CommandLine.RunAsync(["bench", "signal", "--seconds", "60"])).IsRefusedBecause("say with --data");
        (await CommandLine.RunAsync(["bench", "signal", "--out", _folder.Path])).IsRefusedBecause("is a folder");
        (await CommandLine.RunAsync(["bench", "signal", "--json", _folder["no/signal.json"]])).IsRefusedBecause("make the folder");
        (await CommandLine.RunAsync(["bench", "signal", "--parallel", "0"])).IsRefusedBecause("--parallel 0 is out of range");
        Assert.Empty(_folder.Names());
    }

    [Theory]
    [InlineData(1, ExitCode.Done, "")]
    [InlineData(3, ExitCode.Failed, "ecgchip: Not met: the second.")]
    public void A_broken_bound_ends_with_exit_code_1_and_its_name(double value, int exitCode, string sentence)
    {
        SignalResult result = new(
            [new("group", "how", [new("the first", 7, "s"), new("the second", value, "s") { AtMost = 2 }])], null);
        TextWriter error = Console.Error;
        using StringWriter caught = new();
        Console.SetError(caught);
        try
        {
            Assert.Equal(exitCode, BenchSignalCommand.Verdict(result));
        }
        finally
        {
            Console.SetError(error);
        }

        Assert.Equal(sentence, caught.ToString().TrimEnd());
        Assert.Equal(exitCode == ExitCode.Done, SignalReport.Synthetic(result.Groups).Contains("1 of 1 bounds on test signals are met.\n", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_tells_what_was_not_measured_and_what_only_in_part()
    {
        Assert.Contains("Not measured", SignalReport.KeptRecordings(null), StringComparison.Ordinal);
        Assert.Equal(Recordings, SignalReport.KeptRecordings("# x\n\n" + Recordings));

        MitBihVariant variant = new("gain 1", 1000, 2, 3, 99.8, 99.7, 99.9, 0.5, ("207", 98.5), ("208", 97.5));
        string part = SignalReport.Recordings(new RecordingsResult([variant], 60));
        Assert.Contains("**Only 60 s of each record were played.**", part, StringComparison.Ordinal);
        Assert.Contains("| gain 1 | 1000 | 2 | 3 | 99.80 | 99.70 | 99.90 | 0.50 | 98.50 (207) | 97.50 (208) |\n", part, StringComparison.Ordinal);
        Assert.Contains("97.50 %; record 208 | at least 98 % | **NOT MET** |\n", part, StringComparison.Ordinal);
    }

    private static string WithoutRecordings(string page) => page[..page.IndexOf(SignalReport.RecordingsTitle, StringComparison.Ordinal)];
}
