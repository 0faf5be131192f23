using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Cli.Beats;
using EcgChip.Formats;
using EcgChip.Scoring;
using EcgChip.Testing;

namespace EcgChip.Cli.Tests;

[Collection(ConsoleTests.Name)]
public sealed class BeatBenchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task The_bench_writes_page_and_json_with_a_line_for_each_way_of_playing_and_each_record()
    {
        _ = SharedData.Nstdb();
        Outcome outcome = await CommandLine.RunAsync(
            ["bench", "beats", "--data", SharedData.Mitdb(), "--records", "119,114", "--seconds", "360", "--out", _folder["docs/beats.md"], "--json", "-"]);
        Assert.Equal((ExitCode.Done, ""), (outcome.ExitCode, outcome.Error));
        JsonElement json = outcome.Json();
        JsonElement[] variants = [.. json.GetProperty("variants").EnumerateArray()];
        Assert.Equal(["as recorded", "gain 0.5", "gain 2", "noise em, 12 dB", "the other lead"], variants.Select(variant => variant.GetProperty("name").GetString()));
        Assert.All(variants, variant => Assert.Equal(variants[0].GetProperty("beats").GetInt32(), variant.GetProperty("beats").GetInt32()));
        Assert.All(variants.SkipLast(1), variant => Assert.Equal(["MLII", "MLII"], Leads(variant)));
        Assert.Equal(["V1", "V5"], Leads(variants[^1]));
        Assert.Equal(["119", "114"], json.GetProperty("records").EnumerateArray().Select(record => record.GetString()));
        Assert.Empty(json.GetProperty("targets").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("met").ValueKind);

        // The other lead is another signal, and noise adds beats or takes some.
        string[] figures = [.. variants.Select(variant => variant.GetProperty("N").ToString() + variant.GetProperty("qrs") + variant.GetProperty("V"))];
        Assert.NotEqual(figures[0], figures[3]);
        Assert.NotEqual(figures[0], figures[4]);

        string page = await File.ReadAllTextAsync(_folder["docs/beats.md"]);
        Assert.Contains("| the other lead | V1 1, V5 1 |", page, StringComparison.Ordinal);
        Assert.Contains("| 119 | ", page, StringComparison.Ordinal);
        Assert.Contains("| 114 | ", page, StringComparison.Ordinal);
        Assert.Contains("2 records of the MIT-BIH", page, StringComparison.Ordinal);
        Assert.DoesNotContain("To reach", page, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_variant_is_what_score_gives_for_it()
    {
        _ = SharedData.Nstdb();
        string[] of = ["--data", SharedData.Mitdb(), "--records", "119", "--seconds", "330", "--json", "-"];
        JsonElement[] variants = [.. (await CommandLine.RunAsync(["bench", "beats", .. of])).Json().GetProperty("variants").EnumerateArray()];
        string[][] options = [[], ["--gain", "0.5"], ["--gain", "2"], ["--noise", "em:12"], ["--lead", "other"]];
        foreach ((JsonElement variant, string[] option) in variants.Zip(options))
        {
            JsonElement gross = (await CommandLine.RunAsync(["score", .. of, .. option])).Json().GetProperty("gross");
            Assert.All(["N", "S", "V"], name => Assert.Equal(Figure(gross, name), Figure(variant, name)));
        }

        static (string, string) Figure(JsonElement of, string name) => (of.GetProperty(name).GetProperty("se").ToString(), of.GetProperty(name).GetProperty("ppv").ToString());
    }

    [Fact]
    public void The_targets_are_those_of_the_next_patient_and_are_met_at_their_limits()
    {
        Figures at = new(new QrsScore(100, 100, 0, 0), new ClassScore(94, 91), new ClassScore(78, 55), new ClassScore(96, 90));
        Figures below = new(at.Qrs, new ClassScore(93.99, null), new ClassScore(77.99, 54.99), new ClassScore(95.99, 90));

        Assert.All(BeatTarget.Of(at), target => Assert.True(target.IsMet, target.Name));
        Assert.All(BeatTarget.Of(below), target => Assert.False(target.IsMet, target.Name));
        Assert.Equal(5, BeatTarget.Of(at).Count);
    }

    [Fact]
    public void Only_all_of_DS2_is_held_to_targets_and_its_page_says_which_were_missed()
    {
        Score score = Score.Of([new RecordScore("100", Table())]);
        BeatVariant[] variants = [new("as recorded", score, ["MLII"])];
        BeatResult whole = new("ds2", variants, [], HasTargets: true);

        Assert.Empty(new BeatResult("ds2", variants, [], HasTargets: false).Targets);
        Assert.Equal(["S, sensitivity", "S, positive predictivity"], whole.Missed.Select(target => target.Name));
        string page = BeatReport.Markdown(whole);
        Assert.Contains("| V, sensitivity | 100.00 | 94 | met |", page, StringComparison.Ordinal);
        Assert.Contains("| S, sensitivity | 50.00 | 78 | missed |", page, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_interrupted_bench_leaves_nothing_behind()
    {
        _ = SharedData.Nstdb();
        using CancellationTokenSource soon = new(TimeSpan.FromMilliseconds(400));
        Outcome outcome = await CommandLine.RunAsync(
            ["bench", "beats", "--data", SharedData.Mitdb(), "--records", "119", "--out", _folder["docs/beats.md"], "--json", _folder["beats.json"]], soon.Token);
        Assert.Equal((ExitCode.Failed, "ecgchip: Interrupted: nothing was written." + Environment.NewLine), (outcome.ExitCode, outcome.Error));
        Assert.Empty(_folder.Names());
    }

    [SkippableFact]
    public async Task What_cannot_be_measured_is_refused()
    {
        (await CommandLine.RunAsync(["bench", "beats", "--data", _folder.Path])).IsRefusedBecause("There is no record 100");
        (await CommandLine.RunAsync(["bench", "beats", "--data", SharedData.Mitdb(), "--noise-data", _folder["no"]])).IsRefusedBecause("with recordings of noise");
        (await CommandLine.RunAsync(["bench", "beats", "--data", SharedData.Mitdb(), "--records", "99"])).IsRefusedBecause("There is no record 99");
        (await CommandLine.RunAsync(["bench", "beats", "--data", SharedData.Mitdb(), "--out", _folder.Path])).IsRefusedBecause("is a folder");
    }

    private static string[] Leads(JsonElement variant) => [.. variant.GetProperty("leads").EnumerateArray().Select(lead => lead.GetString()!)];

    // All N and V right, of two S one called S and another N, and an N called S.
    private static Confusion Table()
    {
        Confusion table = new();
        for (int i = 0; i < 99; i++)
        {
            table.Count(AamiClass.N, AamiClass.N);
        }

        table.Count(AamiClass.N, AamiClass.S);
        table.Count(AamiClass.S, AamiClass.S);
        table.Count(AamiClass.S, AamiClass.N);
        table.Count(AamiClass.V, AamiClass.V);
        return table;
    }
}
