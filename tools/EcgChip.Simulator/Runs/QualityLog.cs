using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Device.Session;
using EcgChip.NanoHost;
using EcgChip.Signal;
using EcgChip.Simulator.FrontEnd;

namespace EcgChip.Simulator.Runs;

/// <summary>
/// Writes down second by second what the device says of its signal: in which stretches it would not judge it. Those are the seconds that it calls
/// poor and all time without contact. A signal that settles is not judged yet: as for the firmware's beats, what the first judgement says holds
/// for all that came before it, and without any it counts as not judged. For a rhythm it is no good signal (<see cref="Flawed"/>).
/// </summary>
public sealed class QualityLog
{
    private const int None = -1;

    private readonly BedsideSession session;
    private readonly Func<(ContactState State, int Seconds)> ask;
    private readonly int delay;
    private readonly List<(int First, int End)> refused = [];
    private readonly List<(int First, int End)> gaps = [];
    private readonly List<(int First, int End)> flawed = [];
    private int taken;
    private int secondStart;
    private int seconds;
    private int settlingSince = None;

    /// <summary>Listens to a device that has not run yet.</summary>
    public QualityLog(VirtualDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        session = device.Firmware.Session;
        delay = (int)Math.Round(BoardSettings.DelayUs(EcgChip.Device.Board.FrontEnd()) / SignalUnits.SampleIntervalUs, MidpointRounding.AwayFromZero);
        ask = () => (session.Contact.State, session.Contact.SecondsByState.Sum());
        device.SlotEnded += EndSlot;
    }

    /// <summary>
    /// Stretches that the device would not judge, in samples at 125 Hz from the start of what was played, all delays removed: first sample and the
    /// one behind the last, in order, each apart from the next.
    /// </summary>
    /// <param name="samples">Samples that were played.</param>
    public IReadOnlyList<(int First, int End)> Refused(int samples) =>
        Merged(settlingSince == None ? refused : refused.Append((settlingSince, taken)), samples);

    /// <summary>
    /// What a recording marks as flawed, counted in the same way: what had contact of each second that was poor, or at whose end contact was still
    /// settling.
    /// </summary>
    /// <param name="samples">Samples that were played.</param>
    public IReadOnlyList<(int First, int End)> Flawed(int samples) => Merged(flawed, samples);

    /// <summary>What a recording marks as a gap, counted in the same way: all time without contact.</summary>
    /// <param name="samples">Samples that were played.</param>
    public IReadOnlyList<(int First, int End)> Gaps(int samples) => Merged(gaps, samples);

    private List<(int First, int End)> Merged(IEnumerable<(int First, int End)> stretches, int samples)
    {
        List<(int First, int End)> merged = [];
        foreach ((int first, int end) in stretches.Select(each => (Math.Max(0, each.First - delay), Math.Min(samples, each.End - delay))).Order())
        {
            if (first >= end)
            {
                continue;
            }

            if (merged is [.., (int, int) last] && first <= last.Item2)
            {
                merged[^1] = (last.Item1, Math.Max(last.Item2, end));
            }
            else
            {
                merged.Add((first, end));
            }
        }

        return merged;
    }

    private void EndSlot(int next)
    {
        (ContactState state, int judged) = InstructionMeter.Unmetered(ask);
        if (state == ContactState.NoContact && next > taken)
        {
            // The second in which contact goes is never judged: what came before in it is worth nothing.
            int gapEnd = gaps.Count > 0 ? gaps[^1].End : 0;
            if (gapEnd != taken && secondStart < taken)
            {
                flawed.Add((Math.Max(secondStart, gapEnd), taken));
                refused.Add((Math.Max(secondStart, gapEnd), taken));
            }

            refused.Add((taken, next));
            gaps.Add((taken, next));
        }

        taken = next;
        if (judged != seconds)
        {
            seconds = judged;
            EndSecond(state);
            secondStart = next;
        }
    }

    private void EndSecond(ContactState state)
    {
        if (state is ContactState.Settling or ContactState.Poor)
        {
            flawed.Add((gaps.Count > 0 ? Math.Max(secondStart, gaps[^1].End) : secondStart, taken));
        }

        if (state == ContactState.Settling)
        {
            settlingSince = settlingSince == None ? secondStart : settlingSince;
            return;
        }

        if (state != ContactState.Good)
        {
            refused.Add((settlingSince == None ? secondStart : settlingSince, taken));
        }

        settlingSince = None;
    }
}
