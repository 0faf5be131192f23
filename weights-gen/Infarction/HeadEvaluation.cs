using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using EcgChip.Inference;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Infarction;

/// <summary>How well heads do on beats that they did not learn from, in float and as on the chip. Both take in what the int8 trunk puts out.</summary>
/// <param name="Protocol">"patient": heads that know none of a patient's beats; "random": by beat, patients stand on both sides.</param>
/// <param name="Answers">What they say of each beat that is tested.</param>
/// <param name="Model">Hash of the head that goes onto the chip, which was trained alike, on everybody.</param>
/// <param name="Trunk">Hash of the trunk's model.</param>
/// <param name="Folds">Heads that were asked.</param>
/// <param name="LeftOut">Patients that were left out, by why.</param>
public sealed record HeadEvaluation(
    string Protocol, IReadOnlyList<HeadAnswer> Answers, string Model, string Trunk, int Folds, IReadOnlyDictionary<string, int> LeftOut)
{
    /// <summary>By patient: what says something about the next one.</summary>
    public const string Patient = "patient";

    /// <summary>By beat, as in the paper.</summary>
    public const string Random = "random";

    /// <summary>The protocols; the first is the head's own.</summary>
    public static readonly string[] Protocols = [Patient, Random];

    /// <summary>Beats, in float.</summary>
    public BinaryFigures BeatsInFloat { get; } = OfBeats(Answers, answer => answer.InFloat);

    /// <summary>Beats, as on the chip.</summary>
    public BinaryFigures BeatsInInt8 { get; } = OfBeats(Answers, answer => answer.InInt8);

    /// <summary>Patients by the mean score of their beats, in float.</summary>
    public BinaryFigures PatientsInFloat { get; } = BinaryFigures.OfPatients([.. PatientScores(Answers, answer => answer.InFloat).Select(patient => (patient.Truth, patient.Score))]);

    /// <summary>Patients by the mean score of their beats, as on the chip.</summary>
    public BinaryFigures PatientsInInt8 { get; } = BinaryFigures.OfPatients([.. PatientScores(Answers, answer => answer.InInt8).Select(patient => (patient.Truth, patient.Score))]);

    /// <summary>Part of the beats of which both say the same, in percent.</summary>
    public double Agreement =>
        100.0 * Answers.Count(answer => answer.InFloat > BinaryFigures.Threshold == answer.InInt8 > BinaryFigures.Threshold) / Math.Max(1, Answers.Count);

    /// <summary>Asks the heads of a file.</summary>
    /// <param name="protocol">One of <see cref="Protocols"/>.</param>
    /// <param name="weights">The heads.</param>
    /// <param name="beats">The beats that they learnt from and were tested on.</param>
    /// <exception cref="InputException">These are other beats.</exception>
    public static HeadEvaluation Of(string protocol, HeadWeights weights, HeadBeats beats)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(beats);
        PtbBeatSet set = beats.Set;
        if (set.Fingerprint() != weights.BeatFingerprint)
        {
            throw new InputException(
                $"The heads were trained and tested on other beats than the {set.Beats.Count} of {set.Patients.Count} patients that are here: "
                + "give the folder that they were trained with, or train infarction again.");
        }

        List<HeadAnswer> answers = [];
        if (protocol == Random)
        {
            answers.AddRange(Ask(weights.Random, weights, beats, PatientFolds.ByBeat(set.Beats, weights.Seed)));
        }
        else
        {
            foreach ((IReadOnlySet<string> tested, TrainedHead head) in weights.Folds)
                answers.AddRange(Ask(head, weights, beats, set.Beats.Where(beat => tested.Contains(beat.Patient))));
        }

        return new HeadEvaluation(
            protocol, answers, weights.Quantise().Hash, weights.TrunkHash, protocol == Random ? 1 : weights.Folds.Count, set.LeftOut);
    }

    /// <summary>How sure the head is of an infarction, by the float logits, 0 to 1.</summary>
    public static double Share(ReadOnlySpan<float> logits) => 1 / (1 + Math.Exp(logits[(int)Diagnosis.Healthy] - logits[(int)Diagnosis.Infarction]));

    /// <summary>The mean score of each patient's beats, by name.</summary>
    public static IReadOnlyList<(string Name, Diagnosis Truth, double Score, int Beats)> PatientScores(IEnumerable<HeadAnswer> answers, Func<HeadAnswer, double> score) =>
    [
        .. answers.GroupBy(answer => (answer.Beat.Patient, answer.Beat.Diagnosis)).OrderBy(patient => patient.Key.Patient, StringComparer.Ordinal)
            .Select(patient => (patient.Key.Patient, patient.Key.Diagnosis, patient.Average(score), patient.Count())),
    ];

    /// <summary>The figures in a sentence, with their protocol.</summary>
    public string ToSentence()
    {
        string heard = Protocol == Random ? "by beat (patients on both sides), one beat in five" : $"by patient, {Folds} folds";
        BinaryFigures figures = Protocol == Random ? BeatsInInt8 : PatientsInInt8;
        string of = Protocol == Random ? $"{Answers.Count} beats" : $"{PatientScores(Answers, answer => answer.InInt8).Count} patients";
        return FormattableString.Invariant(
            $"{heard}, {of}, int8, 95 % intervals: accuracy {figures.Accuracy}, precision {figures.Precision?.ToString() ?? "not defined"}, recall {figures.Recall}, specificity {figures.Specificity}, AUC {figures.Auc:0.00}");
    }

    /// <summary>The result in the form that other programs rely on. Class order: healthy, infarction.</summary>
    public JsonObject ToJson()
    {
        int patients = BeatsOf(Diagnosis.Healthy).Patients + BeatsOf(Diagnosis.Infarction).Patients;
        return new()
        {
            ["protocol"] = Protocol,
            ["beats"] = Answers.Count,
            ["perClass"] = new JsonArray(BeatsOf(Diagnosis.Healthy).Beats, BeatsOf(Diagnosis.Infarction).Beats),
            ["float"] = ToJson(BeatsInFloat),
            ["int8"] = ToJson(BeatsInInt8),
            ["agreement"] = Agreement,
            ["folds"] = Folds,
            ["patients"] = new JsonObject
            {
                ["all"] = patients,
                ["perClass"] = new JsonArray(BeatsOf(Diagnosis.Healthy).Patients, BeatsOf(Diagnosis.Infarction).Patients),
                ["float"] = ToJson(PatientsInFloat),
                ["int8"] = ToJson(PatientsInInt8),
                ["scores"] = new JsonArray(
                [
                    .. PatientScores(Answers, answer => answer.InInt8).Select(patient => new JsonObject
                    {
                        ["patient"] = patient.Name, ["infarction"] = patient.Truth == Diagnosis.Infarction, ["beats"] = patient.Beats, ["score"] = Math.Round(patient.Score, 4),
                    }),
                ]),
            },
            ["leftOut"] = new JsonObject(LeftOut.Select(reason => KeyValuePair.Create(reason.Key, (JsonNode?)reason.Value))),
            ["model"] = Model,
            ["trunk"] = Trunk,
        };
    }

    private static BinaryFigures OfBeats(IEnumerable<HeadAnswer> answers, Func<HeadAnswer, double> score) =>
        BinaryFigures.OfBeats([.. answers.Select(answer => (answer.Beat.Patient, answer.Beat.Diagnosis, score(answer)))]);

    private static IEnumerable<HeadAnswer> Ask(TrainedHead head, HeadWeights weights, HeadBeats beats, IEnumerable<PtbBeat> tested)
    {
        FloatRunner inFloat = new(head.Network);
        NetworkRunner inInt8 = new(weights.Quantise(head).Numbers);
        foreach (PtbBeat beat in tested)
        {
            sbyte[] input = beats.Of(beat);
            input.CopyTo(inInt8.Input, 0);
            inInt8.Start();
            while (!inInt8.Step())
            {
            }

            double sure = inInt8.Confidence / (double)Softmax.Certain;
            yield return new HeadAnswer(beat, Share(inFloat.Run(input)), inInt8.BestClass == (int)Diagnosis.Infarction ? sure : 1 - sure);
        }
    }

    private (int Beats, int Patients) BeatsOf(Diagnosis diagnosis)
    {
        PtbBeat[] beats = [.. Answers.Select(answer => answer.Beat).Where(beat => beat.Diagnosis == diagnosis)];
        return (beats.Length, beats.Select(beat => beat.Patient).Distinct().Count());
    }

    private static JsonObject ToJson(BinaryFigures figures) => new()
    {
        ["accuracy"] = figures.Accuracy?.Value,
        ["precision"] = figures.Precision?.Value,
        ["recall"] = figures.Recall?.Value,
        ["specificity"] = figures.Specificity?.Value,
        ["auc"] = figures.Auc,
        ["intervals95"] = new JsonObject
        {
            ["accuracy"] = Interval(figures.Accuracy), ["precision"] = Interval(figures.Precision), ["recall"] = Interval(figures.Recall),
            ["specificity"] = Interval(figures.Specificity),
        },
        ["confusion"] = new JsonArray([.. figures.Confusion.Select(row => new JsonArray([.. row.Select(count => (JsonNode)count)]))]),
    };

    private static JsonArray? Interval(Proportion? proportion) => proportion is null ? null : new JsonArray(proportion.Low, proportion.High);
}
