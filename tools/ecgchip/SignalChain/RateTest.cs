using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using EcgChip.Signal;

namespace EcgChip.Cli.SignalChain;

/// <summary>Heart rates on the screen, on beats whose rate is known.</summary>
public static class RateTest
{
    private const double SecondsPerMinute = 60;
    private const double Percent = 100;
    private const double MostError = 1;
    private const double LeastTallT = 1.2;
    private const double TallTRate = 80;
    private const double TallestT = 2;
    private const int TallTSteps = 40;
    private const double UsualQrs = 0.1;
    private const string Rates = "IEC 60601-2-47, EC13: 30 to 240/min within 10 %; here within 1 %";

    // What the device shows is watched from the tenth interval on, and for ten more seconds: eight intervals make the rate.
    private const int LearningIntervals = 10;
    private const double LearningSeconds = 3;
    private const double WatchedSeconds = 10;

    private static readonly int[] s_rates = [30, 40, 60, 80, 100, 120, 150, 180, 200, 220, 240];
    private static readonly double[] s_millivolts = [0.5, 1, 2];
    private static readonly bool[] s_smooth = [false, true];
    private static readonly double[] s_widths = [0.07, 0.1, 0.12];

    /// <summary>Rates from 30 to 240 a minute.</summary>
    public static FigureGroup Accuracy(CancellationToken cancellation)
    {
        List<SignalFigure> figures = [];
        foreach (int rate in s_rates)
        {
            figures.Add(Worst($"{rate}/min", rate, Shapes(), cancellation));
        }

        foreach (int rate in s_rates)
        {
            double interval = SecondsPerMinute / rate;
            figures.Add(Worst($"{rate}/min, P and T waves", rate, Shapes().Select(shape => shape.WithWaves(interval, 0.15, 0.3)), cancellation));
        }

        return new FigureGroup(
            "Heart rate",
            "QRS complexes as triangles of 0.5, 1 and 2 mV, 70, 100 and 120 ms wide, up and down, first alone and then with a P wave of 15 % and a T wave of 30 % of their height: the rate on the screen, worst of all 18 and of every second from the tenth interval on. Dashes count as 100 % off.",
            figures);
    }

    /// <summary>The tallest T wave that does not count as a beat.</summary>
    public static FigureGroup TallT(CancellationToken cancellation) => new(
        "Tall T waves",
        "EC13's signal: QRS of 100 ms, T wave of 180 ms, QT 350 ms, 80/min. T, half a sine or the rounder whole turn of a cosine, grows in steps of 0.05 of R up to 2; the highest ratio up to which every rate on the screen was within 1 %.",
        [.. from millivolts in s_millivolts from smooth in s_smooth select Tallest(millivolts, smooth, cancellation)]);

    private static SignalFigure Tallest(double millivolts, bool smooth, CancellationToken cancellation)
    {
        bool isClaim = millivolts == 1;
        Dictionary<double, int?> first = [];
        double ratio = HighestWhile(TallestT, TallTSteps, part =>
        {
            TestBeat beat = new(millivolts, UsualQrs) { TMillivolts = part * millivolts, HasSmoothT = smooth };
            int?[] shown = Watch(beat, TallTRate, cancellation).Shown;
            first[part] = shown.Contains(null) ? null : shown.MaxBy(rate => Math.Abs(rate!.Value - TallTRate));
            return Error(shown, TallTRate) <= MostError;
        });
        string next = ratio == TallestT ? "" : $"then {(first[first.Keys.Max()] is int rate ? $"{rate}/min" : "dashes")} shown";
        return new SignalFigure(FormattableString.Invariant($"QRS of {millivolts} mV, T {(smooth ? "round" : "half a sine")}: T over R"), ratio, "", 2)
        {
            Asked = isClaim ? "EC13: 1.2" : "", AtLeast = isClaim ? LeastTallT : null, Note = next,
        };
    }

    /// <summary>The highest of equal steps up to a limit for which something, and for all before it, still holds; 0 when not for the first.</summary>
    public static double HighestWhile(double limit, int steps, Func<double, bool> holds)
    {
        double highest = 0;
        for (int i = 1; i <= steps && holds(limit * i / steps); i++)
        {
            highest = limit * i / steps;
        }

        return highest;
    }

    /// <summary>How far the rate on the screen is off at worst, in percent; dashes are 100.</summary>
    public static double Error(IEnumerable<int?> shown, double rate) =>
        shown.Max(each => each is int known ? Math.Abs(known - rate) / rate * Percent : Percent);

    private static IEnumerable<TestBeat> Shapes() =>
        from millivolts in s_millivolts from width in s_widths from sign in new[] { 1, -1 } select new TestBeat(sign * millivolts, width);

    private static SignalFigure Worst(string what, double rate, IEnumerable<TestBeat> shapes, CancellationToken cancellation)
    {
        (TestBeat Shape, int?[] Shown, string Poor, double Error)[] all =
        [
            .. from each in shapes let watched = Watch(each, rate, cancellation) select (each, watched.Shown, watched.Poor, Error(watched.Shown, rate)),
        ];
        (TestBeat shape, int?[] shown, string poor, double error) = all.MaxBy(each => each.Error);
        string of = shown.Contains(null)
            ? $"dashes in {shown.Count(each => each is null)} of {shown.Length} s (called {poor})"
            : $"{shown.Min()} to {shown.Max()}/min";
        string others = error > MostError ? $"; {all.Count(each => each.Error > MostError)} of {all.Length} shapes" : "";
        return new SignalFigure(what, error, "%", 2)
        {
            Asked = Rates, AtMost = MostError,
            Note = error == 0 ? "" : FormattableString.Invariant($"{of} with {shape.QrsMillivolts} mV, {shape.QrsSeconds * 1000:0} ms{others}"),
        };
    }

    // The rates on the screen, and what the poor seconds among them were called.
    private static (int?[] Shown, string Poor) Watch(TestBeat beat, double rate, CancellationToken cancellation)
    {
        double interval = SecondsPerMinute / rate;
        double from = LearningSeconds + (LearningIntervals * interval);
        double seconds = from + WatchedSeconds;
        BeatTrain train = BeatTrain.Regular(beat, interval, seconds);
        PlayedSignal played = BoardPlay.Play(train.At, seconds, cancellation);
        IEnumerable<string> reasons = played.Judged
            .Where(second => second.Seconds >= from && second.State == ContactState.Poor).Select(second => $"{second.Reason}").Distinct().Order(StringComparer.Ordinal);
        return ([.. played.ShownBetween(from, seconds)], string.Join(", ", reasons).ToLowerInvariant());
    }
}
