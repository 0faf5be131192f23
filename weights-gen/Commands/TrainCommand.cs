using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Threading;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Infarction;
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
    private const int MostEpochBeats = 1_000_000;

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        Argument<string> network = SharedOptions.Network();
        Option<string> data = SharedOptions.DataOrTables();
        Option<int?> epochs = Number("--epochs", "Passes over the beats; usually the network's own number.", 1, MostEpochs);
        Option<int?> seed = Number("--seed", "What all random numbers come from; usually the network's own number.", 0, int.MaxValue);
        Option<int?> threads = Number("--threads", "Threads of libtorch, usually 1; runs are the same only with the same number.", 1, Environment.ProcessorCount);
        Option<bool> resume = new("--resume") { Description = "Go on from the checkpoint of a run with the same options." };
        Option<string?> split = new("--split") { Description = "Which beats are tested and not learnt from; usually balanced for seed, patient for bedside." };
        split.AcceptOnlyFromAmong([.. Split.Names, Split.Csv]);
        Option<int?> epochBeats = Number("--epoch-beats", "Beats of class N in an epoch, those of the other classes in proportion; usually the network's own number.", 1, MostEpochBeats);
        Command command = new("train", "Trains a network. Reads recordings or CSV files of beats. Writes models/NETWORK.safetensors, or NETWORK-SPLIT for a split other than its own, and in artifacts/weights-gen a checkpoint and a CSV with a line for every epoch. Stopped, even killed, it goes on with --resume from the last whole epoch, and ends with the same weights.") { network, data, epochs, seed, threads, resume, split, epochBeats };
        command.SetAction(parsed =>
        {
            if (parsed.GetRequiredValue(network) == HeadShape.Name)
            {
                if (parsed.GetValue(split) is string unwanted)
                    throw new InputException($"The {HeadShape.Name} head is trained for all its protocols at once, not for the split {unwanted}: leave out --split.");

                HeadOptions own = new();
                return InfarctionCommands.Train(
                    parsed.GetRequiredValue(data),
                    own with
                    {
                        Epochs = parsed.GetValue(epochs) ?? own.Epochs,
                        Seed = parsed.GetValue(seed) ?? own.Seed,
                        Threads = parsed.GetValue(threads) ?? own.Threads,
                    },
                    parsed.GetValue(resume));
            }

            TrainingOptions Chosen(TrainingOptions usual) => usual with
            {
                Epochs = parsed.GetValue(epochs) ?? usual.Epochs,
                Seed = parsed.GetValue(seed) ?? usual.Seed,
                BeatsPerClass = parsed.GetValue(epochBeats) ?? usual.BeatsPerClass,
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
        GivenBeats given = GivenBeats.ToLearn(network, data, asked, places);
        Split split = given.Split;
        TrainingRecipe usual = network.RecipeFor(split.Name);
        TrainingRecipe recipe = usual with { Options = chosen(usual.Options) };
        string fileName = network.FileName(split.Name);
        IReadOnlyList<Beat> views = network.Views is BeatSource source ? Screen.LoadBeats(source, data, places).Beats : [];
        TrainingRun run = new(network.Shape, given.Set.Beats, split, recipe, places.Scratch, fileName, given.From, views);

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
        weights.Save(places.Weights(fileName));
        string tested = split.HoldsOutPatients ? $"the held-out patients {string.Join(", ", split.HeldOutRecords)}"
            : !split.TestsInTraining ? $"{given.From.DataSet} that were held out"
            : split.Name == Split.Csv ? BeatTables.TestFile
            : $"the {split.Name} list";
        Screen.Show(result, tested, given.Source);
        Console.WriteLine(fileName == name
            ? $"Wrote {places.Weights(name)}: weights-gen generate {name} turns it into C#."
            : $"Wrote {places.Weights(fileName)}: weights-gen evaluate {name}{(split.Name == Split.Csv ? string.Empty : $" --protocol {split.Name}")} --data {data} judges it; the firmware keeps {places.Weights(name)}.");
        return ExitCode.Done;
    }

    private static TrainingState WithProgress(TrainingRun run, int epochs, Func<TrainingState> train)
    {
        if (Screen.Terminal() is not IAnsiConsole terminal)
        {
            run.EpochDone = Console.WriteLine;
            return train();
        }

        return terminal.Progress().Columns(Screen.Columns()).Start(context =>
        {
            ProgressTask? task = null;
            int first = 0;
            run.IterationDone = (epoch, done, all) =>
            {
                if (task is null)
                {
                    // A run that goes on has only what is left before it: else the time left would begin far too short.
                    first = epoch;
                    task = context.AddTask($"epoch {epoch} of {epochs}", maxValue: epochs - epoch + 1);
                }

                task.Description($"epoch {epoch} of {epochs}").Value(epoch - first + (double)done / all);
                if (done == all)
                {
                    // Each whole epoch is seen, however busy the machine is: the bar draws itself only when its timer gets a turn.
                    context.Refresh();
                }
            };
            run.EpochDone = result => terminal.WriteLine(result.ToString());
            return train();
        });
    }
}
