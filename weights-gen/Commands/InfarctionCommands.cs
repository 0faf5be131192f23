using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Threading;
using EcgChip.Inference;
using EcgChip.Models.Infarction;
using EcgChip.WeightsGen.Emission;
using EcgChip.WeightsGen.Infarction;
using EcgChip.WeightsGen.Map;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Weights;
using Spectre.Console;

namespace EcgChip.WeightsGen.Commands;

/// <summary>What the verbs do with the head for infarction, which is no network of its own: it stands behind the seed network's convolutions.</summary>
public static class InfarctionCommands
{
    private const string Stdout = "-";

    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    /// <summary><c>weights-gen train infarction</c>: all heads, their judgement, the file.</summary>
    public static int Train(string data, HeadOptions options, bool resume)
    {
        ArgumentNullException.ThrowIfNull(options);
        Places places = Places.Find();
        QuantisedTrunk(places, out Model trunk);
        PtbRecordings recordings = PtbRecordings.Find(data);
        PtbBeatSet set = Progress("Cutting beats", told => PtbBeatSet.Cut(recordings, told));
        HeadBeats beats = Progress("Running the trunk", told => HeadBeats.Run(set, trunk, options, told));
        HeadTrainingRun run = new(beats, trunk.Hash, options, places.Scratch);

        using CancellationTokenSource stop = new();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        HeadWeights weights;
        try
        {
            weights = Progress("Training heads", told =>
            {
                run.EpochDone = told;
                return run.Train(resume, stop.Token);
            });
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"Stopped: the last whole epoch is in {places.Scratch}; the same command with --resume goes on from it.");
            return ExitCode.Failed;
        }

