using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using EcgChip.Simulator.FrontEnd;

namespace EcgChip.Cli.FrontEnd;

/// <summary>
/// How far gain and corners move when the parts lie anywhere within their tolerance: many boards drawn with the same seed, each reckoned from
/// the circuit's transfer function.
/// </summary>
public static class PartsTolerance
{
    private const int Boards = 2000;
    private const int Seed = 1;
    private const double ResistorTolerance = 0.01;
    private const double FilterCapacitorTolerance = 0.05;
    private const double LargeCapacitorTolerance = 0.1;

    /// <summary>Gain, centre and both corners, each with its least, its middle and its largest value among the boards.</summary>
    public static IReadOnlyList<(string What, double Least, double Middle, double Most)> Of(AnalogSettings parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Random random = new(Seed);
        AnalogSettings[] boards = [.. Enumerable.Range(0, Boards).Select(_ => Draw(parts, random))];
        return
        [
            Range("gain at 10 Hz", boards, board => At(board, 10).Magnitude),
            Range("centre, V", boards, board => board.CentreVolts),
            Range("high-pass corner, Hz", boards, board => Corner(board, 0.05, 2)),
            Range("at 35 Hz, dB", boards, board => 20 * Math.Log10(At(board, 35).Magnitude / At(board, 5).Magnitude)),
            Range("low-pass corner, Hz", boards, board => Corner(board, 100, 15)),
        ];
    }

    /// <summary>Volts at the ADC's pin for a volt between the electrodes, by the circuit's transfer function.</summary>
    public static Complex At(AnalogSettings parts, double hertz)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Complex s = new(0, 2 * Math.PI * hertz);
        Complex highPass = s / (s + (2 * Math.PI * parts.HighPassHz));
        double second = 1 / (parts.LowPassSecondOhms * parts.LowPassGroundFarads);
        double first = 1 / (parts.LowPassFirstOhms * parts.LowPassFeedbackFarads);
        double across = 1 / (parts.LowPassSecondOhms * parts.LowPassFeedbackFarads);
        Complex lowPass = first * second / ((s * s) + (s * (first + across + ((1 - parts.SecondStageGain) * second))) + (first * second));
        Complex lags = (1 + (s * parts.AdcOhms * parts.AdcFarads)) * (1 + (s / (2 * Math.PI * Ad8232Model.BandwidthHz)));
        return parts.Gain * highPass * lowPass / lags;
    }

    private static double Corner(AnalogSettings parts, double outside, double inside)
    {
        double level = At(parts, 5).Magnitude / Math.Sqrt(2);
        for (int i = 0; i < 50; i++)
        {
            double middle = Math.Sqrt(outside * inside);
            (outside, inside) = At(parts, middle).Magnitude < level ? (middle, inside) : (outside, middle);
        }

        return inside;
    }

    private static (string What, double Least, double Middle, double Most) Range(string what, AnalogSettings[] boards, Func<AnalogSettings, double> figure)
    {
        double[] values = [.. boards.Select(figure).Order()];
        return (what, values[0], values[values.Length / 2], values[^1]);
    }

    private static AnalogSettings Draw(AnalogSettings parts, Random random)
    {
        double Within(double value, double tolerance) => value * (1 + (tolerance * ((2 * random.NextDouble()) - 1)));
        return parts with
        {
            ReferenceUpperOhms = Within(parts.ReferenceUpperOhms, ResistorTolerance),
            ReferenceLowerOhms = Within(parts.ReferenceLowerOhms, ResistorTolerance),
            HighPassOhms = Within(parts.HighPassOhms, ResistorTolerance),
            HighPassFarads = Within(parts.HighPassFarads, LargeCapacitorTolerance),
            LowPassFirstOhms = Within(parts.LowPassFirstOhms, ResistorTolerance),
            LowPassSecondOhms = Within(parts.LowPassSecondOhms, ResistorTolerance),
            LowPassFeedbackFarads = Within(parts.LowPassFeedbackFarads, FilterCapacitorTolerance),
            LowPassGroundFarads = Within(parts.LowPassGroundFarads, FilterCapacitorTolerance),
            GainUpperOhms = Within(parts.GainUpperOhms, ResistorTolerance),
            GainLowerOhms = Within(parts.GainLowerOhms, ResistorTolerance),
            AdcOhms = Within(parts.AdcOhms, ResistorTolerance),
            AdcFarads = Within(parts.AdcFarads, LargeCapacitorTolerance),
            ProtectionOhms = Within(parts.ProtectionOhms, ResistorTolerance),
            PullUpOhms = Within(parts.PullUpOhms, ResistorTolerance),
        };
    }
}
