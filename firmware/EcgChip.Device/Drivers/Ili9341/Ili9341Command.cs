namespace EcgChip.Device.Drivers.Ili9341
{
    /// <summary>The commands that the driver sends, by the data sheet's names (ILI9341 V1.11, section 8.1).</summary>
    internal static class Ili9341Command
    {
        /// <summary>NOP: nothing.</summary>
        public const byte NoOperation = 0x00;

        /// <summary>SLPOUT: starts the booster, oscillator and scan.</summary>
        public const byte SleepOut = 0x11;

        /// <summary>DISPON: shows the memory.</summary>
        public const byte DisplayOn = 0x29;

        /// <summary>CASET: first and last column of what is written.</summary>
        public const byte ColumnAddressSet = 0x2A;

        /// <summary>PASET: first and last page (row) of what is written.</summary>
        public const byte PageAddressSet = 0x2B;

        /// <summary>RAMWR: pixels follow.</summary>
        public const byte MemoryWrite = 0x2C;

        /// <summary>MADCTL: directions of columns and pages, colour order.</summary>
        public const byte MemoryAccessControl = 0x36;

        /// <summary>COLMOD: bits of a pixel.</summary>
        public const byte PixelFormatSet = 0x3A;
    }
}
