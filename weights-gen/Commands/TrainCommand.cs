using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Threading;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Training;
using EcgChip.WeightsGen.Weights;
using Spectre.Console;

namespace EcgChip.WeightsGen.Commands;

/// <summary><c>weights-gen train</c>: recordings in, the committed file of weights out.</summary>
public static class TrainCommand
{
    private const int MostEpochs = 10_000;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> network = SharedOptions.Network();
        Option<string> data = SharedOptions.Data();
        Option<int?> epochs = Number("--epochs", "Passes over the beats; usually the network's own number.", 1, MostEpochs);
        Option<int?> seed = Number("--seed", "What all random numbers come from; usually the network's own number.", 0, int.MaxValue);
        Option<int?> threads = Number("--threads", "Threads of libtorch, usually 1; runs are the same only with the same number.", 1, Environment.ProcessorCount);
        Option<bool> resume = new("--resume") { Description = "Go on from the checkpoint of a run with the same options." };
        Option<string?> split = new("--split") { Description = "Which beats are tested and not learnt from; usually balanced for seed, patient for bedside." };
        split.AcceptOnlyFromAmong(Split.Names);
        Command command = new("train", "Trains a network and writes its weights; generate then writes the C#.") { network, data, epochs, seed, threads, resume, split };
        command.SetAction(parsed =>
        {
            TrainingOptions Chosen(TrainingOptions usual) => usual with
            {
                Epochs = parsed.GetValue(epochs) ?? usual.Epochs,
                Seed = parsed.GetValue(seed) ?? usual.Seed,
                Threads = parsed.GetValue(threads) ?? usual.Threads,
            };
            return Train(parsed.GetRequiredValue(network), parsed.GetRequiredValue(data), parsed.GetValue(split), Chosen, parsed.GetValue(resume));
        });
        return command;
    }

    private static Option<int?> Number(string name, string description, int least, int most)
    {
        Option<int?> option = new(name) { Description = $"{description} ({least} to {most})" };
        option.Validators.Add(result =>
        {
            // What is no number at all is refused by the parser itself.
            if (result.Tokens is [{ Value: string text }] && int.TryParse(text, CultureInfo.InvariantCulture, out int value) && (value < least || value > most))
                result.AddError($"{name} must be {least} to {most}.");
        });
        return option;
    }

    private static int Train(string name, string data, string? asked, Func<TrainingOptions, TrainingOptions> chosen, bool resume)
    {
        KnownNetwork network = KnownNetwork.Find(name);
        Places places = Places.Find();
        Split split = Split.Load(network.RequireSplit(asked), places.TestBeats);
        TrainingRecipe recipe = network.Recipe with { Options = chosen(network.Recipe.Options) };
        IReadOnlyList<Beat> views = network.Views is BeatSource source ? Screen.LoadBeats(source, data, places).Beats : [];
        TrainingRun run = new(network.Shape, Screen.LoadBeats(network.Beats, data, places).Beats, split, recipe, places.Scratch, views);

        using CancellationTokenSource stop = new();
        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        TrainingState state;
        try
        {
            state = WithProgress(run, recipe.Options.Epochs, () => run.Train(resume, stop.Token));
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"Stopped: the last whole epoch is in {run.Checkpoint}; the same command with --resume goes on from it.");
            return ExitCode.Failed;
        }

        (TrainedWeights weights, EvaluationResult result) = run.Finish(state);
        weights.Save(places.Weights(name));
        string tested = split.HoldsOutPatients ? $"the held-out patients {string.Join(", ", split.HeldOutRecords)}" : $"the {split.Name} list";
        Screen.Show(result, tested, network.Beats);
        Console.WriteLine($"Wrote {places.Weights(name)}: weights-gen generate {name} turns it into C#.");
        return ExitCode.Done;
    }

    private static TrainingState WithProgress(TrainingRun run, int epochs, Func<TrainingState> train)
    {
        if (Screen.Terminal() is not IAnsiConsole terminal)
        {
            run.EpochDone = Console.WriteLine;
            return train();
        }

        ProgressColumn[] columns =
        [
            new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(),
        ];
        return terminal.Progress().Columns(columns).Start(context =>
        {
            ProgressTask task = context.AddTask("epoch 1", maxValue: epochs);
            run.IterationDone = (epoch, done, all) => task.Description($"epoch {epoch}").Value(epoch - 1 + (double)done / all);
            run.EpochDone = result => terminal.WriteLine(result.ToString());
            return train();
        });
    }
}
