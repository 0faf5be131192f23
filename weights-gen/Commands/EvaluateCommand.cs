using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text.Json;
using EcgChip.Inference;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
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
        Option<string> data = SharedOptions.Data();
        Option<string?> protocol = new("--protocol") { Description = "Whose test beats; usually those that the network is judged on: balanced for seed, patient for bedside." };
        protocol.AcceptOnlyFromAmong(Split.Names);
        Option<string?> json = new("--json") { Description = "File for the result as JSON; - is stdout, and nothing else goes there." };
        Command command = new("evaluate", "Runs the committed weights on the committed list of test beats, in float and in int8.") { network, data, protocol, json };
        command.SetAction(parsed => Evaluate(
            parsed.GetRequiredValue(network), parsed.GetRequiredValue(data), parsed.GetValue(protocol), parsed.GetValue(json)));
        return command;
    }

    private static int Evaluate(string name, string data, string? asked, string? json)
    {
        KnownNetwork network = KnownNetwork.Find(name);
        string protocol = network.RequireSplit(asked);
        Places places = Places.Find();
        string file = places.Weights(network.FileName(protocol));
        TrainedWeights weights = TrainedWeights.Load(file, network.Shape);
        if (weights.Origin.Split != protocol)
            throw new InputException(
                $"The weights {file} were trained on the split {weights.Origin.Split} and have learnt from beats that the protocol {protocol} tests: train with --split {protocol} first.");

        Model model = ModelOf(network, weights, protocol, file);

        Split split = Split.Load(protocol, places.TestBeats);
        BeatSet all = Screen.LoadBeats(network.Beats, data, places);
        Beat[] beats = [.. all.Beats.Where(beat => split.IsTest(beat.Key))];
        if (split.ListedBeats is int listed && listed != beats.Length)
            throw new InputException($"The recordings give {beats.Length} of the {listed} beats of the {protocol} list: check that they are whole.");

        EvaluationResult result = EvaluationResult.Of(protocol, weights.Network, model, beats, all.DetectionOf(split.IsTestRecord));
        bool isNew = split.HoldsOutPatients && PatientRunLog.Add(places.PatientRuns, PatientRun.Of(name, result));
        Write(result, network.Beats, json);
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

    private static void Write(EvaluationResult result, BeatSource source, string? json)
    {
        if (json == Stdout)
        {
            Console.Out.WriteLine(result.ToJson().ToJsonString(s_indented));
            return;
        }

        Screen.Show(result, $"the {result.Protocol} list", source);
        if (json is null)
            return;

        try
        {
            File.WriteAllText(json, result.ToJson().ToJsonString(s_indented) + "\n");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{json} cannot be written ({fault.Message.TrimEnd('.')}): give another file with --json.", fault);
        }
    }
}
