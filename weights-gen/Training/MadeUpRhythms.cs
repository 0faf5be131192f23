using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.Signal;
using EcgChip.WeightsGen.Beats;

namespace EcgChip.WeightsGen.Training;

/// <summary>
/// Features of beats in rhythms that DS1's patients do not have: atrial beats every second or third, or in long runs, a sick sinus
/// node, dropped beats, fibrillation of other hearts. Intervals are invented (<see cref="InventedHeart"/>), and what the device would make of them comes from the device's own code
/// (<see cref="WaitingBeats"/>) over a flat line, with its wait for the next beat.
/// </summary>
public sealed class MadeUpRhythms
{
    private const int Hearts = 240;
    private const int BeatsOfHeart = 350;

    // What the intervals are held to has to know the rhythm first.
    private const int Unsettled = 20;

    // So many samples behind R a beat is found, up to as many more.
    private const int SoonestFound = 25;
    private const int FoundWithin = 8;

    private readonly sbyte[][][] _byClass;

    private MadeUpRhythms(sbyte[][][] byClass) => _byClass = byClass;

    // A heart of each in turn. Of DS1's patients two are in fibrillation for long, each in a way of its own, and theirs were nearly all beats of
    // class N that were called S: a third of the hearts fibrillate.
    private static RhythmKind[] Kinds { get; } =
    [
        RhythmKind.AtrialBeats, RhythmKind.AtrialBeats, RhythmKind.AtrialBeats, RhythmKind.AtrialBigeminy, RhythmKind.AtrialRuns,
        RhythmKind.SickSinus, RhythmKind.DroppedBeats, RhythmKind.Fibrillation, RhythmKind.Fibrillation, RhythmKind.Fibrillation,
        RhythmKind.Fibrillation, RhythmKind.Fibrillation, RhythmKind.FibrillationWithVentricular, RhythmKind.Ventricular, RhythmKind.VentricularBigeminy,
    ];

    /// <summary>Makes up the rhythms; a seed's are always the same.</summary>
    public static MadeUpRhythms Create(int seed)
    {
        Random random = RandomNumbers.Create(seed, RandomPurpose.Rhythms);
        List<(int Class, sbyte[] Features)> made = [];
        for (int i = 0; i < Hearts; i++)
            made.AddRange(Listen(InventedHeart.Beat(Kinds[i % Kinds.Length], BeatsOfHeart, random), random).Skip(Unsettled));
        ILookup<int, sbyte[]> byClass = made.ToLookup(beat => beat.Class, beat => beat.Features);
        return new MadeUpRhythms([.. Enumerable.Range(0, ClassNames.Count).Select(beatClass => byClass[beatClass].ToArray())]);
    }

    /// <summary>The features of a class; none of classes F and Q.</summary>
    public IReadOnlyList<sbyte[]> OfClass(int beatClass) => _byClass[beatClass];

    /// <summary>The same beat in a rhythm that was made up; a beat of a class that is in none stays as it is.</summary>
    public Beat Draw(Beat beat, Random random)
    {
        ArgumentNullException.ThrowIfNull(beat);
        ArgumentNullException.ThrowIfNull(random);
        sbyte[][] own = _byClass[beat.Class];
        return own.Length == 0 ? beat : beat with { Features = own[random.Next(own.Length)] };
    }

    /// <summary>What the device sees of a heart's intervals.</summary>
    public static IReadOnlyList<(int Class, sbyte[] Features)> Listen(IReadOnlyList<TimedBeat> beats, Random random)
    {
        ArgumentNullException.ThrowIfNull(beats);
        ArgumentNullException.ThrowIfNull(random);
        WaitingBeats waiting = new();
        double at = 0;
        int now = 0;
        foreach (TimedBeat beat in beats)
        {
            at += beat.Interval;
            int found = (int)at + SoonestFound + random.Next(FoundWithin);
            while (now < found)
                waiting.Pass(now++);
            waiting.Add((int)at, now);
        }

        // The last beat's next one is never found: it has a window, and nothing is known of what follows.
        waiting.End((int)at + BedsideWindow.SamplesAfterR);
        return [.. waiting.Beats.Zip(beats, (cut, beat) => (beat.Class, cut.Features))];
    }
}
