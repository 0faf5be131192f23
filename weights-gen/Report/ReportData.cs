using System.Collections.Generic;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Map;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Report;

/// <summary>All that a page tells.</summary>
public sealed record ReportData
{
    /// <summary>The network.</summary>
    public required KnownNetwork Network { get; init; }

    /// <summary>Its trained weights.</summary>
    public required TrainedWeights Weights { get; init; }

    /// <summary>Hash of the int8 model.</summary>
    public required string ModelHash { get; init; }

    /// <summary>All beats of the database.</summary>
    public required BeatSet All { get; init; }

    /// <summary>The beats that it is judged on.</summary>
    public required JudgingBeats Judged { get; init; }

    /// <summary>What it said of them.</summary>
    public required Judgement Judgement { get; init; }

    /// <summary>How far int8 is from float, layer by layer.</summary>
    public required IReadOnlyList<LayerError> LayerErrors { get; init; }

    /// <summary>On how many beats the layers were compared.</summary>
    public required int LayerErrorBeats { get; init; }

    /// <summary>How it learnt, epoch by epoch; null where the log is not there or of another training.</summary>
    public EpochLog? Epochs { get; init; }

    /// <summary>The map; null where it was not asked for.</summary>
    public NetworkMap? Map { get; init; }

    /// <summary>What is on the map.</summary>
    public JudgingBeats? Mapped { get; init; }

    /// <summary>The worst misses drawn.</summary>
    public required IReadOnlyList<DrawnMiss> Misses { get; init; }

    /// <summary>Cost on the chip's clock; null where it was not given.</summary>
    public ChipCost? Chip { get; init; }

    /// <summary>Trainings from several seeds; null for a network of which none are kept.</summary>
    public IReadOnlyList<SeedRun>? Seeds { get; init; }
}

/// <summary>A wrong beat as a strip.</summary>
/// <param name="Svg">The strip.</param>
/// <param name="Caption">Record, time, lead, and what was said of it.</param>
public sealed record DrawnMiss(string Svg, string Caption);
