using System;
using System.CommandLine;
using System.IO;
using System.Threading;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Infarction;
using EcgChip.WeightsGen.Map;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Pictures;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Weights;
using Spectre.Console;

namespace EcgChip.WeightsGen.Commands;

/// <summary><c>weights-gen map</c>: what a network's convolutions have learned, as a picture.</summary>
public static class MapCommand
{
    private const int LeastPoints = 50;
    private const int MostPoints = 10_000;
    private const string Png = ".png";
    private const string Svg = ".svg";

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> network = SharedOptions.Network();
        Option<string> data = SharedOptions.Data();
        Option<string?> file = new("--out") { Description = "Picture to write, .png or .svg; usually map-NETWORK.png in artifacts/weights-gen." };
        Option<int> beats = new("--beats")
        {
            Description = $"Most beats on the map, each class with its share ({LeastPoints} to {MostPoints}); time and memory grow with the square.",
            DefaultValueFactory = _ => NetworkMap.UsualPoints,
        };
        beats.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: string text }] && int.TryParse(text, out int value) && value is < LeastPoints or > MostPoints)
                result.AddError($"--beats must be {LeastPoints} to {MostPoints}.");
        });
        Option<int> seed = new("--seed") { Description = "What all random numbers come from: the same seed gives the same map.", DefaultValueFactory = _ => 1 };
        Command command = new(
            "map", "Draws what the network's last convolution makes of beats that it has not learnt from, by t-SNE, coloured by class.")
        {
            network, data, file, beats, seed,
        };
        command.SetAction(parsed => Map(
            parsed.GetRequiredValue(network), parsed.GetRequiredValue(data), parsed.GetValue(file), parsed.GetValue(beats), parsed.GetValue(seed)));
        return command;
    }

    /// <summary>Lays a map out and shows on a terminal how far it is.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static NetworkMap Lay(LabelledVectors points, string title, int seed, CancellationToken cancellation)
    {
        TsneOptions options = new() { Seed = seed };
        if (Screen.Terminal() is not IAnsiConsole terminal)
            return NetworkMap.Of(points, title, options, cancellation: cancellation);

        ProgressColumn[] columns = [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()];
        return terminal.Progress().Columns(columns).Start(context =>
        {
            ProgressTask task = context.AddTask("Laying out the map");
            return NetworkMap.Of(points, title, options, (done, all) => task.Value(100.0 * done / all), cancellation);
        });
    }

    /// <summary>Lays out and writes the map of anything with classes; Ctrl-C leaves no file.</summary>
    /// <param name="name">Of what it is, for the file's name.</param>
    /// <param name="file">The file that was asked for; null for the usual one.</param>
    /// <param name="seed">What all random numbers come from.</param>
    /// <param name="make">Makes the points, their title, and a sentence of what they are.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="InputException">The file's name ends in neither .png nor .svg, or it cannot be written.</exception>
    public static int Write(string name, string? file, int seed, Func<(LabelledVectors Points, string Title, string Told)> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        string target = file ?? Path.Combine(Places.Find().Scratch, $"map-{name}{Png}");
        if (Path.GetExtension(target) is not (Png or Svg))
            throw new InputException($"A map is written as {Png} or {Svg}, not as {target}: give such a name with --out.");

        using StopSignals stop = new();
        (LabelledVectors points, string title, string told) = make();
        NetworkMap map;
        try
        {
            map = Lay(points, title, seed, stop.Token);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"Stopped: {target} was not written.");
            return ExitCode.Failed;
        }

        if (Path.GetExtension(target) == Svg)
            WholeFile.WriteText(target, SvgPicture.Document(map.Draw()));
        else
            WholeFile.WriteBytes(target, PngPicture.Encode(map.Draw()));
        Console.WriteLine(told);
        Console.WriteLine(map.Told());
        Console.WriteLine($"Wrote {target}.");
        return ExitCode.Done;
    }

    private static int Map(string name, string data, string? file, int most, int seed) => name == HeadShape.Name
        ? InfarctionCommands.Map(data, file, most, seed)
        : Write(name, file, seed, () =>
        {
            KnownNetwork network = KnownNetwork.Find(name);
            Places places = Places.Find();
            TrainedWeights weights = TrainedWeights.Load(places.Weights(name), network.Shape);
            Split split = Split.Load(weights.Origin.Split, places.TestBeats);
            BeatSet all = Screen.LoadBeats(network.Beats, data, places);

            // By patient a map shows the held-out patients: DS2 is not looked at for a picture.
            JudgingBeats beats = JudgingBeats.Choose(network, weights.Origin, split, all, heldOut: split.HoldsOutPatients);
            LabelledVectors points = NetworkMap.PointsOf(weights.Network, beats.Beats, most, seed);
            return (points, NetworkMap.TitleOf(network.Shape), $"{points.Count} of the {beats.Beats.Count} beats of {beats.Told} ({beats.Independence}).");
        });
}
