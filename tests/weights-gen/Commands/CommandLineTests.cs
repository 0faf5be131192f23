using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using EcgChip.Models.Bedside;
using EcgChip.Models.Seed;
using EcgChip.Testing;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Commands;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Tests.Commands;

[Collection("console")]
public sealed class CommandLineTests
{
    private const double LeastAccuracy = 95.5;
    private const double LeastRandomAccuracy = 98.5;
    private const double MostLossByInt8 = 0.3;
    private const double MostBedsideLossByInt8 = 0.5;

    // All annotated beats of DS2 outside ventricular flutter, of which it has none.
    private const int BeatsOfDs2 = 49_712;

    [SkippableFact]
    public void Evaluate_gives_the_agreed_json_alone_and_the_accuracy_that_the_model_s_file_says_and_must_reach()
    {
        SharedData.Mitdb();

        (int code, string output, string errors) = Run("evaluate", "seed", "--data", SharedData.Directory, "--json", "-");

        Assert.Equal(string.Empty, errors);
        Assert.Equal(ExitCode.Done, code);
        JsonNode json = JsonNode.Parse(output)!;
        int[] perClass = [.. json["perClass"]!.AsArray().Select(count => (int)count!)];
        Assert.Equal("balanced", (string?)json["protocol"]);
        Assert.Equal(3174, (int)json["beats"]!);
        Assert.Equal([819, 556, 819, 161, 819], perClass);
        Assert.InRange((double)json["agreement"]!, 0, 100);
        Assert.Equal(new SeedModel().Hash, (string?)json["model"]);
        foreach (string kind in new[] { "float", "int8" })
        {
            int[][] confusion = [.. json[kind]!["confusion"]!.AsArray().Select(row => row!.AsArray().Select(count => (int)count!).ToArray())];
            Assert.Equal(perClass, confusion.Select(row => row.Sum()));
            Assert.Equal(100.0 * confusion.Select((row, index) => row[index]).Sum() / 3174, (double)json[kind]!["accuracy"]!, 1e-9);
        }

        double inFloat = (double)json["float"]!["accuracy"]!;
        double inInt8 = (double)json["int8"]!["accuracy"]!;
        string file = File.ReadAllText(new Places(SharedData.RepositoryRoot).Generated("seed"));
        Assert.Contains(FormattableString.Invariant($"float {inFloat:0.00} %, int8 {inInt8:0.00} %"), file, StringComparison.Ordinal);
        Assert.True(inFloat >= LeastAccuracy, $"float {inFloat}");
        Assert.InRange(inFloat - inInt8, -MostLossByInt8, MostLossByInt8);
    }

    [SkippableFact]
    public void The_weights_for_the_random_list_say_what_int8_reaches_and_reach_it_on_a_tenth_of_the_list()
    {
        SharedData.Mitdb();
        Places places = new(SharedData.RepositoryRoot);
        KnownNetwork network = KnownNetwork.Find("seed");
        TrainedWeights weights = TrainedWeights.Load(places.Weights(network.FileName(Split.Random)), network.Shape);
        Split split = Split.Load(Split.Random, places.TestBeats);
        Beat[] listed = [.. BeatSet.Load(network.Beats, SharedData.Directory, places.Scratch).Beats.Where(beat => split.IsTest(beat.Key))];
        Beat[] tenth = [.. listed.Where((_, i) => i % 10 == 0)];

        double accuracy = Confusion.Of(tenth, Evaluator.ClassesOf(weights.Quantise(), tenth)).Accuracy;

        Assert.Equal((Split.Random, new SeedModel().BeatFingerprint), (weights.Origin.Split, weights.Origin.BeatFingerprint));
        Assert.Equal((listed.Length, split.ListedBeats), (weights.Origin.Test!.Beats, listed.Length));
        Assert.InRange(weights.Origin.Test.InInt8, LeastRandomAccuracy, 100);

        // Of 2,190 beats some 26 are wrong, give or take 5.
        Assert.InRange(accuracy - weights.Origin.Test.InInt8, -0.75, 0.75);
    }

