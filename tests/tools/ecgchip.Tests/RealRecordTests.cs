using System;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using EcgChip.Testing;

namespace EcgChip.Cli.Tests;

[Collection(ConsoleTests.Name)]
public sealed class RealRecordTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableTheory]
    [InlineData("")]
    [InlineData(".hea")]
    [InlineData(".dat")]
    public async Task A_record_is_played_from_any_start_with_or_without_its_extension(string extension)
    {
        JsonElement json = await CommandLine.SimulateAsync(
            _folder.Path, "--record", Path.Combine(SharedData.Mitdb(), "208" + extension), "--start", "100.5", "--seconds", "20");
        Assert.Equal(
            ("208", "MLII", 100.5, 20.0),
            (json.GetProperty("record").GetString(), json.GetProperty("lead").GetString(), json.GetProperty("start").GetDouble(),
                json.GetProperty("seconds").GetDouble()));
        Assert.InRange(json.GetProperty("beats").GetArrayLength(), 20, 50);
    }

    [SkippableFact]
    public async Task A_record_in_a_folder_with_blanks_in_its_name_is_played_by_its_relative_path()
    {
        foreach (string extension in new[] { ".hea", ".dat" })
        {
            File.Copy(Path.Combine(SharedData.Mitdb(), "100" + extension), _folder["100" + extension]);
        }

        string path = Path.GetRelativePath(Directory.GetCurrentDirectory(), _folder["100"]);
        JsonElement json = await CommandLine.SimulateAsync(_folder["o u t"], "--record", path, "--lead", "v5", "--seconds", "5");
        Assert.Equal("V5", json.GetProperty("lead").GetString());
    }

    [SkippableFact]
    public async Task A_record_of_1000_Hz_and_15_leads_is_played_in_lead_ii()
    {
        JsonElement json = await CommandLine.SimulateAsync(
            _folder.Path, "--record", Path.Combine(SharedData.Ptbdb(), "patient001", "s0010_re"), "--seconds", "20");
        Assert.Equal("ii", json.GetProperty("lead").GetString());
        Assert.InRange(json.GetProperty("heartRate").GetProperty("mean").GetInt32(), 75, 90);
    }

    [SkippableFact]
    public async Task A_record_shorter_than_the_usual_minute_is_played_to_its_end()
    {
        JsonElement json = await CommandLine.SimulateAsync(_folder.Path, "--record", Path.Combine(SharedData.Ptbdb(), "patient200", "s0405_re"));
        Assert.Equal(1250, json.GetProperty("samples").GetInt32());
    }

    [SkippableFact]
    public async Task A_record_without_a_lead_II_is_played_in_its_first_lead()
    {
        JsonElement json = await CommandLine.SimulateAsync(_folder.Path, "--record", Path.Combine(SharedData.Nstdb(), "em"), "--seconds", "20");
        Assert.Equal("noise1", json.GetProperty("lead").GetString());
    }

    [SkippableFact]
    public async Task The_end_that_a_refusal_names_can_be_played()
    {
        string record = Path.Combine(SharedData.Mitdb(), "100");
        Outcome refused = await CommandLine.RunAsync(["simulate", "--record", record, "--start", "1800", "--seconds", "99", "--out", _folder.Path]);
        refused.IsRefusedBecause("give at most 5.55 with --start 1800");
        await CommandLine.SimulateAsync(_folder.Path, "--record", record, "--start", "1800", "--seconds", "5.55");
    }

    [SkippableFact]
    public async Task Noise_is_mixed_in_where_the_records_schedule_has_it_and_said()
    {
        string record = Path.Combine(SharedData.Mitdb(), "118");
        _ = SharedData.Nstdb();
        string[] noise = ["--noise", "em:-6"];
        JsonElement clean = await CommandLine.SimulateAsync(_folder["a"], "--record", record, "--start", "270", "--seconds", "30");
        JsonElement before = await CommandLine.SimulateAsync(_folder["b"], [.. noise, "--record", record, "--start", "270", "--seconds", "30"]);
        Assert.Equal(JsonValueKind.Null, clean.GetProperty("noise").ValueKind);
        Assert.Equal(("em", -6), (before.GetProperty("noise").GetProperty("name").GetString(), before.GetProperty("noise").GetProperty("snr").GetInt32()));
        Assert.Equal(clean.GetProperty("beats").ToString(), before.GetProperty("beats").ToString());

        // From second 300 on there is noise twice as strong as the heart.
        JsonElement quiet = await CommandLine.SimulateAsync(_folder["c"], "--record", record, "--start", "305", "--seconds", "60");
        JsonElement noisy = await CommandLine.SimulateAsync(_folder["d"], [.. noise, "--record", record, "--start", "305", "--seconds", "60"]);
        Assert.NotEqual(quiet.GetProperty("beats").ToString(), noisy.GetProperty("beats").ToString());
        Assert.True(
            noisy.GetProperty("quality").GetProperty("good").GetDouble() < quiet.GetProperty("quality").GetProperty("good").GetDouble(),
            "The device finds noise as good as a clean signal.");
    }

    [SkippableFact]
    public async Task Noise_for_a_record_without_reference_annotations_is_refused()
    {
        Outcome refused = await CommandLine.RunAsync(
            [
                "simulate", "--record", Path.Combine(SharedData.Ptbdb(), "patient200", "s0405_re"), "--noise", "em:6", "--noise-data", SharedData.Nstdb(),
                "--out", _folder["out"],
            ]);
        refused.IsRefusedBecause("s0405_re.atr do not exist");
    }
}
