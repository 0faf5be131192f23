using System.Collections.Generic;

namespace EcgChip.Cli.Hardware;

/// <summary>
/// What is drawn inside the box of a transistor or a pair of diodes, between its pins: the first left, the others right, one below the other. In
/// millimetres from the symbol's middle, which is at the upper pins; down is positive.
/// </summary>
internal static class TransistorShape
{
    private const double Middle = SheetLayout.PinPitch / 2;
    private const double Upper = 0;
    private const double Lower = SheetLayout.PinPitch;
    private const double Lead = 4;
    private const double Gate = -1.2;
    private const double Channel = -0.6;
    private const double Reach = 0.6;

    /// <summary>The lines; none for any other symbol.</summary>
    public static IEnumerable<Polyline> Of(string symbol) => symbol switch
    {
        "NMOS" => [.. FieldEffect(), Arrow(Channel + 0.1, Middle, -1)],
        "PMOS" => [.. FieldEffect(), Arrow(Lead / 2, Middle, 1)],
        "NPN" =>
        [
            Line((-Lead, Middle), (Channel, Middle)), Line((Channel, Upper - Reach), (Channel, Lower + Reach)), Line((Channel, Middle - Reach), (2, Upper), (Lead, Upper)),
            Line((Channel, Middle + Reach), (2, Lower), (Lead, Lower)), Arrow(2, Lower, 1),
        ],
        "BAV199" =>
        [
            Line((-Lead, Middle), (-2, Middle)), Line((-2, Upper), (-2, Lower)), Line((-2, Upper), (Lead, Upper)), Line((-2, Lower), (Lead, Lower)),
            .. Diode(Upper, 1), .. Diode(Lower, -1),
        ],
        _ => [],
    };

    private static IEnumerable<Polyline> FieldEffect() =>
    [
        Line((-Lead, Middle), (Gate, Middle)), Line((Gate, Upper), (Gate, Lower)), Line((Channel, Upper - Reach), (Channel, Lower + Reach)),
        Line((Channel, Upper), (Lead, Upper)), Line((Channel, Lower), (Lead, Lower)), Line((Channel, Middle), (Lead / 2, Middle)),
    ];

    // Its current runs to the right for 1, to the left for -1.
    private static IEnumerable<Polyline> Diode(double y, int way) =>
        [Arrow(0.8 * way + 0.5, y, way), Line((0.8 * way + 0.5, y - 0.7), (0.8 * way + 0.5, y + 0.7))];

    private static Polyline Arrow(double x, double y, int way) =>
        new([(x, y), (x - (1.2 * way), y - 0.6), (x - (1.2 * way), y + 0.6), (x, y)], true);

    private static Polyline Line(params (double X, double Y)[] points) => new(points, false);
}
