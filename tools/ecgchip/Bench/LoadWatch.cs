using System;
using System.Collections.Generic;

namespace EcgChip.Cli.Bench;

/// <summary>
/// Adds up what the loop does while it monitors and records, method by method, and how much of the time it waits then. What follows a recording
/// is no cost of a sample.
/// </summary>
/// <param name="nowUs">The board's time, in microseconds.</param>
/// <param name="byMethod">Instructions that each method has executed.</param>
/// <param name="mips">Instructions a microsecond.</param>
internal sealed class LoadWatch(Func<long> nowUs, Func<IReadOnlyDictionary<string, long>> byMethod, int mips)
{
    private const double Percent = 100;

    private readonly Dictionary<string, long> instructions = [];
    private SessionPhase phase;
    private (long Us, IReadOnlyDictionary<string, long> ByMethod)? begun;
    private long us;

    /// <summary>Instructions that each method has executed while the device monitored or recorded.</summary>
    public IReadOnlyDictionary<string, long> Instructions => instructions;

    /// <summary>Slots in which the device monitored or recorded.</summary>
    public int Slots { get; private set; }

    /// <summary>Share of the time in which the loop did not wait; null without any.</summary>
    public double? LoadPercent =>
        us > 0 ? Percent * (1 - (Stage.Sum(instructions).GetValueOrDefault(Stage.Wait) / (double)mips / us)) : null;

    private bool Counts => phase is SessionPhase.Monitoring or SessionPhase.Recording;

    /// <summary>A slot has ended in this phase.</summary>
    public void SlotEnded(SessionPhase next)
    {
        Enter(next);
        Slots += Counts ? 1 : 0;
    }

    /// <summary>The device is in a phase from now on.</summary>
    public void Enter(SessionPhase next)
    {
        if (begun is null || next != phase)
        {
            End();
            begun = (nowUs(), byMethod());
            phase = next;
        }
    }

    /// <summary>What follows does not count.</summary>
    public void End()
    {
        if (begun is { } since && Counts)
        {
            us += nowUs() - since.Us;
            foreach ((string method, long executed) in byMethod())
            {
                instructions[method] = instructions.GetValueOrDefault(method) + executed - since.ByMethod.GetValueOrDefault(method);
            }
        }

        begun = null;
    }
}
