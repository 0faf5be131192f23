using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json;
using EcgChip.Inference;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Infarction;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Commands;

/// <summary><c>weights-gen evaluate</c>: the committed weights on the committed list of test beats, in float and as the chip runs them.</summary>
public static class EvaluateCommand
{
    private const string Stdout = "-";

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> network = SharedOptions.Network();
        Option<string> data = SharedOptions.DataOrTables();
        Option<string?> protocol = new("--protocol") { Description = "Whose test beats; usually those that the network is judged on: balanced for seed, patient for bedside." };
        protocol.AcceptOnlyFromAmong([.. Split.Names, Split.Csv]);
        Option<string?> json = new("--json") { Description = "File for the result as JSON; - is stdout, and nothing else goes there." };
        Command command = new("evaluate", "Runs trained weights on test beats, in float and in int8 as the chip does, and shows what was found as what. Reads the weights and the recordings, or a CSV file of beats. Writes the result as JSON where asked; a model that DS2 judges for the first time gets its line in ds2-runs.csv.") { network, data, protocol, json };
        command.SetAction(parsed => Evaluate(
            parsed.GetRequiredValue(network), parsed.GetRequiredValue(data), parsed.GetValue(protocol), parsed.GetValue(json)));
        return command;
    }

    private static int Evaluate(string name, string data, string? asked, string? json)
    {
        if (name == HeadShape.Name)
            return InfarctionCommands.Evaluate(data, asked, json);

        KnownNetwork network = KnownNetwork.Find(name);
        string protocol = GivenBeats.SplitOf(network, data, asked);
        Places places = Places.Find();
        string file = places.Weights(network.FileName(protocol));
        TrainedWeights weights = TrainedWeights.Load(file, network.Shape);
        if (weights.Origin.Split != protocol)
            throw new InputException(
                $"The weights {file} were trained on the split {weights.Origin.Split} and have learnt from beats that the protocol {protocol} tests: train with --split {protocol} first.");

        Model model = ModelOf(network, weights, protocol, file);

        GivenBeats given = GivenBeats.ToTest(network, data, asked, places);
        Split split = given.Split;
        if (protocol == Split.Csv && given.From.Fingerprint == weights.Origin.BeatFingerprint)
            throw new InputException($"The weights {file} have learnt from the beats of {given.From.DataSet}: give a file of other beats with --data.");

        Beat[] beats = [.. given.Set.Beats.Where(beat => split.IsTest(beat.Key))];
        if (split.ListedBeats is int listed && listed != beats.Length)
            throw new InputException($"The recordings give {beats.Length} of the {listed} beats of the {protocol} list: check that they are whole.");

        EvaluationResult result = Screen.WithProgress(begin =>
        {
            Action<double>? inFloat = begin?.Invoke("In float", beats.Length);
            Action<double>? inInt8 = begin?.Invoke("In int8", beats.Length);
            return EvaluationResult.Of(
                protocol, weights.Network, model, beats, given.Set.DetectionOf(split.IsTestRecord), done => inFloat?.Invoke(done), done => inInt8?.Invoke(done));
        });
        bool isNew = split.HoldsOutPatients && PatientRunLog.Add(places.PatientRuns, PatientRun.Of(name, result));
        Write(result, protocol == Split.Csv ? given.From.DataSet : $"the {protocol} list", given.Source, json);
        if (isNew && json != Stdout)
            Console.WriteLine($"DS2 has judged one more model: {places.PatientRuns} has its line, to be committed; generate writes its figures into the C#.");
        return ExitCode.Done;
    }

    /// <summary>The firmware's own model where it is of these weights; else, for a split that the firmware has no model of, the weights in int8.</summary>
    private static Model ModelOf(KnownNetwork network, TrainedWeights weights, string protocol, string file)
    {
        Model fromWeights = weights.Quantise();
        if (network.FileName(protocol) != network.Shape.Name)
            return fromWeights;

        Model generated = network.Generated();
        return generated.Hash == fromWeights.Hash
            ? generated
            : throw new InputException($"The generated model {generated.Hash} is not that of {file}: run weights-gen generate {network.Shape.Name} and build again.");
    }

    private static void Write(EvaluationResult result, string tested, BeatSource source, string? json)
    {
        if (json == Stdout)
        {
            Console.Out.WriteLine(result.ToJson().ToJsonString(s_indented));
            return;
        }

        Screen.Show(result, tested, source);
        if (json is not null)
            WholeFile.WriteText(json, result.ToJson().ToJsonString(s_indented) + "\n");
    }
}
