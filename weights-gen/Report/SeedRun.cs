using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.WeightsGen.Evaluation;

namespace EcgChip.WeightsGen.Report;

/// <summary>What one seed's training came to: a line of <see cref="SeedRunLog"/>, percentages with two digits.</summary>
/// <param name="Network">Name of the network.</param>
/// <param name="Seed">What all random numbers of its training came from.</param>
/// <param name="Model">Hash of the int8 model.</param>
/// <param name="Protocol">On which beats: held-out, ds2, cv, or a split's name.</param>
/// <param name="Beats">How many.</param>
/// <param name="Figures">Sensitivity and positive predictivity of each of the classes, int8, in percent; null where there is none.</param>
public sealed record SeedRun(string Network, int Seed, string Model, string Protocol, int Beats, IReadOnlyList<double?> Figures)
{
    /// <summary>Classes that have figures: F and Q are too few in any patient-wise test to have a spread.</summary>
    public const string Classes = "NSV";

    /// <summary>Names of the figures, in order.</summary>
    public static readonly string[] FigureNames = [.. Classes.SelectMany(letter => new[] { $"{letter}_se", $"{letter}_ppv" })];

    /// <summary>Names of the columns.</summary>
    public static readonly string Header = "network,seed,model,protocol,beats," + string.Join(',', FigureNames);

    /// <summary>The run of a judged model.</summary>
    public static SeedRun Of(string network, int seed, string model, string protocol, Confusion found)
    {
        ArgumentNullException.ThrowIfNull(found);
        return new SeedRun(
            network, seed, model, protocol, found.Beats,
            [.. Classes.Select(letter => ClassNames.Letters.IndexOf(letter, StringComparison.Ordinal)).SelectMany(i => new[] { found.Sensitivity(i), found.PositivePredictivity(i) })]);
    }

    /// <summary>The run as a line.</summary>
    public string ToCsv() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Network},{Seed},{Model},{Protocol},{Beats},{string.Join(',', Figures.Select(figure => figure?.ToString("0.00", CultureInfo.InvariantCulture)))}");

    /// <summary>The run of a line.</summary>
    /// <exception cref="FormatException">It is no such line.</exception>
    public static SeedRun FromCsv(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        string[] fields = line.Split(',');
        if (fields.Length != Header.Split(',').Length)
            throw new FormatException($"\"{line}\" has not the columns {Header}");

        const int FirstFigure = 5;
        return new SeedRun(
            fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture), fields[2], fields[3], int.Parse(fields[4], CultureInfo.InvariantCulture),
            [.. fields.Skip(FirstFigure).Select(text => text.Length == 0 ? null : (double?)double.Parse(text, CultureInfo.InvariantCulture))]);
    }
}
