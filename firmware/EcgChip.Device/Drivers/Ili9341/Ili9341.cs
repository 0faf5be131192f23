using System;
using System.Device.Gpio;
using System.Device.Spi;
using System.Threading;

namespace EcgChip.Device.Drivers.Ili9341
{
    /// <summary>
    /// The ILI9341 display controller on 4-wire SPI, lying on its long side: x to the right, y down, pixels of 16 bits (RGB565).
    /// It draws rectangles of one colour and rectangles of given pixels, nothing else, and allocates nothing once it is initialized: not even
    /// structs, which the chip keeps in its heap. So transfers are arrays of words, where a part of a byte array would be a SpanByte, and D/CX is
    /// turned over, where writing it would take a PinValue.
    /// </summary>
    public sealed class Ili9341 : IDisposable
    {
        /// <summary>Pixels across.</summary>
        public const int Width = 320;

        /// <summary>Pixels down.</summary>
        public const int Height = 240;

        /// <summary>MADCTL: rows and columns exchanged (MV), blue first because the glass is BGR.</summary>
        private const byte LandscapeBlueFirst = 0x28;

        /// <summary>COLMOD: 16 bits a pixel, on the RGB and on the serial interface.</summary>
        private const byte SixteenBitPixels = 0x55;

        /// <summary>RESX has to be low for 10 us ("Reset timing"). Thread.Sleep steps in 10 ms, so every pause has a step to spare.</summary>
        private const int ResetPulseMs = 10;

        /// <summary>After a reset or Sleep Out the next command may come after 5 ms (8.2.2, 8.2.12).</summary>
        private const int ShortPauseMs = 20;

        /// <summary>After a reset out of Sleep Out, Sleep Out may come after 120 ms (8.2.2); after Sleep Out, a stable picture.</summary>
        private const int LongPauseMs = 130;

        /// <summary>A quarter of a row: what a rectangle of one colour is sent in.</summary>
        private const int FillPixels = Width / 4;

        private const int BitsInByte = 8;

        private readonly SpiDevice bus;
        private readonly GpioPin dataCommand;
        private readonly GpioPin reset;
        private readonly ushort[] columnAddressSet = CommandWord(Ili9341Command.ColumnAddressSet);
        private readonly ushort[] pageAddressSet = CommandWord(Ili9341Command.PageAddressSet);
        private readonly ushort[] memoryWrite = CommandWord(Ili9341Command.MemoryWrite);
        private readonly ushort[] range = new ushort[2];
        private readonly ushort[] fill = new ushort[FillPixels];
        private ushort fillColour;
        private int columns = NoRange;
        private int pages = NoRange;

        /// <summary>No first and last pixel was set since the reset.</summary>
        private const int NoRange = -1;

        /// <summary>A display on open pins; <see cref="Initialize"/> comes before anything is drawn.</summary>
        /// <param name="bus">The display's SPI device: mode 0, 8 bits, chip select by the bus.</param>
        /// <param name="dataCommand">Output at D/CX.</param>
        /// <param name="reset">Output at RESX.</param>
        public Ili9341(SpiDevice bus, GpioPin dataCommand, GpioPin reset)
        {
            this.bus = bus;
            this.dataCommand = dataCommand;
            this.reset = reset;
        }

        /// <summary>
        /// A colour as pixels are kept: the display takes the high byte first, and a word leaves the ESP32 as it lies in memory, low byte first.
        /// </summary>
        /// <param name="colour">RGB565.</param>
        public static ushort PixelOf(ushort colour)
        {
            return (ushort)((colour << BitsInByte) | (colour >> BitsInByte));
        }

        /// <summary>Resets and wakes the display; takes about 0.3 s. The memory holds anything until it is drawn on.</summary>
        public void Initialize()
        {
            reset.Write(PinValue.Low);
            Thread.Sleep(ResetPulseMs);
            reset.Write(PinValue.High);
            Thread.Sleep(LongPauseMs);
            columns = NoRange;
            pages = NoRange;
            dataCommand.Write(PinValue.High);
            Send(Ili9341Command.MemoryAccessControl, LandscapeBlueFirst);
            Send(Ili9341Command.PixelFormatSet, SixteenBitPixels);
            Send(CommandWord(Ili9341Command.SleepOut));
            Thread.Sleep(ShortPauseMs);
            Send(CommandWord(Ili9341Command.DisplayOn));
            Thread.Sleep(LongPauseMs);
        }

