using System;
using EcgChip.Device.Drivers.Ili9341;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// The running trace: two samples to a column (62.5 columns a second, the screen's width in 5 s), drawn from left to right over the last
    /// sweep behind a gap that wipes it. A column of the grid is 0.4 s, a row 0.5 mV. Above it R peaks are marked.
    /// </summary>
    internal sealed class TraceView
    {
        /// <summary>Pixels down, the strip of marks included.</summary>
        public const int Height = MarkStrip + Plot;

        private const int Width = Ili9341.Width;
        private const int MarkStrip = 8;
        private const int Plot = 128;
        private const int ColumnShift = 1;
        private const int SamplesInColumn = 1 << ColumnShift;

        /// <summary>Columns that can wait to be drawn: 2 s of signal, a power of two.</summary>
        private const int Waiting = 128;
        private const int WaitingMask = Waiting - 1;

        /// <summary>Row of 0 mV in the plot: room for 2.4 mV above and 1.6 mV below.</summary>
        private const int Baseline = 76;

        /// <summary>32 pixels a millivolt (200 units): 4 / 25 of a pixel a unit.</summary>
        private const int PixelsNumerator = 4;
        private const int PixelsDenominator = 25;

        /// <summary>Columns that stay empty ahead of the trace.</summary>
        private const int Gap = 12;

        private const int GridColumns = 25;
        private const int GridRows = 16;
        private const int DotColumns = 5;
        private const int DotRows = 4;

        private const int MarkWidth = 7;
        private const int MarkHeight = 5;
        private const int PendingMarks = 8;

        private readonly Ili9341 display;
        private readonly int top;
        private readonly byte[] upper = new byte[Waiting];
        private readonly byte[] lower = new byte[Waiting];
        private readonly ushort[] gridColumn = new ushort[Height];
        private readonly ushort[] dotColumn = new ushort[Height];
        private readonly ushort[] emptyColumn = new ushort[Height];
        private readonly ushort[] drawnColumn = new ushort[Height];
        private readonly ushort[] mark = new ushort[MarkWidth * MarkHeight];
        private readonly int[] marks = new int[PendingMarks];
        private int markCount;
        private int backgroundColumns;
        private int pushedSamples;
        private int drawnColumns;
        private int firstRow = Baseline;
        private int lastRow = Baseline;
        private ushort pixel = Ili9341.PixelOf(Palette.Trace);

        /// <summary>An empty trace across the whole display.</summary>
        /// <param name="display">Where it is drawn.</param>
        /// <param name="top">Top edge, pixels.</param>
        public TraceView(Ili9341 display, int top)
        {
            this.display = display;
            this.top = top;
            MakeColumn(emptyColumn, Plot);
            MakeColumn(dotColumn, GridRows);
            MakeColumn(gridColumn, DotRows);
            MakeMark();
        }

        /// <summary>Colour of what is drawn from now on.</summary>
        public void SetColour(ushort value)
        {
            pixel = Ili9341.PixelOf(value);
        }

        /// <summary>Takes the samples that come next, in 5 uV units: of the ring, sample i at <c>i &amp; mask</c>.</summary>
        public void PushSamples(short[] ring, int mask, int from, int count)
        {
            int pushed = pushedSamples;
            int first = firstRow;
            int last = lastRow;
            int end = from + count;
            for (int i = from; i < end; i++)
            {
                int row = Baseline - ring[i & mask] * PixelsNumerator / PixelsDenominator;
                row = row < 0 ? 0 : row;
                row = row >= Plot ? Plot - 1 : row;
                if ((pushed & 1) == 0)
                {
                    first = row;
                }
                else
                {
                    // the column starts where the last one ended, so that a steep slope is one line
                    int highest = first < last ? first : last;
                    int lowest = first < last ? last : first;
                    int column = (pushed >> ColumnShift) & WaitingMask;
                    upper[column] = (byte)(row < highest ? row : highest);
                    lower[column] = (byte)(row > lowest ? row : lowest);
                    last = row;
                }

                pushed++;
            }

            pushedSamples = pushed;
            firstRow = first;
            lastRow = last;
        }

        /// <summary>Marks an R peak above its sample; when too many wait to be drawn, or it has left the screen, it is left out.</summary>
        /// <param name="samplesAgo">Samples since the peak: 0 is the one pushed last.</param>
        public void MarkR(int samplesAgo)
        {
            int sample = pushedSamples - 1 - samplesAgo;
            if (sample >= 0 && markCount < PendingMarks)
            {
                marks[markCount] = sample / SamplesInColumn;
                markCount++;
            }
        }

        /// <summary>Draws a column of the trace, a mark, or a column of the first background. True when there was nothing to draw.</summary>
        public bool Step()
        {
            if (backgroundColumns < Width)
            {
                display.WritePixels(backgroundColumns, top, 1, Height, GridAt(backgroundColumns));
                backgroundColumns++;
                return false;
            }

            int columns = pushedSamples / SamplesInColumn;
            if (drawnColumns < columns)
            {
                // of what waited for longer than there is room nothing is known any more: its columns are wiped
                drawnColumns = columns - drawnColumns > Width ? columns - Width : drawnColumns;
                int x = drawnColumns % Width;
                if (columns - drawnColumns > Waiting)
                {
                    display.WritePixels(x, top, 1, Height, GridAt(x));
                }
                else
                {
                    DrawColumn(x, drawnColumns & WaitingMask);
                }

                drawnColumns++;
                return false;
            }

            return !DrawMark();
        }

        private ushort[] GridAt(int x)
        {
            if (x % GridColumns == 0)
            {
                return gridColumn;
            }

            return x % DotColumns == 0 ? dotColumn : emptyColumn;
        }

        private static void MakeColumn(ushort[] column, int dotDistance)
        {
            ushort grid = Ili9341.PixelOf(Palette.Grid);
            ushort background = Ili9341.PixelOf(Palette.Background);
            for (int row = 0; row < Height; row++)
            {
                bool dot = dotDistance < Plot && row >= MarkStrip && (row - MarkStrip - Baseline) % dotDistance == 0;
                column[row] = dot ? grid : background;
            }
        }

        /// <summary>A triangle that points down.</summary>
        private void MakeMark()
        {
            ushort text = Ili9341.PixelOf(Palette.Text);
            ushort background = Ili9341.PixelOf(Palette.Background);
            for (int row = 0; row < MarkHeight; row++)
            {
                for (int x = 0; x < MarkWidth; x++)
                {
                    bool inside = x >= row - 1 && x <= MarkWidth - row;
                    mark[row * MarkWidth + x] = inside ? text : background;
                }
            }
        }

        private void DrawColumn(int x, int place)
        {
            ushort[] column = drawnColumn;
            ushort trace = pixel;
            Array.Copy(GridAt(x), 0, column, 0, Height);
            int last = MarkStrip + lower[place];
            last = last < Height - 1 ? last + 1 : last;
            for (int row = MarkStrip + upper[place]; row <= last; row++)
            {
                column[row] = trace;
            }

            display.WritePixels(x, top, 1, Height, column);
            int ahead = (x + Gap) % Width;
            display.WritePixels(ahead, top, 1, Height, GridAt(ahead));
        }

        private bool DrawMark()
        {
            if (markCount == 0)
            {
                return false;
            }

            int column = marks[0];
            // columns still to come would wipe the mark's right half
            if (drawnColumns - column <= MarkWidth / 2)
            {
                return false;
            }

            markCount--;
            Array.Copy(marks, 1, marks, 0, markCount);
            if (drawnColumns - column < Width - Gap - MarkWidth)
            {
                int left = column % Width - MarkWidth / 2;
                left = left < 0 ? 0 : left;
                left = left > Width - MarkWidth ? Width - MarkWidth : left;
                display.WritePixels(left, top + 1, MarkWidth, MarkHeight, mark);
            }

            return true;
        }
    }
}
