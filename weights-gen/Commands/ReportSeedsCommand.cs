using System;
using System.CommandLine;
using System.Linq;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Quantisation;
using EcgChip.WeightsGen.Report;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Commands;

/// <summary><c>weights-gen report seeds</c>: judges the weights of several seeds alike, for mean and spread.</summary>
public static class ReportSeedsCommand
{
    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> network = SharedOptions.Network();
        Argument<string[]> files = new("weights")
        {
            Description = "Files of weights that weights-gen train wrote, one of each seed.",
            Arity = ArgumentArity.OneOrMore,
        };
        Option<string> data = SharedOptions.Data();
        Option<string> on = new("--on")
        {
            Description = $"Which beats judge them: {SeedProtocol.HeldOut} (DS1's held-out patients) or {SeedProtocol.Ds2}, for models that are reported; each look at DS2 is logged.",
            DefaultValueFactory = _ => SeedProtocol.HeldOut,
        };
        on.AcceptOnlyFromAmong(SeedProtocol.HeldOut, SeedProtocol.Ds2);
        Command command = new("seeds", "Judges the weights of several seeds alike, in int8, and writes their figures into weights-gen/NETWORK-seeds.csv.") { network, files, data, on };
        command.SetAction(parsed => Judge(
            parsed.GetRequiredValue(network), parsed.GetRequiredValue(files), parsed.GetRequiredValue(data), parsed.GetRequiredValue(on)));
        return command;
    }

    private static int Judge(string name, string[] files, string data, string protocol)
    {
        KnownNetwork network = KnownNetwork.Find(name);
        if (network.Splits[0] != Split.Patient)
            throw new InputException($"The spread over seeds is kept for networks that are judged by patient, and {name} is not: choose another network.");

        Places places = Places.Find();
        TrainedWeights[] all = [.. files.Select(file => TrainedWeights.Load(file, network.Shape))];
        if (all.Select(weights => weights.Origin.Seed).Distinct().Count() != all.Length)
            throw new InputException("Two of the files are of the same seed: give one of each.");

        Split split = Split.Load(Split.Patient, places.TestBeats);
        BeatSet beats = Screen.LoadBeats(network.Beats, data, places);
        foreach (TrainedWeights weights in all)
        {
            JudgingBeats judged = JudgingBeats.Choose(network, weights.Origin, split, beats, heldOut: protocol == SeedProtocol.HeldOut);
            QuantisedModel model = weights.Quantise();
            EvaluationResult result = EvaluationResult.Of(split.Name, weights.Network, model, judged.Beats, judged.Detection);
            if (judged.LookAtDs2)
                PatientRunLog.Add(places.PatientRuns, PatientRun.Of(name, result));
            SeedRun run = SeedRun.Of(name, weights.Origin.Seed, model.Hash, protocol, result.InInt8);
            WholeFile.WriteText(places.SeedRuns(name), SeedRunLog.With(SeedRunLog.Read(places.SeedRuns(name)), run));
            Console.WriteLine(run.ToCsv());
        }

        Console.WriteLine($"Wrote {places.SeedRuns(name)}, to be committed; report {name} shows mean and spread.");
        return ExitCode.Done;
    }
}
