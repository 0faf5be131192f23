using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace EcgChip.Cli.SignalChain;

/// <summary>Spikes as a pacemaker makes them, alone and with beats.</summary>
public static class PacerTest
{
    private const double SpikeSeconds = 0.002;
    private const double BeforeQrs = 0.010;
    private const double AtrialBefore = 0.160;
    private const double Interval = 0.75;
    private const double SlowInterval = 2;
    private const double Length = 24;
    private const double From = 5;
    private const double Until = Length - 2;

    // EC13: an overshoot of up to a quarter of the spike, 2 mV at most, that decays with 4 to 100 ms.
    private const double OvershootPart = 0.25;
    private const double MostOvershoot = 2;
    private const double ForgottenAfter = 8;

    // A beat owns the time from a little more than half an interval before it: there lie its spikes.
    private const double OwnedBefore = 0.4;
    private const double Match = 0.15;
    private const double SecondsPerMinute = 60;

    private static readonly double[] s_millivolts = [2, 20, 100, 300, 700];
    private static readonly double?[] s_overshoots = [null, 0.004, 0.025, 0.1];
    private static readonly TestBeat s_beat = new(1, 0.1) { TMillivolts = 0.3 };

    /// <summary>Measures it.</summary>
    public static FigureGroup Run(CancellationToken cancellation)
    {
        BeatTrain paced = BeatTrain.Regular(s_beat, Interval, Length);
        BeatTrain slow = BeatTrain.Regular(s_beat, SlowInterval, Length);
        double[] each = [.. paced.Times.Select(time => time - BeforeQrs)];
        double[] pairs = [.. paced.Times.SelectMany(time => new[] { time - AtrialBefore, time - BeforeQrs }).Where(time => time > 0)];
        List<SignalFigure> figures = [];
        foreach (double millivolts in s_millivolts)
        {
            string size = FormattableString.Invariant($"spikes of {millivolts} mV");
            PlayedSignal[] before = Play(paced, each, millivolts, cancellation);
            PlayedSignal[] both = Play(paced, pairs, millivolts, cancellation);
            PlayedSignal[] without = Play(new BeatTrain([]), each, millivolts, cancellation);
            PlayedSignal[] ineffective = Play(slow, each, millivolts, cancellation);
            figures.AddRange(
            [
                .. Counted($"{size} 10 ms before each QRS", before, paced.Times),
                .. Counted($"{size} in pairs, 160 and 10 ms before each QRS", both, paced.Times),
                new($"{size}, 80/min and no beats: counted at worst", without.Max(PerMinute), "/min") { Note = Seen(without) },
                new($"{size}, 80/min beside beats at 30/min: counted at worst", ineffective.Max(PerMinute), "/min")
                {
                    Note = FormattableString.Invariant($"beats missed at worst: {ineffective.Max(played => Missed(played.Beats, slow.Times))} of {Owned(slow.Times).Count()}"),
                },
            ]);
        }

        return new FigureGroup(
            "Pacemaker spikes",
            "2 ms wide, up and down, without overshoot and with one of a quarter of the spike (2 mV at most) that decays in 4, 25 and 100 ms; beats of 1 mV, 100 ms, T 0.3 mV at 80/min. Worst of these eight. 17 s are looked at. A time of 0.75 s belongs to each beat, half of it before: what is told in it beyond the first is the beat counted twice.",
            figures);
    }

    /// <summary>Beats that were counted more than once: found beats beyond the first in the time that belongs to a beat.</summary>
    public static int Doubled(IReadOnlyList<(double Seconds, double Told)> found, IReadOnlyList<double> truth) =>
        Owned(truth).Sum(time => Math.Max(0, found.Count(beat => BelongsTo(beat.Seconds, time, truth)) - 1));

    /// <summary>Beats in whose time nothing was found at all.</summary>
    public static int Uncounted(IReadOnlyList<(double Seconds, double Told)> found, IReadOnlyList<double> truth) =>
        Owned(truth).Count(time => !found.Any(beat => BelongsTo(beat.Seconds, time, truth)));

    /// <summary>Beats near which nothing was found.</summary>
    public static int Missed(IReadOnlyList<(double Seconds, double Told)> found, IReadOnlyList<double> truth) =>
        Owned(truth).Count(time => !found.Any(beat => Math.Abs(beat.Seconds - time) <= Match));

    /// <summary>The voltage of one spike, in parts of its height, with what follows it.</summary>
    /// <param name="since">Seconds since it began.</param>
    /// <param name="overshoot">Height of the overshoot, in the same parts; of the other sign.</param>
    /// <param name="decay">Its time constant.</param>
    public static double Spike(double since, double overshoot, double decay) =>
        since < 0 ? 0 : since < SpikeSeconds ? 1 : since < SpikeSeconds + (ForgottenAfter * decay) ? -overshoot * Math.Exp(-(since - SpikeSeconds) / decay) : 0;

    private static PlayedSignal[] Play(BeatTrain beats, double[] spikes, double millivolts, CancellationToken cancellation) =>
    [
        .. from sign in new[] { 1, -1 }
           from decay in s_overshoots
           select BoardPlay.Play(t => beats.At(t) + Spikes(spikes, t, sign * millivolts, decay), Length, cancellation),
    ];

    private static double Spikes(double[] spikes, double seconds, double millivolts, double? decay)
    {
        double overshoot = decay is null ? 0 : Math.Min(OvershootPart, MostOvershoot / Math.Abs(millivolts));
        double constant = decay ?? SpikeSeconds;
        double sum = 0;
        int first = Array.BinarySearch(spikes, seconds - SpikeSeconds - (ForgottenAfter * constant));
        for (int i = first < 0 ? ~first : first; i < spikes.Length && spikes[i] <= seconds; i++)
        {
            sum += millivolts * Spike(seconds - spikes[i], overshoot, constant);
        }

        return sum;
    }

    private static SignalFigure[] Counted(string what, PlayedSignal[] played, IReadOnlyList<double> truth)
    {
        int lost = played.Max(each => Uncounted(each.Beats, truth));
        int aside = played.Max(each => Missed(each.Beats, truth) - Uncounted(each.Beats, truth));
        return
        [
            new($"{what}: counted twice", played.Max(each => Doubled(each.Beats, truth)), $"of {Owned(truth).Count()}")
            {
                Asked = "no beat counted twice", AtMost = 0, Note = $"not counted at worst: {lost}; told over 150 ms from R, at the spike: {aside}",
            },
        ];
    }

    private static string Seen(PlayedSignal[] played)
    {
        int good = played.Sum(each => each.Judged.Count(second => second.Seconds is >= From and < Until && second.State == EcgChip.Signal.ContactState.Good));
        int all = played.Sum(each => each.Judged.Count(second => second.Seconds is >= From and < Until));
        int rates = played.Sum(each => each.ShownBetween(From, Until).Count(rate => rate is not null));
        return $"good signal in {100 * good / all} % of the seconds, a rate shown in {100 * rates / all} %";
    }

    private static double PerMinute(PlayedSignal played) =>
        Math.Round(played.Beats.Count(beat => beat.Seconds is >= From and < Until) * SecondsPerMinute / (Until - From));

    private static IEnumerable<double> Owned(IEnumerable<double> truth) => truth.Where(time => time is >= From and < Until);

    private static bool BelongsTo(double found, double time, IReadOnlyList<double> truth)
    {
        double interval = truth.Count > 1 ? truth[1] - truth[0] : Interval;
        return found >= time - Math.Min(OwnedBefore, interval / 2) && found < time + interval - Math.Min(OwnedBefore, interval / 2);
    }
}
