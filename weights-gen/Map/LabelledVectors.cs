using System;
using System.Collections.Generic;
using System.Linq;
using EcgChip.WeightsGen.Training;

namespace EcgChip.WeightsGen.Map;

/// <summary>Points of many dimensions, each of a class: what a map is made of, whatever network and classes they come from.</summary>
/// <param name="Vectors">The points, all of one length.</param>
/// <param name="Labels">The class of each, an index into the names.</param>
/// <param name="Names">What the classes are called, at most as many as there are markers.</param>
public sealed record LabelledVectors(IReadOnlyList<float[]> Vectors, IReadOnlyList<int> Labels, IReadOnlyList<string> Names)
{
    /// <summary>How many points.</summary>
    public int Count => Vectors.Count;

    /// <summary>
    /// Indices of at most so many of some labels, each class with its share, drawn by a seed and in their old order; of a class with any at
    /// least one, and all of them where they are not too many.
    /// </summary>
    public static int[] Draw(IReadOnlyList<int> labels, int most, int seed)
    {
        ArgumentNullException.ThrowIfNull(labels);
        int[] all = [.. Enumerable.Range(0, labels.Count)];
        if (all.Length <= most)
            return all;

        Random random = RandomNumbers.Create(seed, RandomPurpose.Map, 1);
        List<int> drawn = [];
        foreach (IGrouping<int, int> ofClass in all.GroupBy(index => labels[index]).OrderBy(group => group.Key))
        {
            int[] own = [.. ofClass];
            random.Shuffle(own);
            drawn.AddRange(own.Take(Math.Max(1, (int)((long)own.Length * most / all.Length))));
        }

        return [.. drawn.Order()];
    }

    /// <summary>
    /// How pure the neighbourhoods of a layout are: the part, 0 to 1, of each class's points whose nearest neighbours are mostly of its own class.
    /// </summary>
    /// <param name="layout">Where the points are, in the order of the labels.</param>
    /// <param name="labels">Their classes.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="neighbours">How many neighbours vote.</param>
    /// <returns>One number a class; null where it has no points.</returns>
    public static double?[] Purity(TsneLayout layout, IReadOnlyList<int> labels, int classes, int neighbours)
    {
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(labels);
        int[] all = new int[classes];
        int[] pure = new int[classes];
        for (int i = 0; i < labels.Count; i++)
        {
            double Distance(int j) => Math.Pow(layout.X[i] - layout.X[j], 2) + Math.Pow(layout.Y[i] - layout.Y[j], 2);
            (double Distance, int Label)[] others = [.. Enumerable.Range(0, labels.Count).Where(j => j != i).Select(j => (Distance(j), labels[j]))];
            Array.Sort(others);
            int same = others.Take(neighbours).Count(other => other.Label == labels[i]);
            all[labels[i]]++;
            if (same * 2 > Math.Min(neighbours, others.Length))
                pure[labels[i]]++;
        }

        return [.. all.Select((count, i) => count == 0 ? null : (double?)pure[i] / count)];
    }
}
