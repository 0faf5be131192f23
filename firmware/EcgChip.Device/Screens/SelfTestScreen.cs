using EcgChip.Device.Drivers.Ili9341;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// The self-test's table: a title, a line for each kernel (name, microseconds, OK or WRONG), a line for each model (name, hash). The
    /// rightmost columns stay free. A resumable job as <see cref="MonitorScreen"/> is.
    /// </summary>
    public sealed class SelfTestScreen
    {
        /// <summary>Left edge of the lines, pixels.</summary>
        public const int Left = 4;

        /// <summary>Pixels from line to line.</summary>
        public const int LineHeight = 16;

        /// <summary>Characters of a line.</summary>
        public const int Characters = 26;

        /// <summary>Place of a time's last digit.</summary>
        public const int LastDigit = 19;

        /// <summary>Place of the verdict's first character.</summary>
        public const int Verdict = 21;

        private const string Heading = "SELF-TEST (US) ";

        private const int Ten = 10;

        private readonly Ili9341 display;
        private readonly TextLabel[] rows;
        private readonly int modelsFrom;
        private int clearedRows;
        private int drawnRows;

        /// <summary>An empty table.</summary>
        /// <param name="display">Where it is drawn.</param>
        /// <param name="lines">Kernels.</param>
        /// <param name="models">Models.</param>
        public SelfTestScreen(Ili9341 display, int lines, int models)
        {
            this.display = display;
            modelsFrom = 1 + lines;
            GlyphPainter painter = new GlyphPainter(TextFont.Create());
            rows = new TextLabel[modelsFrom + models];
            for (int row = 0; row < rows.Length; row++)
            {
                rows[row] = new TextLabel(display, painter, Left, 1 + row * LineHeight, Characters, ' ');
                rows[row].SetColour(row < modelsFrom ? Palette.Faint : Palette.SkyBlue);
            }
        }

        /// <summary>Says what the test is at, in a word or two of at most 11 characters, and whether it has found a fault.</summary>
        public void SetTitle(string state, bool fault)
        {
            Write(0, 0, Heading);
            for (int i = 0; i < Characters - Heading.Length; i++)
            {
                rows[0].Set(Heading.Length + i, i < state.Length ? state[i] : ' ');
            }

            rows[0].SetColour(fault ? Palette.Vermillion : Palette.Text);
            drawnRows = 0;
        }

        /// <summary>Names a kernel, of which nothing is known yet.</summary>
        public void SetName(int line, string name)
        {
            Write(1 + line, 0, name);
        }

        /// <summary>Says that a kernel runs.</summary>
        public void SetRunning(int line)
        {
            Write(1 + line, Verdict, "...");
            rows[1 + line].SetColour(Palette.Yellow);
        }

        /// <summary>Shows what a kernel took, in microseconds, and whether its result was right; or what was measured in place of the time.</summary>
        public void SetResult(int line, int microseconds, bool right)
        {
            TextLabel row = rows[1 + line];
            int place = LastDigit;
            int rest = microseconds;
            do
            {
                row.Set(place, (char)('0' + rest % Ten));
                rest /= Ten;
                place--;
            }
            while (rest > 0);

            Write(1 + line, Verdict, right ? "OK   " : "WRONG");
            row.SetColour(right ? Palette.Text : Palette.Vermillion);
        }

        /// <summary>Says that there is nothing to test.</summary>
        public void SetAbsent(int line)
        {
            Write(1 + line, Verdict, "NONE");
            rows[1 + line].SetColour(Palette.Faint);
        }

        /// <summary>Shows a model's name and hash, in capitals.</summary>
        public void SetModel(int index, string name, string hash)
        {
            int row = modelsFrom + index;
            Write(row, 0, name);
            Write(row, Characters - hash.Length, hash);
        }

        /// <summary>Draws one piece of what is wanted and not shown. True when there was nothing to draw.</summary>
        public bool Step()
        {
            if (clearedRows < Ili9341.Height)
            {
                display.FillRectangle(0, clearedRows, Ili9341.Width, 1, Palette.Background);
                clearedRows++;
                return false;
            }

            while (drawnRows < rows.Length)
            {
                if (!rows[drawnRows].Step())
                {
                    return false;
                }

                drawnRows++;
            }

            return true;
        }

        private void Write(int row, int place, string text)
        {
            for (int i = 0; i < text.Length; i++)
            {
                char character = text[i];
                rows[row].Set(place + i, character >= 'a' && character <= 'z' ? (char)(character - 'a' + 'A') : character);
            }

            drawnRows = 0;
        }
    }
}
