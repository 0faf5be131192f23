using System;
using System.Collections.Generic;

namespace EcgChip.Simulator.Board;

/// <summary>The chip went to sleep: the program that ran is gone. A press of a waking button starts it anew, as after a reset.</summary>
public sealed class DeepSleepException(IReadOnlyDictionary<int, bool> wakers) : Exception("The chip has gone to deep sleep.")
{
    /// <summary>The level that wakes the chip, by pin.</summary>
    public IReadOnlyDictionary<int, bool> Wakers { get; } = wakers;
}
