using System;
using EcgChip.Signal;

namespace EcgChip.WeightsGen.Beats;

/// <summary>How a network's beats come out of a recording.</summary>
/// <param name="Name">Name of the network; caches are told apart by it.</param>
/// <param name="Length">Values of a beat.</param>
/// <param name="RPeaks">Where the beats are cut, to stand behind "at", for every figure that is given.</param>
/// <param name="Extract">Cuts the beats of the record at a path without an extension.</param>
public sealed record BeatSource(string Name, int Length, string RPeaks, Func<string, RecordBeats> Extract)
{
    /// <summary>Features of a beat.</summary>
    public int FeatureCount { get; init; }

    /// <summary>The seed network's.</summary>
    public static BeatSource Seed { get; } = new("seed", BeatWindow.Length, "the reference annotations", SeedBeatExtractor.Extract);

    /// <summary>The bedside network's.</summary>
    public static BeatSource Bedside { get; } = new(
        "bedside", BeatContext.Length, "the R peaks that the device's own detector finds, classes by the reference annotations within 150 ms",
        BedsideBeatExtractor.Extract)
    {
        FeatureCount = BeatContext.FeatureCount,
    };

    /// <summary>The bedside network's learning beats, seen from other sides.</summary>
    public static BeatSource BedsideViews { get; } = Bedside with { Name = "views", Extract = BedsideBeatExtractor.ExtractViews };
}
