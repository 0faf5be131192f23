using System;
using System.Collections.Generic;
using EcgChip.Signal;
using EcgChip.Simulator.Board;

namespace EcgChip.Cli.Bench;

/// <summary>
/// Watches the loop from the board's side: how late each sample is read after it is due, and how long the loop is busy with a slice, which is the
/// time between two looks at the clock with no sample taken between them.
/// </summary>
/// <param name="phase">What the device is at.</param>
public sealed class LoopProbe(Func<SessionPhase> phase) : IBoardProbe
{
    private readonly List<int> delays = [];
    private long lastLook = long.MaxValue;
    private int readings;
    private bool sampled;
    private bool stored;

    /// <summary>When sample 0 is due, in microseconds; set before the loop runs.</summary>
    public long StartUs { get; set; }

    /// <summary>The longest slice, in microseconds; those that write to flash are counted apart.</summary>
    public long WorstSliceUs { get; private set; }

    /// <summary>The longest slice that wrote to flash, in microseconds: an erase cannot be cut in pieces.</summary>
    public long WorstStoringSliceUs { get; private set; }

    /// <summary>True once the patient has ended: what comes then is not the loop's usual work, and is not counted.</summary>
    public bool IsOver { get; set; }

    /// <summary>Called at each look at the clock, between two slices.</summary>
    public Action? Looked { get; set; }

    /// <inheritdoc/>
    public void ClockRead(long nowUs)
    {
        bool stores = phase() == SessionPhase.Storing;
        if (!sampled && !IsOver)
        {
            if (stores || stored)
            {
                WorstStoringSliceUs = Math.Max(WorstStoringSliceUs, nowUs - lastLook);
            }
            else
            {
                WorstSliceUs = Math.Max(WorstSliceUs, nowUs - lastLook);
            }
        }

        sampled = false;
        stored = stores;
        lastLook = nowUs;
        Looked?.Invoke();
    }

    /// <summary>The loop has come back from a slot. While it writes to flash it has no samples to be in time for, and looks at no clock.</summary>
    public void SlotEnded(long nowUs)
    {
        if (phase() == SessionPhase.Storing)
        {
            ClockRead(nowUs);
        }
    }

    /// <inheritdoc/>
    public void AdcRead(long nowUs)
    {
        if (readings++ % Conditioner.ReadingsPerSample == 0 && !IsOver)
        {
            delays.Add((int)((nowUs - StartUs) % SignalUnits.SampleIntervalUs));
        }

        sampled = true;
    }

    /// <summary>Half, 999 of 1,000 and the worst of all samples' delays, in microseconds; null without samples.</summary>
    public (int? P50, int? P999, int? Worst) Delays()
    {
        delays.Sort();
        return (Quantile.Of(delays, Quantile.Half), Quantile.Of(delays, Quantile.P999), Quantile.Of(delays, Quantile.Worst));
    }
}
