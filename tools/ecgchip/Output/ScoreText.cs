using System;
using System.Globalization;
using System.IO;
using System.Linq;
using EcgChip.Cli.Scores;
using EcgChip.Scoring;
using Spectre.Console;

namespace EcgChip.Cli.Output;

/// <summary>
/// Prints a score as tables for people: of beats, a line for each record, one for all beats alike (gross), one for all records alike (average); of
/// atrial fibrillation, a line for each record in which it is or was found.
/// </summary>
public static class ScoreText
{
    private const int LeastWidth = 150;
    private const string Unknown = "-";

    /// <summary>Prints a result; colours are left out where the writer is no terminal or cannot show them.</summary>
    public static void Print(ScoreResult result, TextWriter writer)
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
        Table table = new() { Border = TableBorder.Rounded, Title = new TableTitle(Markup.Escape(Title(result))) };
        string[] columns =
        [
            "record", "lead", "beats", "missed", "of them\nshutdown", "false", "QRS Se", "QRS +P", "V Se", "V +P", "S Se", "S +P", "N Se", "N +P",
            "shutdown\ns", "shutdown\n%",
        ];
        AddColumns(table, columns, 2);

        foreach (RecordResult record in result.Records)
        {
            RecordScore score = record.Score;
            table.AddRow(Row(score.Name, record.Lead, score.Beats, score.Figures, score.Shutdown));
        }

        table.AddEmptyRow();
        Score all = result.Score;
        table.AddRow(Row("gross", "", all.Confusion.Beats, all.Gross, all.GrossShutdown));
        table.AddRow(Row("average", "", null, all.Average, all.AverageShutdown));
        console.Write(table);
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"QRS sensitivity without beats in shutdown: gross {Percent(all.GrossShutdown.SeOutside)} %."));
        if (result.AtrialFibrillation is { } fibrillation)
        {
            console.Write(Rhythms(result, fibrillation));
        }

        writer.WriteLine($"Model: {string.Join(", ", result.Models.Select(model => $"{model.Name} ({model.Role}) {model.Hash}"))}.");
    }

    private static string Title(ScoreResult result)
    {
        ScorePlan plan = result.Plan;
        string noise = plan.Noise is { } mixed ? string.Create(CultureInfo.InvariantCulture, $", noise {mixed.Name} at {mixed.Decibels} dB") : "";
        string gain = plan.Gain != 1 ? string.Create(CultureInfo.InvariantCulture, $", gain {plan.Gain}") : "";
        string start = plan.Start > 0 ? string.Create(CultureInfo.InvariantCulture, $", from {plan.Start} s on") : "";
        return $"AAMI EC57, {(plan.AllBeats ? "all beats" : "without the first five minutes")}, device's own R peaks{noise}{gain}"
            + $"{(plan.Invert ? ", inverted" : "")}{start}";
    }

    private static Table Rhythms(ScoreResult result, AtrialFibrillationScore gross)
    {
        Table table = new() { Border = TableBorder.Rounded, Title = new TableTitle("Atrial fibrillation by duration, device's own beats and classes") };
        AddColumns(table, ["record", "true s", "found s", "both s", "Se", "+P", "+P without\nflutter"], 1);
        foreach (RecordResult record in result.Records)
        {
            if (record.AtrialFibrillation is { All: { } all } each && all.ReferenceSeconds + all.FoundSeconds > 0)
            {
                table.AddRow(Row(record.Score.Name, each));
            }
        }

        table.AddEmptyRow();
        table.AddRow(Row("gross", gross));
        return table;
    }

    private static void AddColumns(Table table, string[] columns, int firstNumber)
    {
        table.AddColumns(columns);
        for (int i = firstNumber; i < columns.Length; i++)
        {
            table.Columns[i].RightAligned();
        }
    }

    private static string[] Row(string name, AtrialFibrillationScore score) =>
    [
        Markup.Escape(name), Count(score.All.ReferenceSeconds), Count(score.All.FoundSeconds), Count(score.All.OverlapSeconds),
        Percent(score.All.Se), Percent(score.All.Ppv), Percent(score.OutsideFlutter.Ppv),
    ];

    private static string[] Row(string name, string lead, int? beats, Figures figures, ShutdownScore shutdown) =>
    [
        Markup.Escape(name), Markup.Escape(lead), beats is int known ? Count(known) : "", Count(figures.Qrs.Missed), Count(shutdown.MissedBeats),
        Count(figures.Qrs.False), Percent(figures.Qrs.Se), Percent(figures.Qrs.Ppv), Percent(figures.V.Se), Percent(figures.V.Ppv),
        Percent(figures.S.Se), Percent(figures.S.Ppv), Percent(figures.N.Se), Percent(figures.N.Ppv), Count(shutdown.Seconds), Percent(shutdown.Percent),
    ];

    private static string Count(double count) => count.ToString("0.#", CultureInfo.InvariantCulture);

    private static string Percent(double? share) => share?.ToString("0.00", CultureInfo.InvariantCulture) ?? Unknown;
}
