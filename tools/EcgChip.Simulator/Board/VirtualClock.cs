using System;

namespace EcgChip.Simulator.Board;

/// <summary>
/// The board's time, in microseconds. It moves only when something on the board takes time: a look at the clock, a conversion,
/// a transfer, a sleep. Computing takes none here.
/// </summary>
public class VirtualClock
{
    /// <summary>
    /// What a look at the clock takes, in microseconds. Looks end on a multiple of it, so that a loop that waits for a slot by looking
    /// at the clock begins it exactly on time.
    /// </summary>
    public const int LookUs = 20;

    /// <summary>Microseconds since the board was switched on.</summary>
    public long NowUs { get; private set; }

    /// <summary>Lets time pass.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Time would run backwards.</exception>
    public void Advance(long microseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(microseconds);
        NowUs += microseconds;
    }

    /// <summary>What the firmware sees when it looks at the clock.</summary>
    public long Look()
    {
        NowUs = ((NowUs / LookUs) + 1) * LookUs;
        return NowUs;
    }
}
