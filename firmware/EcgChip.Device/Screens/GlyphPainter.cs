using System;
using EcgChip.Device.Drivers.Ili9341;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// Paints a font's characters at twice its size, with rounded instead of stepped slopes: each dot becomes four pixels by the rule of
    /// Scale2x (A. Mazzoleni, 2001), for a whole row of dots at a time. A character is painted band by band, each as long as the others, for
    /// the display takes pixels in whole arrays.
    /// </summary>
    internal sealed class GlyphPainter
    {
        /// <summary>Pixels for each dot, across and down.</summary>
        public const int Scale = 2;

        /// <summary>Pixels across a character, the gap to the next included.</summary>
        public readonly int CellWidth;

        /// <summary>Pixels across a character without the gap.</summary>
        public readonly int GlyphWidth;

        /// <summary>Rows of dots in a character.</summary>
        public readonly int Rows;

        /// <summary>Rows of dots in a band: as many bands make a character.</summary>
        public readonly int BandRows;

        /// <summary>Pixels down a band.</summary>
        public readonly int BandHeight;

        /// <summary>The band painted last, as <see cref="Ili9341.WritePixels"/> takes it.</summary>
        public readonly ushort[] Pixels;

        // More would take the chip longer than a slice may.
        private const int LongestBandPixels = 168;

        private readonly BitmapFont font;

        /// <summary>A painter of a font.</summary>
        public GlyphPainter(BitmapFont font)
        {
            this.font = font;
            Rows = font.Height;
            GlyphWidth = font.Width * Scale;
            CellWidth = GlyphWidth + font.Gap * Scale;
            int rows = LongestBandPixels / (CellWidth * Scale);
            rows = rows < Rows ? rows : Rows;
            while (Rows % rows != 0)
            {
                rows--;
            }

            BandRows = rows;
            BandHeight = rows * Scale;
            Pixels = new ushort[CellWidth * BandHeight];
        }

        /// <summary>Paints a band of a character.</summary>
        /// <param name="character">The character.</param>
        /// <param name="firstRow">The band's first row of dots.</param>
        /// <param name="colour">Colour of the dots, RGB565.</param>
        /// <param name="ground">Colour around them, RGB565.</param>
        public void Paint(char character, int firstRow, ushort colour, ushort ground)
        {
            Clear(Ili9341.PixelOf(ground));
            ushort pixel = Ili9341.PixelOf(colour);
            BitmapFont source = font;
            int width = source.Width;
            int all = (1 << width) - 1;
            int start = 0;
            int stride = CellWidth;
            int above = source.Row(character, firstRow - 1);
            int dots = source.Row(character, firstRow);
            int end = firstRow + BandRows;
            for (int row = firstRow + 1; row <= end; row++)
            {
                int below = source.Row(character, row);
                if (dots != 0)
                {
                    int left = dots >> 1;
                    int right = (dots << 1) & all;

                    // a dot's quarter takes the colour of its two neighbours where these agree and the opposite ones do not
                    int upperLeft = ~(left ^ above) & (left ^ below) & (above ^ right);
                    int upperRight = ~(above ^ right) & (above ^ left) & (right ^ below);
                    int lowerLeft = ~(below ^ left) & (below ^ right) & (left ^ above);
                    int lowerRight = ~(right ^ below) & (right ^ above) & (below ^ left);
                    PaintRow((upperLeft & above) | (~upperLeft & dots), (upperRight & right) | (~upperRight & dots), width, start, pixel);
                    PaintRow((lowerLeft & left) | (~lowerLeft & dots), (lowerRight & below) | (~lowerRight & dots), width, start + stride, pixel);
                }

                start += Scale * stride;
                above = dots;
                dots = below;
            }
        }

        private void Clear(ushort pixel)
        {
            // One native copy of all that is filled already costs the chip as much as seven loop rounds: doubling is far the cheaper.
            ushort[] target = Pixels;
            int length = target.Length;
            target[0] = pixel;
            int filled = 1;
            while (filled < length)
            {
                int next = filled < length - filled ? filled : length - filled;
                Array.Copy(target, 0, target, filled, next);
                filled += next;
            }
        }

        private void PaintRow(int leftHalves, int rightHalves, int width, int start, ushort pixel)
        {
            ushort[] target = Pixels;
            int place = start;
            for (int bit = 1 << (width - 1); bit != 0; bit >>= 1)
            {
                if ((leftHalves & bit) != 0)
                {
                    target[place] = pixel;
                }

                if ((rightHalves & bit) != 0)
                {
                    target[place + 1] = pixel;
                }

                place += Scale;
            }
        }
    }
}
