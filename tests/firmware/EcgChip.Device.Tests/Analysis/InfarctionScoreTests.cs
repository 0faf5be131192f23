using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.Device.Analysis;
using EcgChip.Inference;
using EcgChip.Models.Infarction;
using EcgChip.Models.Seed;
using EcgChip.Records;
using EcgChip.Signal;

namespace EcgChip.Device.Tests.Analysis;

/// <summary>What the infarction head says of a recording, held against the plain kernels and the beat cutter.</summary>
public class InfarctionScoreTests
{
    private const int Pools = 16;

    [Fact]
    public void The_score_is_that_of_each_shape_s_beat_as_often_as_the_shape_has_beats() => RecordingAnalysisTests.Recordings.Sample(
        recorded =>
        {
            (string shapes, Dictionary<int, int> sizes) = ShapesOf(recorded);
            Dictionary<int, sbyte[]> cut = RecordingAnalysisTests.CutAll(recorded);
            long sum = 0;
            foreach ((int peak, int size) in sizes)
            {
                PlainRunner trunk = new(new StandInTrunk());
                trunk.Run(cut[peak]);
                PlainRunner head = new(new StandInHead());
                head.Run(trunk.Outputs[0]);
                int best = Softmax.Best(head.Logits);
                int sure = Softmax.Confidence(head.Logits, best);
                sum += size * (long)(best == 1 ? sure : Softmax.Certain - sure);
            }

            InfarctionScore score = Analyse(recorded, out RecordingAnalysis analysis, out RecordingAnalysisTests.Listener heard);

            Assert.True(analysis.ShapeCount == sizes.Count, shapes);
            Assert.Equal(sizes.Keys.Select(peak => RecordingAnalysisTests.FirstSample + peak).Order(), heard.Classes.Keys.Order());
            Assert.Equal(
                sizes.Count == 0 ? RecordSummary.NotKnown : (int)Math.Round(sum / (double)sizes.Values.Sum(), MidpointRounding.AwayFromZero), score.Value);
        },
        iter: 60);

    [Fact]
    public void A_head_changes_no_class_and_no_confidence() => RecordingAnalysisTests.Recordings.Sample(
        recorded =>
        {
            BeatList beats = recorded.Contents.Beats;
            (int, int, int)[] Results() => [.. Enumerable.Range(0, beats.Count).Select(i => (beats.Class(i), beats.Confidence(i), beats.ModelIndex(i)))];
            (int, int, int)[] before = Results();
            Analyse(recorded, out _, out _);
            (int, int, int)[] with = Results();
            for (int i = 0; i < beats.Count; i++)
            {
                beats.SetResult(i, before[i].Item1, before[i].Item2, before[i].Item3);
            }

            RecordingAnalysis without = new(
                new NetworkRunner(new StandInTrunk()), RecordingAnalysisTests.SeedModelIndex, null!, new RecordingAnalysisTests.Listener(), RecordingAnalysisTests.LongestSeconds);
            without.Begin(recorded.Contents, RecordingAnalysisTests.FirstSample);
            RecordingAnalysisTests.Finish(without);
            Assert.Null(without.Infarction);
            Assert.Equal(with, Results());
        },
        iter: 30);

    [Fact]
    public void The_next_recording_s_score_knows_nothing_of_the_last()
    {
        RecordingAnalysisTests.Recorded[] recordings =
            [.. new[] { 500, 90 }.Select(height => RecordingAnalysisTests.Make(2000, [100], [.. Enumerable.Repeat(height, 60)], [], [.. Enumerable.Repeat(1, 60)], height))];
        int[] alone = [.. recordings.Select(recorded => Analyse(recorded, out _, out _).Value)];
        InfarctionScore score = Analyse(recordings[0], out RecordingAnalysis analysis, out _);
        analysis.Begin(recordings[1].Contents, 0);
        RecordingAnalysisTests.Finish(analysis);

        Assert.NotEqual(alone[0], alone[1]);
        Assert.Equal(alone[1], score.Value);
    }

    [Fact]
    public void The_device_s_head_stands_behind_its_seed_network_and_was_trained_on_too_few_patients_for_more_than_research()
    {
        InfarctionModel head = new();
        InfarctionScore score = new(head, new NetworkRunner(new SeedModel()));
        Assert.Equal(26, score.Patients);
        Assert.True(score.Patients < HeadModel.EnoughPatients);
        Assert.Equal(RecordSummary.NotKnown, score.Value);
        Assert.Equal(2, score.Head.Logits.Length);
    }

