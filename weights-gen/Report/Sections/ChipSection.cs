using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace EcgChip.WeightsGen.Report.Sections;

/// <summary>What the network costs on the chip.</summary>
public static class ChipSection
{
    private const double Million = 1e6;

    /// <summary>Writes it.</summary>
    public static string Write(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        const string Heading = "Cost on the chip";
        if (data.Chip is not ChipCost chip)
        {
            return Html.Section("chip", Heading, Html.Missing(
                "Not measured for this page: ecgchip bench chip --json chip.json measures it on the chip's clock, and report --chip chip.json shows it."));
        }

        string told = string.Create(
            CultureInfo.InvariantCulture,
            $"{chip.CostPerBeat / Million:0.0} million instructions a beat, {chip.Milliseconds:0} ms at {chip.Mips:0} million a second; {chip.Macs:N0} multiply-accumulates, {chip.InstructionsPerMac:0.0} instructions each. Counted on the chip's clock (every executed IL instruction at what nanoFramework's interpreter spends on it), not on a board.");
        double all = chip.Layers.Sum(layer => layer.Cost);
        return Html.Section(
            "chip", Heading, Html.Paragraph(told),
            Html.Table(
                "Layer by layer: instructions, their share, and multiply-accumulates.", ["layer", "million instructions", "share %", "MAC"],
                chip.Layers.Select(layer => (IReadOnlyList<string>)
                    [layer.Name, Number(layer.Cost / Million), Html.Percent(100 * layer.Cost / all), Html.Count(layer.Macs)])),
            Html.Table(
                "The whole device in the same run, with all networks, beside its budgets.", ["what", "measured", "budget"],
                chip.Whole.Select(line => (IReadOnlyList<string>)[line.Name, line.Value is double value ? Value(value) : Html.Nothing, Value(line.Limit)])));
    }

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    private static string Value(double value) => value.ToString("#,0.#", CultureInfo.InvariantCulture);
}
