using System;
using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Signal;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// The running trace at 25 mm/s and 10 mm/mV on the glass (<see cref="PanelPitch"/>), as an ECG is printed: 163 columns a second, 65 rows a millivolt, a
    /// sweep in 1.9 s from left to right over the last one, behind a line. Dots stand where the paper has its lines of 5 mm (0.2 s, 0.5 mV), a millimetre
    /// apart. Above it R peaks are marked.
    /// <para>Three columns and the line ahead of them go out in one transfer, from an array that is empty but while it is sent: what was drawn into it is wiped again.</para>
    /// </summary>
    public sealed class TraceView
    {
        /// <summary>Pixels down, the strip of marks included: with four columns just under a kilobyte.</summary>
        public const int Height = MarkStrip + Plot;

        /// <summary>Columns of a sweep: whole strips.</summary>
        public const int Sweep = 318;

        private const int Width = Ili9341.Width;
        private const int MarkStrip = 8;
        private const int Plot = 118;
        private const int MicrometresPerSecond = 25000;
        private const int MicrometresPerMillivolt = 10000;
        private const int SampleMicrometres = MicrometresPerSecond / SignalUnits.SampleRate;
        private const int UnitMicrometres = MicrometresPerMillivolt / SignalUnits.UnitsPerMillivolt;
        private const int Pitch = PanelPitch.Micrometres;
        private const int Millimetre = 1000;
        private const int GridLine = 5 * Millimetre;

        /// <summary>Columns that can wait to be drawn, 0.8 s of signal; a power of two.</summary>
        private const int Waiting = 128;
        private const int WaitingMask = Waiting - 1;

        /// <summary>Row of 0 mV in the plot: room for 1.3 mV above and 0.5 mV below.</summary>
        private const int Baseline = 86;

        private const int StripColumns = 3;
        private const int SentColumns = StripColumns + 1;
        private const int SentShift = 2;

        private const int MarkWidth = 7;
        private const int MarkHeight = 5;
        private const int PendingMarks = 8;
        private const int NothingDrawn = -1;

        private readonly Ili9341 display;
        private readonly int top;
        private readonly byte[] upper = new byte[Waiting];
        private readonly byte[] lower = new byte[Waiting];
        private readonly ushort[] strip = new ushort[SentColumns * Height];
        private readonly ushort[] mark = new ushort[MarkWidth * MarkHeight];
        private readonly int[] marks = new int[PendingMarks];
        private int markCount;
        private int backgroundColumns;
        private int pushedColumns;
        private int drawnColumns;
        private int micrometres;
        private int lastRow = Baseline;
        private ushort line;
        private int highestDrawn;
        private int lowestDrawn;
        private ushort pixel = Ili9341.PixelOf(Palette.Trace);

        /// <summary>An empty trace across the whole display.</summary>
        /// <param name="display">Where it is drawn.</param>
        /// <param name="top">Top edge, pixels.</param>
        public TraceView(Ili9341 display, int top)
        {
            this.display = display;
            this.top = top;
            MakeMark();
            SetLine(Palette.Faint);
            Restart();
        }

        /// <summary>Begins anew at the left, on an empty grid.</summary>
        public void Restart()
        {
            markCount = 0;
            backgroundColumns = 0;
            pushedColumns = 0;
            drawnColumns = 0;
            micrometres = 0;
            lastRow = Baseline;
        }

        /// <summary>Colour of what is drawn from now on.</summary>
        public void SetColour(ushort value)
        {
            pixel = Ili9341.PixelOf(value);
        }

        /// <summary>Takes the samples that come next, in 5 uV units: of the ring, sample i at <c>i &amp; mask</c>.</summary>
        public void PushSamples(short[] ring, int mask, int from, int count)
        {
            int columns = pushedColumns;
            int along = micrometres;
            int last = lastRow;
            int end = from + count;
            byte[] upperRows = upper;
            byte[] lowerRows = lower;
            for (int i = from; i < end; i++)
            {
                int row = Baseline - (ring[i & mask] * UnitMicrometres / Pitch);
                row = row < 0 ? 0 : row;
                row = row >= Plot ? Plot - 1 : row;
                along += SampleMicrometres - Pitch;
                if (along >= Pitch)
                {
                    // a sample is 1.3 columns wide: where two end with it, the line is halfway at the first
                    along -= Pitch;
                    int between = (last + row) >> 1;
                    upperRows[columns & WaitingMask] = (byte)(last < between ? last : between);
                    lowerRows[columns & WaitingMask] = (byte)(last < between ? between : last);
                    last = between;
                    columns++;
                }

                // the column starts where the last one ended, so that a steep slope is one line
                upperRows[columns & WaitingMask] = (byte)(last < row ? last : row);
                lowerRows[columns & WaitingMask] = (byte)(last < row ? row : last);
                last = row;
                columns++;
            }

            pushedColumns = columns;
            micrometres = along;
            lastRow = last;
        }

        /// <summary>Marks an R peak above its sample; when too many wait to be drawn, or it has left the screen, it is left out.</summary>
        /// <param name="samplesAgo">Samples since the peak: 0 is the one pushed last.</param>
        public void MarkR(int samplesAgo)
        {
            // what left the screen long ago is not counted with
            int column = samplesAgo > SignalUnits.SampleRate * 3 ? NothingDrawn : pushedColumns - 1 - (samplesAgo * SampleMicrometres / Pitch);
            if (column >= 0 && markCount < PendingMarks)
            {
                marks[markCount] = column;
                markCount++;
            }
        }

        /// <summary>Draws a strip of the empty grid where the trace has not been yet. True when there was nothing to draw.</summary>
        public bool StepGrid()
        {
            if (drawnColumns > backgroundColumns)
            {
                backgroundColumns = drawnColumns > Sweep ? Width : ((drawnColumns / SentColumns) + 1) * SentColumns;
            }

            if (backgroundColumns >= Width)
            {
                return true;
            }

            SetLine(Palette.Background);
            Send(backgroundColumns, SentColumns, NothingDrawn);
            SetLine(Palette.Faint);
            backgroundColumns += SentColumns;
            return false;
        }

        /// <summary>Draws a strip of the trace or a mark. True when there was nothing to draw.</summary>
        public bool Step()
        {
            int waits = pushedColumns - drawnColumns;
            if (waits >= StripColumns)
            {
                // of what waited for longer than there is room nothing is known any more: its columns are wiped
                if (waits > Sweep)
                {
                    drawnColumns += (waits - Sweep) / StripColumns * StripColumns;
                    waits = pushedColumns - drawnColumns;
                }

                Send(drawnColumns % Sweep, StripColumns, waits > Waiting ? NothingDrawn : drawnColumns);
                drawnColumns += StripColumns;
                return false;
            }

            return !DrawMark();
        }

        private void Send(int x, int columns, int first)
        {
            int inMillimetre = x * Pitch % Millimetre;

            // a line of the paper may begin in the first column or in one of the others
            bool crossed = inMillimetre < Pitch || inMillimetre > Millimetre - (columns * Pitch);
            if (crossed)
            {
                DrawGrid(x, columns, Ili9341.PixelOf(Palette.Grid));
            }

            if (first >= 0)
            {
                DrawTrace(columns, first);
            }

            display.WritePixels(x, top, SentColumns, Height, strip);
            if (first >= 0)
            {
                WipeTrace();
            }

            if (crossed)
            {
                DrawGrid(x, columns, Ili9341.PixelOf(Palette.Background));
            }
        }

        // A dot in every row that a line of the paper crosses a column in, or what wipes it.
        private void DrawGrid(int x, int columns, ushort colour)
        {
            int along = x * Pitch % GridLine;
            int inMillimetre = along % Millimetre;
            for (int i = 0; i < columns; i++)
            {
                if (inMillimetre < Pitch)
                {
                    ushort[] target = strip;
                    int step = along < Pitch || along >= GridLine ? Millimetre : GridLine;
                    for (int down = Baseline * Pitch % step; down < Plot * Pitch; down += step)
                    {
                        target[((MarkStrip + (down / Pitch)) << SentShift) + i] = colour;
                    }
                }

                along += Pitch;
                inMillimetre += Pitch;
                if (inMillimetre >= Millimetre)
                {
                    inMillimetre -= Millimetre;
                    along = along >= GridLine ? along - GridLine : along;
                }
            }
        }

        private void DrawTrace(int columns, int first)
        {
            ushort[] target = strip;
            byte[] upperRows = upper;
            byte[] lowerRows = lower;
            ushort trace = pixel;
            int highest = Plot;
            int lowest = 0;
            for (int i = 0; i < columns; i++)
            {
                int column = (first + i) & WaitingMask;
                int row = upperRows[column];
                int last = lowerRows[column] + 1;
                highest = row < highest ? row : highest;
                lowest = last > lowest ? last : lowest;
                int place = ((MarkStrip + row) << SentShift) + i;
                int end = ((MarkStrip + last) << SentShift) + i;
                if (end >= target.Length)
                {
                    end -= SentColumns;
                }

                // two rows at least, but at the lower edge
                for (; place < end; place += 2 * SentColumns)
                {
                    target[place] = trace;
                    target[place + SentColumns] = trace;
                }

                if (place == end)
                {
                    target[place] = trace;
                }
            }

            highestDrawn = highest;
            lowestDrawn = lowest < Plot ? lowest : Plot - 1;
        }

        // What was drawn becomes like the strip of marks, which is empty here: native copies are far cheaper on the chip than a loop.
        private void WipeTrace()
        {
            ushort[] target = strip;
            int end = (MarkStrip + lowestDrawn + 1) << SentShift;
            int clean = MarkStrip << SentShift;
            for (int place = (MarkStrip + highestDrawn) << SentShift; place < end; place += clean)
            {
                int left = end - place;
                Array.Copy(target, 0, target, place, left < clean ? left : clean);
            }
        }

        // Empty columns and the line: one native copy of all that is wiped already is far cheaper on the chip than a loop.
        private void Wipe()
        {
            ushort[] target = strip;
            ushort background = Ili9341.PixelOf(Palette.Background);
            target[0] = background;
            target[1] = background;
            target[2] = background;
            target[StripColumns] = line;
            int length = target.Length;
            for (int wiped = SentColumns; wiped < length; wiped += wiped)
            {
                int left = length - wiped;
                Array.Copy(target, 0, target, wiped, wiped < left ? wiped : left);
            }
        }

        private void SetLine(ushort colour)
        {
            line = Ili9341.PixelOf(colour);
            Wipe();
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
                    mark[(row * MarkWidth) + x] = inside ? text : background;
                }
            }
        }

        private bool DrawMark()
        {
            if (markCount == 0)
            {
                return false;
            }

            int column = marks[0];

            // columns still to come, and the line ahead of them, would wipe the mark's right half
            if (drawnColumns - column <= (MarkWidth / 2) + 1)
            {
                return false;
            }

            markCount--;
            Array.Copy(marks, 1, marks, 0, markCount);
            if (drawnColumns - column < Sweep - MarkWidth)
            {
                int left = (column % Sweep) - (MarkWidth / 2);
                left = left < 0 ? 0 : left;
                left = left > Width - MarkWidth ? Width - MarkWidth : left;
                display.WritePixels(left, top + 1, MarkWidth, MarkHeight, mark);
            }

            return true;
        }
    }
}
