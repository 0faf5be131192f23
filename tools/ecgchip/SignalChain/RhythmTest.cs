using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace EcgChip.Cli.SignalChain;

/// <summary>Rhythms of two kinds of beats, drawn after the ones that AAMI EC13 uses (waveforms 3a to 3d), and beats of alternating height.</summary>
public static class RhythmTest
{
    private const double Length = 40;
    private const double From = 14;
    private const double MostError = 1;
    private const double Match = 0.15;

    private static readonly TestBeat s_normal = new TestBeat(1, 0.08) { PMillivolts = 0.12, TMillivolts = 0.25 };
    private static readonly TestBeat s_low = new TestBeat(0.5, 0.08) { PMillivolts = 0.12, TMillivolts = 0.25 };
    private static readonly TestBeat s_ventricular = new(1.4, 0.16) { TMillivolts = -0.4, QtSeconds = 0.42 };
    private static readonly TestBeat s_downwards = new(-1.2, 0.16) { TMillivolts = 0.4, QtSeconds = 0.42 };

    /// <summary>Measures it.</summary>
    public static FigureGroup Run(CancellationToken cancellation) => new(
        "Alternans and bigeminy",
        "Drawn after EC13's descriptions, not its recordings. EC13 asks to tell what is shown; the rates named count every beat. From 14 s on.",
        [
            .. Figures("every second beat half as high, 80/min", 80, true, [(0.75, s_normal), (0.75, s_low)], cancellation),
            .. Figures("every second beat half as high, 150/min", 150, true, [(0.4, s_normal with { PMillivolts = 0 }), (0.4, s_low with { PMillivolts = 0 })], cancellation),
            .. Figures("3a, ventricular bigeminy, 80/min", 80, false, [(0.5, s_normal), (1.0, s_ventricular)], cancellation),
            .. Figures("3b, slow alternating ventricular bigeminy, 60/min", 60, false, [(0.6, s_normal), (1.4, s_ventricular), (0.6, s_normal), (1.4, s_downwards)], cancellation),
            .. Figures("3c, rapid alternating ventricular bigeminy, 120/min", 120, false, [(0.4, s_normal), (0.6, s_ventricular), (0.4, s_normal), (0.6, s_downwards)], cancellation),
            .. Figures("3d, bidirectional systoles, 90/min", 90, false, [(0.667, s_ventricular), (0.667, s_downwards)], cancellation),
        ]);

    /// <summary>True beats that were not found, and found ones that are none.</summary>
    public static (int Missed, int False) Compare(IReadOnlyList<(double Seconds, double Told)> found, IReadOnlyList<double> truth, double from, double until)
    {
        int missed = truth.Count(time => time >= from && time < until && !found.Any(beat => Math.Abs(beat.Seconds - time) <= Match));
        int none = found.Count(beat => beat.Seconds >= from && beat.Seconds < until && !truth.Any(time => Math.Abs(beat.Seconds - time) <= Match));
        return (missed, none);
    }

    private static SignalFigure[] Figures(
        string what, double rate, bool isClaim, IReadOnlyList<(double Interval, TestBeat Beat)> sequence, CancellationToken cancellation)
    {
        BeatTrain train = BeatTrain.Repeating(sequence, Length);
        PlayedSignal played = BoardPlay.Play(train.At, Length, cancellation);
        int?[] shown = [.. played.ShownBetween(From, Length)];
        (int missed, int none) = Compare(played.Beats, train.Times, From, Length - 2);
        string range = shown.All(each => each is null) ? "dashes" : $"{shown.Min()} to {shown.Max()}/min shown{(shown.Contains(null) ? ", and dashes" : "")}";
        return
        [
            new($"{what}: rate off by at most", RateTest.Error(shown, rate), "%", 1)
            {
                Asked = isClaim ? "rate as with equal beats" : "EC13: to be told", AtMost = isClaim ? MostError : null,
                Note = $"{range}; {missed} missed, {none} false of {train.Times.Count(time => time is >= From and < Length - 2)}",
            },
        ];
    }
}
