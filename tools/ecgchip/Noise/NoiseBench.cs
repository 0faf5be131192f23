using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using EcgChip.Cli.Scores;
using EcgChip.Simulator.Patients.Noise;

namespace EcgChip.Cli.Noise;

/// <summary>
/// The noise stress test of Moody, Muldrow and Mark 1984 through the device: the two records of the MIT-BIH Noise Stress Test Database at its six
/// strengths, with electrode motion as there, and with baseline wander.
/// </summary>
public sealed class NoiseBench
{
    /// <summary>Noise like a heartbeat, of an electrode that moves: what the targets are about.</summary>
    public const string ElectrodeMotion = "em";

    /// <summary>Noise that is slow.</summary>
    public const string BaselineWander = "bw";

    /// <summary>Signal to noise ratios, in dB.</summary>
    public static readonly IReadOnlyList<double> Decibels = [24, 18, 12, 6, 0, -6];

    /// <summary>The records.</summary>
    public static readonly IReadOnlyList<string> Records = ["118", "119"];

    private readonly List<(NoiseStress Noise, ScoreRun Run)> runs = [];
    private readonly int parallel;

    /// <summary>Opens records and noise.</summary>
    /// <param name="folder">Folder of the records.</param>
    /// <param name="noiseFolder">Folder of the noise.</param>
    /// <param name="parallel">How many records are played at a time.</param>
    /// <param name="seconds">Seconds of each that are played; null to its end.</param>
    /// <exception cref="Formats.RecordingException">A recording cannot be used.</exception>
    public NoiseBench(string folder, string noiseFolder, int parallel, double? seconds = null)
    {
        this.parallel = parallel;
        foreach (string name in new[] { ElectrodeMotion, BaselineWander })
        {
            foreach (double decibels in Decibels)
            {
                NoiseStress noise = NoiseStress.Open(noiseFolder, name, decibels);
                runs.AddRange(Records.Select(
                    record => (noise, new ScoreRun(new ScorePlan { Folder = folder, Records = [record], Noise = noise, Seconds = seconds }))));
            }
        }
    }

    /// <summary>Seconds that are played.</summary>
    public double Seconds => runs.Sum(each => each.Run.Seconds);

    /// <summary>Plays them all.</summary>
    /// <param name="progress">Called, from any thread, with seconds that were played since it was called last.</param>
    /// <param name="cancellation">Ends it.</param>
    public NoiseResult Run(Action<double>? progress = null, CancellationToken cancellation = default)
    {
        ScoreResult[] results = new ScoreResult[runs.Count];
        SideBySide.Run(runs.Count, parallel, i => results[i] = runs[i].Run.Run(progress, cancellation), cancellation);
        return new NoiseResult(
            [.. results.Select((result, i) => new NoisePoint(runs[i].Noise.Name, runs[i].Noise.Decibels, result.Score.Records[0]))],
            [.. results.SelectMany(result => result.Models).Distinct()]);
    }
}
