using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using EcgChip.Cli.FrontEnd;

namespace EcgChip.Cli.Commands;

/// <summary><c>ecgchip frontend</c>: simulates the front end's circuit and writes its page.</summary>
public static class FrontEndCommand
{
    private const string Page = "frontend.md";
    private const string Images = "images";

    private static readonly Option<string> Out = new("--out")
    {
        Description = "Folder that holds frontend/*.cir and gets frontend.md and images/.",
        HelpName = "DIR",
        DefaultValueFactory = _ => "hardware",
        CustomParser = OptionValue.Text,
    };

    private static readonly Option<string?> Program = new("--ngspice")
    {
        Description = "The ngspice program; looked for in PATH when left out.",
        HelpName = "PATH",
        CustomParser = OptionValue.Text,
    };

    /// <summary>The command with its options.</summary>
    public static Command Create()
    {
        Command command = new(
            "frontend",
            "Runs the netlists of the AD8232 front end in ngspice, holds the simulator's model to them and writes the page with its pictures.\n"
            + "Exit code: 0 done, 1 a figure leaves its bounds, 2 no ngspice or unusable arguments.")
        {
            Out,
            Program,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        string folder = parsed.GetValue(Out)!;
        using NgSpice spice = new(parsed.GetValue(Program));
        FrontEndBench bench = new(spice, Path.Combine(folder, "frontend"));
        IReadOnlyList<Figure> figures = bench.Figures();

        Directory.CreateDirectory(Path.Combine(folder, Images));
        foreach ((string name, string picture) in FrontEndReport.Pictures(bench))
        {
            File.WriteAllText(Path.Combine(folder, Images, name), picture);
        }

        string page = FrontEndReport.Markdown(figures);
        File.WriteAllText(Path.Combine(folder, Page), page);
        foreach (Figure figure in figures.Where(figure => !figure.IsMet))
        {
            Console.Error.WriteLine($"Outside of its bounds: {figure.What}.");
        }

        Console.Out.WriteLine($"{figures.Count(figure => figure.IsMet)} of {figures.Count} figures within their bounds: {Path.Combine(folder, Page)}");
        return figures.All(figure => figure.IsMet) ? ExitCode.Done : ExitCode.Failed;
    }
}
