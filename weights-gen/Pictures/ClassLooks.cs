using System.Collections.Generic;

namespace EcgChip.WeightsGen.Pictures;

/// <summary>How lines of classes are told apart without colour.</summary>
public static class ClassLooks
{
    private static readonly double[][] s_dashes = [[], [8, 3], [2, 2], [10, 3, 2, 3], [4, 4]];

    /// <summary>Dashes and gaps of a class's line; empty for an unbroken one.</summary>
    public static IReadOnlyList<double> Dash(int index) => s_dashes[index % s_dashes.Length];
}
