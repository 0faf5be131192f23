using System;
using System.Linq;
using EcgChip.Formats;

namespace EcgChip.Scoring;

/// <summary>
/// True against found beats: a row for each true class N S V F Q and one for false beats, a column for each found class and one for missed beats.
/// </summary>
public sealed class Confusion
{
    /// <summary>Row of beats that were found where none is.</summary>
    public const int False = AamiClasses.Count;

    /// <summary>Column of beats that were not found.</summary>
    public const int Missed = AamiClasses.Count;

    private const int Side = AamiClasses.Count + 1;

    private readonly int[] _counts = new int[Side * Side];
    private readonly int[] _inShutdown = new int[AamiClasses.Count];

    /// <summary>Beats of a true class (or <see cref="False"/>) that were found as a class (or <see cref="Missed"/>).</summary>
    public int this[int row, int column] => _counts[row * Side + column];

    /// <summary>True beats, found or not.</summary>
    public int Beats => Sum(0, AamiClasses.Count, 0, Side);

    /// <summary>True beats that were found, whatever their class.</summary>
    public int FoundBeats => Sum(0, AamiClasses.Count, 0, AamiClasses.Count);

    /// <summary>True beats that were not found.</summary>
    public int MissedBeats => Sum(0, AamiClasses.Count, Missed, Side);

    /// <summary>
    /// Those of <see cref="MissedBeats"/> that lie where the device said that it cannot judge: the columns x of EC57, by class in
    /// <see cref="MissedInShutdownOf"/>.
    /// </summary>
    public int MissedInShutdown => _inShutdown.Sum();

    /// <summary>Beats found where none is.</summary>
    public int FalseBeats => Sum(False, Side, 0, AamiClasses.Count);

    /// <summary>Counts one beat; null stands for a false beat's truth and for what was found of a missed one.</summary>
    public void Count(AamiClass? truth, AamiClass? found)
    {
        if (truth is null && found is null)
        {
            throw new ArgumentException("A beat is true, found or both.", nameof(truth));
        }

        _counts[(truth is AamiClass row ? (int)row : False) * Side + (found is AamiClass column ? (int)column : Missed)]++;
    }

    /// <summary>Counts a true beat that was missed where the device said that it cannot judge.</summary>
    public void CountMissedInShutdown(AamiClass truth)
    {
        Count(truth, null);
        _inShutdown[(int)truth]++;
    }

    /// <summary>True beats of a class that were missed in shutdown.</summary>
    public int MissedInShutdownOf(AamiClass truth) => _inShutdown[(int)truth];

    /// <summary>Adds another table, for the gross figures of several recordings.</summary>
    public void Add(Confusion other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (int i = 0; i < _counts.Length; i++)
        {
            _counts[i] += other._counts[i];
        }

        for (int i = 0; i < _inShutdown.Length; i++)
        {
            _inShutdown[i] += other._inShutdown[i];
        }
    }

    /// <summary>The table by rows, for reports.</summary>
    public int[][] ToRows()
    {
        int[][] rows = new int[Side][];
        for (int row = 0; row < Side; row++)
        {
            rows[row] = _counts[(row * Side)..((row + 1) * Side)];
        }

        return rows;
    }

    private int Sum(int firstRow, int endRow, int firstColumn, int endColumn)
    {
        int sum = 0;
        for (int row = firstRow; row < endRow; row++)
        {
            for (int column = firstColumn; column < endColumn; column++)
            {
                sum += this[row, column];
            }
        }

        return sum;
    }
}
