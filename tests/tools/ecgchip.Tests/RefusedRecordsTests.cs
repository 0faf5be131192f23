using System;
using System.IO;
using System.Threading.Tasks;
using CsCheck;

namespace EcgChip.Cli.Tests;

[Collection(ConsoleTests.Name)]
public sealed class RefusedRecordsTests : IDisposable
{
    // 20 s at 360 Hz in format 16, all zero
    private const int Bytes = 20 * 360 * 2;
    private const string Good = "r 1 360 7200\nr.dat 16 200 11 0 0 0 0 MLII\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("r 1 360 7201\nr.dat 16 200 11 0 0 0 0 MLII\n", "is cut off: it holds 7200 of the 7201 samples")]
    [InlineData("r 1 360 2000000000\nr.dat 16 200 11 0 0 0 0 MLII\n", "is cut off")]
    [InlineData("r 1 360 7200\nr.dat 16 200 11 0 0 5 0 MLII\n", "add up to 0 and the header says 5")]
    [InlineData("r 1 0.001 7200\nr.dat 16 200 11 0 0 0 0 MLII\n", "too few for an ECG")]
    [InlineData("r 1 1e300 7200\nr.dat 16 200 11 0 0 0 0 MLII\n", "lasts 0 s: choose one of at least 1 s")]
    [InlineData("r 1 -360 7200\nr.dat 16 200 11 0 0 0 0 MLII\n", "not above 0")]
    [InlineData("r 1 NaN 7200\nr.dat 16 200 11 0 0 0 0 MLII\n", "is no number")]
    [InlineData("r 2 360 7200\nr.dat 16 200 11 0 0 0 0 MLII\n", "says 2 signals and describes 1")]
    [InlineData("r 1 360 7200\nr.dat 16 200/mmHg 11 0 0 0 0 MLII\n", "mmHg, which is no voltage")]
    [InlineData("r 1 360 7200\nr.dat 16+99999999 200 11 0 0 0 0 MLII\n", "is cut off")]
    [InlineData("r 1 360 7200\nother.dat 16 200 11 0 0 0 0 MLII\n", "other.dat does not exist; put it beside the header")]
    [InlineData("r 1 360 7200\n../r.dat 16 200 11 0 0 0 0 MLII\n", "names no file beside the header")]
    [InlineData("r 1 360 7200\nr.dat 310 200 11 0 0 0 0 MLII\n", "WFDB format 310, which is not supported: convert it")]
    [InlineData("r 1 360 7200\nr.dat 8 200 11 0 0 0 0 MLII\n", "WFDB format 8, which is not supported")]
    [InlineData("r/2 1 360 7200\nr1 3600\nr2 3600\n", "multi-segment record (r/2), which is not supported: open one of its segments")]
    [InlineData("", "it is empty")]
    [InlineData("\0\0\0\0\0\0", "no usable WFDB header")]
    public async Task A_record_that_cannot_be_used_is_refused_by_what_is_wrong_with_it(string header, string because)
    {
        string record = _folder.Record(header, Bytes);
        (await SimulateAsync(record)).IsRefusedBecause(because);
        Assert.False(Directory.Exists(_folder["out"]), "The refused run left a folder behind.");
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_refused() =>
        (await SimulateAsync(_folder["999"])).IsRefusedBecause("There is no record " + _folder["999"]);

    [Fact]
    public async Task A_folder_in_the_place_of_a_record_is_refused() =>
        (await SimulateAsync(_folder.Path)).IsRefusedBecause("is a folder: give the path of a record in it");

    [Fact]
    public async Task Missing_samples_are_refused()
    {
        string record = _folder.Record(Good, Bytes);
        File.Delete(_folder["r.dat"]);
        (await SimulateAsync(record)).IsRefusedBecause("r.dat does not exist; put it beside the header");
    }

    [Fact]
    public async Task A_truncated_file_is_refused() =>
        (await SimulateAsync(_folder.Record(Good, Bytes - 1))).IsRefusedBecause("holds 7199 of the 7200 samples");

    [Fact]
    public async Task An_unknown_lead_is_refused_with_those_there_are() =>
        (await SimulateAsync(_folder.Record(Good, Bytes), "--lead", "V9")).IsRefusedBecause("has no lead V9: choose one of MLII");

    [Fact]
    public async Task A_line_break_in_what_is_refused_does_not_break_the_sentence() =>
        (await SimulateAsync(_folder.Record(Good, Bytes), "--lead", "V\n9")).IsRefusedBecause("has no lead V 9");

    [Theory]
    [InlineData("--start 20 leaves nothing to play of record r: give 0 to 19.", "--start", "20")]
    [InlineData("leaves nothing to play of record r: give 0 to 19.", "--start", "1e300")]
    [InlineData("--seconds 20.1 goes past the end of record r: give at most 20 with --start 0.", "--seconds", "20.1")]
    [InlineData("give at most 5.5 with --start 14.5.", "--seconds", "6", "--start", "14.5")]
    public async Task A_stretch_outside_of_the_record_is_refused_with_the_one_there_is(string because, params string[] args) =>
        (await SimulateAsync(_folder.Record(Good, Bytes), args)).IsRefusedBecause(because);

    [Theory]
    [InlineData("r 1 360 7200\nr.dat 16 1e-300(7) 11 0 0 0 0 MLII\n")]
    [InlineData("r 1 360 7200\nr.dat 16 1e300 11 0 0 0 0 MLII\n")]
    [InlineData("r 1 360 7200\nr.dat 16 200(-2147483648) 11 0 0 0 0 MLII\n")]
    public async Task A_header_that_lies_about_volts_plays_a_signal_without_beats(string header)
    {
        Outcome outcome = await SimulateAsync(_folder.Record(header, Bytes), "--json", "-");
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(0, outcome.Json().GetProperty("beats").GetArrayLength());
    }

    [Fact]
    public void Whatever_stands_in_a_header_the_exit_code_is_one_of_those_promised()
    {
        Gen<string> mutated = Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Char['\u0001', '\u007F'], Gen.Int[1, Good.Length]).Select(
            (at, letter, end) => (Good[..at] + letter + Good[(at + 1)..])[..end]);
        mutated.Sample(
            header =>
            {
                Outcome outcome = SimulateAsync(_folder.Record(header, Bytes), "--seconds", "1").GetAwaiter().GetResult();
                if (outcome.ExitCode != ExitCode.Done)
                {
                    outcome.IsRefusedBecause("");
                }
            },
            iter: 25,
            threads: 1);
    }

    private Task<Outcome> SimulateAsync(string record, params string[] args) =>
        CommandLine.RunAsync(["simulate", "--record", record, "--out", _folder["out"], .. args]);
}
