using System;
using EcgChip.NanoHost;

namespace EcgChip.Simulator.Board;

/// <summary>What is wrong with a board, as a soldering iron leaves it; nothing of a new one.</summary>
public sealed class BoardFaults
{
    /// <summary>Volts of the front end's reference; null where they are right.</summary>
    public double? ReferenceVolts { get; set; }

    /// <summary>Volts that the front end's output is off by.</summary>
    public double OutputErrorVolts { get; set; }

    /// <summary>Volts at a lead-off comparator's pin (true: LO+); null, or a null answer, where it is driven as it has to be.</summary>
    public Func<bool, double?>? ComparatorVolts { get; set; }

    /// <summary>The flash as it answers in place of the board's own.</summary>
    public IHostFileSystem? Files { get; set; }
}
