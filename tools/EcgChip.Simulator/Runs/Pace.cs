using System;
using System.Diagnostics;
using System.Threading;
using EcgChip.Simulator.Board;

namespace EcgChip.Simulator.Runs;

/// <summary>Holds a board back to real time: somebody at its other end waits, and asks again, by a real clock.</summary>
public sealed class Pace
{
    // A desktop's sleep is no finer, and a person notices no less.
    private const long StepUs = 20_000;
    private const long MicrosecondsPerMillisecond = 1000;

    private readonly VirtualClock clock;
    private readonly long startUs;
    private readonly Stopwatch real = Stopwatch.StartNew();

    /// <summary>Real time begins now.</summary>
    public Pace(VirtualClock clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        this.clock = clock;
        startUs = clock.NowUs;
    }

    /// <summary>Waits until real time is where the board's is, where that is ahead.</summary>
    public void Wait(CancellationToken cancellation)
    {
        long aheadUs = clock.NowUs - startUs - (real.ElapsedTicks * 1_000_000 / Stopwatch.Frequency);
        if (aheadUs >= StepUs)
        {
            cancellation.WaitHandle.WaitOne((int)(aheadUs / MicrosecondsPerMillisecond));
        }
    }
}
