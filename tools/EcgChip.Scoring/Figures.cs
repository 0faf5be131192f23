using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Formats;

namespace EcgChip.Scoring;

/// <summary>
/// The figures of EC57 for one recording, or gross or average for several. What counts as a false V or S follows <c>bxb</c>, and EC57 behind it:
/// a fusion beat or one that cannot be told, called V, is neither right nor wrong, and so is one that cannot be told, called S. A fusion beat called S
/// is wrong. Class N, on which EC57 gives no figure, has no such exceptions.
/// </summary>
/// <param name="Qrs">Detection.</param>
/// <param name="V">Ventricular ectopic beats.</param>
/// <param name="S">Supraventricular ectopic beats.</param>
/// <param name="N">Everything normal.</param>
public sealed record Figures(QrsScore Qrs, ClassScore V, ClassScore S, ClassScore N)
{
    private const double Percent = 100;

    /// <summary>The figures of a table: of one recording, or gross, of the sum of several.</summary>
    public static Figures Of(Confusion confusion)
    {
        ArgumentNullException.ThrowIfNull(confusion);
        int found = confusion.FoundBeats;
        return new Figures(
            new QrsScore(
                Share(found, found + confusion.MissedBeats),
                Share(found, found + confusion.FalseBeats),
                confusion.MissedBeats,
                confusion.FalseBeats),
            Class(confusion, AamiClass.V, AamiClass.F, AamiClass.Q),
            Class(confusion, AamiClass.S, AamiClass.Q),
            Class(confusion, AamiClass.N));
    }

    /// <summary>The mean of several recordings, each counting alike; a recording without a figure does not count in it.</summary>
    public static Figures Average(IReadOnlyList<Figures> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        ClassScore Mean(Func<Figures, ClassScore> part) =>
            new(records.Average(record => part(record).Se), records.Average(record => part(record).Ppv));
        return new Figures(
            new QrsScore(
                records.Average(record => record.Qrs.Se),
                records.Average(record => record.Qrs.Ppv),
                records.Select(record => record.Qrs.Missed).DefaultIfEmpty().Average(),
                records.Select(record => record.Qrs.False).DefaultIfEmpty().Average()),
            Mean(record => record.V),
            Mean(record => record.S),
            Mean(record => record.N));
    }

    private static ClassScore Class(Confusion confusion, AamiClass own, params ReadOnlySpan<AamiClass> forgiven)
    {
        int right = confusion[(int)own, (int)own];
        int ofClass = 0;
        int called = 0;
        for (int i = 0; i <= AamiClasses.Count; i++)
        {
            ofClass += confusion[(int)own, i];
            called += forgiven.Contains((AamiClass)i) ? 0 : confusion[i, (int)own];
        }

        return new ClassScore(Share(right, ofClass), Share(right, called));
    }

    private static double? Share(int part, int whole) => whole > 0 ? Percent * part / whole : null;
}
