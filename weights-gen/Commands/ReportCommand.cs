using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using EcgChip.Inference;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Infarction;
using EcgChip.WeightsGen.Map;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Pictures;
using EcgChip.WeightsGen.Report;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Commands;

/// <summary><c>weights-gen report</c>: all about a model on one page.</summary>
public static class ReportCommand
{
    private const int WorstMisses = 12;
    private const int MostAlike = 2;
    private const int LayerBeats = 200;
    private const int MapSeed = 1;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> network = SharedOptions.Network();
        Option<string> data = SharedOptions.Data();
        Option<string?> file = new("--out") { Description = "Page to write; usually report-NETWORK.html in artifacts/weights-gen." };
        Option<string?> epochs = new("--epochs") { Description = "The training's log, a line an epoch; usually the one beside the weights, else the last one's in artifacts/weights-gen." };
        Option<string?> chip = new("--chip") { Description = "Result of ecgchip bench chip --json FILE, for the cost on the chip." };
        Option<bool> heldOut = new("--held-out") { Description = "Judge the beats that were held out while it learned, not the test beats: for choosing; DS2 is not looked at." };
        Option<bool> noMap = new("--no-map") { Description = "Leave the map out, which takes a minute." };
        Command command = new("report", "Writes all about a model on one HTML page that needs nothing else.")
        {
            network, data, file, epochs, chip, heldOut, noMap, ReportTablesCommand.Create(), ReportSeedsCommand.Create(),
        };
        command.SetAction(parsed => Report(
            parsed.GetRequiredValue(network), parsed.GetRequiredValue(data), parsed.GetValue(file), parsed.GetValue(epochs), parsed.GetValue(chip),
            parsed.GetValue(heldOut), !parsed.GetValue(noMap)));
        return command;
    }

    private static int Report(string name, string data, string? file, string? epochs, string? chip, bool heldOut, bool withMap)
    {
        string target = file ?? Path.Combine(Places.Find().Scratch, $"report-{name}.html");
        using StopSignals stop = new();
        try
        {
            if (name == HeadShape.Name)
                InfarctionCommands.Report(data, target, withMap, MapSeed, stop.Token);
            else
                Report(name, data, target, epochs, chip, heldOut, withMap, stop.Token);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"Stopped: {target} was not written.");
            return ExitCode.Failed;
        }
    }

    private static void Report(string name, string data, string target, string? epochs, string? chip, bool heldOut, bool withMap, CancellationToken cancellation)
    {
        KnownNetwork network = KnownNetwork.Find(name);
        Places places = Places.Find();
        TrainedWeights weights = TrainedWeights.Load(places.Weights(name), network.Shape);
        Model model = network.Generated();
        if (model.Hash != weights.Quantise().Hash)
            throw new InputException($"The generated model {model.Hash} is not that of {places.Weights(name)}: run weights-gen generate {name} and build again.");

        ChipCost? cost = chip is null ? null : ChipCost.Read(chip, name);
        EpochLog? log = FindLog(epochs, name, places, weights.Origin);
        Split split = Split.Load(weights.Origin.Split, places.TestBeats);
        BeatSet all = Screen.LoadBeats(network.Beats, data, places);
        JudgingBeats judged = JudgingBeats.Choose(network, weights.Origin, split, all, heldOut);
        JudgingBeats? mapped = withMap ? JudgingBeats.Choose(network, weights.Origin, split, all, heldOut || split.HoldsOutPatients) : null;
        NetworkMap? map = mapped is null ? null : MapCommand.Lay(
            NetworkMap.PointsOf(weights.Network, mapped.Beats, NetworkMap.UsualPoints, MapSeed), NetworkMap.TitleOf(network.Shape), MapSeed, cancellation);
        Judgement judgement = NetworkRuns.Judge(weights.Network, model, judged.Beats, cancellation);
        bool isNew = judged.LookAtDs2 && PatientRunLog.Add(places.PatientRuns, PatientRun.Of(name, new EvaluationResult(
            split.Name, model.Hash, judgement.InFloat, judgement.InInt8, judged.Detection, judgement.Agreement)));
        Beat[] layerBeats = [.. LabelledVectors.Draw([.. judged.Beats.Select(beat => beat.Class)], LayerBeats, MapSeed).Select(index => judged.Beats[index])];
        ReportData told = new()
        {
            Network = network,
            Weights = weights,
            ModelHash = model.Hash,
            All = all,
            Judged = judged,
            Judgement = judgement,
            LayerErrors = NetworkRuns.CompareLayers(weights, layerBeats),
            LayerErrorBeats = layerBeats.Length,
            Epochs = log,
            Map = map,
            Mapped = mapped,
            Misses = Draw(judgement, Recordings.All(data)),
            Chip = cost,
            Seeds = split.HoldsOutPatients ? [.. SeedRunLog.Read(places.SeedRuns(name)).Where(run => run.Network == name)] : null,
        };
        WholeFile.WriteText(target, ReportPage.Write(told));
        if (isNew)
            Console.WriteLine($"DS2 has judged one more model: {places.PatientRuns} has its line, to be committed; generate writes its figures into the C#.");
        Console.WriteLine($"Wrote {target}.");
    }

    /// <summary>The log of the training that gave the weights; null where none is found that can be it.</summary>
    private static EpochLog? FindLog(string? given, string name, Places places, Origin origin)
    {
        if (given is null)
            return new[] { places.EpochLog(name), Path.Combine(places.Scratch, name + ".csv") }.Select(EpochLog.TryRead).FirstOrDefault(log => log?.IsOf(origin) == true);

        EpochLog log = EpochLog.TryRead(given) ?? throw new InputException($"There is no log {given} with an epoch in it: give the CSV that weights-gen train wrote.");
        return log.IsOf(origin) ? log : throw new InputException(string.Create(
            CultureInfo.InvariantCulture, $"{given} is the log of another training: the weights are of epoch {origin.BestEpoch} with {origin.ValidationScore:0.000} %."));
    }

    private static List<DrawnMiss> Draw(Judgement judgement, IReadOnlyList<string> recordPaths)
    {
        Dictionary<string, EcgStrip> strips = [];
        List<DrawnMiss> misses = [];
        foreach (int index in judgement.WorstMisses(WorstMisses, MostAlike))
        {
            Beat beat = judgement.Beats[index];
            if (!strips.TryGetValue(beat.Record, out EcgStrip? strip))
                strips[beat.Record] = strip = EcgStrip.Of(recordPaths.First(path => Path.GetFileName(path) == beat.Record));
            char isClass = ClassNames.Letters[beat.Class];
            char asClass = ClassNames.Letters[judgement.ByInt8[index]];
            string where = $"Record {beat.Record}, {strip.TimeOf(beat.AnnotationSample)}, lead {strip.Lead}";
            string caption = string.Create(
                CultureInfo.InvariantCulture,
                $"{where}: {isClass}, taken for {asClass}, {Html.Share(judgement.Shares[index][judgement.ByInt8[index]])} sure; {isClass} got {Html.Share(judgement.Shares[index][beat.Class])}.");
            misses.Add(new DrawnMiss(SvgPicture.Element(strip.Draw(beat.AnnotationSample, where), "mm"), caption));
        }

        return misses;
    }
}
