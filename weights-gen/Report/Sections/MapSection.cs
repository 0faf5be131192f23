using System;
using EcgChip.WeightsGen.Map;
using EcgChip.WeightsGen.Pictures;

namespace EcgChip.WeightsGen.Report.Sections;

/// <summary>What the convolutions have learned.</summary>
public static class MapSection
{
    /// <summary>Writes it.</summary>
    public static string Write(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        const string Heading = "What the convolutions tell apart";
        if (data.Map is not NetworkMap map || data.Mapped is null)
            return Html.Section("map", Heading, Html.Missing("The map was left out (--no-map)."));

        return Html.Section(
            "map", Heading,
            Html.Paragraph(
                "t-SNE (van der Maaten and Hinton 2008) of what the dense layers take in: each beat is a point, and points that are neighbours in the map are neighbours there. Distances between clusters, and their size, say little."),
            Html.Figure(
                SvgPicture.Element(map.Draw()),
                $"{(map.Points.Count == data.Mapped.Beats.Count ? "All" : Html.Count(map.Points.Count) + " of the")} {Html.Count(data.Mapped.Beats.Count)} beats of {data.Mapped.Told} ({data.Mapped.Independence}), float. {map.Told()}"));
    }
}
