using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Cli.Scores;
using EcgChip.Formats.Wfdb;
using EcgChip.Scoring;
using EcgChip.Testing;

namespace EcgChip.Cli.Tests;

[Collection(ConsoleTests.Name)]
public sealed class ScoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task The_json_has_what_the_contract_names_and_what_is_not_known_is_null()
    {
        Outcome outcome = await ScoreAsync("--records", "100,208", "--all-beats", "--seconds", "60", "--json", "-");
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        JsonElement json = outcome.Json();
        Assert.Equal(("EC57", true), (json.GetProperty("protocol").GetString(), json.GetProperty("allBeats").GetBoolean()));
        Assert.Equal(["100", "208"], json.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("name").GetString()));
        foreach (JsonElement part in json.GetProperty("records").EnumerateArray().Append(json.GetProperty("gross")).Append(json.GetProperty("average")))
        {
            JsonElement qrs = part.GetProperty("qrs");
            Assert.InRange(qrs.GetProperty("se").GetDouble(), 95, 100);
            Assert.InRange(qrs.GetProperty("ppv").GetDouble(), 95, 100);
            Assert.InRange(qrs.GetProperty("shutdownPercent").GetDouble(), 0, 5);
            Assert.True(qrs.GetProperty("missed").GetDouble() >= qrs.GetProperty("missedInShutdown").GetDouble());
            Assert.All("VSN", key => Assert.Equal(2, part.GetProperty(key.ToString()).EnumerateObject().Count()));
        }

        // In its first minute record 100 has no V beat.
        JsonElement first = json.GetProperty("records")[0];
        Assert.Equal(JsonValueKind.Null, first.GetProperty("V").GetProperty("se").ValueKind);
        int[][] confusion = [.. json.GetProperty("confusion").EnumerateArray().Select(row => row.EnumerateArray().Select(count => count.GetInt32()).ToArray())];
        Assert.Equal([6, 6, 6, 6, 6, 6], confusion.Select(row => row.Length));
        Assert.Equal(
            json.GetProperty("records").EnumerateArray().Sum(record => record.GetProperty("beats").GetInt32()), confusion[..5].Sum(row => row.Sum()));
        Assert.Equal(json.GetProperty("gross").GetProperty("qrs").GetProperty("false").GetInt32(), confusion[5].Sum());
        Assert.Equal("live", json.GetProperty("models")[0].GetProperty("role").GetString());

        // Neither fibrillates in its first minute, and neither is said to.
        foreach (JsonElement part in json.GetProperty("records").EnumerateArray().Append(json.GetProperty("gross")))
        {
            JsonElement rhythm = part.GetProperty("atrialFibrillation");
            Assert.All(["referenceSeconds", "foundSeconds", "overlapSeconds"], key => Assert.Equal(0, rhythm.GetProperty(key).GetDouble()));
            Assert.All(["se", "ppv", "ppvOutsideFlutter"], key => Assert.Equal(JsonValueKind.Null, rhythm.GetProperty(key).ValueKind));
        }
    }

    [SkippableFact]
    public async Task Annotations_hold_what_was_scored_at_the_records_own_rate_and_time()
    {
        Outcome outcome = await ScoreAsync(
            "--records", "105", "--all-beats", "--start", "1190", "--seconds", "60", "--annotations", _folder["found"], "--json", "-");
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.Equal(["105.ecg"], _folder.Names("found"));
        FoundBeats found = FoundBeats.FromAnnotations(WfdbAnnotations.Read(_folder["found/105.ecg"]), 360);
        SampleRange played = new(1190 * 360, (1250 * 360) - 1);
        Assert.All(found.Beats, beat => Assert.True(played.Contains(beat.Sample)));
        Assert.NotEmpty(found.Beats);

        // In minute 20 of record 105 the electrodes move so much that a device has to say so; compared again from the file, nothing is different.
        ReferenceBeats reference = ReferenceBeats.FromAnnotations(WfdbAnnotations.Read(Path.Combine(SharedData.Mitdb(), "105.atr")));
        RecordScore again = Ec57Comparison.Compare("105", reference, found, 360, played, 0);
        JsonElement record = outcome.Json().GetProperty("records")[0];
        JsonElement qrs = record.GetProperty("qrs");
        Assert.Equal(again.Beats, record.GetProperty("beats").GetInt32());
        Assert.Equal(
            (again.Confusion.MissedBeats, again.Confusion.FalseBeats, again.Confusion.MissedInShutdown),
            (qrs.GetProperty("missed").GetInt32(), qrs.GetProperty("false").GetInt32(), qrs.GetProperty("missedInShutdown").GetInt32()));
        Assert.Equal(again.ShutdownSeconds, qrs.GetProperty("shutdownSeconds").GetDouble(), 0.001);
    }

    [SkippableFact]
    public async Task The_first_five_minutes_are_not_scored_unless_asked_for()
    {
        Outcome outcome = await ScoreAsync("--records", "100", "--seconds", "310", "--json", "-");
        JsonElement record = outcome.Json().GetProperty("records")[0];

        // Record 100 beats 12 or 13 times in ten seconds.
        Assert.InRange(record.GetProperty("beats").GetInt32(), 11, 14);
        Assert.Equal(10, record.GetProperty("seconds").GetDouble(), 0.01);
    }

    [SkippableFact]
    public async Task The_figures_do_not_depend_on_how_many_records_are_played_at_a_time()
    {
        string[] args = ["--records", "101,203,232", "--all-beats", "--seconds", "20", "--json", "-"];
        Outcome one = await ScoreAsync([.. args, "--parallel", "1"]);
        Outcome three = await ScoreAsync([.. args, "--parallel", "3"]);
        Assert.Equal(one.Output, three.Output);
    }

    [SkippableFact]
    public async Task People_get_a_table_with_a_line_a_record_and_gross_and_average()
    {
        Outcome outcome = await ScoreAsync("--records", "100,101", "--all-beats", "--seconds", "10");
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        Assert.All(["100", "101", "gross", "average", "QRS Se", "shutdown", "bedside"], word => Assert.Contains(word, outcome.Output, StringComparison.Ordinal));
    }

    [SkippableFact]
    public void Ds1_and_ds2_are_the_halves_by_patient_and_all_is_every_record()
    {
        string folder = RecordList.Folder(SharedData.Directory);
        Assert.Equal(folder, RecordList.Folder(SharedData.Mitdb()));
        Assert.Equal((22, 22, 48), (RecordList.Choose(folder, "ds1").Count, RecordList.Choose(folder, "ds2").Count, RecordList.Choose(folder, "all").Count));
        Assert.Equal(["102", "104", "107", "217"], RecordList.Choose(folder, "all").Except(PatientSplit.Ds1).Except(PatientSplit.Ds2));
        Assert.Empty(PatientSplit.Ds1.Intersect(PatientSplit.Ds2));
    }

    [SkippableFact]
    public void Atrial_fibrillation_is_scored_by_duration_where_a_device_tells_of_it()
    {
        ScorePlan plan = new()
        {
            Folder = SharedData.Mitdb(),
            Records = ["219"],
            AllBeats = true,
            Start = 600,
            Seconds = 60,
            AtrialFibrillation = (_, _) => [new RhythmEpisode(20, 50)],
        };
        AtrialFibrillationScore score = new ScoreRun(plan).Run().AtrialFibrillation!;
        double truth = RhythmEpisode.FromAnnotations(
                WfdbAnnotations.Read(Path.Combine(SharedData.Mitdb(), "219.atr")), RhythmEpisode.AtrialFibrillation, 360, 1800)
            .Sum(episode => Math.Max(0, Math.Min(660, episode.End) - Math.Max(600, episode.Start)));
        Assert.Equal((truth, 30), (score.All.ReferenceSeconds, score.All.FoundSeconds));
        Assert.InRange(score.All.OverlapSeconds, 0, 30);
        Assert.Null(new ScoreRun(plan with { AtrialFibrillation = (_, _) => null, Seconds = 5 }).Run().AtrialFibrillation);
    }

    [SkippableFact]
    public async Task In_record_203_the_device_finds_the_fibrillation_by_its_own_beats_and_tells_people_so()
    {
        // From 310 s to 490 s the record fibrillates throughout.
        string[] args = ["--records", "203", "--all-beats", "--start", "310", "--seconds", "180"];
        JsonElement rhythm = (await ScoreAsync([.. args, "--json", "-"])).Json().GetProperty("records")[0].GetProperty("atrialFibrillation");
        double found = rhythm.GetProperty("foundSeconds").GetDouble();
        Assert.Equal(180, rhythm.GetProperty("referenceSeconds").GetDouble(), 1e-3);
        Assert.InRange(rhythm.GetProperty("se").GetDouble(), 80, 100);
        Assert.InRange(found, 144, 180);
        Assert.Equal(found, rhythm.GetProperty("overlapSeconds").GetDouble());
        Assert.Equal(100, rhythm.GetProperty("ppv").GetDouble());
        Outcome people = await ScoreAsync(args);
        Assert.All(["Atrial fibrillation by duration", "flutter", "100.00"], word => Assert.Contains(word, people.Output, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task An_interrupted_score_leaves_nothing_behind()
    {
        using CancellationTokenSource soon = new(TimeSpan.FromMilliseconds(300));
        Outcome outcome = await CommandLine.RunAsync(
            ["score", "--data", SharedData.Mitdb(), "--annotations", _folder["found"], "--json", _folder["score.json"]], soon.Token);
        Assert.Equal((ExitCode.Failed, "ecgchip: Interrupted: nothing was written." + Environment.NewLine), (outcome.ExitCode, outcome.Error));
        Assert.Equal("", outcome.Output);
        Assert.Empty(_folder.Names());
    }

    [SkippableTheory]
    [InlineData("There is no record 999", "--records", "999")]
    [InlineData("--records , names no record", "--records", ",")]
    [InlineData("--records ../100 is no record", "--records", "../100")]
    [InlineData("--start 9000 leaves nothing to play of record 100", "--records", "100", "--start", "9000")]
    [InlineData("has no lead V9", "--records", "100", "--lead", "V9")]
    [InlineData("--noise hum:6 is not known", "--noise", "hum:6")]
    [InlineData("--noise em is not known", "--noise", "em")]
    [InlineData("--noise em:loud has no number of dB", "--noise", "em:loud")]
    [InlineData("--noise em:99 is out of range", "--noise", "em:99")]
    [InlineData("--noise-data says where noise is", "--noise-data", "somewhere")]
    [InlineData("There is no folder nowhere with recordings of noise", "--noise", "em:6", "--noise-data", "nowhere")]
    [InlineData("--parallel 0 is out of range", "--parallel", "0")]
    [InlineData("--gain 0 is out of range", "--gain", "0")]
    public async Task What_cannot_be_scored_is_refused_with_what_to_give_instead(string because, params string[] args) =>
        (await ScoreAsync(args)).IsRefusedBecause(because);

    [Fact]
    public async Task Without_data_or_in_a_folder_without_records_nothing_is_scored()
    {
        (await CommandLine.RunAsync(["score"])).IsRefusedBecause("--data");
        (await CommandLine.RunAsync(["score", "--data", _folder["missing"]])).IsRefusedBecause("does not exist");
        (await CommandLine.RunAsync(["score", "--data", _folder.Path])).IsRefusedBecause("names no record");
    }

    [SkippableFact]
    public async Task A_record_that_is_damaged_is_refused_before_any_is_played()
    {
        foreach (string name in new[] { "100.hea", "100.dat", "100.atr", "101.hea", "101.dat" })
        {
            File.Copy(Path.Combine(SharedData.Mitdb(), name), _folder[name]);
        }

        (await CommandLine.RunAsync(["score", "--data", _folder.Path, "--records", "100,101"])).IsRefusedBecause("101 has no reference annotations");
        File.WriteAllBytes(_folder["101.atr"], [1, 2, 3]);
        (await CommandLine.RunAsync(["score", "--data", _folder.Path])).IsRefusedBecause("101.atr is cut off");
        WfdbAnnotations.Write(_folder["101.atr"], [WfdbAnnotation.At(100, 'N')]);
        byte[] samples = File.ReadAllBytes(_folder["101.dat"]);
        samples[1000] ^= 0x55;
        File.WriteAllBytes(_folder["101.dat"], samples);
        Outcome outcome = await CommandLine.RunAsync(["score", "--data", _folder.Path, "--records", "101", "--annotations", _folder["found"]]);
        outcome.IsRefusedBecause("is damaged");
        Assert.False(Directory.Exists(_folder["found"]), "The refused run left a folder behind.");
    }

    private static Task<Outcome> ScoreAsync(params string[] args) => CommandLine.RunAsync(["score", "--data", SharedData.Mitdb(), .. args]);
}
