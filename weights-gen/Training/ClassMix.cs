using System;

namespace EcgChip.WeightsGen.Training;

/// <summary>How many beats of each class an epoch takes, as parts of <see cref="TrainingOptions.BeatsPerClass"/>.</summary>
/// <param name="N">Part of class N.</param>
/// <param name="S">Part of class S.</param>
/// <param name="V">Part of class V.</param>
/// <param name="F">Part of class F.</param>
/// <param name="Q">Part of class Q.</param>
public sealed record ClassMix(double N, double S, double V, double F, double Q)
{
    /// <summary>As many of each.</summary>
    public static ClassMix Even { get; } = new(1, 1, 1, 1, 1);

    /// <summary>Beats of a class in an epoch.</summary>
    public int Of(int beatClass, int beatsPerClass) => (int)Math.Round(beatsPerClass * beatClass switch
    {
        0 => N,
        1 => S,
        2 => V,
        3 => F,
        4 => Q,
        _ => throw new ArgumentOutOfRangeException(nameof(beatClass)),
    });
}
