using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using EcgChip.Device.Analysis;
using EcgChip.Device.Seams;
using EcgChip.Inference;
using EcgChip.Models.Seed;
using EcgChip.Records;
using EcgChip.Signal;

namespace EcgChip.Device.Tests.Analysis;

/// <summary>What the analysis makes of a recording, held against the beat cutter that the seed network's training beats come from.</summary>
public class RecordingAnalysisTests
{
    internal const int LongestSeconds = 40;
    private const int LiveModel = 0;
    internal const int SeedModelIndex = 1;
    internal const int FirstSample = 5000;

    /// <summary>Recordings of up to 40 s with beats of changing intervals and sizes, gaps anywhere, a few beats without a class.</summary>
    internal static readonly Gen<Recorded> Recordings =
        from length in Gen.Int[50, 40 * SignalUnits.SampleRate]
        from intervals in Gen.Int[26, 260].Array[1, 60]
        from heights in Gen.Int[80, 900].Array[60]
        from gaps in Gen.Select(Gen.Int[1, 1500], Gen.Int[1, 300]).Array[0, 4]
        from unclassified in Gen.Int[0, 9].Array[60]
        from seed in Gen.Int[0, 1000]
        select Make(length, intervals, heights, gaps, unclassified, seed);

    [Fact]
    public void Every_representative_is_judged_by_the_seed_network_on_the_beat_that_the_cutter_cuts() => Recordings.Sample(
        recorded =>
        {
            Listener heard = new();
            RecordingAnalysis analysis = new(new NetworkRunner(new StandIn()), SeedModelIndex, null, heard, LongestSeconds);
            analysis.Begin(recorded.Contents, FirstSample);
            Finish(analysis);

            Dictionary<int, sbyte[]> cut = CutAll(recorded);
            BeatList beats = recorded.Contents.Beats;
            Assert.Equal(analysis.ShapeCount, analysis.JudgedCount);
            Assert.Equal(analysis.ShapeCount, heard.Classes.Count);
            for (int i = 0; i < beats.Count; i++)
            {
                int peak = beats.SampleIndex(i);
                if (heard.Classes.TryGetValue(FirstSample + peak, out (int Class, int Confidence) told))
                {
                    NetworkRunner runner = new(new StandIn());
                    cut[peak].CopyTo(runner.Input, 0);
                    runner.Start();
                    while (!runner.Step())
                    {
                    }

                    Assert.Equal((runner.BestClass, runner.Confidence), told);
                    Assert.Equal((told.Class, told.Confidence, SeedModelIndex), (beats.Class(i), beats.Confidence(i), beats.ModelIndex(i)));
                }
                else
                {
                    Assert.Equal(recorded.Classes[i], beats.Class(i));
                }
            }
        },
        iter: 60);

    [Fact]
    public void Scaling_windows_say_of_every_beat_what_the_cutter_cuts_it_by() => Recordings.Sample(
        recorded =>
        {
            RecordReplay replay = new();
            ScalingWindows windows = new(LongestSeconds, 4);
            replay.Begin(recorded.Contents);
            windows.BeginStretch(0);
            bool more = true;
            while (more)
            {
                while (replay.Position < replay.StretchEnd)
                {
                    int from = replay.Position;
                    int read = replay.Read();
                    if (from >= replay.StretchStart)
                    {
                        windows.Add(replay.Ring, RecordReplay.RingMask, from, read);
                    }
                }

                more = replay.NextStretch();
                if (more)
                {
                    windows.BeginStretch(replay.StretchStart);
                }
            }

            foreach ((int peak, sbyte[] beat) in CutAll(recorded))
            {
                int window = windows.Of(peak);
                int length = Math.Min(
                    BeatWindow.SignalLength(windows.MedianIntervalOf(window, recorded.Contents.Beats)), StretchEnd(recorded, peak) - peak);
                sbyte[] own = new sbyte[BeatWindow.Length];
                short[] whole = [.. recorded.Samples, .. new short[65536 - recorded.Samples.Length]];
                BeatWindow.Cut(whole, 0xFFFF, peak, length, windows.Lowest(window), windows.Highest(window), own);
                Assert.Equal(beat, own);
            }
        },
        iter: 150);

    [Fact]
    public void Beats_without_a_class_and_those_cut_off_by_a_gap_have_no_shape()
    {
        Recorded recorded = Make(1000, [100], [.. Enumerable.Repeat(500, 60)], [(400, 30)], [.. Enumerable.Repeat(1, 60)], 1);
        BeatList beats = recorded.Contents.Beats;
        for (int i = 0; i < beats.Count; i++)
        {
            bool cutOff = beats.SampleIndex(i) + BedsideWindow.SamplesAfterR >= StretchEnd(recorded, beats.SampleIndex(i));
            beats.SetResult(i, cutOff ? BeatClass.V : BeatList.Unclassified, 0, LiveModel);
        }

        RecordingAnalysis analysis = new(new NetworkRunner(new StandIn()), SeedModelIndex, null, new Listener(), LongestSeconds);
        analysis.Begin(recorded.Contents, FirstSample);
        Finish(analysis);
        Assert.Equal(0, analysis.ShapeCount);
    }

    [Fact]
    public void A_beat_whose_class_is_taken_back_while_it_is_judged_gets_none()
    {
        Recorded recorded = Make(1000, [100], [.. Enumerable.Repeat(500, 60)], [], [.. Enumerable.Repeat(1, 60)], 1);
        BeatList beats = recorded.Contents.Beats;
        Listener heard = new();
        RecordingAnalysis analysis = new(new NetworkRunner(new StandIn()), SeedModelIndex, null, heard, LongestSeconds);
        analysis.Begin(recorded.Contents, FirstSample);
        while (analysis.ShapeCount == 0)
        {
            Assert.False(analysis.Step());
        }

        for (int i = 0; i < beats.Count; i++)
        {
            beats.SetResult(i, BeatList.Unclassified, 0, BeatList.NoModel);
        }

        Finish(analysis);
        Assert.Empty(heard.Classes);
        Assert.All(Enumerable.Range(0, beats.Count), i => Assert.Equal(BeatList.Unclassified, beats.Class(i)));
    }

