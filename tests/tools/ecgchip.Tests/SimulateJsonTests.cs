using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace EcgChip.Cli.Tests;

[Collection(ConsoleTests.Name)]
public sealed class SimulateJsonTests : IDisposable
{
    private const double SampleRate = 125;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_key_of_the_contract_is_there_with_its_type()
    {
        JsonElement json = await CommandLine.SimulateAsync(_folder.Path, "--seconds", "12");
        (string Path, JsonValueKind Kind)[] contract =
        [
            ("record", JsonValueKind.String), ("lead", JsonValueKind.String), ("start", JsonValueKind.Number),
            ("seconds", JsonValueKind.Number), ("samples", JsonValueKind.Number), ("beats", JsonValueKind.Array),
            ("beats.0.sample", JsonValueKind.Number), ("beats.0.seconds", JsonValueKind.Number), ("beats.0.class", JsonValueKind.String),
            ("beats.0.confidence", JsonValueKind.Number),
            ("counts.N", JsonValueKind.Number), ("counts.S", JsonValueKind.Number), ("counts.V", JsonValueKind.Number),
            ("counts.F", JsonValueKind.Number), ("counts.Q", JsonValueKind.Number),
            ("heartRate.mean", JsonValueKind.Number), ("heartRate.lowest", JsonValueKind.Number), ("heartRate.highest", JsonValueKind.Number),
            ("quality.good", JsonValueKind.Number), ("quality.poor", JsonValueKind.Number), ("quality.noContact", JsonValueKind.Number),
            ("findings", JsonValueKind.Array), ("answer", JsonValueKind.String), ("infarction.score", JsonValueKind.Number),
            ("infarction.patientsTrained", JsonValueKind.Number), ("infarction.researchOnly", JsonValueKind.True),
            ("models.0.name", JsonValueKind.String), ("models.0.role", JsonValueKind.String), ("models.0.hash", JsonValueKind.String),
            ("screens.0", JsonValueKind.String),
            ("stored.records", JsonValueKind.Number), ("stored.bytes", JsonValueKind.Number), ("stored.file", JsonValueKind.String),
        ];
        Assert.All(contract, entry => Assert.Equal((entry.Path, entry.Kind), (entry.Path, At(json, entry.Path).ValueKind)));
    }

    [Theory]
    [InlineData(12, 1500)]
    [InlineData(1, 125)]
    [InlineData(10.5, 1312)]
    public async Task Times_and_counts_agree_with_the_samples_and_the_beats(double seconds, int samples)
    {
        JsonElement json = await CommandLine.SimulateAsync(_folder.Path, "--seconds", FormattableString.Invariant($"{seconds}"));
        Assert.Equal("synthetic", json.GetProperty("record").GetString());
        Assert.Equal("II", json.GetProperty("lead").GetString());
        Assert.Equal(samples, json.GetProperty("samples").GetInt32());
        Assert.Equal(samples / SampleRate, json.GetProperty("seconds").GetDouble(), 9);
        JsonElement[] beats = [.. json.GetProperty("beats").EnumerateArray()];
        int[] places = [.. beats.Select(beat => beat.GetProperty("sample").GetInt32())];
        Assert.Equal(places.Distinct().Order(), places);
        Assert.All(places, place => Assert.InRange(place, 0, samples - 1));
        Assert.All(beats, beat => Assert.Equal(beat.GetProperty("sample").GetInt32() / SampleRate, beat.GetProperty("seconds").GetDouble(), 9));
        Assert.All(beats, beat => Assert.True(beat.GetProperty("confidence").ValueKind == JsonValueKind.Null
            || beat.GetProperty("confidence").GetDouble() is >= 0 and <= 1));
        foreach (JsonProperty count in json.GetProperty("counts").EnumerateObject())
        {
            Assert.Equal(beats.Count(beat => beat.GetProperty("class").GetString() == count.Name), count.Value.GetInt32());
        }

        Assert.Equal(beats.Count(beat => beat.GetProperty("class").ValueKind == JsonValueKind.Null), json.GetProperty("unclassified").GetInt32());
        Assert.Equal(["N", "S", "V", "F", "Q"], json.GetProperty("counts").EnumerateObject().Select(count => count.Name));
    }

    [Fact]
    public async Task What_a_second_is_too_short_for_is_null_and_not_zero()
    {
        JsonElement json = await CommandLine.SimulateAsync(_folder.Path, "--seconds", "1");
        Assert.All(json.GetProperty("heartRate").EnumerateObject(), rate => Assert.Equal(JsonValueKind.Null, rate.Value.ValueKind));
    }