        /// <summary>
        /// Draws a rectangle of one colour; what lies outside the display is left out. It goes out in whole quarters of a row: what they have too much, the
        /// display ignores (8.2.22), and where it did not, it would begin the rectangle again, in the same colour.
        /// </summary>
        public void FillRectangle(int x, int y, int width, int height, ushort colour)
        {
            int left = x < 0 ? 0 : x;
            int top = y < 0 ? 0 : y;
            int right = x + width > Width ? Width : x + width;
            int bottom = y + height > Height ? Height : y + height;
            if (left >= right || top >= bottom)
            {
                return;
            }

            PrepareFill(colour);
            BeginWrite(left, top, right - 1, bottom - 1);
            for (int pixels = (right - left) * (bottom - top); pixels > 0; pixels -= FillPixels)
            {
                bus.Write(fill);
            }
        }

        /// <summary>Draws a rectangle of given pixels in one transfer.</summary>
        /// <param name="x">Leftmost column.</param>
        /// <param name="y">Topmost row.</param>
        /// <param name="width">Columns.</param>
        /// <param name="height">Rows.</param>
        /// <param name="pixels">Row after row, as <see cref="PixelOf"/> makes them; as many as the rectangle has.</param>
        /// <exception cref="ArgumentException">The rectangle leaves the display, or has more or fewer pixels.</exception>
        public void WritePixels(int x, int y, int width, int height, ushort[] pixels)
        {
            if (x < 0 || y < 0 || width <= 0 || height <= 0 || x + width > Width || y + height > Height || width * height != pixels.Length)
            {
                throw new ArgumentException("The rectangle is not on the display, or has more or fewer pixels.");
            }

            BeginWrite(x, y, x + width - 1, y + height - 1);
            bus.Write(pixels);
        }

        /// <summary>Gives bus and pins back.</summary>
        public void Dispose()
        {
            bus.Dispose();
            dataCommand.Dispose();
            reset.Dispose();
        }

        /// <summary>A command behind a NOP, which does nothing: words go out low byte first, and the display reads D/CX with every byte.</summary>
        private static ushort[] CommandWord(byte name)
        {
            return new ushort[] { (ushort)((name << BitsInByte) | Ili9341Command.NoOperation) };
        }

        private void PrepareFill(ushort colour)
        {
            if (fillColour == colour)
            {
                return;
            }

            // A native copy of all that is filled already is far cheaper on the chip than a loop.
            ushort[] pixels = fill;
            pixels[0] = PixelOf(colour);
            for (int filled = 1; filled < FillPixels; filled += filled)
            {
                int left = FillPixels - filled;
                Array.Copy(pixels, 0, pixels, filled, filled < left ? filled : left);
            }

            fillColour = colour;
        }

        private void BeginWrite(int left, int top, int right, int bottom)
        {
            // the part keeps both ranges, so what did not change is not sent again: a trace sends its rows once
            int newColumns = (left << 16) | right;
            if (newColumns != columns)
            {
                SendRange(columnAddressSet, left, right);
                columns = newColumns;
            }

            int newPages = (top << 16) | bottom;
            if (newPages != pages)
            {
                SendRange(pageAddressSet, top, bottom);
                pages = newPages;
            }

            Send(memoryWrite);
        }

        private void SendRange(ushort[] command, int first, int last)
        {
            ushort[] words = range;
            words[0] = (ushort)((first << BitsInByte) | (first >> BitsInByte));
            words[1] = (ushort)((last << BitsInByte) | (last >> BitsInByte));
            Send(command);
            bus.Write(words);
        }

        // A single byte cannot be sent without structs: this is for the start.
        private void Send(byte name, byte value)
        {
            Send(CommandWord(name));
            bus.WriteByte(value);
        }

        /// <summary>Sends a command. D/CX is high when nothing is sent, and for all that follows a command.</summary>
        private void Send(ushort[] command)
        {
            GpioPin pin = dataCommand;
            pin.Toggle();
            bus.Write(command);
            pin.Toggle();
        }
    }
}
