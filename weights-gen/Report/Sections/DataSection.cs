using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Splits;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Report.Sections;

/// <summary>The beats: how many of each class stand where, and in which record.</summary>
public static class DataSection
{
    /// <summary>Writes it.</summary>
    public static string Write(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Split split = data.Judged.Split;
        LearningBeats learning = LearningBeats.From(data.All.Beats, split, data.Network.Recipe.Options with { Seed = data.Weights.Origin.Seed });
        IReadOnlyList<string>[] parts =
        [
            Counts("learnt from", Enumerable.Range(0, ClassNames.Count).SelectMany(learning.OfClass)),
            Counts("held out, chose the epoch", learning.Validation),
            Counts("tested", data.All.Beats.Where(beat => split.IsTest(beat.Key))),
            Counts("neither", data.All.Beats.Where(beat => !split.IsTest(beat.Key) && !split.IsLearning(beat.Key))),
            Counts("all", data.All.Beats),
        ];
        string[] columns = ["part", .. ClassNames.Letters.Select(letter => letter.ToString()), "all"];
        return Html.Section(
            "data", "Data and split",
            Html.Paragraph(
                $"Beats come from the simulated front end and the device's own signal chain, cut at {data.Network.Beats.RPeaks}. Classes are those of AAMI EC57: N normal and bundle branch block, S supraventricular ectopic, V ventricular ectopic, F fusion, Q paced or unclassifiable."),
            Html.Table($"Beats by class and part of the split {split.Name} ({data.Judged.Independence}).", columns, parts.Where(part => part[^1] != "0")),
            Records(data, split));
    }

    private static string Records(ReportData data, Split split)
    {
        string[] columns = ["record", .. ClassNames.Letters.Select(letter => letter.ToString()), "all", "tested", "place"];
        string Place(string record, int tested, int all) => tested == all ? "test"
            : split.HeldOutRecords.Contains(record) ? "held out"
            : tested > 0 ? "both sides"
            : split.IsLearning(new BeatKey(record, 0)) ? "learning" : "neither";
        IEnumerable<IReadOnlyList<string>> rows = data.All.Records.Select(record =>
        {
            int tested = record.Beats.Count(beat => split.IsTest(beat.Key));
            return (IReadOnlyList<string>)[.. Counts(record.Record, record.Beats), Html.Count(tested), Place(record.Record, tested, record.Beats.Count)];
        });
        return "<details><summary>Beats by record</summary>"
            + Html.Table("Beats of each record by class, how many of them are tested, and on which side of the split it stands.", columns, rows, ClassNames.Count + 3) + "</details>";
    }

    private static IReadOnlyList<string> Counts(string name, IEnumerable<Beat> beats)
    {
        int[] counts = new int[ClassNames.Count];
        foreach (Beat beat in beats)
            counts[beat.Class]++;
        return [name, .. counts.Select(count => Html.Count(count)), Html.Count(counts.Sum())];
    }
}
