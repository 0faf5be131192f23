using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace EcgChip.Cli.SignalChain;

/// <summary>How fast the rate on the screen follows a heart that changes its rate at once.</summary>
public static class RateStepTest
{
    private const double SecondsPerMinute = 60;
    private const double Before = 80;
    private const double StepAfter = 18;
    private const double Length = 45;
    private const double MostOutside = 0;

    // A rate is shown once a second: where in its second the step comes, matters.
    private static readonly double[] s_phases = [0, 0.2, 0.4, 0.6, 0.8];
    private static readonly double[] s_parts = [0.63, 0.9];
    private static readonly TestBeat s_beat = new(1, 0.1) { TMillivolts = 0.3 };

    /// <summary>Measures it.</summary>
    public static FigureGroup Run(CancellationToken cancellation)
    {
        List<SignalFigure> figures = [];
        foreach (double after in new double[] { 120, 40 })
        {
            (double Step, PlayedSignal Played)[] all = [.. s_phases.Select(phase => Play(phase, after, cancellation))];
            foreach (double part in s_parts)
            {
                figures.Add(new(
                    FormattableString.Invariant($"{Before} to {after}/min: {100 * part:0} % of the step shown after"),
                    all.Max(each => Delay(each.Played.Shown, each.Step, Before, after, part)), "s", 1) { Asked = "EC13: to be told" });
            }

            figures.Add(new(
                FormattableString.Invariant($"{Before} to {after}/min: seconds with dashes, or a rate beyond both by over 1 %"),
                all.Sum(each => each.Played.ShownBetween(each.Step - 3, Length).Count(rate => !IsBetween(rate, Before, after))), "")
                {
                    Asked = "no false alarm on the way", AtMost = MostOutside,
                });
        }

        return new FigureGroup(
            "Response to a change of rate",
            "From the last beat of the old rate until the screen shows that part of the step, and all later seconds show at least it; worst of five places of the step within a second, by which the screen is brought up to date.",
            figures);
    }

    /// <summary>Seconds from a step until a part of it is shown for good; null when it never is.</summary>
    public static double? Delay(IReadOnlyList<(double Seconds, int? Rate)> shown, double step, double before, double after, double part)
    {
        double wanted = before + (part * (after - before));
        int last = -1;
        for (int i = 0; i < shown.Count; i++)
        {
            bool reached = shown[i].Rate is int rate && (after > before ? rate >= wanted : rate <= wanted);
            last = reached ? last : i;
        }

        return last + 1 < shown.Count ? shown[last + 1].Seconds - step : null;
    }

    private static bool IsBetween(int? shown, double before, double after) =>
        shown is int rate && rate >= 0.99 * Math.Min(before, after) && rate <= 1.01 * Math.Max(before, after);

    private static (double Step, PlayedSignal Played) Play(double phase, double after, CancellationToken cancellation)
    {
        List<(double Seconds, TestBeat Beat)> beats = [];
        double at = 0.3 + phase;
        double step = 0;
        while (at < Length)
        {
            beats.Add((at, s_beat));
            step = at < StepAfter ? at : step;
            at += SecondsPerMinute / (at < StepAfter ? Before : after);
        }

        // The beat before the threshold is followed by the old interval still: the last of the old rate is the one behind it.
        step += SecondsPerMinute / Before;
        return (step, BoardPlay.Play(new BeatTrain(beats).At, Length, cancellation));
    }
}
