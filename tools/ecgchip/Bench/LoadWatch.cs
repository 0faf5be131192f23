using System;
using System.Collections.Generic;

namespace EcgChip.Cli.Bench;

/// <summary>Adds up how much of the time the loop waited, in the phases in which it may.</summary>
/// <param name="nowUs">The board's time, in microseconds.</param>
/// <param name="byMethod">Instructions that each method has executed.</param>
/// <param name="mips">Instructions a microsecond.</param>
internal sealed class LoadWatch(Func<long> nowUs, Func<IReadOnlyDictionary<string, long>> byMethod, int mips)
{
    private const double Percent = 100;

    private SessionPhase phase;
    private (long Us, long Waited)? begun;
    private long us;
    private long waited;

    /// <summary>Share of the time in which the loop did not wait; null without any.</summary>
    public double? LoadPercent => us > 0 ? Percent * (1 - (waited / (double)mips / us)) : null;

    /// <summary>The device is in a phase from now on.</summary>
    public void Enter(SessionPhase next)
    {
        if (begun is null || next != phase)
        {
            End();
            begun = Now();
            phase = next;
        }
    }

    /// <summary>What follows does not count.</summary>
    public void End()
    {
        if (begun is { } since && phase is SessionPhase.Monitoring or SessionPhase.Recording)
        {
            (long nowUs, long nowWaited) = Now();
            us += nowUs - since.Us;
            waited += nowWaited - since.Waited;
        }

        begun = null;
    }

    private (long Us, long Waited) Now() => (nowUs(), Stage.Sum(byMethod()).GetValueOrDefault(Stage.Wait));
}
