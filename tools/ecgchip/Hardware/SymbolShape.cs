using System;
using System.Collections.Generic;

namespace EcgChip.Cli.Hardware;

/// <summary>The body of a symbol: lines from point to point, in millimetres from its middle, down is positive.</summary>
/// <param name="Points">The points; the last is joined to the first where they are the same.</param>
/// <param name="IsFilled">True for a filled shape.</param>
public sealed record Polyline(IReadOnlyList<(double X, double Y)> Points, bool IsFilled)
{
    private const double Half = SheetLayout.SmallHalf;
    private const double Plate = 0.5;
    private const double High = 1.4;
    private const double Low = 1;

    /// <summary>The lines of a symbol.</summary>
    public static IReadOnlyList<Polyline> Of(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        if (symbol.IsBox)
        {
            double top = -SheetLayout.OnGrid(SheetLayout.BoxHeight(symbol) / 2);
            return [Rectangle(SheetLayout.BoxHalf, top, top + SheetLayout.BoxHeight(symbol)), .. TransistorShape.Of(symbol.Name)];
        }

        return symbol.Name switch
        {
            "R" => [Rectangle(Half, -Low, Low)],
            "FB" => [Rectangle(Half, -Low, Low) with { IsFilled = true }],
            "F" => [Rectangle(Half, -Low, Low), Line((-Half, 0), (Half, 0))],
            "C" =>
            [
                Line((-Half, 0), (-Plate, 0)), Line((-Plate, -High), (-Plate, High)), Line((Plate, -High), (Plate, High)), Line((Plate, 0), (Half, 0)),
            ],
            "D" => Diode(),
            "LED" => [.. Diode(), Line((0, -High), (0.8, -High - 0.8)), Line((-0.6, -High), (0.2, -High - 0.8))],
            "SW" => [Line((-Half, 0), (-1.5, 0)), Line((-1.5, 0), (1.3, -1.3)), Line((1.5, 0), (Half, 0))],
            Symbol.TestPoint => [Line((-Half, 0), (-1, 0)), Line((-1, 0), (0, -1), (1, 0), (0, 1), (-1, 0))],
            Symbol.Flag => [Line((-Half, 0), (-1, 0)), Line((-1, 0), (1, -1), (1, 1), (-1, 0))],
            _ => throw new UnusableInputException($"Nothing is drawn for {symbol.Name}."),
        };
    }

    // Pin 1, left, is the cathode.
    private static Polyline[] Diode() =>
    [
        Line((-Half, 0), (-1, 0)), Line((-1, -High), (-1, High)), new Polyline([(-1, 0), (1, -High), (1, High), (-1, 0)], true), Line((1, 0), (Half, 0)),
    ];

    private static Polyline Line(params (double X, double Y)[] points) => new(points, false);

    private static Polyline Rectangle(double half, double top, double bottom) =>
        Line((-half, top), (half, top), (half, bottom), (-half, bottom), (-half, top));
}
