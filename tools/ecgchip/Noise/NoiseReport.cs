using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace EcgChip.Cli.Noise;

/// <summary>docs/noise.md: the noise stress test as tables and a picture.</summary>
public static class NoiseReport
{
    /// <summary>The page.</summary>
    /// <param name="result">What was measured.</param>
    /// <param name="picture">The picture, as seen from the page; null for none.</param>
    public static string Markdown(NoiseResult result, string? picture)
    {
        ArgumentNullException.ThrowIfNull(result);
        StringBuilder text = new();
        text.AppendLine("# Noise").AppendLine();
        text.AppendLine("Made by `ecgchip bench noise --data DIR --out docs/noise.md`; not edited by hand.").AppendLine();
        text.AppendLine("Records 118 and 119 of the MIT-BIH Arrhythmia Database, whole, lead MLII, through the simulated front end into the firmware, with noise of the");
        text.AppendLine("MIT-BIH Noise Stress Test Database mixed in as WFDB's `nst` does: from minute 5 on two minutes noisy and two clean in turn. Compared by AAMI EC57");
        text.AppendLine("(150 ms, first five minutes not scored), the device's own R peaks. Where the device says that the signal is poor it does not count beats: that time is");
        text.AppendLine("the shutdown. Beats missed there count as missed in *Se*, as in PhysioNet's `bxb`, and do not count in *Se outside*. gqrs and wqrs are PhysioNet's");
        text.AppendLine("detectors on the same noise at 360 Hz, Se / +P; they know no shutdown.").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Model: {string.Join(", ", result.Models.Select(model => $"{model.Name} ({model.Role}) {model.Hash}"))}.").AppendLine();
        if (picture is not null)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"![Sensitivity, positive predictivity and shutdown over the signal to noise ratio]({picture})").AppendLine();
        }

        Table(text, result, NoiseBench.ElectrodeMotion, "Electrode motion (em)");
        Table(text, result, NoiseBench.BaselineWander, "Baseline wander (bw)");
        Targets(text, result);
        return text.ToString().ReplaceLineEndings("\n");
    }

    private static void Table(StringBuilder text, NoiseResult result, string noise, string title)
    {
        text.AppendLine(CultureInfo.InvariantCulture, $"## {title}").AppendLine();
        text.AppendLine("| record | SNR, dB | Se, % | Se outside, % | +P, % | shutdown, % | missed | of them in shutdown | false | gqrs | wqrs |");
        text.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |");
        foreach (NoisePoint point in result.Points.Where(point => point.Noise == noise).OrderBy(point => point.Score.Name, StringComparer.Ordinal))
        {
            (string gqrs, string wqrs) = PhysioNetDetectors.At(point);
            Scoring.Confusion table = point.Score.Confusion;
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {point.Score.Name} | {point.Decibels} | {Percent(point.Score.Figures.Qrs.Se)} | {Percent(point.Score.Shutdown.SeOutside)} | {Percent(point.Score.Figures.Qrs.Ppv)} | {Percent(point.Score.Shutdown.Percent)} | {table.MissedBeats} | {table.MissedInShutdown} | {table.FalseBeats} | {gqrs} | {wqrs} |");
        }

        text.AppendLine();
    }

    private static void Targets(StringBuilder text, NoiseResult result)
    {
        text.AppendLine("## To reach").AppendLine();
        text.AppendLine("| what | reached, % | to reach, % | |");
        text.AppendLine("| --- | ---: | ---: | --- |");
        foreach (NoiseTarget target in result.Targets)
        {
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {target.Name} | {Percent(target.Value)} | {(target.AtMost ? "at most" : "at least")} {target.Limit} | {(target.IsMet ? "met" : "missed")} |");
        }
    }

    private static string Percent(double? share) => share?.ToString("0.00", CultureInfo.InvariantCulture) ?? "-";
}
