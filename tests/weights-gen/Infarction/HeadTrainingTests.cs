using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using EcgChip.WeightsGen.Infarction;

namespace EcgChip.WeightsGen.Tests.Infarction;

public sealed class HeadTrainingTests
{
    private const int Infarctions = 2;
    private const int Healthy = 3;

    private static readonly HeadOptions s_options = new() { Epochs = 4, BeatsPerEpoch = 128, BatchSize = 32, LearningRate = 0.01, Vectors = 60 };

    [Fact]
    public void A_fold_s_head_is_the_same_whatever_the_beats_of_those_whom_it_is_tested_on()
    {
        using TemporaryFolder folder = new();
        HeadWeights weights = Train(folder, MadeUpPatients.Make(Infarctions, Healthy, 5));
        foreach (string changed in new[] { "patient000", "patient003" })
        {
            HeadWeights others = Train(folder, MadeUpPatients.Make(Infarctions, Healthy, 5, changed));

            Assert.Equal(weights.Folds.Select(fold => fold.Tested.Order()), others.Folds.Select(fold => fold.Tested.Order()));
            foreach (((IReadOnlySet<string> tested, TrainedHead head), (_, TrainedHead other)) in weights.Folds.Zip(others.Folds))
            {
                bool same = head.Network.Parameters.SequenceEqual(other.Network.Parameters);
                Assert.Equal(tested.Contains(changed), same);
            }

            Assert.NotEqual(weights.Final.Network.Parameters, others.Final.Network.Parameters);
        }
    }

    [Fact]
    public void A_training_that_was_stopped_and_resumed_ends_with_the_same_heads_and_log()
    {
        using TemporaryFolder folder = new();
        using TemporaryFolder stopped = new();
        PtbBeatSet set = MadeUpPatients.Make(Infarctions, Healthy, 5);
        HeadWeights whole = Train(folder, set);

        HeadTrainingRun run = Run(stopped, set);
        using CancellationTokenSource stop = new();
        run.EpochDone = (done, _) =>
        {
            if (done == 6)
                stop.Cancel();
        };
        Assert.Throws<OperationCanceledException>(() => run.Train(resume: false, stop.Token));
        HeadWeights resumed = Run(stopped, set).Train(resume: true, CancellationToken.None);

        foreach ((TrainedHead one, TrainedHead other) in Heads(whole).Zip(Heads(resumed)))
            Assert.Equal(one.Network.Parameters, other.Network.Parameters);
        Assert.Equal(whole.Quantise().Hash, resumed.Quantise().Hash);
        string log = File.ReadAllText(folder.File("infarction.csv"));
        Assert.Equal(log, File.ReadAllText(stopped.File("infarction.csv")));
        Assert.Equal(1 + (Infarctions + 2) * s_options.Epochs, log.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Resuming_without_a_checkpoint_or_with_one_of_another_run_is_refused()
    {
        using TemporaryFolder folder = new();
        PtbBeatSet set = MadeUpPatients.Make(Infarctions, Healthy, 5);
        Assert.Throws<InputException>(() => Run(folder, set).Train(resume: true, CancellationToken.None));

        Train(folder, set);

        HeadTrainingRun other = Run(folder, set, s_options with { Seed = 7 });
        Assert.Throws<InputException>(() => other.Train(resume: true, CancellationToken.None));
    }

    [Fact]
    public void Heads_that_learn_what_can_be_told_apart_tell_it_of_patients_they_never_saw_and_are_read_back_as_they_were()
    {
        using TemporaryFolder folder = new();
        PtbBeatSet set = MadeUpPatients.Make(4, 6, 6);
        HeadOptions options = s_options with { Epochs = 12 };
        HeadWeights weights = Run(folder, set, options).Train(resume: false, CancellationToken.None) with { ByPatient = "by patient", ByBeat = "by beat" };
        HeadBeats beats = HeadBeats.Run(set, MadeUpPatients.Trunk, options: null);

        string path = folder.File("infarction.safetensors");
        weights.Save(path);
        HeadWeights read = HeadWeights.Load(path);

        Assert.Equal(weights.Quantise().Hash, read.Quantise().Hash);
        Assert.Equal((weights.ByPatient, weights.ByBeat, weights.Patients, weights.Size), (read.ByPatient, read.ByBeat, read.Patients, read.Size));
        foreach (string protocol in HeadEvaluation.Protocols)
        {
            HeadEvaluation result = HeadEvaluation.Of(protocol, read, beats);
            Assert.InRange(result.BeatsInInt8.Accuracy!.Value, 95, 100);
            Assert.InRange(result.Agreement, 98, 100);
            Assert.Equal(protocol == HeadEvaluation.Random ? 12 : set.Beats.Count, result.Answers.Count);
            Assert.Equal(HeadEvaluation.Of(protocol, weights, beats).ToJson().ToJsonString(), result.ToJson().ToJsonString());
        }

        HeadBeats others = HeadBeats.Run(MadeUpPatients.Make(4, 6, 6, "patient003"), MadeUpPatients.Trunk, options: null);
        Assert.Throws<InputException>(() => HeadEvaluation.Of(HeadEvaluation.Patient, read, others));
    }

    private static IEnumerable<TrainedHead> Heads(HeadWeights weights) => [.. weights.Folds.Select(fold => fold.Head), weights.Random, weights.Final];

    private static HeadWeights Train(TemporaryFolder folder, PtbBeatSet set) => Run(folder, set).Train(resume: false, CancellationToken.None);

    private static HeadTrainingRun Run(TemporaryFolder folder, PtbBeatSet set, HeadOptions? options = null) => new(
        HeadBeats.Run(set, MadeUpPatients.Trunk, options ?? s_options), MadeUpPatients.Trunk.Hash, options ?? s_options, folder.Path);
}
