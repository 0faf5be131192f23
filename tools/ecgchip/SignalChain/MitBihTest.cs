using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using EcgChip.Cli.Scores;
using EcgChip.Scoring;

namespace EcgChip.Cli.SignalChain;

/// <summary>The R peak detector on a database of recordings, from the first beat on: as recorded, larger, smaller, turned over, from other starts.</summary>
public sealed class MitBihTest
{
    private const double LeastGross = 99.8;
    private const double LeastRecord = 98;
    private const double MostApart = 0.1;

    private static readonly (string Name, Func<ScorePlan, ScorePlan> Change)[] s_variants =
    [
        ("gain 1", plan => plan),
        ("gain 0.5", plan => plan with { Gain = 0.5 }),
        ("gain 2", plan => plan with { Gain = 2 }),
        ("inverted", plan => plan with { Invert = true }),
        ("from 7.3 s on", plan => plan with { Start = 7.3 }),
        ("from 61.1 s on", plan => plan with { Start = 61.1 }),
    ];

    private readonly (string Name, ScoreRun Run)[] runs;

    /// <summary>Opens the records.</summary>
    /// <param name="folder">Folder of the records.</param>
    /// <param name="records">Which of them: <see cref="RecordList.All"/>, or names.</param>
    /// <param name="parallel">How many are played at a time.</param>
    /// <param name="seconds">Seconds of each that are played; null to its end.</param>
    public MitBihTest(string folder, string records, int parallel, double? seconds = null)
    {
        ScorePlan plan = new()
        {
            Folder = folder, Records = RecordList.Choose(folder, records), AllBeats = true, Parallel = parallel, Seconds = seconds,
        };
        runs = [.. s_variants.Select(variant => (variant.Name, new ScoreRun(variant.Change(plan))))];
    }

    /// <summary>Seconds that are played.</summary>
    public double Seconds => runs.Sum(run => run.Run.Seconds);

    /// <summary>Plays them all.</summary>
    /// <param name="progress">Called, from any thread, with seconds that were played since it was called last.</param>
    /// <param name="cancellation">Ends it.</param>
    public IReadOnlyList<MitBihVariant> Run(Action<double>? progress, CancellationToken cancellation) =>
        [.. runs.Select(run => MitBihVariant.Of(run.Name, run.Run.Run(progress, cancellation).Score))];

    /// <summary>The bounds that the variants have to keep; the first is the one that the others are held to.</summary>
    public static IReadOnlyList<SignalFigure> Figures(IReadOnlyList<MitBihVariant> variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        MitBihVariant first = variants[0];
        const string Asked = "first beat on, gross";
        return
        [
            new($"{first.Name}: sensitivity", first.Se, "%", 2) { Asked = Asked, AtLeast = LeastGross },
            new($"{first.Name}: positive predictivity", first.Ppv, "%", 2) { Asked = Asked, AtLeast = LeastGross },
            new($"{first.Name}: lowest sensitivity of a record", first.WorstSe.Percent, "%", 2) { Asked = "no record under 98 %", AtLeast = LeastRecord, Note = $"record {first.WorstSe.Record}" },
            new($"{first.Name}: lowest positive predictivity of a record", first.WorstPpv.Percent, "%", 2) { Asked = "no record under 98 %", AtLeast = LeastRecord, Note = $"record {first.WorstPpv.Record}" },
            .. variants.Skip(1).SelectMany(variant => new SignalFigure[]
            {
                Apart($"{variant.Name}: sensitivity apart from that of {first.Name}", first.Se, variant.Se),
                Apart($"{variant.Name}: positive predictivity apart from that of {first.Name}", first.Ppv, variant.Ppv),
            }),
        ];
    }

    private static SignalFigure Apart(string what, double? first, double? other) =>
        new(what, first is double a && other is double b ? Math.Abs(a - b) : null, "points", 3) { Asked = "gross figures hold within 0.1 point", AtMost = MostApart };
}
