using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Cli.SignalChain;

/// <summary>Beats one after another.</summary>
public sealed class BeatTrain
{
    // The first beat does not lie half before the start.
    private const double FirstBeat = 0.35;

    private readonly double[] times;
    private readonly TestBeat[] beats;

    /// <param name="beats">Each beat and the time of its R peak, in seconds, in order.</param>
    public BeatTrain(IEnumerable<(double Seconds, TestBeat Beat)> beats)
    {
        (double Seconds, TestBeat Beat)[] all = [.. beats];
        times = [.. all.Select(each => each.Seconds)];
        this.beats = [.. all.Select(each => each.Beat)];
    }

    /// <summary>Times of the R peaks, in seconds.</summary>
    public IReadOnlyList<double> Times => times;

    /// <summary>The same beat again and again.</summary>
    /// <param name="beat">The beat.</param>
    /// <param name="interval">Seconds from one to the next.</param>
    /// <param name="seconds">How long.</param>
    public static BeatTrain Regular(TestBeat beat, double interval, double seconds) => Repeating([(interval, beat)], seconds);

    /// <summary>A sequence of beats again and again.</summary>
    /// <param name="sequence">Each beat, and the seconds from it to the next.</param>
    /// <param name="seconds">How long.</param>
    public static BeatTrain Repeating(IReadOnlyList<(double Interval, TestBeat Beat)> sequence, double seconds) => new(Sequence(sequence, seconds));

    /// <summary>The voltage, in millivolts.</summary>
    public double At(double seconds)
    {
        int index = Array.BinarySearch(times, seconds - TestBeat.Reach);
        double millivolts = 0;
        for (int i = index < 0 ? ~index : index; i < times.Length && times[i] < seconds + TestBeat.Reach; i++)
        {
            millivolts += beats[i].At(seconds - times[i]);
        }

        return millivolts;
    }

    private static IEnumerable<(double Seconds, TestBeat Beat)> Sequence(IReadOnlyList<(double Interval, TestBeat Beat)> sequence, double seconds)
    {
        double at = FirstBeat;
        for (int i = 0; at < seconds; i++)
        {
            (double interval, TestBeat beat) = sequence[i % sequence.Count];
            yield return (at, beat);
            at += interval;
        }
    }
}
