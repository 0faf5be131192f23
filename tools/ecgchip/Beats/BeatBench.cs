using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using EcgChip.Cli.Scores;
using EcgChip.Formats;
using EcgChip.Simulator.Patients.Noise;

namespace EcgChip.Cli.Beats;

/// <summary>
/// How well beats are told apart through the device's own signal chain and detector, as recorded and when the signal is not what the network learnt from: smaller,
/// larger, in noise, from other electrodes.
/// </summary>
public sealed class BeatBench
{
    private const double HalfGain = 0.5;
    private const double DoubleGain = 2;
    private const string ElectrodeMotion = "em";
    private const double Decibels = 12;

    private readonly (string Name, ScoreRun Run)[] runs;
    private readonly bool isWhole;

    /// <summary>Opens records and noise.</summary>
    /// <param name="folder">Folder of the records.</param>
    /// <param name="records">Which of them, as <see cref="RecordList.Choose"/> takes it.</param>
    /// <param name="noiseFolder">Folder of the noise.</param>
    /// <param name="parallel">How many records are played at a time.</param>
    /// <param name="seconds">Seconds of each that are played; null to its end.</param>
    /// <exception cref="RecordingException">A recording cannot be used.</exception>
    /// <exception cref="UnusableInputException">A record is missing, or does not go with the plan.</exception>
    public BeatBench(string folder, string records, string noiseFolder, int parallel, double? seconds = null)
    {
        ScorePlan plan = new() { Folder = folder, Records = RecordList.Choose(folder, records), Parallel = parallel, Seconds = seconds };
        Records = records;
        isWhole = records == RecordList.Ds2 && seconds is null;
        runs =
        [
            .. new (string Name, ScorePlan Plan)[]
            {
                ("as recorded", plan),
                ("gain 0.5", plan with { Gain = HalfGain }),
                ("gain 2", plan with { Gain = DoubleGain }),
                ("noise em, 12 dB", plan with { Noise = NoiseStress.Open(noiseFolder, ElectrodeMotion, Decibels) }),
                ("the other lead", plan with { Lead = LeadChoice.Other }),
            }.Select(variant => (variant.Name, new ScoreRun(variant.Plan))),
        ];
    }

    /// <summary>What was asked for: ds2, or names.</summary>
    public string Records { get; }

    /// <summary>Seconds that are played.</summary>
    public double Seconds => runs.Sum(run => run.Run.Seconds);

    /// <summary>Plays them all.</summary>
    /// <param name="progress">Called, from any thread, with seconds that were played since it was called last.</param>
    /// <param name="cancellation">Ends it.</param>
    public BeatResult Run(Action<double>? progress = null, CancellationToken cancellation = default)
    {
        List<BeatVariant> variants = [];
        List<(string Name, string Role, string Hash)> models = [];
        foreach ((string name, ScoreRun run) in runs)
        {
            ScoreResult result = run.Run(progress, cancellation);
            variants.Add(new BeatVariant(name, result.Score, [.. result.Records.Select(record => record.Lead)]));
            models.AddRange(result.Models);
        }

        return new BeatResult(Records, variants, [.. models.Distinct()], isWhole);
    }
}
