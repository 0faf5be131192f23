using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using EcgChip.Inference;
using EcgChip.WeightsGen.Beats;
using EcgChip.WeightsGen.Networks;

namespace EcgChip.WeightsGen.Evaluation;

/// <summary>Float and int8 side by side on the same beats.</summary>
/// <param name="Protocol">Name of the split whose test beats they are.</param>
/// <param name="ModelHash">Hash of the int8 model.</param>
/// <param name="InFloat">What the float network found.</param>
/// <param name="InInt8">What the firmware's runner found.</param>
/// <param name="Detection">What the detector left out of the test; null where the R peaks are the annotations' own.</param>
/// <param name="Agreement">Part of the beats for which both found the same class, in percent.</param>
public sealed record EvaluationResult(string Protocol, string ModelHash, Confusion InFloat, Confusion InInt8, Detection? Detection, double Agreement)
{
    /// <summary>Runs both networks, and tells of each how many beats it has done.</summary>
    public static EvaluationResult Of(
        string protocol, FloatNetwork network, Model model, IReadOnlyList<Beat> beats, Detection? detection = null,
        Action<int>? floatDone = null, Action<int>? int8Done = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(beats);
        int[] byFloat = Evaluator.ClassesOf(network, beats, floatDone);
        int[] byInt8 = Evaluator.ClassesOf(model, beats, int8Done);
        int same = byFloat.Zip(byInt8).Count(pair => pair.First == pair.Second);
        return new EvaluationResult(
            protocol, model.Hash, Confusion.Of(beats, byFloat), Confusion.Of(beats, byInt8), detection, 100.0 * same / Math.Max(1, beats.Count));
    }

    /// <summary>The result in the form that other programs rely on.</summary>
    public JsonObject ToJson() => new()
    {
        ["protocol"] = Protocol,
        ["beats"] = InFloat.Beats,
        ["perClass"] = new JsonArray([.. InFloat.Counts.Select(row => (JsonNode)row.Sum())]),
        ["float"] = ToJson(InFloat),
        ["int8"] = ToJson(InInt8),
        ["agreement"] = Agreement,
        ["missed"] = Detection?.Missed,
        ["false"] = Detection?.False,
        ["model"] = ModelHash,
    };

    private static JsonObject ToJson(Confusion confusion) => new()
    {
        ["accuracy"] = confusion.Accuracy,
        ["confusion"] = new JsonArray([.. confusion.Counts.Select(row => new JsonArray([.. row.Select(count => (JsonNode)count)]))]),
    };
}
