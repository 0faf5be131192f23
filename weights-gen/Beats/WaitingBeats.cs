using System.Collections.Generic;
using EcgChip.Signal;

namespace EcgChip.WeightsGen.Beats;

/// <summary>
/// Beats that were found in a recording wait here, as on the device, until their window is complete and their next beat was found or waited for as
/// long as <see cref="BeatContext.LatestEnd"/> says. A recording is one stretch of signal.
/// </summary>
public sealed class WaitingBeats
{
    /// <summary>Sample n stands in <see cref="Ring"/> at <c>n &amp; RingMask</c>.</summary>
    public const int RingMask = RingLength - 1;

    // Reaches back from the newest sample over the longest wait to the start of that beat's window.
    private const int RingLength = 512;
    private const int FirstSample = 0;

    private readonly BeatContext _context = new();
    private readonly Queue<(int Peak, int Found)> _waiting = new();
    private readonly List<CutBeat> _beats = [];
    private bool _isAdded;

    /// <summary>The last conditioned samples.</summary>
    public short[] Ring { get; } = new short[RingLength];

    /// <summary>The beats that were cut, in order of time; R peaks as they were given.</summary>
    public IReadOnlyList<CutBeat> Beats => _beats;

    /// <summary>Adds a beat.</summary>
    /// <param name="peak">Its R peak.</param>
    /// <param name="found">The sample with which it was found; it counts from the end of that sample's block on, as on the device.</param>
    public void Add(int peak, int found) => _waiting.Enqueue((peak, found | RhythmContext.BlockEnd));

    /// <summary>Cuts what can be cut with the samples that there are.</summary>
    /// <param name="newest">The newest.</param>
    public void Pass(int newest)
    {
        while (_waiting.TryPeek(out (int Peak, int Found) beat) && newest >= beat.Peak + BedsideWindow.SamplesAfterR)
        {
            if (!_isAdded)
                _context.Add(FirstSample, beat.Peak);
            _isAdded = true;
            if (_waiting.Count > 1)
            {
                (int peak, int found) = NextInQueue();
                Cut(found <= _context.LatestEnd ? peak - beat.Peak : RhythmContext.Overdue);
            }
            else if (newest >= _context.LatestEnd)
            {
                Cut(RhythmContext.Overdue);
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>The recording is over: what has its whole window is cut without waiting.</summary>
    /// <param name="newest">The last sample.</param>
    public void End(int newest)
    {
        Pass(newest);
        if (_waiting.TryPeek(out (int Peak, int Found) beat) && newest >= beat.Peak + BedsideWindow.SamplesAfterR)
            Cut(RhythmContext.Unknown);
    }

    private (int Peak, int Found) NextInQueue()
    {
        using Queue<(int Peak, int Found)>.Enumerator each = _waiting.GetEnumerator();
        each.MoveNext();
        each.MoveNext();
        return each.Current;
    }

    private void Cut(int next)
    {
        sbyte[] values = new sbyte[BeatContext.Length];
        sbyte[] features = new sbyte[BeatContext.FeatureCount];
        _context.Cut(Ring, RingMask, values);
        _context.Compare(values);
        while (!_context.Learn(Ring, RingMask))
        {
        }

        _context.Join(next, features);
        _beats.Add(new CutBeat(_waiting.Dequeue().Peak, values, features));
        _isAdded = false;
    }
}
