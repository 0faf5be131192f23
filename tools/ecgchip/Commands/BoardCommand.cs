using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using EcgChip.Cli.Hardware;

namespace EcgChip.Cli.Commands;

/// <summary><c>ecgchip board</c>: checks the board's netlist and writes what is made of it.</summary>
public static class BoardCommand
{
    private const string Folder = "board";

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder that holds board/schematic.txt, symbols.txt and parts.txt, and gets board.md, images/board.svg, board/ecgchip.kicad_sch and board/bom.csv.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "hardware",
        CustomParser = OptionValue.Text,
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Command command = new(
            "board",
            "Checks the board's netlist (open pins, nets that connect or feed nothing, outputs against each other, parts that are not bought) and writes the\n"
            + "schematic for KiCad, its drawing, pin map, voltages to expect and bill of materials.\n"
            + "Exit code: 0 done, 1 the netlist is wrong, 2 files that cannot be read.")
        {
            Out,
        };
        command.SetAction(Run);
        return command;
    }

    /// <summary>Every file that is made of a design, by its path below the folder.</summary>
    public static IReadOnlyDictionary<string, string> Files(BoardDesign design) => new Dictionary<string, string>
    {
        ["board.md"] = BoardPage.Markdown(design),
        [Path.Combine("images", "board.svg")] = SchematicPicture.Draw(design),
        [Path.Combine(Folder, "ecgchip.kicad_sch")] = KicadSchematic.Write(design),
        [Path.Combine(Folder, "bom.csv")] = BillOfMaterials.Csv(design),
    };

    private static int Run(ParseResult parsed)
    {
        string folder = parsed.GetValue(Out)!;
        BoardDesign design = DesignReader.Read(Path.Combine(folder, Folder));
        IReadOnlyList<string> wrong = ElectricalRules.Check(design);
        foreach (string sentence in wrong)
        {
            Console.Error.WriteLine(sentence);
        }

        if (wrong.Count > 0)
        {
            return ExitCode.Failed;
        }

        Directory.CreateDirectory(Path.Combine(folder, "images"));
        foreach ((string name, string text) in Files(design))
        {
            File.WriteAllText(Path.Combine(folder, name), text);
        }

        Console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{design.Parts.Count(part => part.IsBought)} parts, {design.Nets.Count} nets, {BillOfMaterials.Total(design):0.00} USD: {Path.Combine(folder, "board.md")}"));
        return ExitCode.Done;
    }
}
