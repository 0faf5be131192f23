using EcgChip.Device.Drivers.Ili9341;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// A line of small characters at a fixed place, for a table of many lines that is shown alone: it remembers each character that is shown, and <see cref="Step"/>
    /// draws one that differs.
    /// </summary>
    internal sealed class TextLabel
    {
        /// <summary>Pixels of a character without the room above it for an accent.</summary>
        public const int CharacterPixels = 12 * TextFont.LetterRows * 2;

        private const char Unknown = '\0';

        private readonly Ili9341 display;
        private readonly GlyphPainter painter;
        private readonly int x;
        private readonly int y;
        private readonly char[] shown;
        private readonly char[] wanted;
        private ushort colour = Palette.Text;

        /// <summary>A label on the screen's background, empty.</summary>
        /// <param name="display">Where it is drawn.</param>
        /// <param name="painter">Paints the letters, <see cref="CharacterPixels"/> in a band.</param>
        /// <param name="x">Left edge, pixels.</param>
        /// <param name="y">Top edge, pixels.</param>
        /// <param name="length">Characters.</param>
        public TextLabel(Ili9341 display, GlyphPainter painter, int x, int y, int length)
        {
            this.display = display;
            this.painter = painter;
            this.x = x;
            this.y = y;
            shown = new char[length];
            wanted = new char[length];
            for (int i = 0; i < length; i++)
            {
                shown[i] = ' ';
                wanted[i] = ' ';
            }
        }

        /// <summary>Sets one character.</summary>
        public void Set(int index, char character)
        {
            wanted[index] = character;
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
        }

        /// <summary>Draws a character. True when there was nothing to draw.</summary>
        public bool Step()
        {
            for (int i = 0; i < wanted.Length; i++)
            {
                char character = wanted[i];
                if (shown[i] != character)
                {
                    GlyphPainter glyphs = painter;
                    glyphs.Paint(character, TextFont.AccentRows, colour, Palette.Background);
                    display.WritePixels(x + (i * glyphs.CellWidth), y, glyphs.CellWidth, glyphs.BandHeight, glyphs.Pixels);
                    shown[i] = character;
                    return false;
                }
            }

            return true;
        }
    }
}
