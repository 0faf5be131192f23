using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EcgChip.WeightsGen.Report.Tables;

/// <summary>Figures of the infarction head, from the JSON of <c>weights-gen evaluate infarction</c>.</summary>
/// <param name="Protocol">patient or random.</param>
/// <param name="Beats">Beats that were judged.</param>
/// <param name="Patients">Patients that they are of, and how many of those have an infarction.</param>
/// <param name="OfBeats">What int8 says of beats.</param>
/// <param name="OfPatients">What int8 says of patients.</param>
public sealed record InfarctionResult(string Protocol, int Beats, (int All, int Infarction) Patients, BinaryRow OfBeats, BinaryRow OfPatients)
{
    /// <summary>Reads a result; null where there is no file.</summary>
    /// <exception cref="InputException">The file is no such result.</exception>
    public static InfarctionResult? TryRead(string path)
    {
        if (!File.Exists(path))
            return null;

        try
        {
            JsonNode json = JsonNode.Parse(File.ReadAllText(path)) ?? throw new JsonException("it is empty");
            JsonNode patients = json["patients"]!;
            return new InfarctionResult(
                (string)json["protocol"]!, (int)json["beats"]!, ((int)patients["all"]!, (int)patients["perClass"]![1]!),
                BinaryRow.From(json["int8"]!), BinaryRow.From(patients["int8"]!));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or NullReferenceException or FormatException or ArgumentOutOfRangeException)
        {
            throw new InputException($"{path} is no result of weights-gen evaluate infarction: write it again with --json {path}.", fault);
        }
    }
}

/// <summary>A row of figures with their 95 % intervals, as text in percent.</summary>
/// <param name="Accuracy">Right over all.</param>
/// <param name="Precision">Right over found.</param>
/// <param name="Recall">Found over all with an infarction.</param>
public sealed record BinaryRow(string Accuracy, string Precision, string Recall)
{
    /// <summary>Reads a row.</summary>
    public static BinaryRow From(JsonNode figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new BinaryRow(Text("accuracy"), Text("precision"), Text("recall"));

        string Text(string name)
        {
            if ((double?)figures[name] is not double value)
                return Html.Nothing;

            string interval = figures["intervals95"]?[name] is JsonArray { Count: 2 } both
                ? string.Create(CultureInfo.InvariantCulture, $" ({(double)both[0]!:0.0} to {(double)both[1]!:0.0})")
                : string.Empty;
            return Html.Percent(value) + interval;
        }
    }
}
