using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Inference;

namespace EcgChip.Device.Screens
{
    /// <summary>The classes of the last beats, each a letter on a colour of its own, the newest on the right.</summary>
    internal sealed class BeatTiles
    {
        /// <summary>Beats that are shown.</summary>
        public const int Count = 7;

        private const int TileWidth = 20;
        private const int TileHeight = 24;
        private const int Pitch = 22;

        /// <summary>No beat yet: an empty place.</summary>
        private const int Empty = -1;

        private readonly Ili9341 display;
        private readonly GlyphPainter painter;
        private readonly BitmapFont font;
        private readonly int left;
        private readonly int top;
        private readonly int[] wanted = new int[Count];
        private readonly int[] shown = new int[Count];
        private bool differs;

        /// <summary>No beats.</summary>
        /// <param name="display">Where they are drawn.</param>
        /// <param name="painter">Paints the letters; its buffer holds a tile.</param>
        /// <param name="font">The letters.</param>
        /// <param name="left">Left edge, pixels.</param>
        /// <param name="top">Top edge, pixels.</param>
        public BeatTiles(Ili9341 display, GlyphPainter painter, BitmapFont font, int left, int top)
        {
            this.display = display;
            this.painter = painter;
            this.font = font;
            this.left = left;
            this.top = top;
            for (int i = 0; i < Count; i++)
            {
                wanted[i] = Empty;
                shown[i] = Empty;
            }
        }

        /// <summary>Adds a beat on the right, as <see cref="BeatClass"/> counts classes.</summary>
        public void Push(int beatClass)
        {
            for (int i = 1; i < Count; i++)
            {
                wanted[i - 1] = wanted[i];
            }

            wanted[Count - 1] = beatClass;
            differs = true;
        }

        /// <summary>Draws one tile. True when there was nothing to draw.</summary>
        public bool Step()
        {
            if (!differs)
            {
                return true;
            }

            for (int i = 0; i < Count; i++)
            {
                if (wanted[i] != shown[i])
                {
                    Draw(i, wanted[i]);
                    shown[i] = wanted[i];
                    return false;
                }
            }

            differs = false;
            return true;
        }

        private static char Letter(int beatClass)
        {
            switch (beatClass)
            {
                case BeatClass.N: return 'N';
                case BeatClass.S: return 'S';
                case BeatClass.V: return 'V';
                case BeatClass.F: return 'F';
                case BeatClass.Q: return 'Q';
                default: return '?';
            }
        }

        private static ushort Colour(int beatClass)
        {
            switch (beatClass)
            {
                case BeatClass.N: return Palette.Green;
                case BeatClass.S: return Palette.Yellow;
                case BeatClass.V: return Palette.Vermillion;
                case BeatClass.F: return Palette.SkyBlue;
                case BeatClass.Q: return Palette.Purple;
                default: return Palette.Faint;
            }
        }

        private void Draw(int index, int beatClass)
        {
            int letterWidth = font.Width * GlyphPainter.Scale;
            int letterHeight = font.Height * GlyphPainter.Scale;
            int start = (TileHeight - letterHeight) / 2 * TileWidth + (TileWidth - letterWidth) / 2;
            painter.Clear(TileWidth * TileHeight, Colour(beatClass));
            painter.Paint(font, Letter(beatClass), 0, font.Height, start, TileWidth, Palette.Ink);
            display.WritePixels(left + index * Pitch, top, TileWidth, TileHeight, painter.Pixels);
        }
    }
}
