using System.Collections.Generic;
using System.Linq;
using EcgChip.Formats.Recordings;
using EcgChip.Signal;
using EcgChip.Simulator.Patients;
using EcgChip.Simulator.Patients.Noise;
using EcgChip.Simulator.Runs;

namespace EcgChip.Cli.Output;

/// <summary>A simulation as it is told to people and programs.</summary>
/// <param name="Patient">Who was played.</param>
/// <param name="Start">Where in the record playing began, in seconds.</param>
/// <param name="Result">What the device found.</param>
/// <param name="Rhythm">The rhythm of all that was played.</param>
/// <param name="Files">What was written.</param>
public sealed record SimulationReport(IPatient Patient, double Start, SimulationResult Result, PlayedRhythm Rhythm, SimulationFiles Files)
{
    /// <summary>The classes, in their order.</summary>
    public const string ClassNames = "NSVFQ";

    /// <summary>Why a second is poor, in the order of <see cref="QualityReason"/>.</summary>
    public static IReadOnlyList<string> ReasonNames { get; } = ["none", "clipping", "flat", "mains", "wander", "muscle", "motion"];

    private const double Percent = 100;

    /// <summary>Noise that was mixed into the record; null for none.</summary>
    public NoiseStress? Noise { get; init; }

    /// <summary>Seconds that were played.</summary>
    public double Seconds => Result.Samples / (double)SignalUnits.SampleRate;

    /// <summary>Beats of each class, in the order of <see cref="ClassNames"/>.</summary>
    public int[] Counts => [.. Enumerable.Range(0, ClassNames.Length).Select(beatClass => Result.Beats.Count(beat => beat.Class == beatClass))];

    /// <summary>Beats that were found but not classified.</summary>
    public int Unclassified => Result.Beats.Count(beat => beat.Class is null);

    /// <summary>What was found in the recording, the most urgent first; nothing where none was stored.</summary>
    public IReadOnlyList<RhythmFinding> Findings => Files.Recording?.Findings ?? [];

    /// <summary>What the recording says: no-finding, show-a-doctor or repeat; null where none was stored.</summary>
    public string? Answer => Files.Recording?.AnswerName;

    /// <summary>Percentage of the time that a number of seconds is; null when nothing was judged.</summary>
    public double? Share(int seconds)
    {
        int all = Result.Seconds.Good + Result.Seconds.Poor + Result.Seconds.NoContact;
        return all == 0 ? null : System.Math.Round(Percent * seconds / all, 1);
    }
}
