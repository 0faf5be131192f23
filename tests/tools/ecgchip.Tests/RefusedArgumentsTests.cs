using System;
using System.IO;
using System.Threading.Tasks;

namespace EcgChip.Cli.Tests;

[Collection(ConsoleTests.Name)]
public sealed class RefusedArgumentsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--seconds 0 is out of range: give 1 to 14400", "--seconds", "0")]
    [InlineData("--seconds -5 is out of range", "--seconds", "-5")]
    [InlineData("--seconds=-5 is out of range", "--seconds=-5")]
    [InlineData("--seconds NaN is out of range", "--seconds", "NaN")]
    [InlineData("--seconds 1e9 is out of range", "--seconds", "1e9")]
    [InlineData("--seconds 1,5 is no number", "--seconds", "1,5")]
    [InlineData("--seconds ten is no number", "--seconds", "ten")]
    [InlineData("--start -1 is out of range: give 0 or more", "--start", "-1")]
    [InlineData("--start NaN is out of range", "--start", "NaN")]
    [InlineData("--start 1e999 is out of range", "--start", "1e999")]
    [InlineData("--start needs a record", "--start", "5")]
    [InlineData("--lead needs a record", "--lead", "V5")]
    [InlineData("--gain 0 is out of range: give 0.05 to 20", "--gain", "0")]
    [InlineData("--gain -1 is out of range", "--gain", "-1")]
    [InlineData("--gain 1000 is out of range", "--gain", "1000")]
    [InlineData("--gain NaN is out of range", "--gain", "NaN")]
    [InlineData("--gain loud is no number", "--gain", "loud")]
    [InlineData("--seed 1.5 is no whole number", "--seed", "1.5")]
    [InlineData("--seed 99999999999 is no whole number that fits", "--seed", "99999999999")]
    [InlineData("--rhythm waltz is not known: give normal or fibrillation", "--rhythm", "waltz")]
    [InlineData("--mains 55 is not known: give 50 or 60", "--mains", "55")]
    [InlineData("--detector best is not known: give streaming or paper", "--detector", "best")]
    [InlineData("--gain is given 2 times: give it once", "--gain", "1", "--gain", "2")]
    [InlineData("--gain needs a value", "--gain")]
    [InlineData("--record needs a value", "--record")]
    [InlineData("--json needs a value", "--json")]
    [InlineData("--lead needs a value: --seconds is an option itself", "--lead", "--seconds", "3")]
    [InlineData("--record is empty", "--record", "")]
    [InlineData("--json is empty", "--json", " ")]
    [InlineData("--noise needs a record", "--noise", "em:6")]
    [InlineData("--noise em:-31 is out of range: give -30 to 60", "--noise", "em:-31")]
    [InlineData("--noise ma:6 is not known: give em:DB or bw:DB", "--noise", "ma:6")]
    [InlineData("has no option --hum: 'ecgchip simulate --help' lists its options", "--hum", "em:6")]
    [InlineData("has no option --frobnicate", "--frobnicate")]
    [InlineData("has no option -x", "-x")]
    [InlineData("208 belongs to no option", "208")]
    [InlineData("maybe belongs to no option", "--invert", "maybe")]
    [InlineData("There is no record @all", "--record", "@all")]
    public async Task An_unusable_option_is_refused_with_what_to_give_instead(string because, params string[] args)
    {
        string folder = _folder["out"];
        Outcome outcome = await CommandLine.RunAsync(["simulate", "--out", folder, .. args]);
        outcome.IsRefusedBecause(because.Replace('=', ' '));
        Assert.False(Directory.Exists(folder), "The refused run left a folder behind.");
    }

    [Theory]
    [InlineData("--rate 20 is out of range: give 25 to 250", "--rate", "20")]
    [InlineData("--rate 251 is out of range", "--rate", "251")]
    [InlineData("--recording-seconds 0 is out of range: give 1 to 300", "--recording-seconds", "0")]
    [InlineData("--recording-seconds 301 is out of range", "--recording-seconds", "301")]
    [InlineData("--mips 5 is out of range: give 10 to 10000", "--mips", "5")]
    [InlineData("--monitor records nothing: leave out", "--monitor", "--recording-seconds", "10")]
    [InlineData("--rate is the synthetic patient's: leave out", "--rate", "100", "--record", "208")]
    public async Task An_unusable_option_of_the_bench_is_refused_with_what_to_give_instead(string because, params string[] args) =>
        (await CommandLine.RunAsync(["bench", "chip", .. args])).IsRefusedBecause(because);

    [Theory]
    [InlineData("No command is given: 'ecgchip --help' lists the commands")]
    [InlineData("There is no command simulat:", "simulat")]
    [InlineData("There is no command simulat:", "simulat", "--seconds", "3")]
    [InlineData("ecgchip has no option --seconds:", "--seconds", "3")]
    public async Task What_is_no_command_is_refused(string because, params string[] args) =>
        (await CommandLine.RunAsync(args)).IsRefusedBecause(because);

    [Theory]
    [InlineData("")]
    [InlineData("below/it")]
    public async Task A_file_in_the_place_of_the_out_folder_is_refused_and_stays_as_it_is(string below)
    {
        await File.WriteAllTextAsync(_folder["file"], "mine");
        string path = Path.Combine(_folder["file"], below);
        (await CommandLine.RunAsync(["simulate", "--seconds", "2", "--out", path])).IsRefusedBecause("give a folder");
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder["file"]));
    }

    [SkippableFact]
    public async Task An_out_folder_that_cannot_be_made_is_refused()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Needs a folder that nobody can write to: /proc of Linux.");
        (await CommandLine.RunAsync(["simulate", "--seconds", "2", "--out", "/proc/ecgchip"])).IsRefusedBecause("--out /proc/ecgchip cannot be written to");
    }

    [Fact]
    public async Task Json_into_a_folder_that_does_not_exist_is_refused_before_anything_is_written()
    {
        Outcome outcome = await CommandLine.RunAsync(["simulate", "--seconds", "2", "--out", _folder["a/b"], "--json", _folder["none/x.json"]]);
        outcome.IsRefusedBecause("make the folder " + _folder["none"]);
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public async Task Json_in_the_place_of_a_folder_is_refused()
    {
        Outcome outcome = await CommandLine.RunAsync(["simulate", "--seconds", "2", "--out", _folder["a"], "--json", _folder.Path]);
        outcome.IsRefusedBecause("is a folder: give the name of a file in it");
        Assert.Empty(_folder.Names());
    }

    [Fact]
    public async Task A_run_that_fails_leaves_the_files_of_the_run_before_as_they_were()
    {
        await CommandLine.SimulateAsync(_folder["out"], "--seconds", "2");
        File.Delete(_folder["out/record-1.csv"]);
        Directory.CreateDirectory(_folder["out/record-1.csv"]);
        byte[] before = await File.ReadAllBytesAsync(_folder["out/record-1.rec"]);
        byte[] screen = await File.ReadAllBytesAsync(_folder["out/monitor.png"]);
        Outcome outcome = await CommandLine.RunAsync(
            ["simulate", "--seconds", "4", "--seed", "9", "--out", _folder["out"], "--json", _folder["out/x.json"]]);
        outcome.IsRefusedBecause("record-1.csv is a folder where a file has to go");
        Assert.Equal(["monitor.png", "record-1-findings.csv", "record-1.csv", "record-1.rec", "result.png"], _folder.Names("out"));
        Assert.Equal(before, await File.ReadAllBytesAsync(_folder["out/record-1.rec"]));
        Assert.Equal(screen, await File.ReadAllBytesAsync(_folder["out/monitor.png"]));
    }
}
