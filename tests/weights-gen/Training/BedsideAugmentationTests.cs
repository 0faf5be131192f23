using System;
using System.Linq;
using CsCheck;
using EcgChip.Signal;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Tests.Training;

public sealed class BedsideAugmentationTests
{
    [Fact]
    public void An_augmented_beat_is_as_it_was_or_centred_and_scaled_as_the_device_does_it()
    {
        Gen.Select(Gen.SByte[-Beat.Largest, Beat.Largest].Array[BedsideWindow.Length], Gen.Int, Gen.Bool).Sample((values, seed, rare) =>
        {
            float[] target = new float[BedsideWindow.Length];

            BedsideAugmentation.Apply(values, rare, new Random(seed), target);

            bool unchanged = target.Zip(values).All(pair => pair.First == pair.Second / (float)Beat.Largest);
            Assert.True(unchanged || (Math.Abs(target.Average()) < 1e-4 && Math.Abs(target.Max(Math.Abs) - 1) < 1e-4));
        });
    }

    [Fact]
    public void R_stays_within_the_shift_and_most_beats_change()
    {
        sbyte[] values = new sbyte[BedsideWindow.Length];
        values[BedsideWindow.RPeakAt] = Beat.Largest;
        Random random = new(4);
        int same = 0;
        int moved = 0;
        for (int i = 0; i < 500; i++)
        {
            float[] target = new float[BedsideWindow.Length];
            BedsideAugmentation.Apply(values, rare: false, random, target);
            int at = Array.IndexOf(target, target.Max());
            Assert.InRange(at, BedsideWindow.RPeakAt - BedsideAugmentation.MostShift - 1, BedsideWindow.RPeakAt + BedsideAugmentation.MostShift + 1);
            moved += at == BedsideWindow.RPeakAt ? 0 : 1;
            same += target[0] == 0 ? 1 : 0;
        }

        Assert.InRange(same, 60, 140);
        Assert.InRange(moved, 100, 350);
    }

    [Fact]
    public void The_usual_beat_moves_with_the_beat_and_takes_no_noise()
    {
        sbyte[] one = [.. Enumerable.Range(0, BedsideWindow.Length).Select(i => (sbyte)(i == BedsideWindow.RPeakAt ? 127 : i == 60 ? 90 : -2))];
        for (int seed = 0; seed < 50; seed++)
        {
            float[] target = new float[2 * BedsideWindow.Length];
            BedsideAugmentation.Apply([.. one, .. one], rare: false, new Random(seed), target);
            float[] beat = target[..BedsideWindow.Length];
            float[] usual = target[BedsideWindow.Length..];

            Assert.Equal(Array.IndexOf(beat, beat.Max()), Array.IndexOf(usual, usual.Max()));
            Assert.Equal(1, usual.Max(Math.Abs), 1e-4);
            Assert.InRange(usual.Distinct().Count(), 2, 8);
        }
    }

    [Fact]
    public void Features_change_by_little_and_stay_between_minus_1_and_1() =>
        Gen.Select(Gen.SByte[-127, 127].Array[5], Gen.Int).Sample((features, seed) =>
        {
            float[] target = new float[5];
            BedsideAugmentation.ApplyToFeatures(features, rare: false, new Random(seed), target);
            Assert.All(target, feature => Assert.InRange(feature, -1f, 1f));
            Assert.All(target.Zip(features), pair => Assert.InRange(pair.First - pair.Second / 127.0, -0.2, 0.2));
        });

    [Fact]
    public void A_flat_beat_stays_finite()
    {
        float[] target = new float[BedsideWindow.Length];
        for (int seed = 0; seed < 20; seed++)
        {
            BedsideAugmentation.Apply(new sbyte[BedsideWindow.Length], rare: true, new Random(seed), target);
            Assert.All(target, value => Assert.InRange(value, -1.001f, 1.001f));
        }
    }
}
