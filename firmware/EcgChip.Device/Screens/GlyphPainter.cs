using System;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// Paints characters at twice the font's size into a buffer of pixels, with rounded instead of stepped slopes: each dot becomes four
    /// pixels by the rule of Scale2x (A. Mazzoleni, 2001), for a whole row of dots at a time.
    /// </summary>
    internal sealed class GlyphPainter
    {
        /// <summary>Pixels for each dot, across and down.</summary>
        public const int Scale = 2;

        private const int BytesPerPixel = 2;

        private readonly byte[] pixels;

        /// <summary>A painter for a buffer.</summary>
        /// <param name="pixels">RGB565, high byte first.</param>
        public GlyphPainter(byte[] pixels)
        {
            this.pixels = pixels;
        }

        /// <summary>The buffer that is painted on.</summary>
        public byte[] Pixels
        {
            get { return pixels; }
        }

        /// <summary>Gives the first pixels of the buffer one colour.</summary>
        public void Clear(int count, ushort colour)
        {
            byte[] target = pixels;
            int bytes = count * BytesPerPixel;
            if (bytes == 0)
            {
                return;
            }

            // One native copy of all that is filled already costs the chip as much as seven loop rounds: doubling is far the cheaper.
            target[0] = (byte)(colour >> 8);
            target[1] = (byte)colour;
            int filled = BytesPerPixel;
            while (filled < bytes)
            {
                int next = filled < bytes - filled ? filled : bytes - filled;
                Array.Copy(target, 0, target, filled, next);
                filled += next;
            }
        }

        /// <summary>Paints rows of a character over what is there.</summary>
        /// <param name="font">The font.</param>
        /// <param name="character">The character.</param>
        /// <param name="firstRow">First row of dots.</param>
        /// <param name="rowCount">Rows of dots.</param>
        /// <param name="start">Index of the pixel where the first row starts.</param>
        /// <param name="stride">Pixels from one row of pixels to the next.</param>
        /// <param name="colour">Colour of the dots.</param>
        public void Paint(BitmapFont font, char character, int firstRow, int rowCount, int start, int stride, ushort colour)
        {
            int all = (1 << font.Width) - 1;
            for (int row = firstRow; row < firstRow + rowCount; row++)
            {
                int dots = font.Row(character, row);
                int above = font.Row(character, row - 1);
                int below = font.Row(character, row + 1);
                int left = dots >> 1;
                int right = (dots << 1) & all;

                // a dot's quarter takes the colour of its two neighbours where these agree and the opposite ones do not
                int upperLeft = ~(left ^ above) & (left ^ below) & (above ^ right);
                int upperRight = ~(above ^ right) & (above ^ left) & (right ^ below);
                int lowerLeft = ~(below ^ left) & (below ^ right) & (left ^ above);
                int lowerRight = ~(right ^ below) & (right ^ above) & (below ^ left);
                PaintRow(Choose(upperLeft, above, dots), Choose(upperRight, right, dots), font.Width, start, colour);
                PaintRow(Choose(lowerLeft, left, dots), Choose(lowerRight, below, dots), font.Width, start + stride, colour);
                start += Scale * stride;
            }
        }

        private static int Choose(int mask, int neighbour, int dots)
        {
            return (mask & neighbour) | (~mask & dots);
        }

        private void PaintRow(int leftHalves, int rightHalves, int width, int start, ushort colour)
        {
            byte[] target = pixels;
            byte high = (byte)(colour >> 8);
            byte low = (byte)colour;
            int place = start * BytesPerPixel;
            for (int bit = 1 << (width - 1); bit != 0; bit >>= 1)
            {
                if ((leftHalves & bit) != 0)
                {
                    target[place] = high;
                    target[place + 1] = low;
                }

                place += BytesPerPixel;
                if ((rightHalves & bit) != 0)
                {
                    target[place] = high;
                    target[place + 1] = low;
                }

                place += BytesPerPixel;
            }
        }
    }
}
