using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using EcgChip.Signal;
using EcgChip.Simulator.Board;
using EcgChip.Simulator.FrontEnd;

namespace EcgChip.Cli.SignalChain;

/// <summary>What an overload or a lost electrode leaves behind, and how long.</summary>
public static class RecoveryTest
{
    private const double Begin = 12;
    private const double OffSeconds = 5;
    private const double OverloadSeconds = 1;
    private const double Length = 34;
    private const double BaselineMillivolts = 0.5;
    private const double MostDeafSeconds = 2;
    private const double Interval = 0.75;
    private const double Match = 0.15;
    private const double CheckStep = 0.001;

    private static readonly TestBeat s_beat = new(1, 0.1) { TMillivolts = 0.3 };

    /// <summary>Measures it.</summary>
    public static FigureGroup Run(CancellationToken cancellation)
    {
        List<SignalFigure> figures = [];
        foreach (double step in new double[] { 300, -300 })
        {
            figures.AddRange(Figures(FormattableString.Invariant($"{step} mV more from now on"), t => t >= Begin ? step : 0, Begin, _ => { }, cancellation));
        }

        foreach (double step in new double[] { 1000, -1000 })
        {
            double end = Begin + OverloadSeconds;
            figures.AddRange(Figures(
                FormattableString.Invariant($"{step} mV for a second"), t => t >= Begin && t < end ? step : 0, end, _ => { }, cancellation));
        }

        foreach ((string which, bool[] inputs) in new[] { ("left leg", new[] { true }), ("right arm", [false]), ("both electrodes", [true, false]) })
        {
            double end = Begin + OffSeconds;
            figures.AddRange(Figures(
                $"{which} off for 5 s", _ => 0, end, electrodes => Array.ForEach(inputs, positive => electrodes.Lose(positive, Begin, end)), cancellation));
        }

        return new FigureGroup(
            "Recovery",
            "Beats of 1 mV at 80/min go on meanwhile. \"Back\" is the front end when its output is within the ADC's good range for good, counted from the end of the disturbance. From then on: until the trace is within 0.5 mV of the baseline for good (measured without beats), until the first beat from which on none is missed, and until the screen shows a rate for good. With beats every 0.75 s and half a second in which contact must hold.",
            figures);
    }

    /// <summary>The last moment at which a trace is farther from 0 than a limit, seconds; null where it never is.</summary>
    public static double? LastBeyond(double[] trace, double from, double limit)
    {
        int last = Array.FindLastIndex(trace, value => Math.Abs(value) > limit);
        return last >= 0 && PlayedSignal.SecondsOf(last) >= from ? PlayedSignal.SecondsOf(last) : null;
    }

    /// <summary>The first true beat after a moment from which on every one was found; null without any.</summary>
    public static double? FirstOfAllFound(IReadOnlyList<(double Seconds, double Told)> found, IEnumerable<double> truth, double from, double until)
    {
        double? first = null;
        foreach (double time in truth.Where(time => time >= from && time < until))
        {
            bool isFound = found.Any(beat => Math.Abs(beat.Seconds - time) <= Match);
            first = isFound ? first ?? time : null;
        }

        return first;
    }

    /// <summary>The moment from which on a rate is shown without dashes; the given one where there were none, null where they stay.</summary>
    public static double? KnownFrom(IReadOnlyList<(double Seconds, int? Rate)> shown, double from)
    {
        double? known = from;
        foreach ((double seconds, int? rate) in shown.Where(each => each.Seconds >= from))
        {
            known = rate is null ? null : known ?? seconds;
        }

        return known;
    }

    private static SignalFigure[] Figures(
        string what, Func<double, double> disturbance, double end, Action<Electrodes> electrodes, CancellationToken cancellation)
    {
        BeatTrain train = BeatTrain.Regular(s_beat, Interval, Length);
        PlayedSignal flat = BoardPlay.Play(disturbance, Length, cancellation, electrodes: electrodes);
        PlayedSignal beating = BoardPlay.Play(t => train.At(t) + disturbance(t), Length, cancellation, electrodes: electrodes);
        double back = Back(t => train.At(t) + disturbance(t), electrodes, end);
        double contact = flat.States.LastOrDefault(state => state.State == ContactState.NoContact).Seconds;
        double settled = LastBeyond(flat.Trace, end, BaselineMillivolts) ?? end;

        // Without contact there is no trace: it comes with the state behind it.
        double again = flat.States.Where(state => state.Seconds > contact && contact > 0).Select(state => state.Seconds).FirstOrDefault(end);
        double? beat = FirstOfAllFound(beating.Beats, train.Times, back, Length - 2);
        double? rate = KnownFrom(beating.Shown, Begin) is double known ? Math.Max(0, known - back) : null;
        return
        [
            new($"{what}: front end back after", back - end, "s", 2),
            new($"{what}: then trace usable after", Math.Max(0, Math.Max(settled, again) - back), "s", 2),
            new($"{what}: then beats found again from", beat - back, "s", 2) { Asked = "an artefact must not deafen the detector for more than 2 s", AtMost = MostDeafSeconds },
            new($"{what}: then a rate shown after", rate, "s", 1) { Note = rate == 0 ? "the rate never left the screen" : "" },
        ];
    }

    // A twin of the board's front end is asked, which the firmware does not read.
    private static double Back(Func<double, double> millivolts, Action<Electrodes> electrodes, double end)
    {
        Electrodes off = new();
        electrodes(off);
        AnalogFrontEnd frontEnd = new(new PlayedVoltage(millivolts, Length), new AnalogSettings(), off);
        double back = end;
        for (double t = 0; t < Length; t += CheckStep)
        {
            double volts = frontEnd.VoltsAt(t);
            back = t >= end && volts is < Esp32Adc.LowestGoodVolts or > Esp32Adc.HighestGoodVolts ? t : back;
        }

        return back;
    }
}
