using System;
using System.Collections.Generic;

namespace EcgChip.WeightsGen.Training;

/// <summary>A beat that is only when it comes and what it is.</summary>
/// <param name="Interval">Samples at 125 Hz since the beat before.</param>
/// <param name="Class">AAMI class: 0, 1 or 2 for N, S or V.</param>
public readonly record struct TimedBeat(double Interval, int Class);

/// <summary>
/// The intervals of a heart that nobody has, after what books say of such rhythms: an early atrial beat resets the sinus node, so that the next beat comes
/// after its own interval or a little more; behind a ventricular one the pause is mostly compensatory. How fast, how early, how often differs from heart to heart.
/// </summary>
public sealed class InventedHeart
{
    private const int N = 0;
    private const int S = 1;
    private const int V = 2;

    // No beat follows another sooner, in samples: 224 ms, about a ventricle's refractory period.
    private const double Shortest = 28;

    // A premature beat's coupling varies by so much of the sinus interval, within these bounds.
    private const double CouplingDeviation = 0.05;
    private const double EarliestCoupling = 0.38;
    private const double LatestCoupling = 0.9;

    // Sinus intervals, in samples: 121 to 52 beats a minute.
    private const double ShortestSinus = 62;
    private const double LongestSinus = 145;

    // A sick node's own beats come every 1.3 to 2.6 s, and not evenly; the atrial rhythm between them at 125 to 65 a minute.
    private const double ShortestSick = 160;
    private const double LongestSick = 320;
    private const double ShortestBetween = 60;
    private const double LongestBetween = 115;
    private const double BetweenDeviation = 0.03;

    // An interval in fibrillation is this part of the sinus one in the median.
    private const double FibrillationPart = 0.85;

    private readonly List<TimedBeat> _beats = [];
    private readonly Random _random;
    private readonly double _sinus;
    private readonly double _breathing;
    private readonly double _breath;
    private readonly double _jitter;
    private readonly double _spread;
    private readonly double _often;
    private readonly double _atrialCoupling;
    private readonly double _ventricularCoupling;
    private readonly double _sick;
    private readonly double _sickDeviation;
    private readonly double _between;
    private readonly double _stretch;
    private int _breaths;

    private InventedHeart(Random random)
    {
        _random = random;
        _sinus = Between(ShortestSinus, LongestSinus);
        _breathing = Between(0, 0.08);
        _breath = Between(3.5, 7);
        _jitter = Between(0.005, 0.03);
        _spread = Between(0.12, 0.3);
        _often = Between(0.02, 0.2);
        _atrialCoupling = Between(0.5, 0.87);
        _ventricularCoupling = Between(0.5, 0.9);
        _sick = Between(ShortestSick, LongestSick);
        _sickDeviation = Between(0.05, 0.3);
        _between = Between(ShortestBetween, LongestBetween);
        _stretch = Between(1.5, 12);
    }

    /// <summary>Invents a heart and so many of its beats, or some more.</summary>
    public static IReadOnlyList<TimedBeat> Beat(RhythmKind kind, int count, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        InventedHeart heart = new(random);
        while (heart._beats.Count < count)
            heart.GoOn(kind);
        return heart._beats;
    }

    private void GoOn(RhythmKind kind)
    {
        switch (kind)
        {
            case RhythmKind.AtrialBeats:
                Sinus(1);
                if (Happens(_often))
                    Atrial();
                break;
            case RhythmKind.AtrialBigeminy:
                Sinus(_random.Next(8, 60));
                int between = _random.Next(2);
                for (int left = _random.Next(4, 40); left > 0; left--)
                {
                    Atrial();
                    Sinus(between);
                }

                break;
            case RhythmKind.AtrialRuns:
                Sinus(_random.Next(5, 80));
                Run(_random.Next(2, _random.Next(3, 60)), Between(0.45, 0.85), 0.02);
                Add(_sinus * Between(1, 1.6), N);
                break;
            case RhythmKind.SickSinus:
                for (int left = Happens(0.6) ? 1 : _random.Next(2, 5); left > 0; left--)
                    Add(_sick * (1 + _sickDeviation * _random.NextNormal()), N);
                for (int left = Stretch(); left > 0; left--)
                    Add(_between * (1 + BetweenDeviation * _random.NextNormal()), S);
                break;
            case RhythmKind.DroppedBeats:
                Sinus(Stretch());
                Add(2 * _sinus * (1 + _jitter * _random.NextNormal()), N);
                break;
            case RhythmKind.Fibrillation:
            case RhythmKind.FibrillationWithVentricular:
                Add(_sinus * FibrillationPart * Math.Exp(_spread * _random.NextNormal()), N);
                if (kind == RhythmKind.FibrillationWithVentricular && Happens(0.7 * _often))
                    Add(_sinus * Between(0.45, 0.8), V);
                break;
            case RhythmKind.Ventricular:
            case RhythmKind.VentricularBigeminy:
                Sinus(1);
                if (Happens(_often))
                    Ventricular(Happens(0.15) ? _random.Next(2, 8) : 1, isCompensated: !Happens(0.15));
                if (kind == RhythmKind.VentricularBigeminy && Happens(0.03))
                {
                    for (int left = _random.Next(5, 30); left > 0; left--)
                        Ventricular(1, isCompensated: true);
                }

                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }

    // How many alike come in a row: mostly few.
    private int Stretch() => 1 + (int)(-Math.Log(1 - _random.NextDouble()) * _stretch);

    private void Sinus(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _breaths++;
            Add(_sinus * (1 + _breathing * Math.Sin(2 * Math.PI * _breaths / _breath) + _jitter * _random.NextNormal()), N);
        }
    }

    /// <summary>An early beat and the one behind it.</summary>
    private void Atrial()
    {
        Add(Coupled(_atrialCoupling), S);
        Add(_sinus * Between(0.95, 1.3), N);
    }

    private void Run(int count, double part, double deviation)
    {
        for (int i = 0; i < count; i++)
            Add(_sinus * (part + deviation * _random.NextNormal()), S);
    }

    /// <summary>Early beats, and one that makes up for the last of them or comes early, too.</summary>
    private void Ventricular(int count, bool isCompensated)
    {
        double interval = 0;
        for (int i = 0; i < count; i++)
        {
            interval = Coupled(_ventricularCoupling);
            Add(interval, V);
        }

        Add(isCompensated ? 2 * _sinus - interval : _sinus * Between(0.7, 0.9), N);
    }

    private double Coupled(double part) => _sinus * Math.Clamp(part + CouplingDeviation * _random.NextNormal(), EarliestCoupling, LatestCoupling);

    private void Add(double interval, int beatClass) => _beats.Add(new TimedBeat(Math.Max(Shortest, interval), beatClass));

    private bool Happens(double probability) => _random.NextDouble() < probability;

    private double Between(double low, double high) => low + (high - low) * _random.NextDouble();
}
