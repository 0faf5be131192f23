using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>
/// Trains all heads, one after the other: those of the folds, the one by beat, the one for the chip. After each epoch of each the checkpoint is written
/// and the log gets a line.
/// </summary>
public sealed class HeadTrainingRun
{
    private const string CsvHeader = "head,epoch,iteration,loss,accuracy";

    private readonly HeadBeats _beats;
    private readonly HeadOptions _options;
    private readonly string _trunkHash;
    private readonly string _folder;
    private readonly string _identity;
    private readonly string _log;

    /// <summary>Prepares a run.</summary>
    /// <param name="beats">All beats, with augmented copies.</param>
    /// <param name="trunkHash">Hash of the trunk's model.</param>
    /// <param name="options">How.</param>
    /// <param name="folder">Where checkpoints and log are kept.</param>
    public HeadTrainingRun(HeadBeats beats, string trunkHash, HeadOptions options, string folder)
    {
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentNullException.ThrowIfNull(options);
        _beats = beats;
        _options = options;
        _trunkHash = trunkHash;
        _folder = folder;
        _log = Path.Combine(folder, HeadShape.Name + ".csv");
        Fingerprint = beats.Set.Fingerprint();

        // More epochs may be asked for on going on; anything else would make another run of it.
        _identity = $"{HeadShape.Name}, trunk {trunkHash}, beats {Fingerprint}, {options with { Epochs = 0 }}";
        Folds = PatientFolds.ByPatient(beats.Set.Patients, options.Seed);
        Random = PatientFolds.ByBeat(beats.Set.Beats, options.Seed);
    }

    /// <summary>Of each fold the names of those who are tested.</summary>
    public IReadOnlyList<IReadOnlySet<string>> Folds { get; }

    /// <summary>The beats that are tested by beat.</summary>
    public IReadOnlySet<PtbBeat> Random { get; }

    /// <summary>Which beats these are.</summary>
    public string Fingerprint { get; }

    /// <summary>Told how many of how many epochs, of all heads, are done.</summary>
    public Action<int, int>? EpochDone { get; set; }

    /// <summary>Trains all heads.</summary>
    /// <param name="resume">Go on from the checkpoints rather than begin.</param>
    /// <param name="cancellation">Stops; the checkpoints are then those of the last whole epoch.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    /// <exception cref="InputException">There is no checkpoint to go on from, or it is of another run.</exception>
    public HeadWeights Train(bool resume, CancellationToken cancellation)
    {
        Directory.CreateDirectory(_folder);
        (string Name, Predicate<PtbBeat> IsLearnt)[] heads =
        [
            .. Folds.Select((tested, i) => ($"fold{i + 1}", (Predicate<PtbBeat>)(beat => !tested.Contains(beat.Patient)))),
            ("random", beat => !Random.Contains(beat)),
            ("final", _ => true),
        ];
        if (resume && !File.Exists(Checkpoint(heads[0].Name)))
            throw new InputException($"There is no checkpoint {Checkpoint(heads[0].Name)} to go on from: start without --resume.");

        if (!resume)
        {
            File.WriteAllText(_log, CsvHeader + "\n");
            foreach ((string name, _) in heads)
                File.Delete(Checkpoint(name));
        }

        TrainedHead[] trained = new TrainedHead[heads.Length];
        for (int i = 0; i < heads.Length; i++)
        {
            int before = i * _options.Epochs;
            trained[i] = Train(heads[i].Name, heads[i].IsLearnt, epoch => EpochDone?.Invoke(before + epoch, heads.Length * _options.Epochs), cancellation);
        }

        PtbBeatSet set = _beats.Set;
        return new HeadWeights
        {
            Final = trained[^1],
            Random = trained[^2],
            Folds = [.. Folds.Zip(trained)],
            Seed = _options.Seed,
            Epochs = _options.Epochs,
            Patients = (set.Count(Diagnosis.Infarction), set.Count(Diagnosis.Healthy)),
            Size = (set.Records, set.Beats.Count),
            TrunkHash = _trunkHash,
            BeatFingerprint = Fingerprint,
        };
    }

    private TrainedHead Train(string name, Predicate<PtbBeat> isLearnt, Action<int> epochDone, CancellationToken cancellation)
    {
        HeadTrainer trainer = new(_beats, isLearnt, _options);
        string checkpoint = Checkpoint(name);
        TrainingState state = File.Exists(checkpoint)
            ? TrainingState.Load(checkpoint, _identity)
            : TrainingState.Begin(HeadShape.Create(), _options.Seed);
        while (state.Epoch < _options.Epochs)
        {
            (double loss, double accuracy) = trainer.RunEpoch(state, cancellation);
            state.Save(checkpoint, _identity);
            File.AppendAllText(
                _log, string.Create(CultureInfo.InvariantCulture, $"{name},{state.Epoch},{state.Iteration},{loss:0.#####},{100 * accuracy:0.###}\n"));
            epochDone(state.Epoch);
        }

        return TrainedHead.From(state.Weights, _beats.Set.Beats.Where(beat => isLearnt(beat)).SelectMany(_beats.WithCopies));
    }

    private string Checkpoint(string head) => Path.Combine(_folder, $"{HeadShape.Name}-{head}.checkpoint.safetensors");
}
