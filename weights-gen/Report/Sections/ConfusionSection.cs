using System;
using System.Globalization;
using System.Linq;
using System.Text;
using EcgChip.WeightsGen.Evaluation;

namespace EcgChip.WeightsGen.Report.Sections;

/// <summary>What the beats were taken for, in float and in int8.</summary>
public static class ConfusionSection
{
    /// <summary>Writes it.</summary>
    public static string Write(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Html.Section(
            "confusion", "Confusion matrices",
            Html.Paragraph($"A row for each true class, a column for what it was taken for; the stronger the ground, the larger its part of the row. Se is the part of the class that is found, +P the part of what is called the class that is of it. {data.Judgement.Beats.Count.ToString("N0", CultureInfo.InvariantCulture)} beats of {data.Judged.Told}, {data.Judged.Independence}."),
            Html.Row(Table("int8, as on the chip", data.Judgement.InInt8), Table("float", data.Judgement.InFloat)));
    }

    private static string Table(string kind, Confusion found)
    {
        StringBuilder html = new();
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"wide\"><table class=\"heat\"><caption>{kind}: {found.Accuracy:0.00} % right</caption><thead><tr><th scope=\"col\" class=\"w\">true</th>");
        foreach (char letter in ClassNames.Letters)
            html.Append("<th scope=\"col\">as ").Append(letter).Append("</th>");
        html.Append("<th scope=\"col\">Se %</th></tr></thead><tbody>\n");
        for (int i = 0; i < ClassNames.Count; i++)
        {
            int all = found.Counts[i].Sum();
            html.Append("<tr><th scope=\"row\">").Append(ClassNames.Letters[i]).Append("</th>");
            for (int k = 0; k < ClassNames.Count; k++)
                html.Append(Cell(found.Counts[i][k], all, isRight: i == k));
            html.Append("<td>").Append(Html.Percent(found.Sensitivity(i))).Append("</td></tr>\n");
        }

        html.Append("<tr><th scope=\"row\">+P %</th>");
        for (int k = 0; k < ClassNames.Count; k++)
            html.Append("<td>").Append(Html.Percent(found.PositivePredictivity(k))).Append("</td>");
        return html.Append("<td></td></tr></tbody></table></div>").ToString();
    }

    private static string Cell(int count, int all, bool isRight)
    {
        // Half of full ink at most, so that the number stays readable; a few wrong beats are seen already.
        double part = all == 0 ? 0 : Math.Sqrt((double)count / all) * 50;
        string ink = isRight ? "right" : "wrong";
        return string.Create(CultureInfo.InvariantCulture, $"<td class=\"{ink}\" style=\"--part:{part:0}%\">{count:N0}</td>");
    }
}
