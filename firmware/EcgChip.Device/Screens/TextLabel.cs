using EcgChip.Device.Drivers.Ili9341;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// A line of characters at a fixed place. Setting it costs nothing but a comparison; <see cref="Step"/> then draws one band of one
    /// character that differs from what is shown.
    /// </summary>
    internal sealed class TextLabel
    {
        private const char Unknown = '\0';

        private readonly Ili9341 display;
        private readonly GlyphPainter painter;
        private readonly int x;
        private readonly int y;
        private readonly char[] shown;
        private readonly char[] wanted;
        private ushort colour = Palette.Text;
        private ushort drawnColour;
        private char drawnCharacter;
        private int place;
        private int row;

        // False once all that is wanted is known to be shown: a label that stands still costs a slot one look, not one a character.
        private bool mayDiffer;

        /// <summary>A label on the screen's background, empty.</summary>
        /// <param name="display">Where it is drawn.</param>
        /// <param name="painter">Paints the characters; its band is what a step sends.</param>
        /// <param name="x">Left edge, pixels.</param>
        /// <param name="y">Top edge, pixels.</param>
        /// <param name="length">Characters.</param>
        /// <param name="blank">The character that leaves its place empty.</param>
        public TextLabel(Ili9341 display, GlyphPainter painter, int x, int y, int length, char blank)
        {
            this.display = display;
            this.painter = painter;
            this.x = x;
            this.y = y;
            shown = new char[length];
            wanted = new char[length];
            for (int i = 0; i < length; i++)
            {
                shown[i] = blank;
                wanted[i] = blank;
            }
        }

        /// <summary>Sets one character.</summary>
        public void Set(int index, char character)
        {
            wanted[index] = character;
            mayDiffer = true;
        }

        /// <summary>Sets all characters; a shorter text is filled up with spaces, a longer one is cut.</summary>
        public void Set(string text)
        {
            Set(text, 0);
        }

        /// <summary>Sets all characters from a part of a text; a shorter one is filled up with spaces, a longer one is cut.</summary>
        /// <param name="text">The text.</param>
        /// <param name="from">Where in it the part begins; nothing is left behind the text's end.</param>
        public void Set(string text, int from)
        {
            int length = text.Length - from;
            for (int i = 0; i < wanted.Length; i++)
            {
                wanted[i] = i < length ? text[from + i] : ' ';
            }

            mayDiffer = true;
        }

        /// <summary>Sets the colour of all characters.</summary>
        public void SetColour(ushort value)
        {
            if (value == colour)
            {
                return;
            }

            colour = value;
            for (int i = 0; i < shown.Length; i++)
            {
                shown[i] = Unknown;
            }

            mayDiffer = true;
        }

        /// <summary>Draws a band of a character. True when there was nothing to draw.</summary>
        public bool Step()
        {
            if (row == 0 && !(mayDiffer && FindDifference()))
            {
                mayDiffer = false;
                return true;
            }

            GlyphPainter glyphs = painter;
            int cellWidth = glyphs.CellWidth;
            glyphs.Paint(drawnCharacter, row, drawnColour, Palette.Background);
            display.WritePixels(x + place * cellWidth, y + row * GlyphPainter.Scale, cellWidth, glyphs.BandHeight, glyphs.Pixels);
            row += glyphs.BandRows;
            if (row == glyphs.Rows)
            {
                row = 0;
                shown[place] = drawnColour == colour ? drawnCharacter : Unknown;
            }

            return false;
        }

        private bool FindDifference()
        {
            for (int i = 0; i < wanted.Length; i++)
            {
                if (shown[i] != wanted[i])
                {
                    place = i;
                    drawnCharacter = wanted[i];
                    drawnColour = colour;
                    return true;
                }
            }

            return false;
        }
    }
}
