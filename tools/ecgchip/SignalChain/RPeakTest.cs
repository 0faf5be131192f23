using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using EcgChip.Formats;
using EcgChip.Signal;
using EcgChip.Simulator.Patients;

namespace EcgChip.Cli.SignalChain;

/// <summary>Where R peaks are told to be, and how late.</summary>
public static class RPeakTest
{
    private const double Match = 0.15;
    private const double Milliseconds = 1000;
    private const double MostSamples = 2;
    private const double MostDelaySeconds = 1;
    private const double Quantile = 0.99;
    private const double Length = 60;

    // No multiple of a sample: R peaks lie anywhere between two.
    private const double Interval = 0.8137;

    // The detector learns in the first second and a half; the last second's beats are not told any more.
    private const double From = 2;
    private const double Until = Length - 1.5;

    private static readonly double[] s_millivolts = [0.5, 1, 2];
    private static readonly double[] s_widths = [0.07, 0.1, 0.12];
    private static readonly double[] s_rates = [50, 72, 100, 140];

    /// <summary>Measures it.</summary>
    public static FigureGroup Run(CancellationToken cancellation)
    {
        List<(double Off, double Late)> drawn = [];
        foreach (TestBeat beat in from millivolts in s_millivolts from width in s_widths from sign in new[] { 1, -1 } select new TestBeat(sign * millivolts, width))
        {
            BeatTrain train = BeatTrain.Regular(beat.WithWaves(Interval, 0.15, 0.3), Interval, Length);
            Add(drawn, BoardPlay.Play(train.At, Length, cancellation), train.Times);
        }

        List<(double Off, double Late)> normal = [];
        List<(double Off, double Late)> ventricular = [];
        int missed = 0;
        for (int i = 0; i < s_rates.Length; i++)
        {
            SyntheticPatient patient = new(new SyntheticPatientOptions { Seconds = Length, HeartRate = s_rates[i], Seed = i + 1 });
            PlayedSignal played = BoardPlay.Play(patient, cancellation);
            missed += Add(normal, played, patient.Beats.Where(beat => beat.Class != AamiClass.V).Select(beat => beat.Seconds));
            missed += Add(ventricular, played, patient.Beats.Where(beat => beat.Class == AamiClass.V).Select(beat => beat.Seconds));
        }

        return new FigureGroup(
            "Place of the R peak, and when it is told",
            "The told place, delays removed, against the true top (of inverted beats the lowest point): the drawn beats of the heart rate test with P and T waves, 74/min; the synthetic patient (McSharry 2003, 10 uV of noise) at 50, 72, 100 and 140/min for a minute each, with ectopic beats. \"Told after\": from the R peak at the electrodes to the report, with a chip that computes in no time.",
            [
                .. Figures("drawn beats", drawn, true),
                .. Figures("synthetic patient, N and S beats", normal, true),
                .. Figures("synthetic patient, V beats (160 ms wide)", ventricular, false),
                new("synthetic patient: beats missed", missed, $"of {normal.Count + ventricular.Count + missed}"),
            ]);
    }

    /// <summary>The least value that a share of all does not exceed.</summary>
    public static double? QuantileOf(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? null : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
    }

    /// <summary>Adds how far each true beat's report is off, in seconds, and how late.</summary>
    /// <returns>True beats that were missed.</returns>
    public static int Add(List<(double Off, double Late)> places, PlayedSignal played, IEnumerable<double> truth)
    {
        int missed = 0;
        foreach (double time in truth.Where(time => time is >= From and < Until))
        {
            (double seconds, double told) = played.Beats.OrderBy(beat => Math.Abs(beat.Seconds - time)).FirstOrDefault((double.NaN, double.NaN));
            if (Math.Abs(seconds - time) <= Match)
            {
                places.Add((seconds - time, told - time));
            }
            else
            {
                missed++;
            }
        }

        return missed;
    }

    private static SignalFigure[] Figures(string what, List<(double Off, double Late)> places, bool isClaim)
    {
        const double MostOff = MostSamples * Milliseconds / SignalUnits.SampleRate;
        IEnumerable<double> off = places.Select(place => Milliseconds * Math.Abs(place.Off));
        return
        [
            new($"{what}: off by, 99 of 100", QuantileOf(off, Quantile), "ms", 1),
            new($"{what}: off by, worst", QuantileOf(off, 1), "ms", 1)
            {
                Asked = isClaim ? "within 2 samples" : "", AtMost = isClaim ? MostOff : null, Note = $"of {places.Count} beats",
            },
            new($"{what}: told after, 99 of 100", QuantileOf(places.Select(place => place.Late), Quantile), "s", 2),
            new($"{what}: told after, worst", QuantileOf(places.Select(place => place.Late), 1), "s", 2)
            {
                Asked = "decision within a second", AtMost = MostDelaySeconds,
            },
        ];
    }
}
