using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.WeightsGen.Pictures;
using EcgChip.WeightsGen.Weights;

namespace EcgChip.WeightsGen.Report.Sections;

/// <summary>How the network learnt.</summary>
public static class TrainingSection
{
    private const double Width = 460;
    private const double Height = 320;
    private const int MostMarks = 6;

    /// <summary>Writes it.</summary>
    public static string Write(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Origin origin = data.Weights.Origin;
        string told = string.Create(
            CultureInfo.InvariantCulture,
            $"{origin.Epochs} epochs from seed {origin.Seed}; kept are the averaged weights after epoch {origin.BestEpoch}, the best on the held-out beats by {data.Network.Recipe.ScoreName}: {origin.ValidationScore:0.00} %. {data.Weights.Network.Shape.ParameterCount:N0} weights.");
        if (data.Epochs is not EpochLog log)
        {
            return Html.Section("training", "Training", Html.Paragraph(told), Html.Missing(
                "The log of this training, a line an epoch, is not there: it lies in artifacts/weights-gen where the weights were trained; give it with --epochs."));
        }

        double[] epochs = log["epoch"];
        List<string> html = [Figure("Cross-entropy by epoch. Learning: augmented beats, the weights as they changed. Held out: the averaged weights.", Losses(log, epochs, origin.BestEpoch))];
        html.Add(Figure(
            $"Held-out beats by epoch: the score that chose ({data.Network.Recipe.ScoreName}) and the part of each class that was found. The upright line is the epoch that was kept.",
            Scores(log, epochs, origin.BestEpoch)));
        return Html.Section("training", "Training", Html.Paragraph(told), Html.Row(html));
    }

    private static string Figure(string caption, Picture picture) => Html.Figure(SvgPicture.Element(picture), caption);

    private static Picture Losses(EpochLog log, double[] epochs, int best)
    {
        (string Name, Ink Ink, IReadOnlyList<double> Dash, double[] Values)[] lines =
        [
            ("learning", Ink.Class1, [], log["loss"]), ("held out", Ink.Class3, [8, 3], log["validation_loss"]),
        ];
        return Draw("Cross-entropy by epoch", "cross-entropy, nats", epochs, best, lines, least: 0);
    }

    private static Picture Scores(EpochLog log, double[] epochs, int best)
    {
        (string Name, Ink Ink, IReadOnlyList<double> Dash, double[] Values)[] lines =
        [
            ("score", Ink.Text, [], log["validation_score"]),
            .. ClassNames.Letters.Select((letter, i) => (letter.ToString(), Palette.OfClass(i), ClassLooks.Dash(i), log[$"recall_{letter}"])),
        ];
        return Draw("Held-out beats by epoch", "percent", epochs, best, lines, least: null);
    }

    private static Picture Draw(
        string title, string upName, double[] epochs, int best, (string Name, Ink Ink, IReadOnlyList<double> Dash, double[] Values)[] lines, double? least)
    {
        double[] all = [.. lines.SelectMany(line => line.Values)];
        double[] up = Marks.Over(least ?? all.Min(), all.Max(), MostMarks);
        double[] across = Marks.Over(0, epochs.Max(), MostMarks);
        Picture picture = new(Width, Height, title);
        Plot plot = new(picture, 46, 26, Width - 60, Height - 106) { Across = (0, across[^1]), Up = (up[0], up[^1]) };
        plot.Axes("epoch", across, upName, up);
        plot.Curve(Ink.Faint, [(best, up[0]), (best, up[^1])], 1.2, 3, 3);
        foreach ((_, Ink ink, IReadOnlyList<double> dash, double[] values) in lines)
            plot.Curve(ink, epochs.Zip(values), 1.8, dash);
        plot.Legend(Height - 22, [.. lines.Where(line => line.Values.Length > 0).Select(line => (line.Name, line.Ink, line.Dash))]);
        return picture;
    }
}
