using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace EcgChip.WeightsGen.Golden;

/// <summary>A network's golden vectors as they are committed.</summary>
/// <param name="Network">The network's name.</param>
/// <param name="Hash">Hash of the model that they are of.</param>
/// <param name="LayerNames">Its layers.</param>
/// <param name="Vectors">The vectors.</param>
public sealed record GoldenFile(string Network, string Hash, IReadOnlyList<string> LayerNames, IReadOnlyList<GoldenVector> Vectors)
{
    private const string Comment = "# ";
    private const string NetworkKey = "network ";
    private const string NamesKey = "of ";

    private static readonly string[] s_head =
    [
        "Golden vectors, written by weights-gen generate: beats of nobody (of the simulator's patients, and some that no heart makes), a byte a",
        "value; CRC-32 (IEEE 802.3) of what each layer of the int8 network puts out, a byte a value, the last layer's logits in four bytes each,",
        "the lowest first; the logits in 1/256. Input and checksums in hexadecimal.",
    ];

    /// <summary>The vectors of a network: what the firmware's runner makes of each input.</summary>
    public static GoldenFile Of(GoldenNetwork network, IEnumerable<(string Description, sbyte[] Input)> inputs)
    {
        ArgumentNullException.ThrowIfNull(network);
        return new GoldenFile(
            network.Name, network.Hash, network.LayerNames, [.. inputs.Select(one => new GoldenVector(one.Description, one.Input, network.Run(one.Input)))]);
    }

    /// <summary>The file's text.</summary>
    public string ToText() =>
        string.Concat(s_head.Select(line => Comment + line + "\n")) + $"{NetworkKey}{Network} {Hash}\n{NamesKey}{string.Join(' ', LayerNames)}\n"
        + string.Concat(Vectors.Select(vector => vector.ToText()));

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">It is missing or no such file.</exception>
    public static GoldenFile Read(string path)
    {
        if (!File.Exists(path))
            throw new InputException($"The golden vectors {path} are missing: write them with weights-gen generate.");

        try
        {
            return FromText(File.ReadAllText(path));
        }
        catch (FormatException fault)
        {
            throw new InputException($"{path} holds no golden vectors ({fault.Message.TrimEnd('.')}): write them again with weights-gen generate.", fault);
        }
    }

    /// <summary>Reads a file's text.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static GoldenFile FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Queue<string> lines = new(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith(Comment, StringComparison.Ordinal)));
        string[] network = Line(lines, NetworkKey).Split(' ');
        string[] names = Line(lines, NamesKey).Split(' ');
        if (network.Length != 2)
            throw new FormatException("its network has no name and hash");

        List<GoldenVector> vectors = [];
        while (lines.Count > 0)
            vectors.Add(GoldenVector.FromText(lines));
        return vectors.All(vector => vector.Result.Checksums.Count == names.Length)
            ? new GoldenFile(network[0], network[1], names, vectors)
            : throw new FormatException("a vector has not a checksum for each layer");
    }

    private static string Line(Queue<string> lines, string key) =>
        lines.TryDequeue(out string? line) && line.StartsWith(key, StringComparison.Ordinal) ? line[key.Length..] : throw new FormatException($"it has no line \"{key}\"");
}
