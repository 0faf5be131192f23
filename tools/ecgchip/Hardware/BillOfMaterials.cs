using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace EcgChip.Cli.Hardware;

/// <summary>A line of the bill of materials.</summary>
/// <param name="Bought">What is bought.</param>
/// <param name="References">Where it goes.</param>
public sealed record BillLine(BoughtPart Bought, IReadOnlyList<string> References)
{
    /// <summary>Price of all of them.</summary>
    public decimal Usd => Bought.Usd * References.Count;
}

/// <summary>The bill of materials of a design.</summary>
public static class BillOfMaterials
{
    /// <summary>The circuit board itself: two layers, about 90 x 60 mm, one of 100 (estimate as the other prices are).</summary>
    public const decimal CircuitBoardUsd = 1.20m;

    /// <summary>What the parts may cost, the circuit board included.</summary>
    public const decimal MostUsd = 25;

    /// <summary>A line for each thing that is bought.</summary>
    public static IReadOnlyList<BillLine> Of(BoardDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        return [.. design.Bought.Select(bought => new BillLine(
            bought, [.. design.Parts.Where(part => part.Key == bought.Key).Select(part => part.Reference).OrderBy(Letters).ThenBy(Digits)]))];
    }

    /// <summary>Price of all parts and the circuit board.</summary>
    public static decimal Total(BoardDesign design) => Of(design).Sum(line => line.Usd) + CircuitBoardUsd;

    /// <summary>The bill as CSV, for who orders the parts.</summary>
    public static string Csv(BoardDesign design)
    {
        StringBuilder csv = new("references,quantity,value,what,manufacturer,part number,alternative,footprint,USD each (estimate)\n");
        foreach (BillLine line in Of(design))
        {
            BoughtPart bought = line.Bought;
            string[] cells =
            [
                string.Join(' ', line.References), $"{line.References.Count}", bought.Key[(bought.Key.IndexOf(' ', StringComparison.Ordinal) + 1)..], bought.What,
                bought.Manufacturer, bought.Number, bought.Alternative, bought.Footprint, bought.Usd.ToString(CultureInfo.InvariantCulture),
            ];
            csv.AppendJoin(',', cells.Select(Cell)).Append('\n');
        }

        return csv.ToString();
    }

    private static string Cell(string value) =>
        value.AsSpan().ContainsAny(",\"") ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private static string Letters(string reference) => reference.TrimEnd("0123456789".ToCharArray());

    private static int Digits(string reference) => int.Parse(reference.AsSpan(Letters(reference).Length), CultureInfo.InvariantCulture);
}
