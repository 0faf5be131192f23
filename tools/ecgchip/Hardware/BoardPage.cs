using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace EcgChip.Cli.Hardware;

/// <summary>Writes the page of what follows from the netlist: pin map, voltages, currents, bill of materials.</summary>
public static class BoardPage
{
    /// <summary>The page as Markdown.</summary>
    public static string Markdown(BoardDesign design)
    {
        StringBuilder page = new();
        page.Append("""
            # The board, as its netlist says

            Written by `dotnet run --project tools/ecgchip -- board`; what is changed here by hand is lost. The netlist is
            [board/schematic.txt](board/schematic.txt), why it is so and how it is built and brought up stands in [board](board/README.md). For KiCad (8 or later) there
            is [ecgchip.kicad_sch](board/ecgchip.kicad_sch). No board has been built yet.

            ![The schematic](images/board.svg)

            ## Pin map

            The pins are those of `firmware/EcgChip.Device/Board.cs`; tests hold netlist and firmware together, and each pin to what the ESP32 can do with it.

            | signal (constant of `Board`) | GPIO | module pin | net | led to | through |
            | --- | ---: | ---: | --- | --- | --- |

            """.ReplaceLineEndings("\n"));
        foreach (PinUse use in PinMap.Uses)
        {
            Pin pin = PinMap.ModulePin(design, use.Gpio);
            page.Append(CultureInfo.InvariantCulture, $"| {use.Constant} | {use.Gpio} | {pin.Number} | {design["U1"].Nets[pin.Number]} | {use.At} | {use.Through} |\n");
        }

        page.Append("""

            GPIO 1 and 3 go to U5's first port (debugger and flashing), GPIO 0 and EN to the transistors by which a PC resets into the boot loader. GPIO 2, 12 and 15 are
            read at reset and left open, 6 to 11 (flash), 16 and 17 (PSRAM) are the module's own.

            ## What to measure

            """.ReplaceLineEndings("\n"));
        page.Append("\n| step | where | expected | may be off by | follows from |\n| ---: | --- | ---: | ---: | --- |\n");
        foreach (Expectation expected in BringUp.Of(design))
        {
            string off = expected.TolerancePercent > 0 ? $"{expected.TolerancePercent} %" : "50 mV";
            page.Append(CultureInfo.InvariantCulture, $"| {expected.Step} | {expected.What} | {Number(expected.Value)} {expected.Unit} | {off} | {expected.From} |\n");
        }

        const double micro = 1e-6;
        page.Append(string.Create(CultureInfo.InvariantCulture, $"""

            ## Currents through the patient

            In use, on battery: {Number(BringUp.Supply / (design.Value("R20") + design.Value("R23")) / micro)} uA from each pull-up, at most {Number(BringUp.Supply / design.Value("R22") / micro)} uA from the third lead's amplifier. With one
            fault, whichever part behind a lead's resistor has failed: {Number(BringUp.LeadFaultAmps(design, BringUp.Supply) / micro)} uA from 3.3 V, {Number(BringUp.LeadFaultAmps(design, BringUp.FullCellVolts) / micro)} uA from the cell, {Number(BringUp.LeadFaultAmps(design, BringUp.HighestUsbVolts) / micro)} uA from USB's 5.25 V.
            IEC 60601-1 allows a type BF part 10 uA of direct patient auxiliary current in use and 50 uA with one fault. Nothing of this was measured.

            ## Bill of materials

            {Total(design)} Prices are estimates for 100 devices, of November 2026: no distributor was asked. Electrodes, enclosure and assembly are not in it.

            | references | what | manufacturer | part number | or | USD |
            | --- | --- | --- | --- | --- | ---: |

            """).ReplaceLineEndings("\n"));
        foreach (BillLine line in BillOfMaterials.Of(design))
        {
            BoughtPart bought = line.Bought;
            string value = bought.Key.Split(' ', 2)[1];
            string what = bought.What.Contains("resistor", StringComparison.Ordinal) || bought.What.Contains("capacitor", StringComparison.Ordinal)
                ? $"{value}, {bought.What}" : bought.What;
            page.Append(
                CultureInfo.InvariantCulture,
                $"| {string.Join(", ", line.References)} | {what} | {bought.Manufacturer} | {bought.Number} | {bought.Alternative} | {line.Usd:0.00#} |\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"| | circuit board, two layers, about 90 x 60 mm | | | | {BillOfMaterials.CircuitBoardUsd:0.00} |\n");
        return page.ToString();
    }

    private static string Total(BoardDesign design)
    {
        IReadOnlyList<BillLine> bill = BillOfMaterials.Of(design);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{bill.Sum(line => line.References.Count)} parts of {bill.Count} kinds, {BillOfMaterials.Total(design):0.00} USD with the circuit board.");
    }

    private static string Number(double value) => value.ToString(Math.Abs(value) < 1 ? "0.00" : Math.Abs(value) < 100 ? "0.0#" : "0", CultureInfo.InvariantCulture);
}
