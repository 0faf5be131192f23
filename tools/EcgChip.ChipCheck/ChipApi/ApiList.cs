using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.ChipCheck.ChipApi;

/// <summary>
/// A list of a library's public names, read: one line each, a documentation id, a tab, and the signature in C# words.
/// </summary>
public sealed class ApiList
{
    private readonly Dictionary<string, ApiType> _types = new(StringComparer.Ordinal);

    private ApiList(string assembly) => Assembly = assembly;

    /// <summary>Assembly that the list is of.</summary>
    public string Assembly { get; }

    /// <summary>Its types, in the list's order.</summary>
    public IReadOnlyCollection<ApiType> Types => _types.Values;

    /// <summary>The type of that full name, or null.</summary>
    public ApiType? Find(string fullName) => _types.GetValueOrDefault(fullName);

    /// <summary>Reads a list.</summary>
    /// <exception cref="FormatException">A line cannot be understood; the message holds it.</exception>
    public static ApiList Parse(string assembly, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var list = new ApiList(assembly);
        string[][] lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r'))
            .Select(line => line.Split('\t', 2))
            .ToArray();
        foreach (string[] line in lines.Where(line => line[0].StartsWith("T:", StringComparison.Ordinal)))
        {
            ApiType type = ParseType(assembly, line[0][2..], line[1]);
            list._types.Add(type.FullName, type);
        }

        foreach (string[] line in lines.Where(line => !line[0].StartsWith("T:", StringComparison.Ordinal)))
        {
            list.AddMember(line);
        }

        return list;
    }

    private static ApiType ParseType(string assembly, string fullName, string signature)
    {
        string[] sides = signature.Split(" : ", 2);
        string[] words = sides[0].Split(' ');
        if (!Enum.TryParse(words[^1], ignoreCase: true, out ApiKind kind))
        {
            throw new FormatException($"{assembly}: what \"{signature}\" is, is not known ({fullName}).");
        }

        return new ApiType(
            assembly, fullName, kind,
            words[..^1].ToHashSet(StringComparer.Ordinal),
            sides.Length > 1 ? sides[1].Split(", ") : []);
    }

    private void AddMember(string[] line)
    {
        // a value of an enumeration has no tab: "F:System.DayOfWeek.Friday = 5"
        string[] sides = line.Length == 2 ? line : Enumerable.Append(line[0].Split(' ', 2), "").ToArray();
        string id = sides[0];
        int end = id.IndexOfAny(['(', '~']);
        string path = end < 0 ? id[2..] : id[2..end];
        string typeName = path[..path.LastIndexOf('.')];
        ApiType type = Find(typeName) ?? throw new FormatException($"{Assembly}: {id} belongs to no type of the list.");
        try
        {
            type.Members.Add(ApiMember.Parse(id, typeName, sides[1]));
        }
        catch (Exception error) when (error is ArgumentOutOfRangeException or IndexOutOfRangeException)
        {
            throw new FormatException($"{Assembly}: the line \"{string.Join('\t', line)}\" cannot be understood.", error);
        }
    }
}
