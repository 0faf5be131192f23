using System;
using System.Collections.Generic;
using System.Linq;

namespace EcgChip.Cli.Hardware;

/// <summary>A part where it is drawn.</summary>
/// <param name="Part">The part.</param>
/// <param name="X">Its middle, in millimetres from the sheet's left.</param>
/// <param name="Y">Its middle, in millimetres from the top.</param>
public sealed record PlacedPart(Part Part, double X, double Y);

/// <summary>The name of a net at a pin, on a short wire.</summary>
/// <param name="Net">The net; null where the pin is open.</param>
/// <param name="PinX">The pin's end.</param>
/// <param name="X">The wire's other end, where the name stands.</param>
/// <param name="Y">Both.</param>
public sealed record PinLabel(string? Net, double PinX, double X, double Y)
{
    /// <summary>True when the name stands left of the part.</summary>
    public bool IsLeft => X < PinX;
}

/// <summary>A block's frame.</summary>
/// <param name="Title">What it is for.</param>
/// <param name="Left">Its left edge.</param>
/// <param name="Top">Its upper edge.</param>
/// <param name="Bottom">Its lower edge.</param>
public sealed record Frame(string Title, double Left, double Top, double Bottom);

/// <summary>
/// Where everything stands on one A3 sheet, in millimetres, on KiCad's grid of 1.27. Columns of equal width; in a column blocks one below the other, in
/// a block parts one below the other: boxes with their pins, and small parts lying, each pin with the name of its net.
/// </summary>
public sealed class SheetLayout
{
    /// <summary>Width of A3, lying.</summary>
    public const double Width = 420;

    /// <summary>Height of A3, lying.</summary>
    public const double Height = 297;

    /// <summary>Distance of a box's pins.</summary>
    public const double PinPitch = 2.54;

    /// <summary>Length of a pin.</summary>
    public const double PinLength = 2.54;

    /// <summary>Half of what a small part's body takes.</summary>
    public const double SmallHalf = 2.54;

    /// <summary>Half the width of a box.</summary>
    public const double BoxHalf = 12.7;

    /// <summary>Width of a block's frame.</summary>
    public const double FrameWidth = 63.5;

    private const double WireLength = 2.54;
    private const double ColumnPitch = 66.04;
    private const double FirstLeft = 12.7;
    private const double FirstTop = 12.7;

    // In rows of PinPitch. A box has its reference above it and its value below it, a small part both above.
    private const int TitleRows = 3;
    private const int SmallRows = 3;
    private const int SmallPinRow = 1;
    private const int BoxRowsAbove = 1;
    private const int BoxRowsBelow = 2;

    private readonly List<PlacedPart> parts = [];
    private readonly List<PinLabel> labels = [];
    private readonly List<Frame> frames = [];

    /// <summary>Lays a design out.</summary>
    public SheetLayout(BoardDesign design)
    {
        ArgumentNullException.ThrowIfNull(design);
        foreach (IGrouping<int, Block> column in design.Blocks.GroupBy(block => block.Column))
        {
            double left = FirstLeft + ((column.Key - 1) * ColumnPitch);
            int row = 0;
            foreach (Block block in column)
            {
                int top = row;
                row += TitleRows;
                foreach (Part part in block.Parts)
                {
                    row += Place(part, OnGrid(left + (FrameWidth / 2) + (PinPitch / 2)), row);
                }

                frames.Add(new Frame(block.Title, left, At(top), At(row)));
                row++;
            }
        }
    }

    /// <summary>The parts.</summary>
    public IReadOnlyList<PlacedPart> Parts => parts;

    /// <summary>The names of nets.</summary>
    public IReadOnlyList<PinLabel> Labels => labels;

    /// <summary>The blocks' frames.</summary>
    public IReadOnlyList<Frame> Frames => frames;

    /// <summary>How high a box is.</summary>
    public static double BoxHeight(Symbol symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return (symbol.Rows + 1) * PinPitch;
    }

    /// <summary>A pin's end, from the middle of its part; down is positive.</summary>
    public static (double X, double Y) PinAt(Symbol symbol, Pin pin)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        ArgumentNullException.ThrowIfNull(pin);
        double half = (symbol.IsBox ? BoxHalf : SmallHalf) + PinLength;
        double y = symbol.IsBox ? ((pin.Row + 1) * PinPitch) - (OnGrid(BoxHeight(symbol) / 2)) : 0;
        return (pin.IsLeft ? -half : half, y);
    }

    // To the grid, so that pins of boxes with an odd number of rows are on it, too.
    internal static double OnGrid(double millimetres) => Math.Floor((millimetres / PinPitch) + 0.01) * PinPitch;

    private static double At(int row) => FirstTop + (row * PinPitch);

    private int Place(Part part, double x, int row)
    {
        Symbol symbol = part.Symbol;
        double y = symbol.IsBox ? At(row + BoxRowsAbove) + OnGrid(BoxHeight(symbol) / 2) : At(row + SmallPinRow);
        parts.Add(new PlacedPart(part, x, y));
        foreach (Pin pin in symbol.Pins)
        {
            (double pinX, double pinY) = PinAt(symbol, pin);
            labels.Add(new PinLabel(
                part.Nets.GetValueOrDefault(pin.Number), x + pinX, x + pinX + (pin.IsLeft ? -WireLength : WireLength), y + pinY));
        }

        return symbol.IsBox ? BoxRowsAbove + symbol.Rows + 1 + BoxRowsBelow : SmallRows;
    }
}
