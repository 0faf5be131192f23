using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace EcgChip.Cli.SignalChain;

/// <summary>docs/signal.md: the tests of the signal chain as tables.</summary>
public static class SignalReport
{
    /// <summary>Title of the part that needs recordings. It is the page's last, so that it can be kept where they are missing.</summary>
    public const string RecordingsTitle = "## MIT-BIH Arrhythmia Database";

    private const string ColumnTitles = "| what | asked for | measured | bound | |\n| --- | --- | ---: | --- | --- |\n";

    /// <summary>The page up to the part that needs recordings.</summary>
    public static string Synthetic(IReadOnlyList<FigureGroup> groups)
    {
        ArgumentNullException.ThrowIfNull(groups);
        SignalFigure[] bounds = [.. groups.SelectMany(group => group.Figures).Where(figure => figure.IsBound)];
        StringBuilder text = new();
        text.Append("# The signal chain, tested\n\n");
        text.Append("Written by `dotnet run --project tools/ecgchip -- bench signal --data DIR --out docs/signal.md`; what is changed here by hand is lost.\n\n");
        text.Append("Tests of the kind that IEC 60601-2-47:2012 and AAMI EC13 describe, on software. **No conformity is claimed**: no board was measured, the signals are drawn after\n");
        text.Append("the standards' descriptions, and what is asked for is quoted in short. Every signal is played through the whole simulated board: electrodes, front end, ADC, firmware. Rates are those that the\n");
        text.Append("firmware gives the screen once a second, samples those that it gives the trace. Where there is no bound, nobody asks for one here, or the standard asks only that the figure be told.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"{bounds.Count(figure => figure.IsMet)} of {bounds.Length} bounds on test signals are met.");
        text.Append(bounds.All(figure => figure.IsMet) ? "\n" : " Not met:\n\n");
        foreach (SignalFigure figure in bounds.Where(figure => !figure.IsMet))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {figure.What}: {figure.Measured}, bound {figure.Bound}\n");
        }

        foreach (FigureGroup group in groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {group.Title}\n\n{group.How}\n\n{ColumnTitles}");
            Append(text, group.Figures);
        }

        return text.Append('\n').ToString();
    }

    /// <summary>The part that needs recordings.</summary>
    public static string Recordings(RecordingsResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        StringBuilder text = new();
        text.Append(RecordingsTitle).Append("\n\n");
        text.Append("All records, lead MLII where there is one, from the first beat on, the device's own R peaks against the reference by AAMI EC57 (150 ms, flutter left out). Beats missed where the device\n");
        text.Append("says that the signal is poor (shutdown) count as missed in *Se*, as in PhysioNet's `bxb`, and not in *Se outside*.");
        if (result.Seconds is double seconds)
        {
            text.Append(CultureInfo.InvariantCulture, $" **Only {seconds} s of each record were played.**");
        }

        text.Append("\n\n| | beats | missed | false | Se, % | +P, % | Se outside, % | shutdown, % | lowest Se, % | lowest +P, % |\n");
        text.Append("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |\n");
        foreach (MitBihVariant each in result.Variants)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {each.Name} | {each.Beats} | {each.Missed} | {each.False} | {Percent(each.Se)} | {Percent(each.Ppv)} | {Percent(each.SeOutside)} | {Percent(each.ShutdownPercent)} | {Worst(each.WorstSe)} | {Worst(each.WorstPpv)} |\n");
        }

        text.Append('\n').Append(ColumnTitles);
        Append(text, result.Figures);
        return text.ToString();
    }

    /// <summary>What stands in a page for the recordings where they were not played: what an older page says of them, else how to get it.</summary>
    public static string KeptRecordings(string? page)
    {
        int begin = page?.IndexOf(RecordingsTitle, StringComparison.Ordinal) ?? -1;
        return begin >= 0 ? page![begin..] : $"{RecordingsTitle}\n\nNot measured: run `bench signal` with `--data`.\n";
    }

    private static void Append(StringBuilder text, IReadOnlyList<SignalFigure> figures)
    {
        foreach (SignalFigure figure in figures)
        {
            string verdict = figure.IsMet ? figure.Verdict : $"**{figure.Verdict}**";
            string note = figure.Note.Length == 0 ? "" : $"; {figure.Note}";
            text.Append(CultureInfo.InvariantCulture, $"| {figure.What} | {figure.Asked} | {figure.Measured}{note} | {figure.Bound} | {verdict} |\n");
        }
    }

    private static string Percent(double? share) => share?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-";

    private static string Worst((string Record, double? Percent) worst) => $"{Percent(worst.Percent)} ({worst.Record})";
}
