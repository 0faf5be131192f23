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

        /// <summary>A place that shows no whole tile.</summary>
        private const int Unknown = -2;

        private readonly Ili9341 display;
        private readonly GlyphPainter painter;
        private readonly int left;
        private readonly int top;
        private readonly int[] wanted = new int[Count];
        private readonly int[] shown = new int[Count];
        private bool differs;
        private bool ground;
        private int drawn;
        private int place;

        /// <summary>No beats.</summary>
        /// <param name="display">Where they are drawn.</param>
        /// <param name="painter">Paints the letters, a whole one in a band.</param>
        /// <param name="left">Left edge, pixels.</param>
        /// <param name="top">Top edge, pixels.</param>
        public BeatTiles(Ili9341 display, GlyphPainter painter, int left, int top)
        {
            this.display = display;
            this.painter = painter;
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

        /// <summary>Makes a beat unclassified, if it is still shown; 0 is the newest.</summary>
        public void Withdraw(int beatsAgo)
        {
            if (beatsAgo < Count)
            {
                wanted[Count - 1 - beatsAgo] = BeatClass.Unclassified;
                differs = true;
            }
        }

        /// <summary>Draws a tile's ground, or the letter on it. True when there was nothing to draw.</summary>
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

        // In two slices, as painting a letter takes the chip as long as a slice may.
        private void Draw(int index, int beatClass)
        {
            int x = left + index * Pitch;
            ground = !ground || beatClass != drawn || index != place;
            if (ground)
            {
                display.FillRectangle(x, top, TileWidth, TileHeight, Colour(beatClass));
                shown[index] = Unknown;
                drawn = beatClass;
                place = index;
                return;
            }

            painter.Paint(Letter(beatClass), 0, Palette.Ink, Colour(beatClass));
            display.WritePixels(
                x + (TileWidth - painter.GlyphWidth) / 2, top + (TileHeight - painter.BandHeight) / 2, painter.CellWidth, painter.BandHeight,
                painter.Pixels);
            shown[index] = beatClass;
        }
    }
}
