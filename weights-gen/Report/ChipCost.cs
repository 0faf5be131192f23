using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EcgChip.WeightsGen.Report;

/// <summary>
/// What a network costs on the chip's clock, from the JSON of <c>ecgchip bench chip</c>: weights-gen does not reference the chip's clock, and the two share a file.
/// </summary>
/// <param name="Mips">Million instructions a second that were reckoned with.</param>
/// <param name="CostPerBeat">Instructions of a beat.</param>
/// <param name="Macs">Multiply-accumulates of a beat.</param>
/// <param name="InstructionsPerMac">The one over the other.</param>
/// <param name="WorstSlice">Instructions of the longest slice.</param>
/// <param name="Layers">Name, instructions and multiply-accumulates of each layer.</param>
/// <param name="Whole">What the whole device was measured at, in the bench's words, with its limit where it has one.</param>
public sealed record ChipCost(
    double Mips, double CostPerBeat, double Macs, double InstructionsPerMac, double? WorstSlice,
    IReadOnlyList<(string Name, double Cost, double Macs)> Layers, IReadOnlyList<(string Name, double? Value, double Limit)> Whole)
{
    /// <summary>Milliseconds of a beat.</summary>
    public double Milliseconds => CostPerBeat / Mips / 1000;

    /// <summary>Reads a network's part; null where the bench did not run it.</summary>
    /// <exception cref="InputException">The file is missing or no result of the bench.</exception>
    public static ChipCost? Read(string path, string network)
    {
        try
        {
            JsonNode json = JsonNode.Parse(File.ReadAllText(path)) ?? throw new JsonException("it is empty");
            if (json["networks"]![network] is not JsonNode own)
                return null;

            return new ChipCost(
                (double)json["mips"]!, (double)own["costPerBeat"]!, (double)own["macs"]!, (double)own["instructionsPerMac"]!, (double?)own["worstSlice"],
                [.. own["layers"]!.AsArray().Select(layer => ((string)layer!["name"]!, (double)layer["cost"]!, (double)layer["macs"]!))],
                [.. (json["budgets"]?.AsArray() ?? []).Where(budget => (bool)budget!["applies"]!)
                    .Select(budget => ((string)budget!["name"]!, (double?)budget["value"], (double)budget["limit"]!))]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            throw new InputException($"{path} is no result of ecgchip bench chip: make one with ecgchip bench chip --json {path}.", fault);
        }
    }
}
