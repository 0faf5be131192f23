using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Signal;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Tests.Training;

public sealed class MadeUpRhythmsTests
{
    private const int N = 0;
    private const int S = 1;
    private const int V = 2;

    // Features: own interval and next one over the mean, unsteadiness, own interval over the upper quartile.
    private const int Own = 0;
    private const int Next = 1;
    private const int Unsteadiness = 2;
    private const int Upper = 3;
    private const int Irregularity = 5;
    private const int UpperTenth = 6;
    private const int LongMean = 7;

    private static readonly MadeUpRhythms s_made = MadeUpRhythms.Create(1);

    [Fact]
    public void A_seed_makes_up_the_same_rhythms_and_another_seed_others()
    {
        MadeUpRhythms again = MadeUpRhythms.Create(1);
        MadeUpRhythms other = MadeUpRhythms.Create(2);

        Assert.All([N, S, V], beatClass =>
        {
            Assert.True(AreEqual(s_made.OfClass(beatClass), again.OfClass(beatClass)));
            Assert.False(AreEqual(s_made.OfClass(beatClass), other.OfClass(beatClass)));
        });
    }

    [Fact]
    public void There_are_thousands_of_beats_of_N_S_and_V_and_none_of_other_classes()
    {
        Assert.All([N, S, V], beatClass => Assert.InRange(s_made.OfClass(beatClass).Count, 1500, 100_000));
        Assert.Empty(s_made.OfClass(3));
        Assert.Empty(s_made.OfClass(4));
        Assert.All([N, S, V], beatClass => Assert.All(s_made.OfClass(beatClass), features => Assert.Equal(BeatContext.FeatureCount, features.Length)));
    }

    [Fact]
    public void Premature_beats_come_earlier_than_normal_ones_and_behind_a_ventricular_one_is_the_longest_wait()
    {
        double Mean(int beatClass, int feature) => s_made.OfClass(beatClass).Average(features => features[feature]);

        Assert.True(Mean(S, Own) < Mean(N, Own) - 20);
        Assert.True(Mean(V, Own) < Mean(N, Own) - 20);
        Assert.True(Mean(V, Next) > Mean(S, Next));
        Assert.True(Mean(V, Next) > Mean(N, Next));
    }

    [Fact]
    public void Where_every_second_or_third_beat_is_early_the_upper_quartile_tells_it_better_than_the_mean()
    {
        sbyte[][] early = [.. Of(RhythmKind.AtrialBigeminy, 20).Where(beat => beat.Class == S).Select(beat => beat.Features)];

        Assert.True(early.Average(features => features[Upper]) < early.Average(features => features[Own]) - 5);
    }

    [Fact]
    public void Fibrillation_is_unsteadier_than_sinus_rhythm_and_all_of_it_is_normal()
    {
        IReadOnlyList<(int Class, sbyte[] Features)> fibrillation = Of(RhythmKind.Fibrillation, 20);
        double Unsteady(IEnumerable<(int Class, sbyte[] Features)> beats) => beats.Average(beat => beat.Features[Unsteadiness]);

        Assert.All(fibrillation, beat => Assert.Equal(N, beat.Class));
        Assert.True(Unsteady(fibrillation) > 2 * Unsteady(Of(RhythmKind.AtrialBeats, 20)));
    }

    [Fact]
    public void Fibrillation_does_not_repeat_itself_and_early_beats_in_turn_do()
    {
        double Irregular(RhythmKind kind) => Of(kind, 20).Average(beat => beat.Features[Irregularity]);

        Assert.True(Irregular(RhythmKind.Fibrillation) > 3 * Irregular(RhythmKind.AtrialBigeminy));
        Assert.True(Irregular(RhythmKind.Fibrillation) > 3 * Irregular(RhythmKind.AtrialBeats));
    }

