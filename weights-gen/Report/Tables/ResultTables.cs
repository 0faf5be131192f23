using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using EcgChip.WeightsGen.Evaluation;
using EcgChip.WeightsGen.Networks;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Report.Tables;

/// <summary>
/// Our figures beside the published ones, as a Markdown page: from what the committed weights say of themselves, the log of DS2 runs, and committed results of
/// evaluate.
/// </summary>
public static class ResultTables
{
    private const string InfarctionNetwork = "infarction";

    /// <summary>Where the result of an evaluation is committed, such as infarction-patient.json.</summary>
    public static string ResultFile(Places places, string network, string protocol)
    {
        ArgumentNullException.ThrowIfNull(places);
        return Path.Combine(places.Results, $"{network}-{protocol}.json");
    }

    /// <summary>The page.</summary>
    /// <exception cref="InputException">Weights or results are there and cannot be read.</exception>
    public static string Page(Places places)
    {
        ArgumentNullException.ThrowIfNull(places);
        List<string> lines =
        [
            "# Results beside the published ones",
            string.Empty,
            "Written by `weights-gen report tables`; whoever changes a figure changes where it comes from. Ours are in bold. A figure by beat has the same patients on both",
            "sides of its split and says little about a patient who was never seen; figures of different rows were found on different beats.",
            string.Empty,
            "## Heartbeats in five classes (Kachuee et al. 2018, table II)",
            string.Empty,
            .. Table(["work", "method", "accuracy %", "protocol"], [.. Arrhythmia(places), .. PublishedResult.Arrhythmia.Select(row => new[] { row.Work, row.Method, Html.Percent(row.Accuracy), row.Protocol })]),
            string.Empty,
            "## Heartbeats of patients never seen (MIT-BIH DS1 to DS2)",
            string.Empty,
            .. Table(["work", "S Se %", "S +P %", "V Se %", "V +P %", "protocol"], [.. ByPatient(places), .. PublishedByPatient.All.Select(Row)]),
            string.Empty,
            "## Myocardial infarction (Kachuee et al. 2018, table III)",
            string.Empty,
            .. Table(
                ["work", "method", "accuracy %", "precision %", "recall %", "protocol"],
                [
                    .. Infarction(places),
                    .. PublishedResult.Infarction.Select(row => new[] { row.Work, row.Method, Html.Percent(row.Accuracy), Html.Percent(row.Precision), Html.Percent(row.Recall), row.Protocol }),
                ]),
            string.Empty,
            .. Missing(places).SelectMany(sentence => new[] { sentence, string.Empty }),
        ];
        return string.Join('\n', lines).TrimEnd() + "\n";
    }

    private static IEnumerable<string[]> Arrhythmia(Places places)
    {
        foreach (string split in new[] { Split.Balanced, Split.Random })
        {
            if (SeedOrigin(places, split) is Origin { Test: Accuracies test })
            {
                string told = split == Split.Balanced ? "balanced list: 819 beats each of N, V and Q, a fifth of all S and F" : "random list: a fifth of all beats of every class";
                yield return Bold(
                    "EcgChip, seed network", "the paper's network, int8 as on the chip", Figure(test.InInt8),
                    string.Create(CultureInfo.InvariantCulture, $"MIT-BIH, by beat, {test.Beats:N0} test beats ({told}), reference R peaks; float {test.InFloat:0.0} %"));
            }
        }

        if (BedsideRun(places) is PatientRun run)
        {
            yield return Bold(
                "EcgChip, bedside network", "small residual CNN, int8 as on the chip", Figure(run["int8"]),
                $"MIT-BIH, by patient, the {Count(run["beats"])} beats of DS2 that the device's own detector finds; float {Figure(run["float"])} %");
        }
    }

    private static IEnumerable<string[]> ByPatient(Places places)
    {
        if (BedsideRun(places) is PatientRun run)
        {
            yield return Bold(
                "EcgChip, bedside network", Figure(run["int8_S_se"]), Figure(run["int8_S_ppv"]), Figure(run["int8_V_se"]), Figure(run["int8_V_ppv"]),
                $"one lead, int8, the device's own R peaks ({Count(run["missed"])} beats missed and {Count(run["false"])} false are not in the figures)");
        }
    }

