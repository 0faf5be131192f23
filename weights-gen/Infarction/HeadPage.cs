using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.WeightsGen.Map;
using EcgChip.WeightsGen.Pictures;
using EcgChip.WeightsGen.Report;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>The page of the infarction head: whom it knows, how it does by patient and by beat, what its convolutions tell apart.</summary>
public static class HeadPage
{
    private const double Width = 460;
    private const double Height = 400;
    private const string Sources = "Bousseljot R, Kreiseler D, Schnabel A. Nutzung der EKG-Signaldatenbank CARDIODAT der PTB über das Internet. Biomedizinische Technik 40(S1):317, 1995; Goldberger AL et al. PhysioNet. Circulation 101(23):e215-e220, 2000 (Open Data Commons Attribution License 1.0).";
    private static readonly (string, string)[] s_contents = [("data", "Data"), ("patients", "By patient"), ("beats", "By beat"), ("each", "Each patient"), ("thresholds", "Thresholds"), ("map", "Map")];

    /// <summary>Writes it; the same data gives the same bytes.</summary>
    /// <param name="weights">The heads.</param>
    /// <param name="beats">The beats that they know and were judged on.</param>
    /// <param name="byPatient">What comes of them by patient.</param>
    /// <param name="byBeat">What comes of them by beat.</param>
    /// <param name="map">The map; null where it was left out.</param>
    public static string Write(HeadWeights weights, PtbBeatSet beats, HeadEvaluation byPatient, HeadEvaluation byBeat, NetworkMap? map)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentNullException.ThrowIfNull(byPatient);
        ArgumentNullException.ThrowIfNull(byBeat);
        string folds = $"by patient, {byPatient.Folds} folds: no head knows those whom it is asked about";
        const string Mixed = "by beat: the same patients stand on both sides of the split";
        return ReportPage.Whole(
            "The infarction head",
            $"Model <code>{Html.Encode(byPatient.Model)}</code> behind the convolutions of seed <code>{Html.Encode(weights.TrunkHash)}</code>, beats <code>{Html.Encode(weights.BeatFingerprint)}</code>, seed {weights.Seed}, {weights.Epochs} epochs.",
            Sources, s_contents,
            [
                Data(beats),
                Html.Section(
                    "patients", "By patient", Html.Paragraph("The only figures that say something about the next patient. A patient's score is the mean over the beats."),
                    Figures($"Patients, {folds}. Intervals: 95 %, Wilson.", byPatient.PatientsInInt8, byPatient.PatientsInFloat),
                    Figures($"Their beats, {folds}. Intervals: 95 %, by drawing patients again.", byPatient.BeatsInInt8, byPatient.BeatsInFloat)),
                Html.Section(
                    "beats", "By beat", Html.Paragraph("For comparison with the paper. Beats of a patient are alike, and this figure mostly says that patients are known again."),
                    Figures($"{Html.Count(byBeat.Answers.Count)} beats, {Mixed}. Intervals: 95 %, by drawing patients again.", byBeat.BeatsInInt8, byBeat.BeatsInFloat)),
                EachPatient(byPatient, folds),
                Thresholds(byPatient, folds),
                map is null
                    ? Html.Section("map", "What the convolutions tell apart", Html.Missing("The map was left out (--no-map)."))
                    : Html.Section("map", "What the convolutions tell apart", Html.Figure(SvgPicture.Element(map.Draw()), $"t-SNE of {HeadMap.Told(beats, map.Points.Count)} {map.Told()}")),
            ]);
    }

    private static string Data(PtbBeatSet beats)
    {
        IReadOnlyList<string> Row(string name, params Diagnosis[] of) =>
            [name, Html.Count(of.Sum(beats.Count)), Html.Count(beats.Beats.Count(beat => of.Contains(beat.Diagnosis)))];
        return Html.Section(
            "data", "Data",
            Html.Paragraph($"{PtbRecordings.DatabaseName}, lead II, {beats.Records} records, beats cut by the device's own signal chain. Left out: {string.Join(", ", beats.LeftOut.Select(reason => $"{reason.Value} ({reason.Key})"))}."),
            Html.Table("Patients and their beats.", ["diagnosis", "patients", "beats"], [Row("healthy", Diagnosis.Healthy), Row("infarction", Diagnosis.Infarction), Row("all", Diagnosis.Healthy, Diagnosis.Infarction)]));
    }

    private static string Figures(string caption, BinaryFigures inInt8, BinaryFigures inFloat)
    {
        static string Text(Proportion? figure) => figure is null ? Html.Nothing : string.Create(CultureInfo.InvariantCulture, $"{figure.Value:0.0} ({figure.Low:0.0} to {figure.High:0.0})");
        static IReadOnlyList<string> Row(string name, BinaryFigures figures) =>
        [
            name, Text(figures.Accuracy), Text(figures.Precision), Text(figures.Recall), Text(figures.Specificity), figures.Auc.ToString("0.00", CultureInfo.InvariantCulture),
            string.Join(", ", figures.Confusion.Select(row => string.Join("/", row))),
        ];
        return Html.Table(
            caption + " Counts: the healthy found healthy/infarction, those with an infarction found healthy/infarction.",
            ["", "accuracy %", "precision %", "recall %", "specificity %", "AUC", "counts"], [Row("int8", inInt8), Row("float", inFloat)]);
    }

    private static string EachPatient(HeadEvaluation byPatient, string folds) => Html.Section(
        "each", "Each patient",
        Html.Table(
            $"Score of each patient, int8, 0 to 1; above {BinaryFigures.Threshold.ToString(CultureInfo.InvariantCulture)} means infarction; {folds}.", ["patient", "diagnosis", "beats", "score", "found"],
            HeadEvaluation.PatientScores(byPatient.Answers, answer => answer.InInt8).OrderByDescending(patient => patient.Score).Select(patient => (IReadOnlyList<string>)
            [
                patient.Name, Name(patient.Truth), Html.Count(patient.Beats), patient.Score.ToString("0.000", CultureInfo.InvariantCulture),
                patient.Score > BinaryFigures.Threshold == (patient.Truth == Diagnosis.Infarction) ? "right" : "wrong",
            ]),
            1, 4));

    private static string Thresholds(HeadEvaluation byPatient, string folds)
    {
        IReadOnlyList<(string Name, Diagnosis Truth, double Score, int Beats)> patients = HeadEvaluation.PatientScores(byPatient.Answers, answer => answer.InInt8);
        ThresholdCurve? ofPatients = ThresholdCurve.Of([.. patients.Select(patient => patient.Score)], [.. patients.Select(patient => patient.Truth == Diagnosis.Infarction)]);
        ThresholdCurve? ofBeats = ThresholdCurve.Of(
            [.. byPatient.Answers.Select(answer => answer.InInt8)], [.. byPatient.Answers.Select(answer => answer.Beat.Diagnosis == Diagnosis.Infarction)]);
        if (ofPatients is null || ofBeats is null)
            return string.Empty;

        Picture picture = new(Width, Height, "ROC of patients and of beats");
        Plot plot = new(picture, 46, 26, Width - 60, Height - 106) { Across = (0, 100), Up = (0, 100) };
        plot.Axes("healthy taken for infarction, %", Marks.Over(0, 100, 5), "infarction found, %", Marks.Over(0, 100, 5));
        (string Name, Ink Ink, IReadOnlyList<double> Dash)[] legend = [("patients", Ink.Class1, []), ("beats", Ink.Class3, [8, 3])];
        plot.Curve(Ink.Class1, ofPatients.Points.Select(point => (100 * point.FalseRate, 100 * point.Sensitivity)), 2);
        plot.Curve(Ink.Class3, ofBeats.Points.Select(point => (100 * point.FalseRate, 100 * point.Sensitivity)), 1.6, 8, 3);
        plot.Legend(Height - 22, legend);
        return Html.Section("thresholds", "Thresholds", Html.Figure(SvgPicture.Element(picture), $"ROC, int8, {folds}: patients by their mean score, and their beats."));
    }

    private static string Name(Diagnosis diagnosis) => diagnosis == Diagnosis.Infarction ? "infarction" : "healthy";
}
