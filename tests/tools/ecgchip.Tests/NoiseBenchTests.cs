using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using EcgChip.Cli.Noise;
using EcgChip.Formats;
using EcgChip.Scoring;
using EcgChip.Testing;
using SkiaSharp;

namespace EcgChip.Cli.Tests;

[Collection(ConsoleTests.Name)]
public sealed class NoiseBenchTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [SkippableFact]
    public async Task The_bench_writes_page_picture_and_json_and_fails_when_a_target_is_missed()
    {
        _ = SharedData.Nstdb();
        Outcome outcome = await CommandLine.RunAsync(
            ["bench", "noise", "--data", SharedData.Mitdb(), "--seconds", "304", "--out", _folder["docs/noise.md"], "--json", "-"]);
        JsonElement json = outcome.Json();
        JsonElement[] points = [.. json.GetProperty("points").EnumerateArray()];
        Assert.Equal(24, points.Length);
        Assert.Equal([24, 18, 12, 6, 0, -6], points.Select(point => point.GetProperty("snr").GetDouble()).Distinct());

        // Four seconds are scored: records 118 and 119 beat some five and four times in them.
        Assert.All(points, point => Assert.InRange(point.GetProperty("beats").GetInt32(), 2, 7));
        Assert.All(
            points.Where(point => point.GetProperty("snr").GetInt32() == 24),
            point => Assert.Equal((100, 0), (point.GetProperty("se").GetDouble(), point.GetProperty("shutdownPercent").GetDouble())));
        bool met = json.GetProperty("targets").EnumerateArray().All(target => target.GetProperty("met").GetBoolean());
        Assert.Equal(10, json.GetProperty("targets").GetArrayLength());
        Assert.Equal(met, json.GetProperty("met").GetBoolean());
        Assert.Equal(met ? ExitCode.Done : ExitCode.Failed, outcome.ExitCode);
        Assert.Equal(met, outcome.Error.Length == 0);

        string page = await File.ReadAllTextAsync(_folder["docs/noise.md"]);
        Assert.Contains("](images/noise.png)", page, StringComparison.Ordinal);
        Assert.Equal(["images", "noise.md"], _folder.Names("docs"));
        using SKBitmap picture = SKBitmap.Decode(_folder["docs/images/noise.png"]);
        Assert.Equal((1040, 720), (picture.Width, picture.Height));

        // Lines, their names and the numbers at the axes: none of it is left out where a machine has no fonts.
        SKColor[] pixels = picture.Pixels;
        Assert.All(
            [new SKColor(0x1F, 0x5F, 0xB4), new SKColor(0xD0, 0x5A, 0x10), new SKColor(0x77, 0x77, 0x77)],
            colour => Assert.InRange(pixels.Count(pixel => pixel == colour), 500, 50_000));
        int[] left = [.. Enumerable.Range(0, 300).Where(y => Enumerable.Range(30, 25).Any(x => pixels[(y * picture.Width) + x].Red < 0x60))];
        Assert.InRange(left.Length, 50, 120);
    }

    [SkippableFact]
    public async Task An_interrupted_bench_leaves_nothing_behind()
    {
        _ = SharedData.Nstdb();
        using CancellationTokenSource soon = new(TimeSpan.FromMilliseconds(400));
        Outcome outcome = await CommandLine.RunAsync(
            ["bench", "noise", "--data", SharedData.Mitdb(), "--out", _folder["docs/noise.md"], "--json", _folder["noise.json"]], soon.Token);
        Assert.Equal((ExitCode.Failed, "ecgchip: Interrupted: nothing was written." + Environment.NewLine), (outcome.ExitCode, outcome.Error));
        Assert.Empty(_folder.Names());
    }

    [SkippableFact]
    public async Task What_cannot_be_measured_is_refused()
    {
        (await CommandLine.RunAsync(["bench", "noise", "--data", _folder.Path])).IsRefusedBecause("There is no record 118");
        (await CommandLine.RunAsync(["bench", "noise", "--data", SharedData.Mitdb(), "--noise-data", _folder["no"]])).IsRefusedBecause("with recordings of noise");
        (await CommandLine.RunAsync(["bench", "noise", "--data", SharedData.Mitdb(), "--noise-data", _folder.Path])).IsRefusedBecause("There is no record");
        (await CommandLine.RunAsync(["bench", "noise", "--data", SharedData.Mitdb(), "--out", _folder.Path])).IsRefusedBecause("is a folder");
    }

    [Theory]
    [InlineData("em", 12, 990, 0, 86, 0, true)]
    [InlineData("em", 12, 989, 0, 86, 0, false)]
    [InlineData("em", 12, 990, 0, 87, 0, false)]
    [InlineData("em", 6, 776, 200, 170, 25, true)]
    [InlineData("em", 6, 775, 200, 170, 25, false)]
    [InlineData("em", 6, 776, 200, 171, 25, false)]
    [InlineData("em", 6, 776, 200, 170, 26, false)]
    [InlineData("em", 0, 10, 0, 900, 90, true)]
    [InlineData("bw", 6, 10, 0, 900, 90, true)]
    public void Targets_are_met_from_their_limit_on_and_beats_in_shutdown_do_not_count(
        string noise, double decibels, int found, int inShutdown, int falseBeats, int shutdownSeconds, bool isMet)
    {
        // Of 1000 true beats: at 12 dB 990 of 1000 and 990 of 1076 called; at 6 dB 776 of the 800 outside and 776 of 946.
        NoiseResult result = new([Point(noise, decibels, found, inShutdown, falseBeats, shutdownSeconds)], []);
        Assert.Equal(isMet, result.Missed.Count == 0);
    }

    [Fact]
    public void A_target_that_nothing_was_measured_for_is_missed() =>
        Assert.Equal(2, new NoiseResult([new NoisePoint("em", 12, new RecordScore("118", new Confusion()))], []).Missed.Count);

    [Fact]
    public void The_page_has_a_line_for_each_point_with_the_detectors_of_PhysioNet_beside_it()
    {
        NoiseResult result = new([Point("em", 6, 776, 200, 170, 25), Point("bw", -6, 500, 0, 0, 0)], [("bedside", "live", "1234")]);
        string page = NoiseReport.Markdown(result, null);
        Assert.Contains("| 118 | 6 | 77.60 | 97.00 | 82.03 | 25.00 | 224 | 200 | 170 | 99.3 / 70.5 | 99.6 / 67.3 |\n", page, StringComparison.Ordinal);
        Assert.Contains("| 118 | -6 | 50.00 | 50.00 | 100.00 | 0.00 | 500 | 0 | 0 |  |  |\n", page, StringComparison.Ordinal);
        Assert.Contains("| 118 at 6 dB em, time in shutdown | 25.00 | at most 25 | met |\n", page, StringComparison.Ordinal);
        Assert.DoesNotContain("![", page, StringComparison.Ordinal);
    }

    private static NoisePoint Point(string noise, double decibels, int found, int inShutdown, int falseBeats, int shutdownSeconds)
    {
        const int TrueBeats = 1000;
        Confusion confusion = new();
        for (int i = 0; i < found; i++)
        {
            confusion.Count(AamiClass.N, AamiClass.N);
        }

        for (int i = 0; i < TrueBeats - found; i++)
        {
            if (i < inShutdown)
            {
                confusion.CountMissedInShutdown(AamiClass.N);
            }
            else
            {
                confusion.Count(AamiClass.N, null);
            }
        }

        for (int i = 0; i < falseBeats; i++)
        {
            confusion.Count(null, AamiClass.V);
        }

        return new NoisePoint(noise, decibels, new RecordScore("118", confusion) { ScoredSeconds = 100, ShutdownSeconds = shutdownSeconds });
    }
}
