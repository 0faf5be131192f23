using System;
using System.Collections.Generic;
using EcgChip.Scoring;
using EcgChip.Simulator.Patients.Noise;
using EcgChip.Simulator.Runs;

namespace EcgChip.Cli.Scores;

/// <summary>What is played and how it is scored.</summary>
public sealed record ScorePlan
{
    /// <summary>Folder of the records.</summary>
    public required string Folder { get; init; }

    /// <summary>Names of the records.</summary>
    public required IReadOnlyList<string> Records { get; init; }

    /// <summary>True when the first five minutes are scored, too.</summary>
    public bool AllBeats { get; init; }

    /// <summary>What the patient's voltage is multiplied by.</summary>
    public double Gain { get; init; } = 1;

    /// <summary>True when the electrodes are exchanged.</summary>
    public bool Invert { get; init; }

    /// <summary>Seconds into each record at which playing begins.</summary>
    public double Start { get; init; }

    /// <summary>Seconds of each record that are played; null to its end.</summary>
    public double? Seconds { get; init; }

    /// <summary>Name of the lead; null for the usual one.</summary>
    public string? Lead { get; init; }

    /// <summary>Noise to mix in; null for none.</summary>
    public NoiseStress? Noise { get; init; }

    /// <summary>How many records are played at a time.</summary>
    public int Parallel { get; init; } = 1;

    /// <summary>
    /// Where the device found atrial fibrillation, in seconds from the start of what was played: <see cref="FoundFibrillation.Episodes"/>. Null, or an
    /// answer of null, where it was not looked for: then it is not scored.
    /// </summary>
    public Func<SimulationResult, QualityLog, IReadOnlyList<RhythmEpisode>?>? AtrialFibrillation { get; init; }
}
