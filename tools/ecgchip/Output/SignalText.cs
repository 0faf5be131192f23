using System;
using System.Collections.Generic;
using System.IO;
using EcgChip.Cli.SignalChain;
using Spectre.Console;

namespace EcgChip.Cli.Output;

/// <summary>Prints the tests of the signal chain as tables for people.</summary>
public static class SignalText
{
    private const int LeastWidth = 170;

    /// <summary>Prints a result; colours are left out where the writer is no terminal or cannot show them.</summary>
    public static void Print(SignalResult result, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        AnsiConsoleOutput output = new(writer);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = output,
            Ansi = output.IsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = output.IsTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        console.Profile.Width = output.IsTerminal ? console.Profile.Width : Math.Max(console.Profile.Width, LeastWidth);
        foreach (FigureGroup group in result.Groups)
        {
            Print(group.Title, group.Figures, console);
        }

        if (result.Recordings is RecordingsResult recordings)
        {
            Print("MIT-BIH Arrhythmia Database", recordings.Figures, console);
        }
    }

    private static void Print(string title, IReadOnlyList<SignalFigure> figures, IAnsiConsole console)
    {
        Table table = new() { Border = TableBorder.Rounded, Title = new TableTitle(Markup.Escape(title)) };
        table.AddColumn("what").AddColumn(new TableColumn("measured").RightAligned()).AddColumns("bound", "", "note");
        foreach (SignalFigure figure in figures)
        {
            string verdict = figure.IsBound ? $"[{(figure.IsMet ? "green" : "red")}]{figure.Verdict}[/]" : "";
            table.AddRow(Markup.Escape(figure.What), Markup.Escape(figure.Measured), Markup.Escape(figure.Bound), verdict, Markup.Escape(figure.Note));
        }

        console.Write(table);
    }
}
