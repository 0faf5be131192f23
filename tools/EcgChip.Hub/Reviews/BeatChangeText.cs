using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using EcgChip.Formats;
using EcgChip.Hub.Data;

namespace EcgChip.Hub.Reviews;

/// <summary>Changed beats in one field of a form: "113=V 250=-", a sample and its class each, or a dash where there is no beat.</summary>
internal static class BeatChangeText
{
    private const string NoBeat = "-";

    internal static string Of(IEnumerable<ReviewedBeat> beats) =>
        string.Join(' ', beats.Select(beat => $"{beat.Sample.ToString(CultureInfo.InvariantCulture)}={(beat.Class is { } to ? ((AamiClass)to).ToString() : NoBeat)}"));

    /// <summary>Reads what a form sent.</summary>
    /// <returns>Null where it makes no sense.</returns>
    internal static List<BeatChange>? Parse(string? text)
    {
        List<BeatChange> changes = [];
        foreach (string each in (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = each.Split('=');
            AamiClass to = AamiClass.N;
            if (parts.Length != 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int sample)
                || (parts[1] != NoBeat && (parts[1].Length != 1 || char.IsDigit(parts[1][0]) || !Enum.TryParse(parts[1], out to))))
            {
                return null;
            }

            changes.Add(new BeatChange(sample, parts[1] == NoBeat ? null : to));
        }

        return changes;
    }
}
