using System;
using CsCheck;
using EcgChip.Signal;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Tests.Training;

public sealed class AugmentationTests
{
    [Fact]
    public void Augmented_values_stay_between_0_and_1_and_the_zeros_behind_a_beat_stay_zeros()
    {
        Gen.Select(Gen.SByte[0, Beat.Largest].Array[BeatWindow.Length], Gen.Int[0, BeatWindow.Length], Gen.Int, Gen.Bool).Sample((values, length, seed, rare) =>
        {
            Array.Clear(values, length, BeatWindow.Length - length);
            float[] target = new float[BeatWindow.Length];
            Array.Fill(target, -1f);

            Augmentation.Apply(values, rare, new Random(seed), target);

            int longest = (int)Math.Ceiling(length * 1.07);
            Assert.All(target, value => Assert.InRange(value, 0f, 1f));
            Assert.All(target[Math.Min(longest, BeatWindow.Length)..], value => Assert.Equal(0f, value));
        });
    }

    [Fact]
    public void Most_beats_change_and_some_do_not()
    {
        sbyte[] values = TestBeats.Make(1)[0].Values;
        float[] unchanged = new float[BeatWindow.Length];
        Augmentation.Copy(values, unchanged);
        Random random = new(4);
        int same = 0;
        for (int i = 0; i < 500; i++)
        {
            float[] target = new float[BeatWindow.Length];
            Augmentation.Apply(values, false, random, target);
            same += target.AsSpan().SequenceEqual(unchanged) ? 1 : 0;
        }

        Assert.InRange(same, 60, 140);
    }
}
