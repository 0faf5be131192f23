using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace EcgChip.WeightsGen.Report.Sections;

/// <summary>How much of the figures is luck: the same training from several seeds.</summary>
public static class SeedsSection
{
    /// <summary>Writes it; nothing for a network of which no seeds are kept.</summary>
    public static string Write(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Seeds is null)
            return string.Empty;

        const string Heading = "Seeds";
        string name = data.Network.Shape.Name;
        if (data.Seeds.Count == 0)
        {
            return Html.Section("seeds", Heading, Html.Missing(
                $"No trainings from several seeds are kept: train from each, keep each file of weights, and weights-gen report seeds {name} FILE... --data DIR writes their figures down."));
        }

        return Html.Section(
            "seeds", Heading,
            Html.Paragraph("The same training from several seeds, int8. The spread is the standard deviation; a difference between two models that is smaller may be luck."),
            string.Join('\n', data.Seeds.GroupBy(run => run.Protocol).Select(group => Table(group.Key, [.. group], data.ModelHash))));
    }

    private static string Table(string protocol, SeedRun[] runs, string model)
    {
        IEnumerable<IReadOnlyList<string>> rows = runs.Select(run => (IReadOnlyList<string>)
            [run.Seed.ToString(CultureInfo.InvariantCulture), .. run.Figures.Select(figure => Html.Percent(figure)), Html.Count(run.Beats), run.Model + (run.Model == model ? " (this)" : string.Empty)]);
        IReadOnlyList<string> Over(string name, Func<IReadOnlyList<double>, double?> of) =>
            [name, .. Enumerable.Range(0, SeedRun.FigureNames.Length).Select(i => Html.Percent(of([.. runs.Select(run => run.Figures[i]).OfType<double>()]))), string.Empty, string.Empty];
        return Html.Table(
            $"{Told(protocol)}: sensitivity and positive predictivity of each seed's model, in percent.",
            ["seed", .. SeedRun.Classes.SelectMany(letter => new[] { $"{letter} Se", $"{letter} +P" }), "beats", "model"],
            [.. rows, Over("mean", Statistics.Mean), Over("spread", Statistics.Deviation)], SeedRun.FigureNames.Length + 2);
    }

    private static string Told(string protocol) => protocol switch
    {
        SeedProtocol.Ds2 => "DS2's patients, never learnt from",
        SeedProtocol.HeldOut => "DS1's held-out patients, who chose each model's epoch",
        SeedProtocol.CrossValidation => "Patient-wise cross-validation inside DS1",
        _ => $"Protocol {protocol}",
    };
}
