using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using EcgChip.Cli.Scores;
using EcgChip.Scoring;

namespace EcgChip.Cli.Beats;

/// <summary>docs/beats.md: how well beats are told apart, as tables.</summary>
public static class BeatReport
{
    private const string FigureHeads = "N Se | N +P | S Se | S +P | V Se | V +P";
    private const string Right = " ---: |";
    private const int Figures = 6;

    /// <summary>The page.</summary>
    public static string Markdown(BeatResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        StringBuilder text = new();
        text.AppendLine("# Beats").AppendLine();
        text.AppendLine("Made by `ecgchip bench beats --data DIR --out docs/beats.md`; not edited by hand.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{RecordsOf(result)} through the simulated front end into the firmware: its own R peaks, its live network in");
        text.AppendLine("int8. Compared by AAMI EC57 (150 ms, first five minutes not scored), gross, in percent. Beats that were missed, also where the device says that the signal is poor");
        text.AppendLine("(the shutdown), count as missed in their class.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Model: {string.Join(", ", result.Models.Select(model => $"{model.Name} ({model.Role}) {model.Hash}"))}.").AppendLine();
        Variants(text, result.Variants);
        Targets(text, result.Targets);
        Records(text, result.AsRecorded);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string RecordsOf(BeatResult result)
    {
        int count = result.AsRecorded.Score.Records.Count;
        string patients = $"{count} record{(count == 1 ? string.Empty : "s")} of the MIT-BIH Arrhythmia Database";
        return result.HasTargets ? $"DS2 ({patients}; no patient of it was learnt from, and none was tuned on)"
            : result.Records == RecordList.Ds2 ? $"The beginnings of DS2 ({patients})"
            : char.ToUpperInvariant(patients[0]) + patients[1..];
    }

    private static void Variants(StringBuilder text, IReadOnlyList<BeatVariant> variants)
    {
        text.AppendLine("## As recorded, and otherwise").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"| signal | leads | QRS Se | QRS +P | {FigureHeads} | shutdown |");
        text.Append("| --- | --- |").AppendLine(string.Concat(Enumerable.Repeat(Right, Figures + 3)));
        foreach (BeatVariant variant in variants)
        {
            Score score = variant.Score;
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {variant.Name} | {variant.LeadCounts} | {Percent(score.Gross.Qrs.Se)} | {Percent(score.Gross.Qrs.Ppv)} | {Of(score.Gross)} | {Percent(score.GrossShutdown.Percent)} |");
        }

        text.AppendLine();
        text.AppendLine("Gain: what the patient's voltage is multiplied by. Noise: electrode motion of the MIT-BIH Noise Stress Test Database, mixed in as WFDB's `nst` does, two minutes");
        text.AppendLine("noisy and two clean in turn. The other lead: what electrodes elsewhere see of the same beats. The database has no lead I and none from which it could be made, and what");
        text.AppendLine("has lead I has no annotated beats: the record's second lead, mostly V1, stands in for it. It is farther from lead II than lead I is.").AppendLine();
    }

    private static void Targets(StringBuilder text, IReadOnlyList<BeatTarget> targets)
    {
        if (targets.Count == 0)
        {
            return;
        }

        text.AppendLine("## To reach").AppendLine();
        text.AppendLine("| what, as recorded | reached, % | at least, % | |");
        text.AppendLine("| --- | ---: | ---: | --- |");
        foreach (BeatTarget target in targets)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {target.Name} | {Percent(target.Value)} | {target.Limit} | {(target.IsMet ? "met" : "missed")} |");
        }

        text.AppendLine();
    }

    private static void Records(StringBuilder text, BeatVariant variant)
    {
        text.AppendLine("## Record by record, as recorded").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"| record | N | S | V | {FigureHeads} | missed | false |");
        text.Append("| --- |").AppendLine(string.Concat(Enumerable.Repeat(Right, Figures + 5)));
        foreach (RecordScore record in variant.Score.Records)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {record.Name} | {Beats(record, Formats.AamiClass.N)} | {Beats(record, Formats.AamiClass.S)} | {Beats(record, Formats.AamiClass.V)} | {Of(record.Figures)} | {record.Confusion.MissedBeats} | {record.Confusion.FalseBeats} |");
        }

        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"| mean | | | | {Of(variant.Score.Average)} | | |");
    }

    private static int Beats(RecordScore record, Formats.AamiClass beatClass) =>
        Enumerable.Range(0, Formats.AamiClasses.Count + 1).Sum(found => record.Confusion[(int)beatClass, found]);

    private static string Of(Figures figures) => string.Join(" | ", new[] { figures.N, figures.S, figures.V }.Select(one => $"{Percent(one.Se)} | {Percent(one.Ppv)}"));

    private static string Percent(double? share) => share?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-";
}
