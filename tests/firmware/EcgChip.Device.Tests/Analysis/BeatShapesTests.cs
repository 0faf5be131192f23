using System;
using System.Linq;
using CsCheck;
using EcgChip.Device.Analysis;
using EcgChip.Inference;
using EcgChip.Signal;

namespace EcgChip.Device.Tests.Analysis;

public class BeatShapesTests
{
    [Fact]
    public void Beats_of_two_kinds_are_two_shapes_and_each_is_represented_by_its_own()
    {
        BeatShapes shapes = new();
        Random random = new(1);
        for (int beat = 0; beat < 100; beat++)
        {
            Add(shapes, beat, Noisy(beat % 10 == 7 ? Wide : Narrow, random, 6));
        }

        Assert.Equal(2, shapes.Count);
        Assert.Equal((90, 10), (shapes.Size(0), shapes.Size(1)));
        Assert.NotEqual(7, shapes.Representative(0) % 10);
        Assert.Equal(7, shapes.Representative(1) % 10);
    }

    [Fact]
    public void The_representative_is_not_the_odd_one_that_came_first()
    {
        BeatShapes shapes = new();
        Random random = new(2);
        sbyte[] odd = Noisy(Narrow, random, 24);
        Add(shapes, 0, odd);
        for (int beat = 1; beat < 30; beat++)
        {
            Add(shapes, beat, Noisy(Narrow, random, beat == 20 ? 0 : 8));
        }

        Assert.Equal(1, shapes.Count);
        Assert.Equal(20, shapes.Representative(0));
    }

    [Fact]
    public void A_single_beat_is_a_shape_of_its_own_and_stands_for_it()
    {
        BeatShapes shapes = new();
        Add(shapes, 3, Narrow);
        Add(shapes, 4, Wide);
        Add(shapes, 5, Narrow);
        Assert.Equal(2, shapes.Count);
        Assert.Equal(4, shapes.Representative(1));
    }

    [Fact]
    public void Whatever_comes_every_beat_is_in_a_shape_and_every_representative_is_one_of_the_beats() =>
        Gen.SByte[-Requantise.Largest, Requantise.Largest].Array[BedsideWindow.Length].Array[0, 40].Sample(
            windows =>
            {
                BeatShapes shapes = new();
                Add(shapes, 1000, Narrow);
                shapes.Clear();
                for (int beat = 0; beat < windows.Length; beat++)
                {
                    Add(shapes, beat, windows[beat]);
                }

                Assert.InRange(shapes.Count, Math.Min(windows.Length, 1), BeatShapes.Capacity);
                Assert.Equal(windows.Length, Enumerable.Range(0, shapes.Count).Sum(shapes.Size));
                int[] representatives = [.. Enumerable.Range(0, shapes.Count).Select(shapes.Representative)];
                Assert.All(representatives, beat => Assert.InRange(beat, 0, windows.Length - 1));
                Assert.Equal(representatives.Length, representatives.Distinct().Count());
            },
            iter: 50);

    private static void Add(BeatShapes shapes, int beat, sbyte[] window)
    {
        shapes.Begin(beat, window);
        while (!shapes.Step())
        {
        }
    }

    private static sbyte[] Narrow => Bell(3);

    private static sbyte[] Wide => Bell(14);

    private static sbyte[] Bell(double width) =>
        [.. Enumerable.Range(0, BedsideWindow.Length).Select(i =>
        {
            double distance = (i - BedsideWindow.RPeakAt) / width;
            return (sbyte)(100 * Math.Exp(-distance * distance / 2));
        })];

    private static sbyte[] Noisy(sbyte[] beat, Random random, int noise) =>
        [.. beat.Select(value => (sbyte)Math.Clamp(value + random.Next(-noise, noise + 1), -Requantise.Largest, Requantise.Largest))];
}
