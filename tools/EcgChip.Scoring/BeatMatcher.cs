using System;
using System.Collections.Generic;

namespace EcgChip.Scoring;

/// <summary>
/// Pairs true and found beats one to one, by time alone, as EC57 asks and PhysioNet's <c>bxb</c> does. Both lists are walked in order of
/// time; always the earlier of the two next beats is decided on. It is paired with the next beat of the other list when that lies within the
/// window and no better use of it is in sight: either it is closer to it than the beat behind the earlier one is, or that beat behind is
/// closer still to the one that follows in the other list. Otherwise the earlier beat stays alone.
/// </summary>
public static class BeatMatcher
{
    /// <summary>Stands for the missing partner of a beat.</summary>
    public const int None = -1;

    // Behind the last beat the next lies far away: further than any two samples, near enough that distances do not overflow.
    private const long Never = long.MaxValue / 4;

    /// <summary>Pairs two lists.</summary>
    /// <param name="reference">Samples of the true beats, ascending.</param>
    /// <param name="found">Samples of the found beats, ascending.</param>
    /// <param name="window">Largest distance of a pair, in samples.</param>
    /// <returns>Indices into the two lists; each index occurs exactly once, alone or in a pair.</returns>
    public static IEnumerable<(int Reference, int Found)> Match(IReadOnlyList<Beat> reference, IReadOnlyList<Beat> found, double window)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(found);
        return Pairs(reference, found, window);
    }

    private static IEnumerable<(int Reference, int Found)> Pairs(IReadOnlyList<Beat> reference, IReadOnlyList<Beat> found, double window)
    {
        int r = 0;
        int f = 0;
        while (r < reference.Count || f < found.Count)
        {
            bool foundIsEarlier = At(found, f) < At(reference, r);
            bool pairs = foundIsEarlier ? Pairs(found, f, reference, r, window) : Pairs(reference, r, found, f, window);
            if (pairs)
            {
                yield return (r++, f++);
            }
            else if (foundIsEarlier)
            {
                yield return (None, f++);
            }
            else
            {
                yield return (r++, None);
            }
        }
    }

    /// <summary>Whether the earlier beat and the next one of the other list belong together.</summary>
    private static bool Pairs(IReadOnlyList<Beat> early, int e, IReadOnlyList<Beat> late, int l, double window)
    {
        if (l >= late.Count)
        {
            return false;
        }

        long distance = At(late, l) - At(early, e);
        long rivalsDistance = Math.Abs(At(late, l) - At(early, e + 1));
        long rivalsOther = Math.Abs(At(late, l + 1) - At(early, e + 1));
        return distance <= window && (distance < rivalsDistance || rivalsOther < rivalsDistance);
    }

    private static long At(IReadOnlyList<Beat> beats, int index) => index < beats.Count ? beats[index].Sample : Never;
}
