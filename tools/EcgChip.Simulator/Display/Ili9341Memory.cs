using System;

namespace EcgChip.Simulator.Display;

/// <summary>
/// The ILI9341's graphics memory, 240 columns by 320 rows of RGB565, and the window and counters through which it is written
/// (ILI9341 data sheet V1.11, sections 8.2.20 to 8.2.22 and 8.2.29, "MCU to memory write/read direction").
/// </summary>
internal sealed class Ili9341Memory
{
    /// <summary>Source lines: pixels across the upright panel.</summary>
    public const int Columns = 240;

    /// <summary>Gate lines: pixels down the upright panel.</summary>
    public const int Rows = 320;

    private const int MirrorRows = 0x80;
    private const int MirrorColumns = 0x40;
    private const int ExchangeRowsAndColumns = 0x20;

    private readonly ushort[] pixels = new ushort[Columns * Rows];
    private (int Start, int End) columnWindow;
    private (int Start, int End) pageWindow;
    private int column;
    private int page;

    /// <summary>Memory access control, 36h: bits MY, MX, MV, ML, BGR, MH from the top.</summary>
    public int AccessControl { get; private set; }

    private bool Exchanged => (AccessControl & ExchangeRowsAndColumns) != 0;

    /// <summary>What a reset does: upright, whole window. What the memory holds is left alone, as the part leaves it undefined.</summary>
    public void Reset()
    {
        AccessControl = 0;
        columnWindow = (0, Columns - 1);
        pageWindow = (0, Rows - 1);
        Rewind();
    }

    /// <summary>Turns or mirrors what is written from now on.</summary>
    public void SetAccessControl(int value) => AccessControl = value;

    /// <summary>Sets the columns that are written; false, and nothing set, when they are not there.</summary>
    public bool SetColumns(int start, int end) => Set(ref columnWindow, start, end, Exchanged ? Rows : Columns);

    /// <summary>Sets the pages (rows) that are written; false, and nothing set, when they are not there.</summary>
    public bool SetPages(int start, int end) => Set(ref pageWindow, start, end, Exchanged ? Columns : Rows);

    /// <summary>Back to the window's first pixel, as Memory Write does.</summary>
    public void Rewind()
    {
        column = columnWindow.Start;
        page = pageWindow.Start;
    }

    /// <summary>Writes the next pixel of the window; after its last pixel comes its first.</summary>
    public void Write(ushort pixel)
    {
        pixels[Address(column, page)] = pixel;
        if (++column > columnWindow.End)
        {
            column = columnWindow.Start;
            if (++page > pageWindow.End)
            {
                page = pageWindow.Start;
            }
        }
    }

    /// <summary>The pixel at a source and gate line.</summary>
    public ushort At(int sourceLine, int gateLine) => pixels[gateLine * Columns + sourceLine];

    private static bool Set(ref (int Start, int End) window, int start, int end, int size)
    {
        if (start > end || end >= size)
        {
            return false;
        }

        window = (start, end);
        return true;
    }

    private int Address(int logicalColumn, int logicalPage)
    {
        (int source, int gate) = Exchanged ? (logicalPage, logicalColumn) : (logicalColumn, logicalPage);
        source = (AccessControl & MirrorColumns) != 0 ? Columns - 1 - source : source;
        gate = (AccessControl & MirrorRows) != 0 ? Rows - 1 - gate : gate;
        source = Math.Clamp(source, 0, Columns - 1);
        gate = Math.Clamp(gate, 0, Rows - 1);
        return gate * Columns + source;
    }
}
