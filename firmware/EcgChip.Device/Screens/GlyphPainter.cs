using System;
using EcgChip.Device.Drivers.Ili9341;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// Paints a font's characters as they are, or at two or three times their size with rounded instead of stepped slopes: each dot becomes four or nine
    /// pixels by the rules of Scale2x and Scale3x (A. Mazzoleni, 2001), for a whole row of dots at a time. A character is painted band by band, each of
    /// as many pixels as any other of any font, for the display takes pixels in whole arrays, and one has to do for all.
    /// </summary>
    internal sealed class GlyphPainter
    {
        /// <summary>
        /// Pixels of a band: 9 rows of dots of text at twice its size, 4 at three times; of digits 12 as they are, 3 at twice their size.
        /// </summary>
        public const int BandPixels = 216;

        /// <summary>The band painted last, as <see cref="Ili9341.WritePixels"/> takes it.</summary>
        public readonly ushort[] Pixels;

        private const int LetterWidth = 5;

        private DotFont font;
        private int scale;

        /// <summary>A painter of bands of a number of pixels.</summary>
        public GlyphPainter(int pixels)
        {
            Pixels = new ushort[pixels];
        }

        /// <summary>Pixels across a character, the gap to the next included.</summary>
        public int CellWidth { get; private set; }

        /// <summary>Rows of dots in a band.</summary>
        public int BandRows { get; private set; }

        /// <summary>Pixels down a band.</summary>
        public int BandHeight { get; private set; }

        /// <summary>Sets the font, and the pixels for each of its dots, across and down: 1, 2 or 3.</summary>
        public void Use(DotFont value, int pixelsForDot)
        {
            if (font != value || scale != pixelsForDot)
            {
                font = value;
                scale = pixelsForDot;
                CellWidth = (value.Width + value.Gap) * pixelsForDot;
                BandHeight = Pixels.Length / CellWidth;
                BandRows = BandHeight / pixelsForDot;
            }
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
            DotFont source = font;
            int width = source.Width;
            int times = scale;
            int all = (1 << width) - 1;
            int start = 0;
            int stride = CellWidth;
            int above = times == 1 ? 0 : source.RowOf(character, firstRow - 1);
            int dots = source.RowOf(character, firstRow);
            int end = firstRow + BandRows;
            for (int row = firstRow + 1; row <= end; row++)
            {
                int below = source.RowOf(character, row);
                if (dots != 0)
                {
                    if (times == 1)
                    {
                        PaintRow(dots, width, start, 1, pixel);
                    }
                    else
                    {
                        PaintScaled(above, dots, below, (dots >> 1) & all, (dots << 1) & all, width, start, stride, pixel);
                    }
                }

                start += times * stride;
                above = dots;
                dots = below;
            }
        }

        // A dot's corner takes the colour of its two neighbours where these agree and the opposite ones do not. The dots of each of the rows that a row
        // becomes, the first of each dot's pixels, the second and, at three times the size, the third.
        private void PaintScaled(int above, int dots, int below, int left, int right, int width, int start, int stride, ushort pixel)
        {
            int upperLeft = ~(left ^ above) & (left ^ below) & (above ^ right);
            int upperRight = ~(above ^ right) & (above ^ left) & (right ^ below);
            int lowerLeft = ~(below ^ left) & (below ^ right) & (left ^ above);
            int lowerRight = ~(right ^ below) & (right ^ above) & (below ^ left);
            int times = scale;
            int last = start + ((times - 1) * stride);
            PaintRow((upperLeft & above) | (~upperLeft & dots), width, start, times, pixel);
            PaintRow((upperRight & right) | (~upperRight & dots), width, start + times - 1, times, pixel);
            PaintRow((lowerLeft & left) | (~lowerLeft & dots), width, last, times, pixel);
            PaintRow((lowerRight & below) | (~lowerRight & dots), width, last + times - 1, times, pixel);
            if (times > 2)
            {
                PaintRow(dots, width, start + 1, times, pixel);
                PaintRow(dots, width, start + stride, times, pixel);
                PaintRow(dots, width, start + stride + 1, times, pixel);
                PaintRow(dots, width, start + stride + 2, times, pixel);
                PaintRow(dots, width, last + 1, times, pixel);
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

        private void PaintRow(int dots, int width, int start, int step, ushort pixel)
        {
            if (dots == 0)
            {
                return;
            }

            ushort[] target = Pixels;
            int place = start;
            if (width == LetterWidth)
            {
                // most of what is painted: without the loop it takes the chip half the time
                if ((dots & 0x10) != 0)
                {
                    target[place] = pixel;
                }

                if ((dots & 0x08) != 0)
                {
                    target[place + step] = pixel;
                }

                place += step + step;
                if ((dots & 0x04) != 0)
                {
                    target[place] = pixel;
                }

                if ((dots & 0x02) != 0)
                {
                    target[place + step] = pixel;
                }

                if ((dots & 0x01) != 0)
                {
                    target[place + step + step] = pixel;
                }

                return;
            }

            // in fours, of which most are empty
            for (int shift = width - 4; shift >= 0; shift -= 4)
            {
                int four = dots >> shift;
                if ((four & 0x0F) != 0)
                {
                    if ((four & 0x08) != 0)
                    {
                        target[place] = pixel;
                    }

                    if ((four & 0x04) != 0)
                    {
                        target[place + step] = pixel;
                    }

                    if ((four & 0x02) != 0)
                    {
                        target[place + step + step] = pixel;
                    }

                    if ((four & 0x01) != 0)
                    {
                        target[place + (3 * step)] = pixel;
                    }
                }

                place += 4 * step;
            }
        }
    }
}
