using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.WeightsGen.Splits;

/// <summary>
/// Draws the lists of test beats, once, from the annotations alone: neither the signal chain nor augmentation has a say in them.
/// </summary>
public static class SplitDrawing
{
    /// <summary>Test beats each of N, V and Q in the balanced list (Kachuee et al. 2018 test on 819 of a class).</summary>
    public const int BalancedBeatsPerClass = 819;

    /// <summary>Part of all beats that is tested, where the class is not limited to a fixed number.</summary>
    public const double TestPart = 0.2;

    /// <summary>The beat's 10 s window, and the filters' settling, need this much signal in front of it.</summary>
    public const double EdgeAtStartSeconds = 2;

    /// <summary>The beat's 10 s window, and the delay of the chain, need this much signal behind it.</summary>
    public const double EdgeAtEndSeconds = 15;

    // Order N, S, V, F, Q; null is TestPart of the class.
    private static readonly int?[] s_balancedCounts = [BalancedBeatsPerClass, null, BalancedBeatsPerClass, null, BalancedBeatsPerClass];

    /// <summary>The balanced list: 819 beats each of N, V and Q, and 20 % of all S and F.</summary>
    /// <returns>Beats by record and time.</returns>
    public static IReadOnlyList<AnnotatedBeat> Balanced(IReadOnlyList<AnnotatedBeat> all, int seed) =>
        Draw(all, seed, (beatClass, count) => s_balancedCounts[beatClass] ?? Part(count));

    /// <summary>The random list: 20 % of the beats of every class.</summary>
    /// <returns>Beats by record and time.</returns>
    public static IReadOnlyList<AnnotatedBeat> Random(IReadOnlyList<AnnotatedBeat> all, int seed) => Draw(all, seed, (_, count) => Part(count));

    private static int Part(int count) => (int)Math.Round(count * TestPart, MidpointRounding.AwayFromZero);

    private static List<AnnotatedBeat> Draw(IReadOnlyList<AnnotatedBeat> all, int seed, Func<int, int, int> wanted)
    {
        Random random = new(seed);
        List<AnnotatedBeat> drawn = [];
        foreach (IGrouping<int, AnnotatedBeat> ofClass in all.GroupBy(beat => beat.Class).OrderBy(group => group.Key))
        {
            AnnotatedBeat[] whole = [.. ofClass.Where(IsWhole).OrderBy(beat => beat.Key)];
            int count = wanted(ofClass.Key, ofClass.Count());
            if (whole.Length < count)
                throw new InputException($"Class {ofClass.Key} has {whole.Length} beats away from the records' ends, and {count} are to be drawn.");

            random.Shuffle(whole);
            drawn.AddRange(whole.AsSpan(0, count));
        }

        return [.. drawn.OrderBy(beat => beat.Key)];
    }

    private static bool IsWhole(AnnotatedBeat beat) => beat.SecondsFromStart >= EdgeAtStartSeconds && beat.SecondsToEnd >= EdgeAtEndSeconds;
}
