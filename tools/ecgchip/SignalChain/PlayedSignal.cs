using System.Collections.Generic;
using System.Linq;
using EcgChip.Signal;

namespace EcgChip.Cli.SignalChain;

/// <summary>What the device made of what was played to it. Times are seconds since the start of that, as a clock on the wall shows them.</summary>
public sealed class PlayedSignal
{
    /// <summary>
    /// The conditioned signal as the screen gets it, in millivolts, a sample every 8 ms; NaN without contact. Front end and filters delay it by
    /// <see cref="DelaySeconds"/>.
    /// </summary>
    public required double[] Trace { get; init; }

    /// <summary>Every beat found: its R peak as the device tells it, delays removed, and when it told.</summary>
    public required IReadOnlyList<(double Seconds, double Told)> Beats { get; init; }

    /// <summary>What stands on the screen after each second: the heart rate, null where it shows dashes.</summary>
    public required IReadOnlyList<(double Seconds, int? Rate)> Shown { get; init; }

    /// <summary>What each second was judged, and why it was poor.</summary>
    public required IReadOnlyList<(double Seconds, ContactState State, QualityReason Reason)> Judged { get; init; }

    /// <summary>The states of contact, each with the time at which it began.</summary>
    public required IReadOnlyList<(double Seconds, ContactState State)> States { get; init; }

    /// <summary>By how much front end and filters delay a heartbeat, as the firmware reckons.</summary>
    public required double DelaySeconds { get; init; }

    /// <summary>Time of a sample of <see cref="Trace"/>.</summary>
    public static double SecondsOf(int sample) => sample / (double)SignalUnits.SampleRate;

    /// <summary>Samples of <see cref="Trace"/> from a time on, until another.</summary>
    public IEnumerable<double> Between(double from, double until) =>
        Trace.Where((_, i) => SecondsOf(i) >= from && SecondsOf(i) < until);

    /// <summary>Rates on the screen from a time on, until another.</summary>
    public IEnumerable<int?> ShownBetween(double from, double until) =>
        Shown.Where(each => each.Seconds >= from && each.Seconds < until).Select(each => each.Rate);
}