    [Fact]
    public async Task Findings_have_a_code_a_text_and_a_place_and_the_answer_follows_from_them()
    {
        JsonElement json = await CommandLine.SimulateAsync(_folder.Path, "--seconds", "60");
        JsonElement[] findings = [.. json.GetProperty("findings").EnumerateArray()];
        JsonElement ectopy = Assert.Single(findings, finding => finding.GetProperty("code").GetString() == "ventricular-ectopy");
        Assert.All(findings, finding =>
        {
            Assert.Matches("^[a-z]+(-[a-z]+)*$", finding.GetProperty("code").GetString());
            Assert.False(string.IsNullOrWhiteSpace(finding.GetProperty("text").GetString()));
            Assert.InRange(finding.GetProperty("start").GetDouble(), 0, finding.GetProperty("end").GetDouble());
        });

        // The synthetic patient has a ventricular beat in each 17, and its place is that of the first and the last.
        double[] ventricular =
        [
            .. json.GetProperty("beats").EnumerateArray().Where(beat => beat.GetProperty("class").GetString() == "V")
                .Select(beat => beat.GetProperty("seconds").GetDouble()),
        ];
        Assert.Equal(ventricular[0], ectopy.GetProperty("start").GetDouble(), 3);
        Assert.Equal(ventricular[^1], ectopy.GetProperty("end").GetDouble(), 3);
        Assert.Equal("show-a-doctor", json.GetProperty("answer").GetString());
    }

    [Fact]
    public async Task A_synthetic_patient_fibrillates_when_asked_and_the_finding_says_so()
    {
        JsonElement json = await CommandLine.SimulateAsync(_folder.Path, "--seconds", "60", "--rhythm", "fibrillation");
        Assert.Contains(json.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("code").GetString() == "atrial-fibrillation");
        Assert.Equal("show-a-doctor", json.GetProperty("answer").GetString());
        Assert.Equal(
            [_folder["monitor.png"], _folder["result.png"]], json.GetProperty("screens").EnumerateArray().Select(screen => screen.GetString()));
    }

    [Theory]
    [InlineData("8", "repeat")]
    [InlineData("14", "no-finding")]
    public async Task Less_than_ten_good_seconds_are_to_be_repeated(string seconds, string answer)
    {
        JsonElement json = await CommandLine.SimulateAsync(_folder.Path, "--seconds", seconds, "--seed", "1");
        Assert.Equal(answer, json.GetProperty("answer").GetString());
        Assert.Equal(answer == "repeat" ? JsonValueKind.Null : JsonValueKind.Object, json.GetProperty("infarction").ValueKind);
    }

    [Fact]
    public async Task Percentages_of_the_signal_add_up_to_100()
    {
        JsonElement json = await CommandLine.SimulateAsync(_folder.Path, "--seconds", "7");
        Assert.Equal(100, json.GetProperty("quality").EnumerateObject().Sum(share => share.Value.GetDouble()), 1);
    }

    [Fact]
    public async Task The_signal_has_an_index_seconds_by_their_reason_and_a_word_for_the_electrodes()
    {
        JsonElement upright = (await CommandLine.SimulateAsync(_folder.Path, "--seconds", "25")).GetProperty("signal");
        Assert.InRange(upright.GetProperty("index").GetDouble(), 50, 100);
        Assert.Equal(
            ["clipping", "flat", "mains", "wander", "muscle", "motion"], upright.GetProperty("reasons").EnumerateObject().Select(reason => reason.Name));
        Assert.All(upright.GetProperty("reasons").EnumerateObject(), reason => Assert.Equal(0, reason.Value.GetInt32()));

        JsonElement tooShort = (await CommandLine.SimulateAsync(_folder.Path, "--seconds", "1")).GetProperty("signal");
        Assert.Equal(JsonValueKind.Null, tooShort.GetProperty("index").ValueKind);
        Assert.Equal(JsonValueKind.Null, tooShort.GetProperty("electrodes").ValueKind);
    }

    [Fact]
    public async Task Paths_are_absolute_and_lead_to_files_of_the_size_that_is_told()
    {
        string relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), _folder["a b"]);
        JsonElement json = await CommandLine.SimulateAsync(relative, "--seconds", "3");
        JsonElement stored = json.GetProperty("stored");
        string[] paths =
        [
            .. json.GetProperty("screens").EnumerateArray().Select(screen => screen.GetString()!),
            stored.GetProperty("file").GetString()!, stored.GetProperty("csv").GetString()!,
        ];
        Assert.All(paths, path => Assert.True(Path.IsPathFullyQualified(path) && File.Exists(path), path));
        Assert.Equal(new FileInfo(stored.GetProperty("file").GetString()!).Length, stored.GetProperty("bytes").GetInt64());
        Assert.Equal(1, stored.GetProperty("records").GetInt32());
    }

    [Fact]
    public async Task Json_in_a_file_leaves_the_table_on_standard_output()
    {
        string file = _folder["new/result.json"];
        Outcome outcome = await CommandLine.RunAsync(["simulate", "--seconds", "3", "--out", _folder["new"], "--json", file]);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.Contains("Heart rate", outcome.Output, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        Assert.Equal(375, json.RootElement.GetProperty("samples").GetInt32());
    }

    [Fact]
    public async Task The_same_options_give_the_same_result()
    {
        string[] texts = new string[2];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = (await CommandLine.SimulateAsync(_folder.Path, "--seconds", "10", "--seed", "5")).GetRawText();
        }

        Assert.Equal(texts[0], texts[1]);
    }

    private static JsonElement At(JsonElement element, string path) => path.Split('.').Aggregate(
        element, (at, step) => int.TryParse(step, out int index) ? at[index] : at.GetProperty(step));
}
