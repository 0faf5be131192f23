using System;
using System.Linq;
using EcgChip.Formats.Wfdb;

namespace EcgChip.Formats;

/// <summary>Which signal of a record is played or learnt from.</summary>
public static class LeadChoice
{
    /// <summary>Asks for the first signal that would not be chosen without a name: what other electrodes see of the same beats.</summary>
    public const string Other = "other";

    private static readonly string[] Preferred = ["MLII", "II"];

    /// <summary>
    /// Index of the signal named <paramref name="nameOrNull"/>, whatever its case; without a name the signal called MLII, else II,
    /// else the first; for <see cref="Other"/> the first but that.
    /// </summary>
    /// <exception cref="RecordingException">The record has no signal of that name; the message lists those it has.</exception>
    public static int Find(WfdbRecord record, string? nameOrNull)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (nameOrNull is not null)
        {
            int named = string.Equals(nameOrNull, Other, StringComparison.OrdinalIgnoreCase) ? OtherThan(record, Find(record, null)) : IndexOf(record, nameOrNull);
            return named >= 0
                ? named
                : throw new RecordingException(
                    $"Record {record.Name} has no lead {nameOrNull}: choose one of "
                    + $"{string.Join(", ", record.Signals.Select(signal => signal.Name))}.");
        }

        foreach (string name in Preferred)
        {
            int index = IndexOf(record, name);
            if (index >= 0)
            {
                return index;
            }
        }

        return 0;
    }

    /// <summary>The first signal but one; -1 where there is no second.</summary>
    private static int OtherThan(WfdbRecord record, int usual) => record.Signals.Count == 1 ? -1 : usual == 0 ? 1 : 0;

    private static int IndexOf(WfdbRecord record, string name)
    {
        for (int i = 0; i < record.Signals.Count; i++)
        {
            if (string.Equals(record.Signals[i].Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }
}
