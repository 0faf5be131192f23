using System;
using System.IO;
using System.Linq;
using EcgChip.Testing;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Report.Tables;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Tests.Report;

public sealed class ResultTablesTests
{
    private static readonly Places s_places = new(SharedData.RepositoryRoot);

    [Fact]
    public void The_committed_page_is_what_the_command_makes_of_the_committed_figures()
    {
        string page = ResultTables.Page(s_places);

        Assert.True(page == File.ReadAllText(s_places.ResultTables), "docs/results.md is not of these figures: run weights-gen report tables and commit it.");
    }

    [Fact]
    public void Our_rows_have_the_figures_of_the_weights_and_of_the_log()
    {
        string page = ResultTables.Page(s_places);
        Accuracies seed = TrainedWeights.Load(s_places.Weights(SeedShape.Name), SeedShape.Create()).Origin.Test!;
        PatientRun bedside = PatientRunLog.Find(s_places.PatientRuns, KnownNetwork.Find(BedsideShape.Name).Generated().Hash)!;

        Assert.Contains(FormattableString.Invariant($"**{seed.InInt8:0.0}** | MIT-BIH, by beat, {seed.Beats:N0} test beats"), page, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"**{double.Parse(bedside["int8_V_se"]):0.0}**"), page, StringComparison.Ordinal);
        Assert.Equal(bedside.Figures, string.Join(',', PatientRun.Header.Split(',').Skip(2).Select(column => bedside[column])));
    }

    [Fact]
    public void The_infarction_head_s_rows_come_from_its_evaluations_with_patients_and_intervals()
    {
        using TemporaryFolder folder = new();
        Places places = Copy(folder);
        Assert.Contains("Not in the tables yet: the infarction head", ResultTables.Page(places), StringComparison.Ordinal);
        Directory.CreateDirectory(places.Results);
        File.WriteAllText(ResultTables.ResultFile(places, "infarction", "patient"), Result("patient"));
        File.WriteAllText(ResultTables.ResultFile(places, "infarction", "random"), Result("random"));

        string page = ResultTables.Page(places);

        Assert.DoesNotContain("the infarction head (`", page, StringComparison.Ordinal);
        Assert.Contains("**84.6 (66.5 to 93.8)** | **–** | **62.5 (30.6 to 86.3)** | part of PTB, 26 patients (8 with an infarction), lead II, by patient", page, StringComparison.Ordinal);
        Assert.Contains("**81.0** | **80.0** | **70.0** | part of PTB, 408 test beats of 26 patients, lead II, by beat", page, StringComparison.Ordinal);
        string[] rows = page[page.IndexOf("table III", StringComparison.Ordinal)..].Split('\n');
        Assert.All(rows.Where(row => row.StartsWith('|')), row => Assert.Equal(7, row.Count(letter => letter == '|')));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{ \"protocol\": \"patient\" }")]
    public void What_is_no_evaluation_is_refused_with_a_sentence(string text)
    {
        using TemporaryFolder folder = new();
        Places places = Copy(folder);
        Directory.CreateDirectory(places.Results);
        File.WriteAllText(ResultTables.ResultFile(places, "infarction", "patient"), text);

        Assert.Throws<InputException>(() => ResultTables.Page(places));
    }

    private static Places Copy(TemporaryFolder folder)
    {
        Places places = new(folder.Path);
        foreach (string network in KnownNetwork.Names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(places.Weights(network))!);
            File.Copy(s_places.Weights(network), places.Weights(network));
        }

        File.Copy(s_places.PatientRuns, places.PatientRuns);
        return places;
    }

    private static string Result(string protocol) => $$"""
        { "protocol": "{{protocol}}", "beats": 408, "int8": { "accuracy": 81, "precision": 80, "recall": 70 },
          "patients": { "all": 26, "perClass": [18, 8], "int8": { "accuracy": 84.6, "precision": null, "recall": 62.5,
            "intervals95": { "accuracy": [66.5, 93.8], "precision": null, "recall": [30.6, 86.3] } } } }
        """;
}
