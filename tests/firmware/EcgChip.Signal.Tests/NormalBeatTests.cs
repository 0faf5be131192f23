using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;

namespace EcgChip.Signal.Tests;

public class NormalBeatTests
{
    private const int RingLength = 128;
    private const int Mask = RingLength - 1;
    private const int R = BedsideWindow.RPeakAt;

    private static readonly Gen<short[]> Window = Gen.OneOf(
        Gen.Short[-600, 600].Array[BedsideWindow.Length], Gen.Short.Array[BedsideWindow.Length],
        Gen.OneOf(short.MinValue, short.MaxValue).Array[BedsideWindow.Length], Gen.Short.Select(level => Enumerable.Repeat(level, BedsideWindow.Length).ToArray()));

    [Fact]
    public void The_usual_beat_is_that_of_the_plain_version_for_any_beats() =>
        Gen.Select(Window.Array[0, 40], Gen.Int[0, 100_000], Gen.Int[0, R]).Sample(
            (beats, peak, missing) =>
            {
                NormalBeat usual = new();
                usual.Begin();
                foreach (short[] beat in beats)
                {
                    Learn(usual, Ring(beat, peak), Mask, peak - R + missing, peak, Mean(beat, missing));
                }

                short[][] seen = [.. beats.Select(beat => beat.Select((value, i) => i < missing ? beat[missing] : value).ToArray())];
                Assert.Equal(Plain(seen), Written(usual));
            },
            iter: 300);

    [Fact]
    public void It_comes_to_be_the_beat_that_comes_again_and_again_whatever_came_before() =>
        Gen.Select(Gen.Short[-400, 400].Array[BedsideWindow.Length], Gen.Short[-400, 400].Array[BedsideWindow.Length])
            .Where((first, beat) => Spread(first) > 100 && Spread(beat) > 100)
            .Sample((first, beat) =>
            {
                NormalBeat usual = new();
                Learn(usual, Ring(first, R), Mask, 0, R, Mean(first));
                for (int i = 0; i < 200; i++)
                {
                    Learn(usual, Ring(beat, R), Mask, 0, R, Mean(beat));
                }

                sbyte[] window = new sbyte[BedsideWindow.Length];
                BedsideWindow.Cut(Ring(beat, R), Mask, 0, R, window);
                Assert.All(window.Zip(Written(usual)), pair => Assert.InRange(pair.First - pair.Second, -4, 4));
            });

    [Fact]
    public void One_beat_of_another_kind_moves_what_is_settled_by_little()
    {
        short[] normal = new short[BedsideWindow.Length];
        normal[R] = 200;
        short[] other = [.. Enumerable.Range(0, BedsideWindow.Length).Select(i => (short)(i % 20 * 100))];
        NormalBeat usual = new();
        for (int i = 0; i < 30; i++)
        {
            Learn(usual, Ring(normal, R), Mask, 0, R, Mean(normal));
        }

        sbyte[] before = Written(usual);
        Learn(usual, Ring(other, R), Mask, 0, R, Mean(other));

        Assert.All(before.Zip(Written(usual)), pair => Assert.InRange(pair.First - pair.Second, -6, 6));
        Assert.NotEqual(before, Written(usual));
    }

    [Fact]
    public void While_none_is_known_it_is_the_beat_itself_and_after_Begin_none_is()
    {
        sbyte[] beat = [.. Enumerable.Range(0, BedsideWindow.Length).Select(i => (sbyte)(i - 40))];
        NormalBeat usual = new();
        Assert.Equal(beat, Written(usual, beat));

        Learn(usual, Ring(new short[BedsideWindow.Length], R), Mask, 0, R, 0);
        Assert.Equal(new sbyte[BedsideWindow.Length], Written(usual, beat));
        usual.Begin();
        Assert.Equal(beat, Written(usual, beat));
    }

    private static void Learn(NormalBeat usual, short[] ring, int mask, int first, int peak, int mean)
    {
        Assert.False(usual.Learn(ring, mask, first, peak, mean));
        Assert.True(usual.Learn(ring, mask, first, peak, mean));
    }

    private static int Mean(short[] beat, int missing = 0) => beat.Select((value, i) => (int)(i < missing ? beat[missing] : value)).Sum() / beat.Length;

    private static int Spread(short[] beat) => beat.Max() - beat.Min();

    private static short[] Ring(short[] beat, int peak)
    {
        short[] ring = new short[RingLength];
        for (int i = 0; i < beat.Length; i++)
        {
            ring[(peak - R + i) & Mask] = beat[i];
        }

        return ring;
    }

    private static sbyte[] Written(NormalBeat usual, sbyte[]? beat = null)
    {
        sbyte[] both = new sbyte[2 * BedsideWindow.Length];
        (beat ?? new sbyte[BedsideWindow.Length]).CopyTo(both, 0);
        usual.Write(both, BedsideWindow.Length);
        return both[BedsideWindow.Length..];
    }

    private static sbyte[] Plain(IReadOnlyList<short[]> beats)
    {
        long[] usual = new long[BedsideWindow.Length];
        for (int k = 0; k < beats.Count; k++)
        {
            long own = Mean(beats[k]) * 16;
            long most = k == 0 ? int.MaxValue : (long)Math.Floor(Largest(usual) / (k < 16 ? 8.0 : 64.0)) + 16;
            for (int i = 0; i < usual.Length; i++)
            {
                double apart = (beats[k][i] * 16) - own - usual[i];
                long step = (long)Math.Floor(k == 0 ? apart : k < 16 ? apart / 4 : apart / 16);
                usual[i] = Math.Clamp(usual[i] + Math.Clamp(step, -most, most), -short.MaxValue, short.MaxValue);
            }
        }

        long largest = Largest(usual);
        long level = usual.Sum() / usual.Length;
        long factor = largest == 0 ? 0 : (long)Math.Floor((127 * 65536.0 / largest) + 0.5);
        return [.. usual.Select(value => checked((sbyte)Math.Floor(((value - level) * factor / 65536.0) + 0.5)))];
    }

    private static long Largest(long[] usual)
    {
        long level = usual.Sum() / usual.Length;
        return usual.Max(value => Math.Abs(value - level));
    }
}
