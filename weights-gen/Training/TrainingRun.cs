using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Quantisation;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Training;

/// <summary>
/// A training from its first epoch, or from a checkpoint, to the weights' file. After each epoch the checkpoint is written and the log gets a line.
/// </summary>
public sealed class TrainingRun
{
    private readonly NetworkShape _shape;
    private readonly IReadOnlyList<Beat> _beats;
    private readonly Split _split;
    private readonly TrainingRecipe _recipe;
    private readonly LearningBeats _learning;
    private readonly string _checkpoint;
    private readonly string _log;
    private readonly string _identity;
    private readonly LearntFrom _from;

    /// <summary>Prepares a run.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="beats">All beats of the database.</param>
    /// <param name="split">Which of them are learnt from.</param>
    /// <param name="recipe">How.</param>
    /// <param name="folder">Where checkpoint and log are kept.</param>
    /// <param name="fileName">What they are called; null for the network's name.</param>
    /// <param name="from">What the beats are of; null for the recordings.</param>
    /// <param name="views">The same beats seen from other sides, which are learnt from only; none where not given.</param>
    public TrainingRun(
        NetworkShape shape, IReadOnlyList<Beat> beats, Split split, TrainingRecipe recipe, string folder, string? fileName = null,
        LearntFrom? from = null, IReadOnlyList<Beat>? views = null)
    {
        ArgumentNullException.ThrowIfNull(shape);
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(recipe);
        _from = from ?? LearntFrom.Recordings(beats);
        _shape = shape;
        _beats = beats;
        _split = split;
        _recipe = recipe;
        _learning = LearningBeats.From(beats, split, recipe.Options, views ?? []);
        _checkpoint = Path.Combine(folder, (fileName ?? shape.Name) + ".checkpoint.safetensors");
        _log = Path.Combine(folder, (fileName ?? shape.Name) + ".csv");

        // More epochs may be asked for on going on, where the step size does not depend on them; anything else would make another run of it.
        TrainingOptions options = recipe.Options.DecaysByCosine ? recipe.Options : recipe.Options with { Epochs = 0 };
        _identity = $"{shape.Name}, {split.Name}, {beats.Count} + {views?.Count ?? 0} beats {_from.Fingerprint}, {options}";
    }

    /// <summary>Told the epoch and how many of how many iterations of it are done.</summary>
    public Action<int, int, int>? IterationDone { get; set; }

    /// <summary>Told each epoch's result.</summary>
    public Action<EpochResult>? EpochDone { get; set; }

    /// <summary>Where the checkpoint stands.</summary>
    public string Checkpoint => _checkpoint;

    /// <summary>Trains to the last epoch.</summary>
    /// <param name="resume">Go on from the checkpoint rather than begin.</param>
    /// <param name="cancellation">Stops; the checkpoint is then that of the last whole epoch.</param>
    /// <returns>The state after the last epoch.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="InputException">There is no checkpoint to go on from, or it is of another run.</exception>
    public TrainingState Train(bool resume, CancellationToken cancellation)
    {
        WholeFile.Discard(_checkpoint);
        WholeFile.Discard(_log);
        TrainingState state = resume ? TrainingState.Load(_checkpoint, _identity) : TrainingState.Begin(_shape, _recipe.Options.Seed);
        Trainer trainer = new(_shape, _learning, _recipe);
        if (!resume)
            state.Save(_checkpoint, _identity);
        WriteLog(state);
        while (state.Epoch < _recipe.Options.Epochs)
        {
            int epoch = state.Epoch + 1;
            EpochResult result = trainer.RunEpoch(
                state, iterations => IterationDone?.Invoke(epoch, iterations, trainer.IterationsPerEpoch), cancellation);
            state.Log = [.. state.Log, result.ToCsv()];
            state.Save(_checkpoint, _identity);
            WriteLog(state);
            EpochDone?.Invoke(result);
        }

        return state;
    }

    /// <summary>The checkpoint has the lines: a run that is killed between both files goes on with a log that lacks nothing.</summary>
    private void WriteLog(TrainingState state) => WholeFile.WriteText(_log, string.Concat(state.Log.Prepend(EpochResult.CsvHeader).Select(line => line + "\n")));

    /// <summary>
    /// Takes the best epoch's averaged weights, finds the ranges to quantise with, and only now looks at the test beats; by patient not even
    /// now, but at the held-out patients, and where no beat is for testing at the held-out beats.
    /// </summary>
    public (TrainedWeights Weights, EvaluationResult Result) Finish(TrainingState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        FloatNetwork network = new(_shape, [.. state.Best]);
        ActivationRanges ranges = Calibration.Choose(network, _learning);
        IReadOnlyList<Beat> test = _split.TestsInTraining ? [.. _beats.Where(beat => _split.IsTest(beat.Key))] : _learning.Validation;
        EvaluationResult result = EvaluationResult.Of(_split.Name, network, Quantiser.Quantise(network, ranges, _from.Fingerprint), test);
        Accuracies accuracies = new(test.Count, result.InFloat.Accuracy, result.InInt8.Accuracy);
        Origin origin = new()
        {
            DataSet = _from.DataSet,
            Split = _split.Name,
            Seed = _recipe.Options.Seed,
            Epochs = state.Epoch,
            BestEpoch = state.BestEpoch,
            ValidationScore = state.BestScore,
            Test = _split.TestsInTraining ? accuracies : null,
            HeldOut = _split.TestsInTraining ? null : accuracies,
            BeatFingerprint = _from.Fingerprint,
        };
        return (new TrainedWeights(network, ranges, origin), result);
    }
}
