using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.WeightsGen.Evaluation;

namespace EcgChip.WeightsGen.Report.Sections;

/// <summary>What the model is and how well it does, in a glance, and with the protocol.</summary>
public static class SummarySection
{
    private const string JudgedByPatient = "NSV";

    /// <summary>Writes it.</summary>
    public static string Write(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Confusion found = data.Judgement.InInt8;
        List<(string Figure, string Name)> cards =
        [
            (Html.Percent(found.Accuracy, 2) + " %", "right, int8"),
            (Html.Percent(data.Judgement.InFloat.Accuracy, 2) + " %", "right, float"),
        ];
        foreach (int i in JudgedByPatient.Select(letter => ClassNames.Letters.IndexOf(letter, StringComparison.Ordinal)))
            cards.Add(($"{Html.Percent(found.Sensitivity(i))} / {Html.Percent(found.PositivePredictivity(i))}", $"{ClassNames.Letters[i]}: Se / +P, int8, %"));
        string html = "<dl class=\"cards\">" + string.Concat(cards.Select(card => $"<div><dt>{Html.Encode(card.Name)}</dt><dd>{Html.Encode(card.Figure)}</dd></div>")) + "</dl>";
        return Html.Section("summary", "In short", html, Html.Paragraph(Protocol(data)), Html.Paragraph(Caution(data.Judged)));
    }

    /// <summary>On what the figures stand, in a sentence.</summary>
    public static string Protocol(ReportData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        string left = data.Judged.Detection is { } detection
            ? string.Create(CultureInfo.InvariantCulture, $" Not in the figures: {detection.Missed:N0} annotated beats that the detector missed and {detection.False:N0} that it found and are none.")
            : string.Empty;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{data.Weights.Origin.DataSet}; {data.Judgement.Beats.Count:N0} beats of {data.Judged.Told} ({data.Judged.Independence}); cut at {data.Network.Beats.RPeaks}.{left}");
    }

    private static string Caution(JudgingBeats judged) => (judged.AreHeldOut, judged.Split.HoldsOutPatients) switch
    {
        (true, _) => "These beats chose the model: the figures are for choosing and flatter it. Figures to be quoted come from the test beats.",
        (false, true) => "Test patients are looked at once for each model that is reported, and every look stands in ds2-runs.csv.",
        (false, false) => "A figure by beat says that the network can tell the classes apart. It says little about a patient it has never seen.",
    };
}