    internal static void Finish(RecordingAnalysis analysis)
    {
        for (int slices = 0; !analysis.Step(); slices++)
        {
            Assert.True(slices < 1_000_000, "The analysis never ends.");
        }
    }

    internal static int StretchEnd(Recorded recorded, int sample)
    {
        GapList gaps = recorded.Contents.Gaps;
        return Enumerable.Range(0, gaps.Count).Select(gaps.Start).Where(start => start > sample).DefaultIfEmpty(recorded.Samples.Length).Min();
    }

    /// <summary>All beats as the cutter cuts them, stretch by stretch, by their R peak.</summary>
    internal static Dictionary<int, sbyte[]> CutAll(Recorded recorded)
    {
        GapList gaps = recorded.Contents.Gaps;
        Dictionary<int, sbyte[]> beats = [];
        int start = 0;
        for (int gap = 0; gap <= gaps.Count; gap++)
        {
            int end = gap < gaps.Count ? gaps.Start(gap) : recorded.Samples.Length;
            BeatCutter cutter = new();
            sbyte[] values = new sbyte[BeatWindow.Length];
            for (int i = start; i < end; i++)
            {
                cutter.AddSample(recorded.Samples[i]);
                if (recorded.Peaks.Contains(i))
                {
                    cutter.AddRPeak(i - start);
                }

                if (i == end - 1)
                {
                    cutter.End();
                }

                while (cutter.TryNext(values))
                {
                    beats.Add(cutter.RPeak + start, (sbyte[])values.Clone());
                }
            }

            start = gap < gaps.Count ? end + gaps.Length(gap) : end;
        }

        return beats;
    }

    internal static Recorded Make(int length, int[] intervals, int[] heights, (int Distance, int Length)[] gapList, int[] unclassified, int seed)
    {
        Random random = new(seed);
        short[] samples = [.. Enumerable.Range(0, length).Select(_ => (short)random.Next(-30, 31))];
        RecordContents contents = new(200, 32);
        contents.AddModel(new ModelReference(ModelRole.Live, "bedside", "0123456789abcdef"));
        contents.AddModel(new ModelReference(ModelRole.Representative, "seed", "0123456789abcdef"));
        int end = 0;
        foreach ((int distance, int gapLength) in gapList)
        {
            if (end + distance + gapLength < length)
            {
                contents.Gaps.Mark(end + distance, gapLength);
                Array.Clear(samples, end + distance, gapLength);
                end += distance + gapLength;
            }
        }

        List<int> classes = [];
        HashSet<int> peaks = [];
        int peak = intervals[0] / 2;
        for (int i = 0; peak < length; peak += intervals[i++ % intervals.Length])
        {
            int at = peak;
            if (Enumerable.Range(0, contents.Gaps.Count).Any(gap => at >= contents.Gaps.Start(gap) && at < contents.Gaps.Start(gap) + contents.Gaps.Length(gap)))
            {
                continue;
            }

            for (int j = Math.Max(0, peak - 5); j < Math.Min(length, peak + 6); j++)
            {
                samples[j] += (short)(heights[i % heights.Length] * (6 - Math.Abs(j - peak)) / 6);
            }

            bool poor = unclassified[i % unclassified.Length] == 0;
            classes.Add(poor ? BeatList.Unclassified : i % BeatList.ClassCount);
            peaks.Add(peak);
            contents.Beats.Add(peak, classes[^1], poor ? 0 : 100, poor ? BeatList.NoModel : LiveModel);
        }

        for (int gap = 0; gap < contents.Gaps.Count; gap++)
        {
            Array.Clear(samples, contents.Gaps.Start(gap), contents.Gaps.Length(gap));
        }

        SamplePacker packer = new(new byte[(3 * length) + 8]);
        Assert.Equal(length, packer.Append(samples, int.MaxValue, 0, length));
        contents.SetSamples(packer);
        return new Recorded(contents, samples, peaks, [.. classes]);
    }

    internal sealed record Recorded(RecordContents Contents, short[] Samples, HashSet<int> Peaks, int[] Classes);

    internal sealed class Listener : IBeatListener
    {
        public Dictionary<int, (int Class, int Confidence)> Classes { get; } = [];

        public void BeatFound(int sampleIndex)
        {
        }

        public void BeatClassified(int sampleIndex, int beatClass, int confidence) => Classes.Add(sampleIndex, (beatClass, confidence));
    }

    /// <summary>A network of one layer with the seed network's input, so that thousands of beats can be judged.</summary>
    private sealed class StandIn : Model
    {
        public override string Name => "stand-in";

        public override string Hash => "0000000000000000";

        public override string BeatFingerprint => new SeedModel().BeatFingerprint;

        public override LayerSpec[] Layers() => [LayerSpec.Dense(BeatWindow.Length, BeatClass.Count, false, 10)];

        public override LayerSpec Layer(int layer) => Layers()[layer];

        public override sbyte[] WeightPart(int layer, int part) => PartOf(Weights(layer), BeatClass.Count, part);

        public override sbyte[] Weights(int layer) =>
            [.. Enumerable.Range(0, BeatWindow.Length * BeatClass.Count).Select(i => (sbyte)((i * 37 % 101) - 50))];

        public override int[] Biases(int layer) => new int[BeatClass.Count];

        public override int[] Multipliers(int layer) => [7, 7, 7, 7, 7];
    }
}