        HeadEvaluation byPatient = HeadEvaluation.Of(HeadEvaluation.Patient, weights, beats);
        HeadEvaluation byBeat = HeadEvaluation.Of(HeadEvaluation.Random, weights, beats);
        weights = weights with { ByPatient = byPatient.ToSentence(), ByBeat = byBeat.ToSentence() };
        weights.Save(places.Weights(HeadShape.Name));
        Show(byPatient);
        Show(byBeat);
        Console.WriteLine($"Wrote {places.Weights(HeadShape.Name)}: weights-gen generate {HeadShape.Name} turns it into C#.");
        return ExitCode.Done;
    }

    /// <summary><c>weights-gen evaluate infarction</c>: the heads of the file, each on what it did not learn from.</summary>
    public static int Evaluate(string data, string? asked, string? json)
    {
        string protocol = asked ?? HeadEvaluation.Patient;
        if (!HeadEvaluation.Protocols.Contains(protocol))
            throw new InputException($"The {HeadShape.Name} head is not judged by the split {protocol}: choose {string.Join(", ", HeadEvaluation.Protocols)}.");

        Places places = Places.Find();
        HeadWeights weights = HeadWeights.Load(places.Weights(HeadShape.Name));
        RequireTrunk(weights, places, out Model trunk);
        string generated = new InfarctionModel().Hash;
        if (generated != weights.Quantise().Hash)
            throw new InputException(
                $"The generated model {generated} is not that of {places.Weights(HeadShape.Name)}: run weights-gen generate {HeadShape.Name} and build again.");

        PtbRecordings recordings = PtbRecordings.Find(data);
        PtbBeatSet set = Progress("Cutting beats", told => PtbBeatSet.Cut(recordings, told));
        HeadEvaluation result = HeadEvaluation.Of(protocol, weights, Progress("Running the trunk", told => HeadBeats.Run(set, trunk, options: null, told)));
        if (json == Stdout)
        {
            Console.Out.WriteLine(result.ToJson().ToJsonString(s_indented));
            return ExitCode.Done;
        }

        Show(result);
        if (json is null)
            return ExitCode.Done;

        try
        {
            File.WriteAllText(json, result.ToJson().ToJsonString(s_indented) + "\n");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{json} cannot be written ({fault.Message.TrimEnd('.')}): give another file with --json.", fault);
        }

        return ExitCode.Done;
    }

    /// <summary><c>weights-gen map infarction</c>: what the trunk makes of the beats of both diagnoses.</summary>
    public static int Map(string data, string? file, int most, int seed) => MapCommand.Write(HeadShape.Name, file, seed, () =>
    {
        KnownNetwork network = KnownNetwork.Find(HeadShape.Trunk);
        TrainedWeights trunk = TrainedWeights.Load(Places.Find().Weights(HeadShape.Trunk), network.Shape);
        PtbRecordings recordings = PtbRecordings.Find(data);
        PtbBeatSet set = Progress("Cutting beats", told => PtbBeatSet.Cut(recordings, told));
        LabelledVectors points = HeadMap.PointsOf(trunk.Network, set, most, seed);
        return (points, NetworkMap.TitleOf(network.Shape), HeadMap.Told(set, points.Count));
    });

    /// <summary><c>weights-gen report infarction</c>: all about the head on one page.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void Report(string data, string target, bool withMap, int mapSeed, CancellationToken cancellation)
    {
        Places places = Places.Find();
        HeadWeights weights = HeadWeights.Load(places.Weights(HeadShape.Name));
        RequireTrunk(weights, places, out Model trunk);
        PtbRecordings recordings = PtbRecordings.Find(data);
        PtbBeatSet set = Progress("Cutting beats", told => PtbBeatSet.Cut(recordings, told));
        HeadBeats beats = Progress("Running the trunk", told => HeadBeats.Run(set, trunk, options: null, told));
        NetworkMap? map = null;
        if (withMap)
        {
            KnownNetwork network = KnownNetwork.Find(HeadShape.Trunk);
            LabelledVectors points = HeadMap.PointsOf(TrainedWeights.Load(places.Weights(HeadShape.Trunk), network.Shape).Network, set, NetworkMap.UsualPoints, mapSeed);
            map = MapCommand.Lay(points, NetworkMap.TitleOf(network.Shape), mapSeed, cancellation);
        }

        cancellation.ThrowIfCancellationRequested();
        WholeFile.WriteText(target, HeadPage.Write(
            weights, set, HeadEvaluation.Of(HeadEvaluation.Patient, weights, beats), HeadEvaluation.Of(HeadEvaluation.Random, weights, beats), map));
        Console.WriteLine($"Wrote {target}.");
    }

    /// <summary>What <c>weights-gen generate infarction</c> writes, from the weights that are committed.</summary>
    /// <exception cref="InputException">There are no usable weights, or the trunk has changed since.</exception>
    public static string TextOf(Places places)
    {
        ArgumentNullException.ThrowIfNull(places);
        HeadWeights weights = HeadWeights.Load(places.Weights(HeadShape.Name));
        RequireTrunk(weights, places, out _);
        return ModelSource.WriteHead(weights.Quantise(), HeadShape.Create(), Origin(weights));
    }

    private static IEnumerable<string> Origin(HeadWeights weights)
    {
        (int infarction, int healthy) = weights.Patients;
        yield return $"Data set: {PtbRecordings.DatabaseName}, {weights.Size.Beats} beats of lead II from {weights.Size.Records} records of {infarction + healthy} patients "
            + $"({infarction} with an infarction, {healthy} healthy), cut by EcgChip.Signal at the device's own R peaks.";
        yield return $"Trained on all of them behind the convolutions of {HeadShape.Trunk} {weights.TrunkHash}. Seed: {weights.Seed}. Epochs: {weights.Epochs}.";
        yield return $"Heads trained alike on a part of them, {weights.ByPatient}.";
        yield return $"The same {weights.ByBeat}.";
        yield return infarction + healthy < HeadModel.EnoughPatients
            ? "What it says is for research only: so few patients prove nothing."
            : "No approval goes with it.";
    }

    private static void RequireTrunk(HeadWeights weights, Places places, out Model trunk)
    {
        QuantisedTrunk(places, out trunk);
        if (trunk.Hash != weights.TrunkHash)
            throw new InputException(
                $"The {HeadShape.Name} head was trained behind {HeadShape.Trunk} {weights.TrunkHash}, and that is {trunk.Hash} now: run weights-gen train {HeadShape.Name} again.");
    }

    private static void QuantisedTrunk(Places places, out Model trunk)
    {
        KnownNetwork network = KnownNetwork.Find(HeadShape.Trunk);
        trunk = TrainedWeights.Load(places.Weights(HeadShape.Trunk), network.Shape).Quantise();
    }

    private static T Progress<T>(string task, Func<Action<int, int>, T> work)
    {
        if (Screen.Terminal() is not IAnsiConsole terminal)
            return work((_, _) => { });

        ProgressColumn[] columns = [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()];
        return terminal.Progress().Columns(columns).Start(context =>
        {
            ProgressTask shown = context.AddTask(task);
            T result = work((done, all) => shown.Value(100.0 * done / all));
            shown.Value(shown.MaxValue);
            return result;
        });
    }

    private static void Show(HeadEvaluation result)
    {
        string how = result.Protocol == HeadEvaluation.Random
            ? "by beat: the same patients stand on both sides"
            : $"by patient: {result.Folds} folds, no head knows those whom it is asked about";
        Table table = new Table().Title(how);
        foreach (string head in new[] { "of", "accuracy", "precision", "recall", "specificity", "AUC" })
            table.AddColumn(head);
        Add("beats, float", result.BeatsInFloat);
        Add("beats, int8", result.BeatsInInt8);
        if (result.Protocol == HeadEvaluation.Patient)
        {
            Add("patients, float", result.PatientsInFloat);
            Add("patients, int8", result.PatientsInInt8);
        }

        AnsiConsole.Write(table);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Answers.Count} beats of {result.Answers.Select(answer => answer.Beat.Patient).Distinct().Count()} patients, float and int8 say the same of {result.Agreement:0.0} %. Intervals: 95 %."));
        Console.WriteLine($"Left out: {string.Join(", ", result.LeftOut.Select(reason => $"{reason.Value} ({reason.Key})"))}.");

        void Add(string name, BinaryFigures figures) => table.AddRow(
            name, Text(figures.Accuracy), Text(figures.Precision), Text(figures.Recall), Text(figures.Specificity), figures.Auc.ToString("0.00", CultureInfo.InvariantCulture));
    }

    private static string Text(Proportion? figure) => figure?.ToString() ?? "-";
}
