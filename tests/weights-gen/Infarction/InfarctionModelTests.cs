using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using CsCheck;
using EcgChip.Inference;
using EcgChip.Models.Infarction;
using EcgChip.Models.Seed;
using EcgChip.Testing;
using EcgChip.WeightsGen.Commands;
using EcgChip.WeightsGen.Infarction;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Tests.Infarction;

[Collection("console")]
public sealed class InfarctionModelTests
{
    private const double LeastAgreement = 98;
    private const double MostDifference = 0.1;

    private static readonly Places s_places = new(SharedData.RepositoryRoot);

    [Fact]
    public void The_committed_C_sharp_is_what_generate_writes_from_the_committed_heads()
    {
        Assert.Equal(GenerateCommand.TextOf(HeadShape.Name, s_places), File.ReadAllText(s_places.Generated(HeadShape.Name)));

        QuantisedHead expected = HeadWeights.Load(s_places.Weights(HeadShape.Name)).Quantise();
        InfarctionModel compiled = new();
        Assert.Equal(
            (expected.Hash, expected.TrunkHash, expected.PatientsTrained, expected.BeatFingerprint),
            (compiled.Hash, compiled.TrunkHash, compiled.PatientsTrained, compiled.BeatFingerprint));
        for (int layer = 0; layer < expected.Layers().Length; layer++)
        {
            Assert.Equal(expected.Weights(layer), compiled.Weights(layer));
            Assert.Equal(expected.Biases(layer), compiled.Biases(layer));
            Assert.Equal(expected.Multipliers(layer), compiled.Multipliers(layer));
        }
    }

    [Fact]
    public void The_head_stands_behind_the_seed_network_that_is_on_the_chip() =>
        Assert.True(
            HeadRunner.Fits(new InfarctionModel(), new SeedModel()),
            "Retrain: the seed network is another now than the one that the infarction head was trained behind.");

    [Fact]
    public void Float_and_int8_scores_are_close_on_beats_of_many_shapes()
    {
        HeadWeights weights = HeadWeights.Load(s_places.Weights(HeadShape.Name));
        FloatRunner inFloat = new(weights.Final.Network);
        HeadRunner inInt8 = new(new InfarctionModel(), new NetworkRunner(new SeedModel()));
        TrunkActivations trunk = new(new SeedModel());

        // A beat as the paper cuts it: R at the start, a T wave, the next beat's R near the end, and zeros.
        Gen.Select(Gen.Int[70, 187], Gen.Int[20, 60], Gen.Int[10, 60], Gen.Int[5, 40], Gen.Int[0, 1000]).Sample(
            (length, wave, height, level, seed) =>
            {
                Random random = new(seed);
                sbyte[] beat = new sbyte[187];
                for (int at = 0; at < length; at++)
                {
                    double spikes = 100 * (Math.Exp(-at / 2.0) + Math.Exp(-Math.Pow((at - length / 1.2) / 2, 2)));
                    beat[at] = (sbyte)Math.Clamp(level + spikes + height * Math.Exp(-Math.Pow((at - wave) / 8.0, 2)) + random.Next(-2, 3), 0, 127);
                }

                sbyte[] input = trunk.Of(beat);
                double expected = HeadEvaluation.Share(inFloat.Run(input));
                input.CopyTo(inInt8.Input, 0);
                inInt8.Start();
                while (!inInt8.Step())
                {
                }

                Assert.InRange(inInt8.Share((int)Diagnosis.Infarction) / (double)Softmax.Certain, expected - MostDifference, expected + MostDifference);
            },
            iter: 200, threads: 1);
    }

    [SkippableFact]
    public void Evaluate_says_by_patient_what_the_model_s_file_says_and_who_was_left_out()
    {
        JsonNode json = Evaluate("patient");

        int[] perClass = [.. json["perClass"]!.AsArray().Select(count => (int)count!)];
        JsonNode patients = json["patients"]!;
        Assert.Equal((int)json["beats"]!, perClass.Sum());
        Assert.Equal(26, (int)patients["all"]!);
        Assert.Equal(8, (int)patients["perClass"]![(int)Diagnosis.Infarction]!);
        Assert.Equal(26, patients["scores"]!.AsArray().Count);
        Assert.Equal(8, (int)json["folds"]!);
        Assert.Equal(12, (int)json["leftOut"]!["Bundle branch block"]!);
        Assert.Equal(new InfarctionModel().Hash, (string?)json["model"]);
        Assert.Equal(new SeedModel().Hash, (string?)json["trunk"]);
        Assert.InRange((double)json["agreement"]!, LeastAgreement, 100);
        double accuracy = (double)patients["int8"]!["accuracy"]!;
        Assert.InRange(accuracy, (double)patients["int8"]!["intervals95"]!["accuracy"]![0]!, (double)patients["int8"]!["intervals95"]!["accuracy"]![1]!);
        Assert.Contains(FormattableString.Invariant($"by patient, 8 folds, 26 patients, int8, 95 % intervals: accuracy {accuracy:0.0} %"), GeneratedText, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Evaluate_says_by_beat_what_the_model_s_file_says()
    {
        JsonNode json = Evaluate("random");

        foreach (string kind in new[] { "float", "int8" })
        {
            int[][] confusion = [.. json[kind]!["confusion"]!.AsArray().Select(row => row!.AsArray().Select(count => (int)count!).ToArray())];
            Assert.Equal(json["perClass"]!.AsArray().Select(count => (int)count!), confusion.Select(row => row.Sum()));
        }

        double accuracy = (double)json["int8"]!["accuracy"]!;
        Assert.Contains(
            FormattableString.Invariant($"one beat in five, {json["beats"]} beats, int8, 95 % intervals: accuracy {accuracy:0.0} %"), GeneratedText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evaluate", "infarction", "--data", "nowhere-at-all")]
    [InlineData("evaluate", "infarction", "--data", ".", "--protocol", "balanced")]
    [InlineData("train", "infarction", "--data", "nowhere-at-all")]
    [InlineData("train", "infarction", "--data", ".", "--epochs", "0")]
    [InlineData("train", "infarction", "--data", ".", "--split", "patient")]
    [InlineData("train", "infarction")]
    public void What_cannot_be_used_gets_one_sentence_and_exit_code_2(params string[] args)
    {
        (int code, string output, string errors) = Run(args);

        Assert.Equal(ExitCode.Unusable, code);
        Assert.Equal(string.Empty, output);
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string GeneratedText => File.ReadAllText(s_places.Generated(HeadShape.Name));

    private static JsonNode Evaluate(string protocol)
    {
        SharedData.Ptbdb();
        (int code, string output, string errors) = Run("evaluate", "infarction", "--data", SharedData.Directory, "--protocol", protocol, "--json", "-");
        Assert.Equal(string.Empty, errors);
        Assert.Equal(ExitCode.Done, code);
        JsonNode json = JsonNode.Parse(output)!;
        Assert.Equal(protocol, (string?)json["protocol"]);
        return json;
    }

    private static (int Code, string Output, string Errors) Run(params string[] args)
    {
        (TextWriter output, TextWriter errors) = (Console.Out, Console.Error);
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
