using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Inference;
using EcgChip.Testing;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Tests.Evaluation;

public sealed class PatientRunLogTests
{
    // S: 3 of 4 found, 3 of 5 right; V: 2 of 2 found, 2 of 2 right; all: 11 of 14.
    private static readonly int[] s_true = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2];
    private static readonly int[] s_found = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 2, 2];

    [Fact]
    public void A_run_s_line_has_the_figures_and_is_read_back()
    {
        PatientRun run = Run("0123456789abcdef");

        Assert.Equal("0123456789abcdef,bedside,14,7,9,78.57,78.57,100.00,75.00,60.00,100.00,100.00,75.00,60.00,100.00,100.00", run.ToCsv());
        Assert.Equal(run, PatientRun.FromCsv(run.ToCsv()));
        Assert.Contains("14 beats of DS2's 22 patients that the detector found (7 missed, 9 false)", run.ToSentence(), System.StringComparison.Ordinal);
        Assert.Contains("float 78.57 %, int8 78.57 %", run.ToSentence(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_log_has_one_line_a_model()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("log.csv");

        Assert.Null(PatientRunLog.Find(path, "a"));
        Assert.True(PatientRunLog.Add(path, Run("a")));
        Assert.True(PatientRunLog.Add(path, Run("b")));
        Assert.False(PatientRunLog.Add(path, Run("a")));

        Assert.Equal([PatientRun.Header, Run("a").ToCsv(), Run("b").ToCsv()], File.ReadAllLines(path));
        Assert.Equal(Run("b"), PatientRunLog.Find(path, "b"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("model,network\n")]
    [InlineData(PatientRun.Header + "\na,bedside,1,2\n")]
    public void What_is_no_log_is_refused_with_a_sentence(string text)
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("log.csv"), text);

        Assert.Throws<InputException>(() => PatientRunLog.Add(folder.File("log.csv"), Run("a")));
    }

    [Fact]
    public void The_committed_bedside_model_s_run_is_in_the_committed_log()
    {
        Model model = KnownNetwork.Find(BedsideShape.Name).Generated();

        Assert.NotNull(PatientRunLog.Find(new Places(SharedData.RepositoryRoot).PatientRuns, model.Hash));
    }

    private static PatientRun Run(string hash)
    {
        List<Beat> beats = [.. s_true.Select((beatClass, i) => new Beat("100", i, i, beatClass, []))];
        Confusion confusion = Confusion.Of(beats, s_found);
        return PatientRun.Of(BedsideShape.Name, new EvaluationResult("patient", hash, confusion, confusion, new Detection(7, 9), 100));
    }
}
