using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using EcgChip.Signal;

namespace EcgChip.Cli.SignalChain;

/// <summary>Frequency response from the electrodes to the display, by sines.</summary>
public static class FrequencyTest
{
    /// <summary>Begin of the band that is asked for, in Hz.</summary>
    public const double LowestHz = 0.67;

    /// <summary>End of the band that is asked for, in Hz.</summary>
    public const double HighestHz = 35;

    /// <summary>Frequency that the others are measured against.</summary>
    public const double ReferenceHz = 10;

    private const double MostRippleDb = 3;
    private const double LeastRejectionDb = 30;
    private const int InBand = 204;
    private const int Below = 20;
    private const int Above = 36;
    private const double FirstHz = 0.2;
    private const double LastHz = 48;
    private const double BesideMains = 0.5;

    // The slowest filter (0.3 Hz) has a time constant of half a second; one millivolt is far from the rails.
    private const double SettleSeconds = 5;
    private const double LeastSeconds = 6;
    private const int LeastPeriods = 4;
    private const double Millivolts = 1;

    /// <summary>Measures it.</summary>
    public static FigureGroup Run(CancellationToken cancellation)
    {
        List<SignalFigure> figures = [];
        foreach (MainsFrequency mains in new[] { MainsFrequency.Hz50, MainsFrequency.Hz60 })
        {
            figures.AddRange(Figures((int)mains, hertz => GainAt(hertz, mains, cancellation)));
        }

        return new FigureGroup(
            "Frequency response",
            $"Sines of {Millivolts:0} mV between the electrodes, one after another, {InBand} of them from {LowestHz} to {HighestHz} Hz in equal ratios; amplitude of the samples that the screen gets.",
            figures);
    }

    /// <summary>What follows from a response.</summary>
    /// <param name="mainsHz">Mains frequency that the device is set to.</param>
    /// <param name="gainAt">Gain by the frequency in Hz.</param>
    public static IReadOnlyList<SignalFigure> Figures(int mainsHz, Func<double, double> gainAt)
    {
        ArgumentNullException.ThrowIfNull(gainAt);
        double reference = gainAt(ReferenceHz);
        (double Hertz, double Db)[] low = At(Ratios(FirstHz, LowestHz, Below));
        (double Hertz, double Db)[] band = At(Ratios(LowestHz, HighestHz, InBand));
        (double Hertz, double Db)[] high = At(Ratios(HighestHz, LastHz, Above));
        string set = $"notch at {mainsHz} Hz";
        (double Hertz, double Db) least = band.MinBy(each => each.Db);
        (double Hertz, double Db) most = band.MaxBy(each => each.Db);
        const string Asked = "IEC 60601-2-47: 0.67 to 40 Hz within 3 dB; here to 35 Hz";
        return
        [
            new($"{set}: gain at {ReferenceHz} Hz", reference, "", 3) { Note = "of 1 mV between the electrodes" },
            new($"{set}: least in the band", least.Db, "dB", 2) { Asked = Asked, AtLeast = -MostRippleDb, Note = FormattableString.Invariant($"at {least.Hertz:F2} Hz") },
            new($"{set}: most in the band", most.Db, "dB", 2) { Asked = Asked, AtMost = MostRippleDb, Note = FormattableString.Invariant($"at {most.Hertz:F2} Hz") },
            new($"{set}: lower -3 dB corner", Corner([.. band.Reverse().Concat(low.Reverse())]), "Hz", 2) { Asked = "at most 0.67 Hz", AtMost = LowestHz },
            new($"{set}: upper -3 dB corner", Corner([.. band, .. high]), "Hz", 1) { Asked = "at least 35 Hz", AtLeast = HighestHz },
            new($"{set}: {mainsHz} Hz", Db(mainsHz), "dB", 1) { Asked = "30 dB or more taken out", AtMost = -LeastRejectionDb },
            new($"{set}: {mainsHz - BesideMains:0.0} Hz", Db(mainsHz - BesideMains), "dB", 1),
            new($"{set}: {mainsHz + BesideMains:0.0} Hz", Db(mainsHz + BesideMains), "dB", 1),
        ];

        double Db(double hertz) => 20 * Math.Log10(gainAt(hertz) / reference);

        (double Hertz, double Db)[] At(IEnumerable<double> all) => [.. all.Select(hertz => (hertz, Db(hertz)))];
    }

    /// <summary>Gain of the chain at a frequency.</summary>
    public static double GainAt(double hertz, MainsFrequency mains, CancellationToken cancellation)
    {
        double seconds = Math.Max(LeastSeconds, LeastPeriods / hertz);
        PlayedSignal played = BoardPlay.Play(
            t => Millivolts * Math.Sin(2 * Math.PI * hertz * t), SettleSeconds + seconds + 1, cancellation, mains);
        double[] samples = [.. played.Between(SettleSeconds, SettleSeconds + seconds)];
        return SineFit.Amplitude(samples, hertz / SignalUnits.SampleRate) / Millivolts;
    }

    private static IEnumerable<double> Ratios(double from, double to, int count) =>
        Enumerable.Range(0, count).Select(i => from * Math.Pow(to / from, i / (double)(count - 1)));

    // Where the response first falls below -3 dB, in the order given: the line between two neighbours.
    private static double? Corner((double Hertz, double Db)[] response)
    {
        for (int i = 1; i < response.Length; i++)
        {
            if (response[i - 1].Db >= -MostRippleDb && response[i].Db < -MostRippleDb)
            {
                double part = (response[i - 1].Db + MostRippleDb) / (response[i - 1].Db - response[i].Db);
                return response[i - 1].Hertz * Math.Pow(response[i].Hertz / response[i - 1].Hertz, part);
            }
        }

        return null;
    }
}
