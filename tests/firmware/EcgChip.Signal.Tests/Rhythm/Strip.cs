using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Signal.Tests.Rhythm;

/// <summary>A recording written by hand: beats with their distances, and where its signal is not good.</summary>
internal sealed class Strip : IRhythmSource
{
    /// <summary>Number of a beat without class.</summary>
    public const int Unclassified = 255;

    private readonly List<(int Peak, int Class)> beats = [];
    private readonly List<(int First, int Last)> poor = [];

    /// <inheritdoc/>
    public int BeatCount => beats.Count;

    /// <summary>Sample of the last R peak.</summary>
    public int End => beats[^1].Peak;

    /// <summary>A strip with one normal beat.</summary>
    public static Strip From(int sample, char beatClass = 'N')
    {
        Strip strip = new();
        strip.beats.Add((sample, Number(beatClass)));
        return strip;
    }

    /// <summary>Adds beats of the classes in a text, each so many samples behind the one before.</summary>
    public Strip Beats(string classes, int interval) => Beats(classes, Enumerable.Repeat(interval, classes.Length).ToArray());

    /// <summary>Adds beats of the classes in a text, each with its interval; <c>?</c> is a beat without class.</summary>
    public Strip Beats(string classes, params int[] intervals)
    {
        foreach ((char beatClass, int interval) in classes.Zip(intervals))
        {
            beats.Add((End + interval, Number(beatClass)));
        }

        return this;
    }

    /// <summary>Adds normal beats.</summary>
    public Strip Normal(int count, int interval) => Beats(new string('N', count), interval);

    /// <summary>Makes a stretch poor.</summary>
    public Strip Poor(int first, int last)
    {
        poor.Add((first, last));
        return this;
    }

    /// <summary>The same, so many samples later.</summary>
    public Strip Shifted(int samples)
    {
        Strip strip = new();
        strip.beats.AddRange(beats.Select(beat => (beat.Peak + samples, beat.Class)));
        strip.poor.AddRange(poor.Select(stretch => (stretch.First + samples, stretch.Last + samples)));
        return strip;
    }

    /// <summary>The analysis, done.</summary>
    public RhythmAnalysis Analyse()
    {
        RhythmAnalysis analysis = new(this);
        int steps = 0;
        while (!analysis.Step())
        {
            // Each beat is looked at three times, and may be the end of a stretch, which takes two steps more.
            Assert.InRange(++steps, 0, (5 * beats.Count) + 2);
        }

        return analysis;
    }

    /// <summary>The findings.</summary>
    public RhythmFindings Findings() => Analyse().Findings;

    /// <inheritdoc/>
    public int RPeak(int beat) => beats[beat].Peak;

    /// <inheritdoc/>
    public int ClassOf(int beat) => beats[beat].Class;

    /// <inheritdoc/>
    public bool IsGood(int first, int last) => !poor.Any(stretch => stretch.First <= last && stretch.Last >= first);

    private static int Number(char beatClass) =>
        beatClass == '?' ? Unclassified : "NSVFQ".IndexOf(beatClass, StringComparison.Ordinal) is int number and >= 0
            ? number : throw new ArgumentException($"{beatClass} is no class.");
}
