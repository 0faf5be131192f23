using System;
using System.Threading.Tasks;

namespace EcgChip.Cli.Tests;

[Collection(ConsoleTests.Name)]
public sealed class HelpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_of_the_program_lists_its_commands(string option)
    {
        Outcome outcome = await CommandLine.RunAsync([option]);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("simulate", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Exit code", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulate", "--help")]
    [InlineData("simulate", "--gain", "nonsense", "--help")]
    public async Task Help_of_simulate_explains_every_option(params string[] args)
    {
        Outcome outcome = await CommandLine.RunAsync(args);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.All(
            ["--record", "--lead", "--start", "--seconds", "--noise", "--noise-data", "--gain", "--invert", "--seed", "--rhythm", "--mains", "--detector", "--out", "--listen", "--json", "Exit code"],
            word => Assert.Contains(word, outcome.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_of_the_score_explains_every_option()
    {
        Outcome outcome = await CommandLine.RunAsync(["score", "--help"]);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.All(
            [
                "--data", "--records", "--all-beats", "--noise", "--noise-data", "--gain", "--invert", "--start", "--seconds", "--lead", "--annotations",
                "--parallel", "--json", "Exit code",
            ],
            word => Assert.Contains(word, outcome.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_of_the_noise_bench_explains_every_option()
    {
        Outcome outcome = await CommandLine.RunAsync(["bench", "noise", "--help"]);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.All(
            ["--data", "--noise-data", "--seconds", "--parallel", "--out", "--json", "Exit code"],
            word => Assert.Contains(word, outcome.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_of_the_signal_bench_explains_every_option()
    {
        Outcome outcome = await CommandLine.RunAsync(["bench", "signal", "--help"]);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.All(
            ["--data", "--seconds", "--parallel", "--out", "--json", "Exit code"], word => Assert.Contains(word, outcome.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_of_the_bench_of_beats_explains_every_option()
    {
        Outcome outcome = await CommandLine.RunAsync(["bench", "beats", "--help"]);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.All(
            ["--data", "--records", "--noise-data", "--seconds", "--parallel", "--out", "--json", "Exit code"],
            word => Assert.Contains(word, outcome.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_of_the_bench_explains_every_option()
    {
        Outcome outcome = await CommandLine.RunAsync(["bench", "chip", "--help"]);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.All(
            ["--record", "--seconds", "--rate", "--monitor", "--recording-seconds", "--mips", "--pictures", "--json", "Exit code"],
            word => Assert.Contains(word, outcome.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("flash", "--port", "--image", "--link", "--id", "--keys", "--nanoff", "--dry-run", "--json", "Exit code")]
    [InlineData("self-test", "--port", "--tcp", "--json", "Exit code")]
    [InlineData("export", "RECORD", "--to", "wfdb", "edf", "csv", "fhir", "pdf", "--out", "--json", "Exit code")]
    public async Task Help_of_what_a_technician_uses_explains_every_option(string command, params string[] words)
    {
        Outcome outcome = await CommandLine.RunAsync([command, "--help"]);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.All(words, word => Assert.Contains(word, outcome.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Version_is_one_line()
    {
        Outcome outcome = await CommandLine.RunAsync(["--version"]);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\r?\n$", outcome.Output);
    }
}
