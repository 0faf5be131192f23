using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using EcgChip.Signal;
using EcgChip.Simulator.Board;

namespace EcgChip.Cli.SignalChain;

/// <summary>How soon a lost electrode and a signal that clips are told.</summary>
public static class ContactTest
{
    private const double LostAt = 8;
    private const double Length = 14;
    private const double MostSeconds = 1;
    private const double MostUntilSaid = 2;
    private const double Interval = 0.75;
    private const double ClipsFrom = 6;
    private const double ClippingHz = 5;
    private const double ClippingMillivolts = 4;
    private const double ClippingStep = 0.1;
    private const double HighestMillivolts = 10;

    // The comparators are looked at in turn, samples come in blocks: where in them the loss comes, matters.
    private static readonly double[] s_phases = [.. Enumerable.Range(0, 16).Select(i => i * 0.0131)];
    private static readonly TestBeat s_beat = new(1, 0.1) { TMillivolts = 0.3 };

    /// <summary>Measures it.</summary>
    public static FigureGroup Run(CancellationToken cancellation)
    {
        List<SignalFigure> figures = [];
        BeatTrain train = BeatTrain.Regular(s_beat, Interval, Length);
        foreach ((string which, bool[] inputs) in new[] { ("left leg", new[] { true }), ("right arm", [false]), ("both electrodes", [true, false]) })
        {
            figures.Add(new($"{which} off: told after", s_phases.Max(phase => Lost(train, LostAt + phase, inputs, cancellation)), "s", 3)
            {
                Asked = "told within a second", AtMost = MostSeconds,
            });
        }

        PlayedSignal clipped = BoardPlay.Play(t => t < ClipsFrom ? train.At(t) : Sine(t), Length, cancellation);
        (double Seconds, ContactState State, QualityReason Reason) said =
            clipped.Judged.FirstOrDefault(second => second.Seconds > ClipsFrom && second.Reason == QualityReason.Clipping);
        figures.Add(new($"a sine of {ClippingMillivolts} mV and {ClippingHz} Hz: \"too strong\" after", said.Seconds > 0 ? said.Seconds - ClipsFrom : null, "s", 1)
        {
            Asked = "clipping is told", AtMost = MostUntilSaid,
        });
        double[] heights = [.. Enumerable.Range(1, (int)(HighestMillivolts / ClippingStep)).Select(i => i * ClippingStep)];
        figures.Add(new("least height of a sine of 5 Hz that is told as clipping", heights.Cast<double?>().FirstOrDefault(height => IsTold(height!.Value, cancellation)), "mV", 1)
        {
            Note = "2.8 mV fit",
        });
        return new FigureGroup(
            "Lost electrodes and clipping",
            "From the loss until the device's state is \"no contact\", worst of 16 moments; clipping from its begin until the second's judgement says so.",
            figures);

        bool IsTold(double height, CancellationToken token) =>
            BoardPlay.Play(t => height / ClippingMillivolts * Sine(t), ClipsFrom, token).Judged.Any(second => second.Reason == QualityReason.Clipping);
    }

    private static double Sine(double seconds) => ClippingMillivolts * Math.Sin(2 * Math.PI * ClippingHz * seconds);

    private static double? Lost(BeatTrain train, double at, bool[] inputs, CancellationToken cancellation)
    {
        PlayedSignal played = BoardPlay.Play(
            train.At, Length, cancellation, electrodes: electrodes => Array.ForEach(inputs, positive => electrodes.Lose(positive, at, Length + 1)));
        return played.States.Where(state => state.State == ContactState.NoContact).Select(state => (double?)(state.Seconds - at)).FirstOrDefault();
    }
}
