using System;
using System.Collections.Generic;

namespace EcgChip.WeightsGen.Pictures;

/// <summary>Outlines of markers, the same in every form of picture.</summary>
public static class Markers
{
    // A triangle and a diamond look smaller than a square of the same width.
    private const double PointedFactor = 1.25;

    /// <summary>How thick the strokes of a stroked shape are, as a part of its size.</summary>
    public const double StrokePart = 0.4;

    /// <summary>True for a shape that is stroked and not filled.</summary>
    public static bool IsStroked(MarkerShape shape) => shape == MarkerShape.Cross;

    /// <summary>Corners around a marker's middle, or the ends of its strokes in pairs; none for a dot.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="size">How far across it is.</param>
    public static IReadOnlyList<PicturePoint> Corners(MarkerShape shape, double size)
    {
        double half = size / 2;
        double wide = half * PointedFactor;
        return shape switch
        {
            MarkerShape.Dot => [],
            MarkerShape.Triangle => [new(0, -wide), new(wide, half), new(-wide, half)],
            MarkerShape.Square => [new(-half, -half), new(half, -half), new(half, half), new(-half, half)],
            MarkerShape.Diamond => [new(0, -wide), new(wide, 0), new(0, wide), new(-wide, 0)],
            MarkerShape.Cross => [new(-half, -half), new(half, half), new(half, -half), new(-half, half)],
            _ => throw new ArgumentOutOfRangeException(nameof(shape)),
        };
    }
}