    private static InfarctionScore Analyse(RecordingAnalysisTests.Recorded recorded, out RecordingAnalysis analysis, out RecordingAnalysisTests.Listener heard)
    {
        heard = new RecordingAnalysisTests.Listener();
        NetworkRunner trunk = new(new StandInTrunk());
        InfarctionScore score = new(new StandInHead(), trunk);
        analysis = new RecordingAnalysis(trunk, RecordingAnalysisTests.SeedModelIndex, score, heard, RecordingAnalysisTests.LongestSeconds);
        analysis.Begin(recorded.Contents, RecordingAnalysisTests.FirstSample);
        RecordingAnalysisTests.Finish(analysis);
        return score;
    }

    /// <summary>Of each shape the R peak of the beat that stands for it, and its number of beats; by the whole signal instead of piece by piece.</summary>
    private static (string Text, Dictionary<int, int> Sizes) ShapesOf(RecordingAnalysisTests.Recorded recorded)
    {
        short[] whole = [.. recorded.Samples, .. new short[65536 - recorded.Samples.Length]];
        BeatList beats = recorded.Contents.Beats;
        GapList gaps = recorded.Contents.Gaps;
        BeatShapes shapes = new();
        for (int i = 0; i < beats.Count; i++)
        {
            int peak = beats.SampleIndex(i);
            if (beats.Class(i) == BeatList.Unclassified || peak + BedsideWindow.SamplesAfterR >= RecordingAnalysisTests.StretchEnd(recorded, peak))
            {
                continue;
            }

            int stretch = Enumerable.Range(0, gaps.Count).Select(gap => gaps.Start(gap) + gaps.Length(gap)).Where(end => end <= peak).DefaultIfEmpty(0).Max();
            sbyte[] window = new sbyte[BedsideWindow.Length];
            BedsideWindow.Cut(whole, 0xFFFF, stretch, peak, window);
            shapes.Begin(i, window);
            while (!shapes.Step())
            {
            }
        }

        Dictionary<int, int> sizes = Enumerable.Range(0, shapes.Count).ToDictionary(shape => beats.SampleIndex(shapes.Representative(shape)), shapes.Size);
        return (string.Join(", ", sizes.Select(shape => $"{shape.Key}: {shape.Value}")), sizes);
    }

    /// <summary>A network with the seed network's input whose trunk is a pool.</summary>
    private sealed class StandInTrunk : Model
    {
        private readonly LayerSpec[] layers =
            [LayerSpec.MaxPool(1, 7, 12, BeatWindow.Length), LayerSpec.Dense(Pools, 40, true, 10), LayerSpec.Dense(40, BeatClass.Count, false, 10)];

        public override string Name => "stand-in";

        public override string Hash => "0000000000000000";

        public override string BeatFingerprint => "none";

        public override LayerSpec[] Layers() => layers;

        public override LayerSpec Layer(int layer) => layers[layer];

        public override sbyte[] WeightPart(int layer, int part) => PartOf(Weights(layer), layers[layer].OutChannels, part);

        public override sbyte[] Weights(int layer) =>
            [.. Enumerable.Range(0, layers[layer].InChannels * layers[layer].OutChannels).Select(i => (sbyte)((i * 37 % 101) - 50))];

        public override int[] Biases(int layer) => new int[layers[layer].OutChannels];

        public override int[] Multipliers(int layer) => [.. Enumerable.Repeat(7, layers[layer].OutChannels)];
    }

    private sealed class StandInHead : HeadModel
    {
        private static readonly LayerSpec[] Only = [LayerSpec.Dense(Pools, 2, false, 10)];

        public override string Name => "infarction";

        public override string Hash => "1111111111111111";

        public override string BeatFingerprint => "none";

        public override string TrunkHash => new StandInTrunk().Hash;

        public override int PatientsTrained => 26;

        public override LayerSpec[] Layers() => Only;

        public override LayerSpec Layer(int layer) => Only[layer];

        public override sbyte[] WeightPart(int layer, int part) => PartOf(Weights(layer), 2, part);

        public override sbyte[] Weights(int layer) => [.. Enumerable.Range(0, 2 * Pools).Select(i => (sbyte)((i * 31 % 61) - 30))];

        public override int[] Biases(int layer) => new int[2];

        public override int[] Multipliers(int layer) => [40, 40];
    }
}
