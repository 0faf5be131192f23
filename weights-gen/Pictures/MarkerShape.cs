namespace EcgChip.WeightsGen.Pictures;

/// <summary>Shapes of points; the classes take them in this order.</summary>
public enum MarkerShape
{
    /// <summary>A dot.</summary>
    Dot,

    /// <summary>A triangle that points up.</summary>
    Triangle,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A square on its corner.</summary>
    Diamond,

    /// <summary>Two crossing strokes.</summary>
    Cross,
}