    [Fact]
    public void Beside_a_sick_node_the_atrial_rhythm_is_early_by_the_slow_beats_alone()
    {
        sbyte[][] between = [.. Of(RhythmKind.SickSinus, 60).Where(beat => beat.Class == S).Select(beat => beat.Features)];
        double Mean(int feature) => between.Average(features => features[feature]);

        Assert.True(Mean(UpperTenth) < Mean(Upper) - 5);
        Assert.True(Mean(UpperTenth) < Mean(Own) - 20);
        Assert.True(Mean(LongMean) < 0);
    }

    [Fact]
    public void The_features_are_those_of_the_intervals_and_the_next_one_counts_when_it_is_found_in_time()
    {
        // 75 beats a minute, then one early by three tenths, its pause, and one whose next comes after two intervals: known to be late, not how late.
        TimedBeat[] beats = [.. Enumerable.Repeat(new TimedBeat(100, N), 30), new TimedBeat(70, S), new TimedBeat(110, N), new TimedBeat(200, N)];

        IReadOnlyList<(int Class, sbyte[] Features)> heard = MadeUpRhythms.Listen(beats, new Random(1));

        Assert.Equal(beats.Select(beat => beat.Class), heard.Select(beat => beat.Class));
        Assert.Equal(0, heard[20].Features[Own]);
        Assert.Equal(0, heard[20].Features[Next]);
        Assert.Equal(-38, heard[29].Features[Next]);
        Assert.Equal(-38, heard[30].Features[Own]);
        Assert.Equal(13, heard[30].Features[Next]);
        Assert.Equal(32, heard[31].Features[Next]);
    }

    [Fact]
    public void A_draw_keeps_the_beat_and_takes_the_features_of_one_of_its_class()
    {
        Random random = new(1);
        foreach (Beat beat in Make(1, 300))
        {
            Beat drawn = s_made.Draw(beat, random);

            Assert.Equal(beat, drawn with { Features = beat.Features });
            if (beat.Class > V)
                Assert.Same(beat, drawn);
            else
                Assert.Contains(drawn.Features, s_made.OfClass(beat.Class));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    [InlineData(1)]
    public void An_epoch_takes_from_them_the_part_that_its_options_say_and_the_same_shapes(double part)
    {
        List<Beat> beats = Make(2, 1500);
        HashSet<sbyte[]> own = [.. beats.Select(beat => beat.Features)];
        TrainingOptions options = new() { BeatsPerClass = 3000, ValidationPart = 0, RhythmPart = part, Mix = new ClassMix(1, 1, 1, 0, 0) };

        Beat[] drawn = LearningBeats.From(beats, Split.ByList("none", new HashSet<BeatKey>()), options).DrawEpoch(options, new Random(3));

        Assert.Equal(9000, drawn.Length);
        Assert.InRange(drawn.Count(beat => !own.Contains(beat.Features)) / 9000.0, part - 0.02, part + 0.02);
        Dictionary<BeatKey, Beat> byKey = beats.ToDictionary(beat => beat.Key);
        Assert.All(drawn, beat => Assert.Same(byKey[beat.Key].Values, beat.Values));
    }

    private static bool AreEqual(IReadOnlyList<sbyte[]> one, IReadOnlyList<sbyte[]> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => pair.First.SequenceEqual(pair.Second));

    private static List<(int Class, sbyte[] Features)> Of(RhythmKind kind, int hearts)
    {
        Random random = new(5);
        return [.. Enumerable.Range(0, hearts).SelectMany(_ => MadeUpRhythms.Listen(InventedHeart.Beat(kind, 300, random), random).Skip(20))];
    }

    private static List<Beat> Make(int seed, int count)
    {
        Random random = new(seed);
        sbyte[] Numbers(int length) => [.. Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128))];
        return
        [
            .. Enumerable.Range(0, count).Select(
                i => new Beat("201", i * 100, i * 288, i % ClassNames.Count, Numbers(BeatContext.Length)) { Features = Numbers(BeatContext.FeatureCount) }),
        ];
    }
}
