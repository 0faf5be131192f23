using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.WeightsGen.Evaluation;

namespace EcgChip.WeightsGen.Report.Sections;

/// <summary>Figures of each class and, where patients are judged, of each record.</summary>
public static class FiguresSection
{
    /// <summary>Writes it.</summary>
    public static string Write(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        IReadOnlyList<(string Record, Confusion Found)> byRecord = data.Judgement.ByRecord();
        List<string> html =
        [
            Html.Table(
                $"int8, by class: {data.Judged.Told}, {data.Judged.Independence}. Intervals: 95 %, by drawing records again (bootstrap), because beats of one record are alike.",
                ["class", "beats", "records", "Se %", "95 %", "+P %", "95 %", "F1 %", "Se % float", "+P % float"],
                Enumerable.Range(0, ClassNames.Count).Select(i => ClassRow(data.Judgement, byRecord, i))),
        ];
        if (data.Judged.Split.HoldsOutPatients)
        {
            html.Add(Html.Table(
                "int8, by record: sensitivity and positive predictivity in percent. Mean and spread (standard deviation) go over the records that have the figure, each counting once.",
                ["record", "beats", "right %", "N", "N Se", "N +P", "S", "S Se", "S +P", "V", "V Se", "V +P"],
                [.. byRecord.Select(record => RecordRow(record.Record, record.Found)), .. Spread(byRecord)]));
        }

        return Html.Section("figures", data.Judged.Split.HoldsOutPatients ? "By class and by record" : "By class", html);
    }

    private static IReadOnlyList<string> ClassRow(Judgement judgement, IReadOnlyList<(string Record, Confusion Found)> byRecord, int i)
    {
        Confusion found = judgement.InInt8;
        int Right(Confusion one) => one.Counts[i][i];
        (int, int)[] sensitivity = [.. byRecord.Select(record => (Right(record.Found), record.Found.Counts[i].Sum()))];
        (int, int)[] predictivity = [.. byRecord.Select(record => (Right(record.Found), record.Found.Counts.Sum(row => row[i])))];
        return
        [
            ClassNames.Letters[i].ToString(), Html.Count(found.Counts[i].Sum()), Html.Count(byRecord.Count(record => record.Found.Counts[i].Sum() > 0)),
            Html.Percent(found.Sensitivity(i)), Html.Interval(PatientInterval.Of(sensitivity)),
            Html.Percent(found.PositivePredictivity(i)), Html.Interval(PatientInterval.Of(predictivity)),
            Html.Percent(found.Sensitivity(i) is null ? null : found.F1(i)),
            Html.Percent(judgement.InFloat.Sensitivity(i)), Html.Percent(judgement.InFloat.PositivePredictivity(i)),
        ];
    }

    private static IReadOnlyList<string> RecordRow(string record, Confusion found) =>
    [
        record, Html.Count(found.Beats), Html.Percent(found.Accuracy),
        .. Judged().SelectMany(i => new[] { Html.Count(found.Counts[i].Sum()), Html.Percent(found.Sensitivity(i)), Html.Percent(found.PositivePredictivity(i)) }),
    ];

    private static IEnumerable<IReadOnlyList<string>> Spread(IReadOnlyList<(string Record, Confusion Found)> byRecord)
    {
        IReadOnlyList<string> Row(string name, Func<IReadOnlyList<double>, double?> of)
        {
            string Over(Func<Confusion, double?> figure) => Html.Percent(of([.. byRecord.Select(record => figure(record.Found)).OfType<double>()]));
            return [name, string.Empty, Over(one => one.Accuracy), .. Judged().SelectMany(i => new[] { string.Empty, Over(one => one.Sensitivity(i)), Over(one => one.PositivePredictivity(i)) })];
        }

        yield return Row("mean", Statistics.Mean);
        yield return Row("spread", Statistics.Deviation);
    }

    private static IEnumerable<int> Judged() => SeedRun.Classes.Select(letter => ClassNames.Letters.IndexOf(letter, StringComparison.Ordinal));
}
