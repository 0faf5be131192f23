using System;
using System.Linq;

namespace EcgChip.WeightsGen.Report.Sections;

/// <summary>Wrong beats that the model was sure of, as a reader of ECGs would want to see them.</summary>
public static class MissesSection
{
    /// <summary>Writes it.</summary>
    public static string Write(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        const string Heading = "The worst misses";
        if (data.Misses.Count == 0)
            return Html.Section("misses", Heading, Html.Paragraph("No beat was taken for another class."));

        return Html.Section(
            "misses", Heading,
            Html.Paragraph(
                $"Beats of {data.Judged.Told} that the int8 model took for another class, those of which it was surest first, at most two of a record and kind. The recording as it is in the database, 25 mm/s and 10 mm/mV, a small square 0.04 s and 0.1 mV; the beat stands on the marked ground, and the letters are the reference's classes."),
            $"<div class=\"strips\">{string.Concat(data.Misses.Select(miss => Html.Figure(miss.Svg, miss.Caption)))}</div>");
    }
}
