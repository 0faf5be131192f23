using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Runtime.InteropServices;

namespace EcgChip.WeightsGen.Golden;

/// <summary>An input, what it is, and what a network makes of it.</summary>
/// <param name="Description">What it is, in a few words.</param>
/// <param name="Input">The network's input.</param>
/// <param name="Result">What comes out of every layer.</param>
public sealed record GoldenVector(string Description, IReadOnlyList<sbyte> Input, GoldenResult Result)
{
    private const string BeatKey = "beat ";
    private const string InputKey = "input ";
    private const string LayersKey = "layers ";
    private const string LogitsKey = "logits ";

    // Half of it in values: a line of the file stays within 140 characters.
    private const int DigitsInLine = 128;


    /// <summary>
    /// The vector as text: what it is, its input in hexadecimal over some lines, the layers' checksums eight to a line, and the logits.
    /// </summary>
    public string ToText()
    {
        const int ChecksumsInLine = 12;
        string digits = Convert.ToHexStringLower(MemoryMarshal.AsBytes<sbyte>(Input.ToArray()));
        IEnumerable<string> lines =
        [
            BeatKey + Description,
            .. digits.Chunk(DigitsInLine).Select(chunk => InputKey + new string(chunk)),
            .. Result.Checksums.Chunk(ChecksumsInLine).Select(chunk => LayersKey + string.Join(' ', chunk.Select(sum => sum.ToString("x8", CultureInfo.InvariantCulture)))),
            LogitsKey + string.Join(' ', Result.Logits.Select(logit => logit.ToString(CultureInfo.InvariantCulture))),
        ];
        return string.Concat(lines.Select(line => line + "\n"));
    }

    /// <summary>Reads a vector, and what it leaves.</summary>
    /// <param name="lines">Lines from the vector's first on; those of the vector are taken.</param>
    /// <exception cref="FormatException">They are no vector.</exception>
    public static GoldenVector FromText(Queue<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        string description = Take(lines, BeatKey) ?? throw new FormatException($"\"{lines.FirstOrDefault()}\" stands where a beat begins");
        string digits = string.Concat(TakeAll(lines, InputKey));
        uint[] checksums = [.. TakeAll(lines, LayersKey).SelectMany(line => line.Split(' ')).Select(sum => uint.Parse(sum, NumberStyles.HexNumber, CultureInfo.InvariantCulture))];
        string logits = Take(lines, LogitsKey) ?? throw new FormatException($"{description} has no logits");
        return new GoldenVector(
            description, [.. Convert.FromHexString(digits).Select(value => unchecked((sbyte)value))],
            new GoldenResult(checksums, [.. logits.Split(' ').Select(logit => int.Parse(logit, CultureInfo.InvariantCulture))]));
    }

    private static string? Take(Queue<string> lines, string key) =>
        lines.TryPeek(out string? line) && line.StartsWith(key, StringComparison.Ordinal) ? lines.Dequeue()[key.Length..] : null;

    private static List<string> TakeAll(Queue<string> lines, string key)
    {
        List<string> taken = [];
        while (Take(lines, key) is string line)
            taken.Add(line);
        return taken;
    }
}
