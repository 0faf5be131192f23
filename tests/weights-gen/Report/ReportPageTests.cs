using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using EcgChip.Testing;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Map;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Pictures;
using EcgChip.WeightsGen.Report;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Tests.Report;

public sealed partial class ReportPageTests
{
    private static readonly Places s_places = new(SharedData.RepositoryRoot);
    private static readonly Lazy<string> s_full = new(() => ReportPage.Write(Data()));

    [Fact]
    public void The_page_needs_nothing_else_and_no_script()
    {
        string page = s_full.Value;

        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        foreach (string outside in new[] { "<script", "<link", "<img", "<iframe", "src=", "url(", "@import", "onload", "javascript:" })
            Assert.DoesNotContain(outside, page, StringComparison.OrdinalIgnoreCase);
        Assert.All(Links().Matches(page), link => Assert.StartsWith("#", link.Groups[1].Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_link_has_its_section_every_table_its_caption_and_every_picture_its_words()
    {
        string page = s_full.Value;

        string[] ids = [.. Ids().Matches(page).Select(match => match.Groups[1].Value)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(Links().Matches(page), link => Assert.Contains(link.Groups[1].Value[1..], ids));
        Assert.Equal(["summary", "data", "training", "confusion", "figures", "thresholds", "map", "misses", "int8", "chip"], ids);
        Assert.Equal(Count(page, "<table"), Count(page, "<caption>"));
        Assert.Equal(Count(page, "<svg"), Count(page, "<figcaption>"));
        Assert.Equal(Count(page, "<svg"), Count(page, "role=\"img\""));
        foreach (string tag in new[] { "section", "table", "tr", "td", "th", "figure", "div", "svg", "p" })
            Assert.Equal(Count(page, $"<{tag} ") + Count(page, $"<{tag}>"), Count(page, $"</{tag}>"));
    }

    [Fact]
    public void The_page_says_the_figures_with_their_protocol()
    {
        ReportData data = Data();
        string page = s_full.Value;

        Assert.Contains($"{Html.Percent(data.Judgement.InInt8.Accuracy, 2)} %", page, StringComparison.Ordinal);
        Assert.Contains("by beat: the same patients stand on both sides of the split", page, StringComparison.Ordinal);
        Assert.Contains(data.ModelHash, page, StringComparison.Ordinal);
        Assert.Contains("2.0 million instructions a beat", page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_there_is_said()
    {
        string page = ReportPage.Write(Data() with { Epochs = null, Map = null, Chip = null, Misses = [], Seeds = [] });

        foreach (string words in new[] { "give it with --epochs", "--no-map", "--chip chip.json", "No beat was taken", "weights-gen report seeds" })
            Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Seeds_have_mean_and_spread_by_protocol()
    {
        SeedRun Run(int seed, string protocol, double s) => new("bedside", seed, $"hash{seed}", protocol, 100, [96, 95, s, 50, 90, 90]);
        string page = ReportPage.Write(Data() with { Seeds = [Run(1, SeedProtocol.Ds2, 70), Run(2, SeedProtocol.Ds2, 80), Run(1, SeedProtocol.HeldOut, 33.3)] });

        Assert.Contains("<th scope=\"row\">mean</th><td>96.0</td><td>95.0</td><td>75.0</td>", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">spread</th><td>0.0</td><td>0.0</td><td>7.1</td>", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\">spread</th><td>–</td>", page, StringComparison.Ordinal);
        Assert.Contains("DS2&#39;s patients, never learnt from", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_data_gives_the_same_bytes()
    {
        Assert.Equal(s_full.Value, ReportPage.Write(Data()));
    }

    [SkippableFact]
    public void A_strip_shows_the_recording_as_ECG_paper_does_with_the_beat_on_its_mark()
    {
        string folder = SharedData.Mitdb();
        EcgStrip strip = EcgStrip.Of(Path.Combine(folder, "208"));
        const int Sample = 100_000;

        Picture picture = strip.Draw(Sample, "strip");

        Assert.Equal("MLII", strip.Lead);
        Assert.Equal("4:37.8", strip.TimeOf(Sample));
        Assert.Equal(100, picture.Width);
        AreaPart mark = picture.Parts.OfType<AreaPart>().Single();
        Assert.Equal(50, mark.Corner.X + (mark.Width / 2), 1e-6);
        LinePart trace = picture.Parts.OfType<LinePart>().Last();
        Assert.Equal(4 * 360, trace.Points.Count);
        Assert.All(trace.Points, point => Assert.True(point.Y >= 5 && point.Y <= picture.Height, point.ToString()));

        // Amplitude between two samples: 10 mm a millivolt of the recording's 200 units.
        int[] raw = EcgChip.Formats.Wfdb.WfdbRecord.Open(Path.Combine(folder, "208")).ReadSignal(0);
        Assert.Equal((raw[Sample] - raw[Sample - 360]) / 20.0, trace.Points[360].Y - trace.Points[720].Y, 1e-6);
        Assert.Equal(25, trace.Points[720].X - trace.Points[360].X, 1e-6);
    }

    private static ReportData Data()
    {
        KnownNetwork network = KnownNetwork.Find(SeedShape.Name);
        TrainedWeights weights = TrainedWeights.Load(s_places.Weights(SeedShape.Name), network.Shape);
        List<Beat> beats = TestBeats.Make(40);
        Split split = Split.ByList(Split.Balanced, beats.Where((_, i) => i % 7 == 0).Select(beat => beat.Key).ToHashSet());
        BeatSet all = new([.. beats.GroupBy(beat => beat.Record).Select(group => new RecordBeats(group.Key, [.. group], null))]);
        JudgingBeats judged = JudgingBeats.Choose(network, weights.Origin, split, all, heldOut: false);
        Judgement judgement = NetworkRuns.Judge(weights.Network, network.Generated(), judged.Beats);
        return new ReportData
        {
            Network = network,
            Weights = weights,
            ModelHash = network.Generated().Hash,
            All = all,
            Judged = judged,
            Judgement = judgement,
            LayerErrors = NetworkRuns.CompareLayers(weights, [.. judged.Beats.Take(2)]),
            LayerErrorBeats = 2,
            Epochs = EpochLog.TryRead(s_places.EpochLog(SeedShape.Name)),
            Map = NetworkMap.Of(NetworkMap.PointsOf(weights.Network, judged.Beats, 100, 1), "map", new TsneOptions { Iterations = 20 }),
            Mapped = judged,
            Misses = [new DrawnMiss(SvgPicture.Element(new Picture(10, 10, "strip"), "mm"), "Record <100>, 1:00.0")],
            Chip = new ChipCost(160, 2e6, 1e4, 200, null, [("0 conv", 2e6, 1e4)], [("load %", 50, 60)]),
        };
    }

    private static int Count(string page, string what) => Regex.Count(page, Regex.Escape(what));

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("<section id=\"([^\"]*)\"")]
    private static partial Regex Ids();
}