    [SkippableFact]
    public void Evaluate_judges_the_bedside_network_on_all_beats_that_its_detector_finds_of_DS2_s_patients()
    {
        SharedData.Mitdb();
        BedsideModel model = new();
        Places places = new(SharedData.RepositoryRoot);
        PatientRun? logged = PatientRunLog.Find(places.PatientRuns, model.Hash);
        Assert.True(logged is not null, "The model has no line in the log of DS2 runs: run weights-gen evaluate bedside, commit the log, generate.");

        (int code, string output, string errors) = Run("evaluate", "bedside", "--data", SharedData.Directory, "--json", "-");

        Assert.Equal(string.Empty, errors);
        Assert.Equal(ExitCode.Done, code);
        JsonNode json = JsonNode.Parse(output)!;
        int beats = (int)json["beats"]!;
        int[] perClass = [.. json["perClass"]!.AsArray().Select(count => (int)count!)];
        Assert.Equal("patient", (string?)json["protocol"]);
        Assert.Equal(beats, perClass.Sum());
        Assert.Equal(model.Hash, (string?)json["model"]);
        Assert.Equal(BeatsOfDs2, beats + (int)json["missed"]!);
        Assert.StartsWith($"{beats},{json["missed"]},{json["false"]},", logged.Figures, StringComparison.Ordinal);
        foreach (string kind in new[] { "float", "int8" })
        {
            double accuracy = (double)json[kind]!["accuracy"]!;
            Assert.Contains(FormattableString.Invariant($",{accuracy:0.00},"), logged.Figures, StringComparison.Ordinal);
            Assert.Contains(FormattableString.Invariant($"{kind} {accuracy:0.00} %"), File.ReadAllText(places.Generated("bedside")), StringComparison.Ordinal);
        }

        Assert.InRange((double)json["float"]!["accuracy"]! - (double)json["int8"]!["accuracy"]!, -MostBedsideLossByInt8, MostBedsideLossByInt8);
    }

    [Theory]
    [InlineData("train", "--data", "--epochs", "--seed", "--threads", "--resume", "--split", "--epoch-beats")]
    [InlineData("evaluate", "--data", "--protocol", "--json")]
    [InlineData("generate")]
    [InlineData("split", "--data", "--out")]
    public void Help_lists_every_verb_and_tells_what_a_verb_reads_and_writes_and_all_its_options(string verb, params string[] options)
    {
        (int code, string all, string errors) = Run("--help");
        Assert.Equal((ExitCode.Done, string.Empty), (code, errors));
        Assert.Contains($"  {verb} ", all, StringComparison.Ordinal);

        (code, string own, errors) = Run(verb, "--help");
        Assert.Equal((ExitCode.Done, string.Empty), (code, errors));
        Assert.Contains("Writes", own, StringComparison.Ordinal);
        Assert.Contains("Reads", own, StringComparison.Ordinal);
        Assert.All(options, option => Assert.Contains($"  {option} ", own, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("evaluate", "seed", "--data", "nowhere-at-all")]
    [InlineData("evaluate", "bedside", "--data", "nowhere-at-all")]
    [InlineData("evaluate", "bedside", "--data", ".", "--protocol", "balanced")]
    [InlineData("evaluate", "bedside", "--data", ".", "--protocol", "random")]
    [InlineData("train", "bedside", "--data", ".", "--split", "balanced")]
    [InlineData("train", "bedside", "--data", ".", "--seed", "-1")]
    [InlineData("evaluate", "nothing", "--data", ".")]
    [InlineData("evaluate", "seed", "--data", ".", "--protocol", "random")]
    [InlineData("evaluate", "seed", "--data", ".", "--protocol", "patient")]
    [InlineData("evaluate", "seed", "--data", ".", "--protocol", "csv")]
    [InlineData("evaluate", "seed", "--data", "nowhere.csv", "--protocol", "balanced")]
    [InlineData("evaluate", "bedside", "--data", "nowhere.csv")]
    [InlineData("train", "seed", "--data", "nowhere.csv")]
    [InlineData("train", "seed", "--data", "nowhere.csv", "--split", "random")]
    [InlineData("train", "bedside", "--data", "nowhere.csv")]
    [InlineData("train", "seed", "--data", ".", "--epoch-beats", "0")]
    [InlineData("evaluate", "seed", "--data", ".", "--protocol", "other")]
    [InlineData("evaluate", "seed")]
    [InlineData("train", "seed", "--data", "nowhere-at-all")]
    [InlineData("train", "seed", "--data", ".", "--epochs", "0")]
    [InlineData("train", "seed", "--data", ".", "--epochs", "many")]
    [InlineData("generate", "nothing")]
    [InlineData("unknown")]
    public void What_cannot_be_used_gets_one_sentence_and_exit_code_2(params string[] args)
    {
        (int code, string output, string errors) = Run(args);

        Assert.Equal(ExitCode.Unusable, code);
        Assert.Equal(string.Empty, output);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Errors) Run(params string[] args)
    {
        TextWriter output = Console.Out;
        TextWriter errors = Console.Error;
        using StringWriter capturedOutput = new();
        using StringWriter capturedErrors = new();
        Console.SetOut(capturedOutput);
        Console.SetError(capturedErrors);
        try
        {
            return (CommandLine.Run(args), capturedOutput.ToString(), capturedErrors.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
        }
    }
}
