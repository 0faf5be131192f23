namespace EcgChip.Device.Screens
{
    /// <summary>
    /// The screen's colours, RGB565. Those that mean something are of Okabe and Ito's set (Color Universal Design, 2008), which
    /// people with any colour vision can tell apart; a letter or a word always says the same.
    /// </summary>
    public static class Palette
    {
        /// <summary>Almost black: 8, 12, 16.</summary>
        public const ushort Background = 0x0862;

        /// <summary>Grid of the trace: 48, 64, 72.</summary>
        public const ushort Grid = 0x3209;

        /// <summary>Lines between the screen's parts: 32, 44, 56.</summary>
        public const ushort Line = 0x2167;

        /// <summary>Ground of what the buttons do: 32, 44, 56.</summary>
        public const ushort Key = 0x2167;

        /// <summary>The drawn patient: 88, 104, 120.</summary>
        public const ushort Body = 0x5B4F;

        /// <summary>The trace: 120, 255, 160.</summary>
        public const ushort Trace = 0x7FF4;

        /// <summary>Text: 240, 244, 248.</summary>
        public const ushort Text = 0xF7BF;

        /// <summary>Text of less weight: 144, 152, 160.</summary>
        public const ushort Faint = 0x94D4;

        /// <summary>Text on a coloured ground: black.</summary>
        public const ushort Ink = 0x0000;

        /// <summary>Bluish green, lightened: 0, 204, 140.</summary>
        public const ushort Green = 0x0671;

        /// <summary>Yellow: 240, 228, 66.</summary>
        public const ushort Yellow = 0xF728;

        /// <summary>Vermillion, lightened to be read on black: 255, 110, 40.</summary>
        public const ushort Vermillion = 0xFB65;

        /// <summary>Sky blue: 86, 180, 233.</summary>
        public const ushort SkyBlue = 0x55BD;

        /// <summary>Reddish purple: 204, 121, 167.</summary>
        public const ushort Purple = 0xCBD4;
    }
}
