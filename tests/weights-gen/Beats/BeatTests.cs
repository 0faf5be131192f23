using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using EcgChip.Models.Seed;
using EcgChip.Testing;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Tests.Beats;

public sealed class BeatTests
{
    [SkippableFact]
    public void The_seed_model_was_trained_on_beats_as_the_signal_chain_cuts_them_now()
    {
        string folder = SharedData.Mitdb();
        IEnumerable<Beat> beats = BeatFingerprint.Records.SelectMany(record => BeatExtractor.Extract(Path.Combine(folder, record)));

        string now = BeatFingerprint.Of(beats);

        Assert.True(
            now == new SeedModel().BeatFingerprint,
            $"Retrain: EcgChip.Signal cuts other beats now ({now}) than those that the seed model was trained on ({new SeedModel().BeatFingerprint}).");
    }

    [Fact]
    public void The_fingerprint_changes_with_any_value_of_the_three_records_and_with_nothing_else()
    {
        List<Beat> beats = TestBeats.Make(3);
        string original = BeatFingerprint.Of(beats);
        List<Beat> withOthers = [.. beats, beats[0] with { Record = "999", Values = new byte[Beat.Length] }];
        string notOfTheThree = BeatFingerprint.Of(withOthers);
        beats.Reverse();
        string reversed = BeatFingerprint.Of(beats);
        beats[3].Values[100] ^= 1;

        Assert.Equal(original, reversed);
        Assert.Equal(original, notOfTheThree);
        Assert.NotEqual(original, BeatFingerprint.Of(beats));
    }

    [Fact]
    public void Cached_beats_are_read_back_and_a_damaged_cache_is_not()
    {
        using TemporaryFolder folder = new();
        List<Beat> beats = TestBeats.Make(5);
        string path = folder.File("beats-1.bin");
        BeatCache.Write(path, beats);

        IReadOnlyList<Beat> read = BeatCache.TryRead(path)!;
        Assert.Equal(beats.Select(beat => (beat.Key, beat.Sample, beat.Class)), read.Select(beat => (beat.Key, beat.Sample, beat.Class)));
        Assert.All(beats.Zip(read), pair => Assert.Equal(pair.First.Values, pair.Second.Values));

        File.WriteAllBytes(path, File.ReadAllBytes(path)[..^10]);
        Assert.Null(BeatCache.TryRead(path));
        Assert.Null(BeatCache.TryRead(folder.File("beats-2.bin")));
    }

    [Fact]
    public void A_folder_without_the_recordings_is_refused_with_a_sentence()
    {
        using TemporaryFolder folder = new();

        InputException refusal = Assert.Throws<InputException>(() => Recordings.All(folder.Path));

        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
    }
}