    private static string[] Row(PublishedByPatient row) =>
    [
        row.Work, Html.Percent(row.Supraventricular.Se), Html.Percent(row.Supraventricular.Ppv), Html.Percent(row.Ventricular.Se), Html.Percent(row.Ventricular.Ppv), row.Protocol,
    ];

    private static IEnumerable<string[]> Infarction(Places places)
    {
        const string Method = "seed network's convolutions, two dense layers, int8";
        if (InfarctionResult.TryRead(ResultFile(places, InfarctionNetwork, Split.Patient)) is InfarctionResult byPatient)
        {
            string told = $"{byPatient.Patients.All} patients ({byPatient.Patients.Infarction} with an infarction), lead II, by patient: cross-validation, no head knows those whom it is asked about; 95 % intervals";
            yield return Bold("EcgChip, infarction head, of patients", Method, byPatient.OfPatients, $"part of PTB, {told}");
            yield return Bold("EcgChip, infarction head, of beats", Method, byPatient.OfBeats, string.Create(CultureInfo.InvariantCulture, $"part of PTB, {byPatient.Beats:N0} beats of {told}"));
        }

        if (InfarctionResult.TryRead(ResultFile(places, InfarctionNetwork, Split.Random)) is InfarctionResult byBeat)
        {
            yield return Bold("EcgChip, infarction head, of beats", Method, byBeat.OfBeats, string.Create(
                CultureInfo.InvariantCulture, $"part of PTB, {byBeat.Beats:N0} test beats of {byBeat.Patients.All} patients, lead II, by beat; 95 % intervals"));
        }
    }

    private static IEnumerable<string> Missing(Places places)
    {
        if (SeedOrigin(places, Split.Random) is null)
            yield return "Not in the tables yet: the seed network on the random list (`train seed --split random`).";
        if (!File.Exists(ResultFile(places, InfarctionNetwork, Split.Patient)))
            yield return $"Not in the tables yet: the infarction head (`evaluate infarction --json weights-gen/results/{InfarctionNetwork}-{Split.Patient}.json`, and {Split.Random}).";
    }

    /// <summary>What the seed weights of a split say of themselves; null where none of that split are committed.</summary>
    private static Origin? SeedOrigin(Places places, string split)
    {
        string own = places.Weights(SeedShape.Name);
        string other = places.Weights($"{SeedShape.Name}-{split}");
        return new[] { own, other }.Where(File.Exists).Select(path => Origin.From(SafeTensors.Load(path))).FirstOrDefault(origin => origin.Split == split);
    }

    private static PatientRun? BedsideRun(Places places) => PatientRunLog.Find(
        places.PatientRuns, TrainedWeights.Load(places.Weights(BedsideShape.Name), KnownNetwork.Find(BedsideShape.Name).Shape).Quantise().Hash);

    private static IEnumerable<string> Table(string[] columns, IEnumerable<string[]> rows) =>
        rows.Prepend([.. columns.Select(_ => "---")]).Prepend(columns).Select(row => $"| {string.Join(" | ", row)} |");

    private static string[] Bold(string work, string method, BinaryRow row, string protocol) => Bold(work, method, row.Accuracy, row.Precision, row.Recall, protocol);

    private static string[] Bold(params string[] cells) => [.. cells.Select((cell, i) => i == cells.Length - 1 ? cell : $"**{cell}**")];

    private static string Figure(double percent) => Html.Percent(percent);

    private static string Figure(string logged) =>
        double.TryParse(logged, NumberStyles.Float, CultureInfo.InvariantCulture, out double percent) ? Html.Percent(percent) : Html.Nothing;

    private static string Count(string logged) =>
        int.TryParse(logged, NumberStyles.None, CultureInfo.InvariantCulture, out int count) ? Html.Count(count) : Html.Nothing;
}
