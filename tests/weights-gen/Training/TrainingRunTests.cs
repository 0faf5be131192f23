using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using EcgChip.Testing;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Training;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Tests.Training;

public sealed class TrainingRunTests
{
    private static readonly List<Beat> s_beats = TestBeats.Make(30);
    private static readonly Split s_split = Split.ByList("test", s_beats.Take(25).Select(beat => beat.Key).ToHashSet());
    private static readonly TrainingOptions s_options = new() { Epochs = 4, BeatsPerClass = 32, BatchSize = 16, AverageDecay = 0.9 };

    [Fact]
    public void The_same_seed_gives_the_same_weights_and_another_seed_others()
    {
        using TemporaryFolder folder = new();

        float[] first = Train(folder.File("1"), s_options);
        float[] again = Train(folder.File("2"), s_options);
        float[] other = Train(folder.File("3"), s_options with { Seed = 2 });

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void Going_on_from_a_checkpoint_gives_what_an_unbroken_run_gives()
    {
        using TemporaryFolder folder = new();
        float[] unbroken = Train(folder.File("unbroken"), s_options);
        using CancellationTokenSource stop = new();
        TrainingRun broken = Run(folder.File("broken"), s_options);
        broken.IterationDone = (epoch, done, _) =>
        {
            if (epoch == 3 && done == 2)
                stop.Cancel();
        };

        Assert.Throws<OperationCanceledException>(() => broken.Train(resume: false, stop.Token));
        TrainingState state = Run(folder.File("broken"), s_options).Train(resume: true, CancellationToken.None);

        Assert.Equal(unbroken, state.Best);
        Assert.Equal(
            File.ReadAllText(Path.Combine(folder.File("unbroken"), "small.csv")), File.ReadAllText(Path.Combine(folder.File("broken"), "small.csv")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("epoch,iter")]
    [InlineData("epoch,iteration\n1,2\n2,4\n3,6\n4,8\n")]
    public void A_log_that_is_not_as_the_checkpoint_has_it_is_made_so(string log)
    {
        using TemporaryFolder folder = new();
        Train(folder.File("unbroken"), s_options);
        Train(folder.File("broken"), s_options with { Epochs = 2 });
        File.WriteAllText(Path.Combine(folder.File("broken"), "small.csv"), log);

        Run(folder.File("broken"), s_options).Train(resume: true, CancellationToken.None);

        Assert.Equal(
            File.ReadAllText(Path.Combine(folder.File("unbroken"), "small.csv")), File.ReadAllText(Path.Combine(folder.File("broken"), "small.csv")));
    }

    [Theory]
    [InlineData("epoch")]
    [InlineData("log")]
    [InlineData("best_score")]
    public void A_checkpoint_that_lacks_something_is_refused_with_a_sentence(string key)
    {
        using TemporaryFolder folder = new();
        TrainingRun run = Run(folder.Path, s_options with { Epochs = 1 });
        run.Train(resume: false, CancellationToken.None);
        SafeTensors file = SafeTensors.Load(run.Checkpoint);
        file.Metadata.Remove(key);
        file.Save(run.Checkpoint);

        Assert.Throws<InputException>(() => run.Train(resume: true, CancellationToken.None));
    }

    [Fact]
    public void Where_there_is_no_checkpoint_going_on_is_refused_with_a_sentence()
    {
        using TemporaryFolder folder = new();

        InputException fault = Assert.Throws<InputException>(() => Run(folder.File("new"), s_options).Train(resume: true, CancellationToken.None));

        Assert.Contains("There is no checkpoint", fault.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("new")));
    }

    [Fact]
    public void A_checkpoint_of_another_run_is_refused_with_a_sentence()
    {
        using TemporaryFolder folder = new();
        Train(folder.Path, s_options with { Epochs = 1 });

        Assert.Throws<InputException>(() => Run(folder.Path, s_options with { Seed = 2 }).Train(resume: true, CancellationToken.None));
    }

    [Fact]
    public void A_small_network_learns_easy_beats_and_int8_agrees_with_it()
    {
        using TemporaryFolder folder = new();
        TrainingRun run = Run(folder.Path, s_options with { Epochs = 12, BeatsPerClass = 64, LearningRate = 0.005 });

        (_, EvaluationResult result) = run.Finish(run.Train(resume: false, CancellationToken.None));

        Assert.Equal(25, result.InFloat.Beats);
        Assert.InRange(result.InFloat.Accuracy, 90, 100);
        Assert.InRange(result.Agreement, 90, 100);
    }

    [Fact]
    public void No_test_beat_and_no_held_out_beat_is_learnt_from()
    {
        LearningBeats learning = LearningBeats.From(s_beats, s_split, s_options);
        HashSet<BeatKey> drawn = [.. learning.DrawEpoch(s_options with { BeatsPerClass = 100 }, new Random(1)).Select(beat => beat.Key)];

        Assert.NotEmpty(learning.Validation);
        Assert.DoesNotContain(drawn, s_split.IsTest);
        Assert.DoesNotContain(learning.Validation, beat => s_split.IsTest(beat.Key));
        Assert.DoesNotContain(learning.Validation, beat => drawn.Contains(beat.Key));
        Assert.Equal(s_beats.Count, drawn.Count + learning.Validation.Count + s_split.ListedBeats);
    }

    [Fact]
    public void An_epoch_takes_as_many_beats_of_each_class_and_each_beat_as_often()
    {
        LearningBeats learning = LearningBeats.From(s_beats, s_split, s_options);

        Beat[] drawn = learning.DrawEpoch(s_options with { BeatsPerClass = 40 }, new Random(1));

        Assert.All(drawn.GroupBy(beat => beat.Class), group => Assert.Equal(40, group.Count()));
        Assert.All(drawn.GroupBy(beat => beat.Key), group => Assert.InRange(group.Count(), 1, 2));
    }

    [Fact]
    public void An_epoch_takes_of_each_class_the_part_that_its_mix_says()
    {
        TrainingOptions options = s_options with { BeatsPerClass = 200, Mix = new ClassMix(N: 1, S: 0.5, V: 0.25, F: 0.1, Q: 0) };

        Beat[] drawn = LearningBeats.From(s_beats, s_split, options).DrawEpoch(options, new Random(1));

        Assert.Equal([200, 100, 50, 20, 0], Enumerable.Range(0, ClassNames.Count).Select(i => drawn.Count(beat => beat.Class == i)));
    }

    [Fact]
    public void A_record_of_many_beats_has_no_more_say_than_the_power_of_their_number_gives_it()
    {
        List<Beat> beats = [.. TestBeats.Make(400).Select((beat, i) => beat with { Record = i % 17 == 0 ? "101" : "208" })];
        TrainingOptions options = s_options with { BeatsPerClass = 4000, RecordPower = 0.5, ValidationPart = 0 };

        Beat[] drawn = LearningBeats.From(beats, Split.ByList("none", new HashSet<BeatKey>()), options).DrawEpoch(options, new Random(1));

        Assert.All(drawn.GroupBy(beat => beat.Class), group => Assert.Equal(4000, group.Count()));
        Assert.InRange(drawn.Count(beat => beat.Record == "208") / (double)drawn.Count(beat => beat.Record == "101"), 3.7, 4.3);
    }

    [Fact]
    public void Views_of_a_beat_are_learnt_from_where_the_beat_is_and_never_validate()
    {
        List<Beat> views = [.. s_beats.Select(beat => beat with { Values = new sbyte[beat.Values.Length] })];
        LearningBeats alone = LearningBeats.From(s_beats, s_split, s_options);

        LearningBeats both = LearningBeats.From(s_beats, s_split, s_options, views);

        Assert.Equal(alone.Validation, both.Validation);
        for (int i = 0; i < ClassNames.Count; i++)
        {
            Assert.Equal(2 * alone.OfClass(i).Count, both.OfClass(i).Count);
            Assert.Equal(alone.OfClass(i).Select(beat => beat.Key).Order(), both.OfClass(i).Where(views.Contains).Select(beat => beat.Key).Order());
        }
    }

    [Fact]
    public void What_drops_out_comes_from_the_seed_and_a_step_size_that_falls_by_a_cosine_ends_at_nothing()
    {
        using TemporaryFolder folder = new();
        TrainingOptions options = s_options with { ChannelDropout = 0.2, DenseDropout = 0.3, DecaysByCosine = true };

        float[] first = Train(folder.File("1"), options);

        Assert.Equal(first, Train(folder.File("2"), options));
        Assert.NotEqual(first, Train(folder.File("3"), options with { DenseDropout = 0 }));
        string[] last = File.ReadAllLines(Path.Combine(folder.File("1"), "small.csv"))[^1].Split(',');
        Assert.Equal("0", last[2]);
    }

    [Fact]
    public void Training_by_patient_looks_at_no_test_beat_even_in_the_end()
    {
        using TemporaryFolder folder = new();
        Split split = Split.Load(Split.Patient, new Places(SharedData.RepositoryRoot).TestBeats);
        List<Beat> beats = [.. s_beats.Select((beat, i) => beat with { Record = i % 4 == 0 ? "100" : i % 4 == 3 ? "220" : "101" })];
        TrainingRun run = new(TestNetworks.Small(), beats, split, TrainingRecipe.Seed with { Options = s_options with { Epochs = 1 } }, folder.Path);

        (TrainedWeights weights, EvaluationResult result) = run.Finish(run.Train(resume: false, CancellationToken.None));

        Assert.Equal(beats.Count(beat => beat.Record == "220"), result.InFloat.Beats);
        Assert.Equal(result.InFloat.Beats, weights.Origin.HeldOut!.Beats);
        Assert.Null(weights.Origin.Test);
    }

    private static float[] Train(string folder, TrainingOptions options) => [.. Run(folder, options).Train(resume: false, CancellationToken.None).Best];

    private static TrainingRun Run(string folder, TrainingOptions options) => 
        new(TestNetworks.Small(), s_beats, s_split, TrainingRecipe.Seed with { Options = options }, folder);
}
