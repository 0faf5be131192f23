using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Device.Screens;

namespace EcgChip.Device.SelfTest
{
    /// <summary>
    /// Times a column of the display. The display cannot say whether the column arrived, the eye can: it is a bright line at the right, beside the text. What
    /// is checked is that the bus took no less than its clock asks for.
    /// </summary>
    internal sealed class ColumnKernel : TestKernel
    {
        private const int Place = Ili9341.Width - 3;
        private const int BitsOfPixel = 16;
        private const int Megahertz = 1_000_000;

        private readonly Ili9341 display;
        private readonly ushort[] pixels = new ushort[Ili9341.Height];

        public ColumnKernel(Ili9341 display)
            : base(SelfTestLine.Column, 1, 0)
        {
            this.display = display;
            ushort pixel = Ili9341.PixelOf(Palette.Trace);
            for (int row = 0; row < pixels.Length; row++)
            {
                pixels[row] = pixel;
            }
        }

        /// <inheritdoc/>
        public override bool Step()
        {
            display.WritePixels(Place, 0, 1, Ili9341.Height, pixels);
            return true;
        }

        /// <inheritdoc/>
        public override int Result()
        {
            return 0;
        }

        /// <inheritdoc/>
        public override bool IsRight(int result, int microseconds)
        {
            return microseconds >= Ili9341.Height * BitsOfPixel / (Board.DisplayClockFrequency / Megahertz);
        }
    }
}
