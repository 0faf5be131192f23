using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Evaluation;
using Spectre.Console;

namespace EcgChip.WeightsGen.Commands;

/// <summary>What people see: tables on stdout, progress on stderr and only where that is a terminal.</summary>
public static class Screen
{
    /// <summary>The console on stderr; null where it is no terminal, and progress is not shown.</summary>
    public static IAnsiConsole? Terminal() => Console.IsErrorRedirected
        ? null
        : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    /// <summary>Does some work, and shows on a terminal how far it is and how long it will take yet.</summary>
    /// <param name="work">Handed what tells, for a task of some name and length, how much of it is done; nothing is shown where it is null.</param>
    public static T WithProgress<T>(Func<Func<string, double, Action<double>>?, T> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (Terminal() is not IAnsiConsole terminal)
            return work(null);

        return terminal.Progress().Columns(Columns()).Start(context => work((name, length) =>
        {
            ProgressTask task = context.AddTask(name, maxValue: length);
            return done => task.Value(done);
        }));
    }

    /// <summary>What a line of progress shows.</summary>
    public static ProgressColumn[] Columns() => [new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()];

    /// <summary>Loads all beats and shows on a terminal how far it is.</summary>
    public static BeatSet LoadBeats(BeatSource source, string data, Places places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return WithProgress(begin =>
        {
            Action<double>? done = begin?.Invoke("Cutting beats", 1);
            BeatSet beats = BeatSet.Load(source, data, places.Scratch, (records, all) => done?.Invoke((double)records / all));
            done?.Invoke(1);
            return beats;
        });
    }

    /// <summary>Float and int8 side by side.</summary>
    /// <param name="result">What they found.</param>
    /// <param name="tested">What the beats are, to stand behind "beats of".</param>
    /// <param name="source">How the beats were cut.</param>
    public static void Show(EvaluationResult result, string tested, BeatSource source)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(source);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.InFloat.Beats} beats of {tested}, cut at {source.RPeaks}: float {result.InFloat.Accuracy:0.00} %, int8 {result.InInt8.Accuracy:0.00} %, same class for {result.Agreement:0.00} %."));
        if (result.Detection is Detection detection)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Left out: {detection.Missed} annotated beats that were not found, {detection.False} found that are none."));
        Show("float", result.InFloat);
        Show("int8", result.InInt8);
    }

    private static void Show(string title, Confusion confusion)
    {
        Table table = new Table().Title(title).AddColumn("true");
        foreach (char letter in ClassNames.Letters)
            table.AddColumn(new TableColumn($"as {letter}").RightAligned());
        table.AddColumn(new TableColumn("found %").RightAligned()).AddColumn(new TableColumn("right %").RightAligned());
        for (int i = 0; i < ClassNames.Count; i++)
        {
            table.AddRow(
            [
                ClassNames.Letters[i].ToString(),
                .. confusion.Counts[i].Select(count => count.ToString(CultureInfo.InvariantCulture)),
                Percent(confusion.Sensitivity(i)), Percent(confusion.PositivePredictivity(i)),
            ]);
        }

        AnsiConsole.Write(table);
    }

    private static string Percent(double? value) => value?.ToString("0.0", CultureInfo.InvariantCulture) ?? "-";
}
