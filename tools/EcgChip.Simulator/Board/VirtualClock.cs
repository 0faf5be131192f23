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

    private long elapsedUs;

    /// <summary>Microseconds since the board was switched on.</summary>
    public virtual long NowUs => elapsedUs;

    /// <summary>True when calls into native code are charged where they are made, so that the board charges only the work behind them.</summary>
    public virtual bool ChargesCalls => false;

    /// <summary>Lets time pass.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Time would run backwards.</exception>
    public void Advance(long microseconds)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(microseconds);
        elapsedUs += microseconds;
    }

    /// <summary>What the firmware sees when it looks at the clock.</summary>
    public virtual long Look()
    {
        elapsedUs = ((elapsedUs / LookUs) + 1) * LookUs;
        return elapsedUs;
    }
}
