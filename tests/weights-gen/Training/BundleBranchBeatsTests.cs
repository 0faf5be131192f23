using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Signal;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Tests.Training;

public sealed class BundleBranchBeatsTests
{
    private const int N = 0;
    private const int S = 1;
    private const int V = 2;

    [Fact]
    public void A_beat_is_a_ventricular_one_beside_those_before_it_with_the_intervals_and_the_class_of_another()
    {
        List<Beat> beats = Make("201", 30);
        BundleBranchBeats made = BundleBranchBeats.From(ByClass(beats));
        Random random = new(1);
        for (int i = 0; i < 200; i++)
        {
            int wanted = i % 2 == 0 ? N : S;
            Beat beat = made.Draw(wanted, random);
            Beat own = Assert.Single(beats, other => other.Class == V && other.Sample == beat.Sample);

            Assert.Equal(wanted, beat.Class);
            Assert.Equal(own.Values[..BedsideWindow.Length], beat.Values[..BedsideWindow.Length]);
            Assert.Contains(beats, other => other.Class == wanted && other.Features.SequenceEqual(beat.Features));
        }
    }

    [Fact]
    public void The_usual_beat_of_beats_that_are_all_alike_is_that_beat()
    {
        sbyte[] alike = [.. Enumerable.Range(0, BedsideWindow.Length).Select(i => (sbyte)(i < 42 ? 127 : -127))];
        List<Beat> beats = [.. Make("201", 30).Select(beat => beat.Class == V ? beat with { Values = [.. alike, .. new sbyte[BedsideWindow.Length]] } : beat)];

        Beat beat = BundleBranchBeats.From(ByClass(beats)).Draw(N, new Random(2));

        Assert.Equal(alike, beat.Values[BedsideWindow.Length..]);
    }

    [Fact]
    public void Views_of_the_same_beats_do_not_mix_and_a_record_of_few_ventricular_beats_gives_none()
    {
        List<Beat> first = Make("201", 30);
        List<Beat> turned = [.. first.Select(beat => beat with { Values = [.. beat.Values.Select(value => (sbyte)-value)] })];
        List<Beat> few = Make("202", 5);
        sbyte[][] alone = Drawn(first, 400);
        sbyte[][] both = Drawn([.. first, .. turned, .. few], 1500);

        Assert.Equal(2 * alone.Length, both.Length);
        Assert.All(alone, values => Assert.Contains(both, other => other.SequenceEqual(values)));
        Assert.Throws<InputException>(() => BundleBranchBeats.From(ByClass(few)));
    }

    private static sbyte[][] Drawn(List<Beat> beats, int count)
    {
        BundleBranchBeats made = BundleBranchBeats.From(ByClass(beats));
        Random random = new(3);
        return [.. Enumerable.Range(0, count).Select(_ => made.Draw(N, random).Values).DistinctBy(values => string.Join(',', values))];
    }

    private static List<Beat> Make(string record, int ofEach)
    {
        Random random = new(7);
        sbyte[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (sbyte)random.Next(-127, 128))];
        return
        [
            .. Enumerable.Range(0, 3 * ofEach).Select(
                i => new Beat(record, i * 100, i * 288, i % 3, Numbers(BeatContext.Length)) { Features = Numbers(BeatContext.FeatureCount) }),
        ];
    }

    private static Beat[][] ByClass(List<Beat> beats) =>
        [.. Enumerable.Range(0, ClassNames.Count).Select(beatClass => beats.Where(beat => beat.Class == beatClass).ToArray())];
}
