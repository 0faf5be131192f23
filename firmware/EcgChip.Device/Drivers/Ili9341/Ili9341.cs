using System;
using System.Device.Gpio;
using System.Device.Spi;
using System.Threading;

namespace EcgChip.Device.Drivers.Ili9341
{
    /// <summary>
    /// The ILI9341 display controller on 4-wire SPI, lying on its long side: x to the right, y down, pixels of 16 bits (RGB565).
    /// It draws rectangles of one colour and rectangles of given pixels, nothing else, and allocates nothing once it is made.
    /// </summary>
    public sealed class Ili9341 : IDisposable
    {
        /// <summary>Pixels across.</summary>
        public const int Width = 320;

        /// <summary>Pixels down.</summary>
        public const int Height = 240;

        /// <summary>Bytes of a pixel, high byte first.</summary>
        public const int BytesPerPixel = 2;

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

        /// <summary>One row: the most that is sent at a time.</summary>
        private const int FillBytes = Width * BytesPerPixel;

        private readonly SpiDevice bus;
        private readonly GpioPin dataCommand;
        private readonly GpioPin reset;
        private readonly byte[] command = new byte[1];
        private readonly byte[] parameter = new byte[1];
        private readonly byte[] range = new byte[4];
        private readonly byte[] fill = new byte[FillBytes];
        private int fillColour;
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

        /// <summary>Resets and wakes the display; takes about 0.3 s. The memory holds anything until it is drawn on.</summary>
        public void Initialize()
        {
            reset.Write(PinValue.Low);
            Thread.Sleep(ResetPulseMs);
            reset.Write(PinValue.High);
            Thread.Sleep(LongPauseMs);
            columns = NoRange;
            pages = NoRange;
            Send(Ili9341Command.MemoryAccessControl, LandscapeBlueFirst);
            Send(Ili9341Command.PixelFormatSet, SixteenBitPixels);
            Send(Ili9341Command.SleepOut);
            Thread.Sleep(ShortPauseMs);
            Send(Ili9341Command.DisplayOn);
            Thread.Sleep(LongPauseMs);
        }

        /// <summary>Draws a rectangle of one colour; what lies outside the display is left out. 640 bytes go out at a time.</summary>
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
            int bytes = (right - left) * (bottom - top) * BytesPerPixel;
            while (bytes > 0)
            {
                int count = bytes < FillBytes ? bytes : FillBytes;
                bus.Write(new SpanByte(fill, 0, count));
                bytes -= count;
            }
        }

        /// <summary>Draws a rectangle of given pixels in one transfer.</summary>
        /// <param name="x">Leftmost column.</param>
        /// <param name="y">Topmost row.</param>
        /// <param name="width">Columns.</param>
        /// <param name="height">Rows.</param>
        /// <param name="pixels">Row after row, <see cref="BytesPerPixel"/> each; may be longer than the rectangle.</param>
        /// <exception cref="ArgumentException">The rectangle leaves the display, or there are too few pixels for it.</exception>
        public void WritePixels(int x, int y, int width, int height, byte[] pixels)
        {
            int bytes = width * height * BytesPerPixel;
            if (x < 0 || y < 0 || width <= 0 || height <= 0 || x + width > Width || y + height > Height || bytes > pixels.Length)
            {
                throw new ArgumentException("The rectangle is not on the display, or has too few pixels.");
            }

            BeginWrite(x, y, x + width - 1, y + height - 1);
            bus.Write(new SpanByte(pixels, 0, bytes));
        }

        /// <summary>Gives bus and pins back.</summary>
        public void Dispose()
        {
            bus.Dispose();
            dataCommand.Dispose();
            reset.Dispose();
        }

        private void PrepareFill(ushort colour)
        {
            if (fillColour == colour)
            {
                return;
            }

            // A native copy of all that is filled already is far cheaper on the chip than a loop.
            byte[] row = fill;
            row[0] = (byte)(colour >> 8);
            row[1] = (byte)colour;
            for (int filled = BytesPerPixel; filled < FillBytes; filled += filled)
            {
                int left = FillBytes - filled;
                Array.Copy(row, 0, row, filled, filled < left ? filled : left);
            }

            fillColour = colour;
        }

        private void BeginWrite(int left, int top, int right, int bottom)
        {
            // the part keeps both ranges, so what did not change is not sent again: a trace sends its rows once
            int newColumns = (left << 16) | right;
            if (newColumns != columns)
            {
                SendRange(Ili9341Command.ColumnAddressSet, left, right);
                columns = newColumns;
            }

            int newPages = (top << 16) | bottom;
            if (newPages != pages)
            {
                SendRange(Ili9341Command.PageAddressSet, top, bottom);
                pages = newPages;
            }

            Send(Ili9341Command.MemoryWrite);
        }

        private void SendRange(byte name, int first, int last)
        {
            range[0] = (byte)(first >> 8);
            range[1] = (byte)first;
            range[2] = (byte)(last >> 8);
            range[3] = (byte)last;
            Send(name);
            bus.Write(new SpanByte(range, 0, range.Length));
        }

        private void Send(byte name, byte value)
        {
            Send(name);
            parameter[0] = value;
            bus.Write(new SpanByte(parameter, 0, 1));
        }

        /// <summary>Sends a command; D/CX stays high for what follows it.</summary>
        private void Send(byte name)
        {
            command[0] = name;
            dataCommand.Write(PinValue.Low);
            bus.Write(new SpanByte(command, 0, 1));
            dataCommand.Write(PinValue.High);
        }
    }
}
