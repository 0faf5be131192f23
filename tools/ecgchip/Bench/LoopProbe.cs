using System;
using System.Collections.Generic;
using EcgChip.Signal;
using EcgChip.Simulator.Board;

namespace EcgChip.Cli.Bench;

/// <summary>
/// Watches the loop from the board's side: how late each sample is read after it is due, and how long the loop is busy with a slice, which is the
/// time between two looks at the clock with no sample taken between them.
/// </summary>
public sealed class LoopProbe : IBoardProbe
{
    private readonly List<int> delays = [];
    private long lastLook = long.MaxValue;
    private int readings;
    private bool sampled;

    /// <summary>When sample 0 is due, in microseconds; set before the loop runs.</summary>
    public long StartUs { get; set; }

    /// <summary>The longest slice, in microseconds.</summary>
    public long WorstSliceUs { get; private set; }

    /// <inheritdoc/>
    public void ClockRead(long nowUs)
    {
        if (!sampled)
        {
            WorstSliceUs = Math.Max(WorstSliceUs, nowUs - lastLook);
        }

        sampled = false;
        lastLook = nowUs;
    }

    /// <inheritdoc/>
    public void AdcRead(long nowUs)
    {
        if (readings++ % Conditioner.ReadingsPerSample == 0)
        {
            delays.Add((int)((nowUs - StartUs) % SignalUnits.SampleIntervalUs));
        }

        sampled = true;
    }

    /// <summary>The delay, in microseconds, that a share of all samples does not exceed; null without samples.</summary>
    /// <param name="share">0 to 1; 1 gives the worst.</param>
    public int? DelayUs(double share)
    {
        if (delays.Count == 0)
        {
            return null;
        }

        delays.Sort();
        return delays[Math.Min(delays.Count - 1, (int)(share * delays.Count))];
    }
}
