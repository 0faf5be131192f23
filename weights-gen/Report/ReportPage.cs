using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.WeightsGen.Report.Sections;

namespace EcgChip.WeightsGen.Report;

/// <summary>The page of a model: one HTML file that needs nothing else.</summary>
public static class ReportPage
{
    private const string Sources =
        "Moody GB, Mark RG. The impact of the MIT-BIH Arrhythmia Database. IEEE Eng in Med and Biol 20(3):45-50, 2001; Goldberger AL et al. PhysioNet. Circulation 101(23):e215-e220, 2000 (Open Data Commons Attribution License 1.0).";

    private static readonly (string Id, string Name)[] s_contents =
    [
        ("data", "Data"), ("training", "Training"), ("confusion", "Confusion"), ("figures", "Figures"), ("seeds", "Seeds"), ("thresholds", "Thresholds"),
        ("map", "Map"), ("misses", "Misses"), ("int8", "int8"), ("chip", "Chip"),
    ];

    /// <summary>Writes it; the same data gives the same bytes.</summary>
    public static string Write(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        string name = data.Network.Shape.Name;
        string[] sections =
        [
            SummarySection.Write(data), DataSection.Write(data), TrainingSection.Write(data), ConfusionSection.Write(data), FiguresSection.Write(data),
            SeedsSection.Write(data), ThresholdSection.Write(data), MapSection.Write(data), MissesSection.Write(data), QuantisationSection.Write(data),
            ChipSection.Write(data),
        ];
        string origin = $"Model <code>{Html.Encode(data.ModelHash)}</code>, beats <code>{Html.Encode(data.Weights.Origin.BeatFingerprint)}</code>, seed {data.Weights.Origin.Seed}, split {Html.Encode(data.Weights.Origin.Split)}.";
        return Whole($"The {name} network", origin, Sources, s_contents, sections);
    }

    /// <summary>A page of sections.</summary>
    /// <param name="title">Its heading.</param>
    /// <param name="originHtml">Where the model comes from.</param>
    /// <param name="sources">Whose recordings they are.</param>
    /// <param name="contents">Sections that may be there, and what links to them are called.</param>
    /// <param name="sections">The sections.</param>
    public static string Whole(string title, string originHtml, string sources, IEnumerable<(string Id, string Name)> contents, IEnumerable<string> sections)
    {
        string body = string.Concat(sections);
        string links = string.Concat(contents
            .Where(entry => body.Contains($"<section id=\"{entry.Id}\"", StringComparison.Ordinal))
            .Select(entry => $"<a href=\"#{entry.Id}\">{entry.Name}</a> "));
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width,initial-scale=1">
            <title>EcgChip: {Html.Encode(title)}</title>
            <style>
            {PageStyle.Css}
            </style>
            </head>
            <body>
            <h1>{Html.Encode(title)}</h1>
            <p class="origin">{originHtml} For screening research; not a diagnosis and not a medical product.</p>
            <nav>{links}</nav>
            {body}
            <footer><p>Recordings: {Html.Encode(sources)} Written by weights-gen report.</p></footer>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }
}
