using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace EcgChip.WeightsGen.Report.Sections;

/// <summary>What 8-bit integers cost: agreement on beats, and the error layer by layer.</summary>
public static class QuantisationSection
{
    /// <summary>Writes it.</summary>
    public static string Write(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Judgement judgement = data.Judgement;
        int[][] both = judgement.AgreementCounts();
        int better = Enumerable.Range(0, judgement.Beats.Count).Count(i => judgement.ByInt8[i] != judgement.ByFloat[i] && judgement.ByInt8[i] == judgement.Beats[i].Class);
        int worse = Enumerable.Range(0, judgement.Beats.Count).Count(i => judgement.ByInt8[i] != judgement.ByFloat[i] && judgement.ByFloat[i] == judgement.Beats[i].Class);
        string told = string.Create(
            CultureInfo.InvariantCulture,
            $"Float and int8 find the same class for {judgement.Agreement:0.00} % of {judgement.Beats.Count:N0} beats. Where they differ, float is right {worse:N0} times and int8 {better:N0} times.");
        return Html.Section(
            "int8", "int8 against float",
            Html.Paragraph(told),
            Html.Table(
                $"What float found (rows) and int8 found (columns): {data.Judged.Told}.",
                ["float", .. ClassNames.Letters.Select(letter => "int8 " + letter)],
                both.Select((row, i) => (IReadOnlyList<string>)[ClassNames.Letters[i].ToString(), .. row.Select(count => Html.Count(count))])),
            Layers(data));
    }

    private static string Layers(ReportData data) => Html.Table(
        $"Layer by layer, on {data.LayerErrorBeats} beats of {data.Judged.Told}: root mean square of the float outputs, of the difference in percent of it (both run from the beat on, so errors add up), and the part of int8 outputs at the end of their range.",
        ["layer", "float RMS", "int8 step", "error %", "at the limit %"],
        data.LayerErrors.Select(layer => (IReadOnlyList<string>)
            [layer.Name, Number(layer.Size), Number(layer.Step), Html.Percent(layer.Error, 2), Html.Percent(layer.AtLimit, 2)]));

    private static string Number(double value) => value.ToString("G3", CultureInfo.InvariantCulture);
}
