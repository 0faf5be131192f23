using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Formats.Recordings;
using EcgChip.Hub.Data;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Hub.Listing;

/// <summary>Findings as filters, forms and addresses name them.</summary>
public static class FindingLabels
{
    /// <summary>All findings that this hub knows, the most urgent first: their codes and names.</summary>
    public static IReadOnlyList<(int Code, string Name)> All { get; } = [.. Enum.GetValues<FindingCode>().Order().Select(code => ((int)code, Name((int)code)))];

    /// <summary>The name of a finding: <c>long-pause</c>.</summary>
    public static string Name(int code) => Enum.IsDefined((FindingCode)code) ? Finding(code, 1, 0).Name : $"finding-{code}";

    /// <summary>The same for people: "Long pause".</summary>
    public static string Label(int code)
    {
        string words = Name(code).Replace('-', ' ');
        return char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>What was found, with its numbers.</summary>
    public static string Text(RecordFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return Finding(finding.Code, finding.Times, finding.Value).Text;
    }

    /// <summary>The code of a name.</summary>
    /// <returns>False where no finding is called so.</returns>
    public static bool TryParse(string? name, out int code)
    {
        code = All.FirstOrDefault(each => string.Equals(each.Name, name, StringComparison.OrdinalIgnoreCase)).Code;
        return code != 0;
    }

    private static RhythmFinding Finding(int code, int times, int value) => new((FindingCode)code, times, value, 0, 0);
}
