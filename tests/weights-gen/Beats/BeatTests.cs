using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Signal;
using EcgChip.Testing;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Tests.Beats;

public sealed class BeatTests
{
    private static readonly BeatSource s_joining = BeatSource.Bedside with { Length = 20, FeatureCount = 7 };

    [SkippableTheory]
    [InlineData(SeedShape.Name)]
    [InlineData(BedsideShape.Name)]
    public void A_model_was_trained_on_beats_as_the_signal_chain_cuts_them_now(string name)
    {
        string folder = SharedData.Mitdb();
        KnownNetwork network = KnownNetwork.Find(name);
        IEnumerable<Beat> beats = BeatFingerprint.Records.SelectMany(record => network.Beats.Extract(Path.Combine(folder, record)).Beats);

        string now = BeatFingerprint.Of(beats);

        string then = network.Generated().BeatFingerprint;
        Assert.True(now == then, $"Retrain: EcgChip.Signal cuts other beats now ({now}) than those that the {name} model was trained on ({then}).");
    }

    [Fact]
    public void The_fingerprint_changes_with_any_value_of_the_three_records_and_with_nothing_else()
    {
        List<Beat> beats = TestBeats.Make(3);
        string original = BeatFingerprint.Of(beats);
        List<Beat> withOthers = [.. beats, beats[0] with { Record = "999", Values = new sbyte[BeatWindow.Length] }];
        string notOfTheThree = BeatFingerprint.Of(withOthers);
        beats.Reverse();
        string reversed = BeatFingerprint.Of(beats);
        string withFeature = BeatFingerprint.Of([beats[0] with { Features = [1] }, .. beats.Skip(1)]);
        beats[3].Values[100] ^= 1;

        Assert.Equal(original, reversed);
        Assert.Equal(original, notOfTheThree);
        Assert.NotEqual(original, withFeature);
        Assert.NotEqual(original, BeatFingerprint.Of(beats));
    }

    [Fact]
    public void Cached_beats_are_read_back_and_a_damaged_cache_is_not()
    {
        using TemporaryFolder folder = new();
        List<Beat> beats = TestBeats.MakeSigned(s_joining.Length, 40, features: s_joining.FeatureCount);
        BeatSet set = new([.. beats.GroupBy(beat => beat.Record).Select((group, i) => new RecordBeats(group.Key, [.. group], i == 0 ? new Detection(3, 4) : null))]);
        string path = folder.File("beats-bedside-1.bin");
        BeatCache.Write(path, s_joining, set);

        BeatSet read = BeatCache.TryRead(path, s_joining)!;
        Assert.Equal(set.Records.Select(record => (record.Record, record.Detection)), read.Records.Select(record => (record.Record, record.Detection)));
        Assert.Equal(set.Beats.Select(beat => (beat.Key, beat.Sample, beat.Class)), read.Beats.Select(beat => (beat.Key, beat.Sample, beat.Class)));
        Assert.All(set.Beats.Zip(read.Beats), pair => Assert.Equal(pair.First.Values, pair.Second.Values));
        Assert.All(set.Beats.Zip(read.Beats), pair => Assert.Equal(pair.First.Features, pair.Second.Features));

        Assert.Null(BeatCache.TryRead(path, BeatSource.Seed));
        Assert.Null(BeatCache.TryRead(path, s_joining with { FeatureCount = 6 }));
        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^10]);
        Assert.Null(BeatCache.TryRead(path, s_joining));
        Assert.Null(BeatCache.TryRead(folder.File("beats-bedside-2.bin"), s_joining));
    }

    [Fact]
    public void A_folder_without_the_recordings_is_refused_with_a_sentence()
    {
        using TemporaryFolder folder = new();

        InputException refusal = Assert.Throws<InputException>(() => Recordings.All(folder.Path));

        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
    }
}
