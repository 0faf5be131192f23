using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using System.Xml.Linq;
using EcgChip.Cli.FrontEnd;

namespace EcgChip.Cli.Tests.FrontEnd;

/// <summary>The command around the measurement: what it writes, and what it says when it cannot.</summary>
[Collection(ConsoleTests.Name)]
public sealed partial class FrontEndCommandTests(CircuitRun run) : IClassFixture<CircuitRun>
{
    [SkippableFact]
    public void The_committed_page_is_what_the_command_writes()
    {
        _ = run.Bench;
        AssertSame(File.ReadAllText(Path.Combine(CircuitRun.Hardware, "frontend.md")), FrontEndReport.Markdown(run.Figures), 0.01, "frontend.md");
    }

    [SkippableFact]
    public void The_committed_pictures_are_what_the_command_draws_and_the_page_shows_each()
    {
        var pictures = FrontEndReport.Pictures(run.Bench);
        string page = File.ReadAllText(Path.Combine(CircuitRun.Hardware, "frontend.md"));
        Assert.Equal(pictures.Keys, Directory.GetFiles(Path.Combine(CircuitRun.Hardware, "images"), "frontend-*").Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(pictures, picture =>
        {
            AssertSame(File.ReadAllText(Path.Combine(CircuitRun.Hardware, "images", picture.Key)), picture.Value, 0.01, picture.Key);
            Assert.Equal("svg", XDocument.Parse(picture.Value).Root!.Name.LocalName);
            Assert.Contains($"(images/{picture.Key})", page, StringComparison.Ordinal);
        });
    }

    [SkippableFact]
    public async Task A_part_that_spoils_the_pass_band_is_said_and_the_exit_code_is_1()
    {
        CircuitRun.RequireNgSpice();
        using TemporaryFolder folder = new();
        CopyNetlists(folder);
        string board = Path.Combine(folder["frontend"], "board.inc");
        File.WriteAllText(board, File.ReadAllText(board).Replace("R_HP=11.3meg", "R_HP=3.3meg", StringComparison.Ordinal));

        Outcome outcome = await CommandLine.RunAsync(["frontend", "--out", folder.Path]);
        Assert.Equal(ExitCode.Failed, outcome.ExitCode);
        Assert.Contains("high-pass corner", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("**outside**", File.ReadAllText(folder["frontend.md"]), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_netlist_that_ngspice_does_not_take_is_named()
    {
        CircuitRun.RequireNgSpice();
        using TemporaryFolder folder = new();
        CopyNetlists(folder);
        string board = Path.Combine(folder["frontend"], "board.inc");
        File.WriteAllText(board, File.ReadAllText(board).Replace("R_HP=11.3meg", "", StringComparison.Ordinal));
        Outcome outcome = await CommandLine.RunAsync(["frontend", "--out", folder.Path]);
        outcome.IsRefusedBecause("response.cir");
        Assert.False(File.Exists(folder["frontend.md"]));
    }

    [Fact]
    public async Task Without_ngspice_one_sentence_says_what_to_install()
    {
        Outcome outcome = await CommandLine.RunAsync(["frontend", "--ngspice", Path.Combine(Path.GetTempPath(), "no-such-ngspice")]);
        outcome.IsRefusedBecause("apt-get install ngspice");
    }

    [Fact]
    public async Task Help_explains_both_options_and_the_exit_codes()
    {
        Outcome outcome = await CommandLine.RunAsync(["frontend", "--help"]);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.All(["--out", "--ngspice", "Exit code"], word => Assert.Contains(word, outcome.Output, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_folder_without_netlists_is_refused()
    {
        CircuitRun.RequireNgSpice();
        using TemporaryFolder folder = new();
        (await CommandLine.RunAsync(["frontend", "--out", folder.Path])).IsRefusedBecause("response.cir is missing");
        Assert.Empty(folder.Names());
    }

    private static void CopyNetlists(TemporaryFolder folder)
    {
        Directory.CreateDirectory(folder["frontend"]);
        foreach (string file in Directory.GetFiles(CircuitRun.Netlists))
        {
            File.Copy(file, Path.Combine(folder["frontend"], Path.GetFileName(file)));
        }
    }

    // Another version of ngspice takes other steps: the text is the same, and numbers are within a hundredth, or one in their last digits.
    private static void AssertSame(string committed, string written, double share, string file)
    {
        Assert.True(
            Number().Replace(committed, "#") == Number().Replace(written, "#"),
            $"hardware/{file} is not what `ecgchip frontend` writes: run it and commit the page.");
        Assert.All(
            Number().Matches(committed).Zip(Number().Matches(written)),
            pair => Assert.Equal(Value(pair.First), Value(pair.Second), (share * Math.Abs(Value(pair.First))) + LastDigit(pair.First)));
    }

    private static double LastDigit(Match match) => 1.01 * Math.Pow(10, match.Value.IndexOf('.', StringComparison.Ordinal) is int point and >= 0 ? point + 1 - match.Length : 0);

    private static double Value(Match match) => double.Parse(match.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?[0-9]+(\.[0-9]+)?")]
    private static partial Regex Number();
}
