using System.Collections.Generic;
using EcgChip.Device.Session;
using EcgChip.Signal;

namespace EcgChip.Simulator.Runs;

/// <summary>What came out of a simulated device. Rates are in beats a minute, null where not known.</summary>
public sealed record SimulationResult
{
    /// <summary>Samples at 125 Hz that were played.</summary>
    public required int Samples { get; init; }

    /// <summary>Every beat found, in order.</summary>
    public required IReadOnlyList<FoundBeat> Beats { get; init; }

    /// <summary>Mean heart rate.</summary>
    public required int? MeanHeartRate { get; init; }

    /// <summary>Lowest heart rate shown.</summary>
    public required int? LowestHeartRate { get; init; }

    /// <summary>Highest heart rate shown.</summary>
    public required int? HighestHeartRate { get; init; }

    /// <summary>Seconds of good, poor and no signal; the time in which contact settles cannot be judged and counts as poor.</summary>
    public required (int Good, int Poor, int NoContact) Seconds { get; init; }

    /// <summary>Seconds that were judged by why they were poor, in the order of <see cref="QualityReason"/>; the first were good.</summary>
    public required IReadOnlyList<int> SecondsByReason { get; init; }

    /// <summary>Mean quality index of the seconds that were judged, 0 to 100; null when none was.</summary>
    public required double? QualityIndex { get; init; }

    /// <summary>Which way round the electrodes were at the end.</summary>
    public required LeadOrientation Electrodes { get; init; }

    /// <summary>Samples of the patient that the loop came too late for.</summary>
    public required int MissedSamples { get; init; }

    /// <summary>What the firmware was doing at the end.</summary>
    public required SessionState State { get; init; }

    /// <summary>Bytes of each record that was stored, oldest first.</summary>
    public required IReadOnlyList<byte[]> Records { get; init; }

    /// <summary>Sample at which the recording begins that was made last; without meaning where none was.</summary>
    public required int RecordingStart { get; init; }

    /// <summary>Name, role and hash of each model on the device.</summary>
    public required IReadOnlyList<(string Name, string Role, string Hash)> Models { get; init; }

    /// <summary>True when the run was stopped before the patient's end.</summary>
    public required bool Interrupted { get; init; }
}
