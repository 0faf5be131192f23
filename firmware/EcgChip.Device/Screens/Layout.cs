namespace EcgChip.Device.Screens
{
    /// <summary>Where the parts of every screen are, in pixels.</summary>
    public static class Layout
    {
        /// <summary>Coloured block before the title.</summary>
        public const int TitleBlockWidth = 10;

        /// <summary>Left edge of the title.</summary>
        public const int TitleLeft = 15;

        /// <summary>Characters of the title.</summary>
        public const int TitleCells = 14;

        /// <summary>Line under the title.</summary>
        public const int TitleLine = 28;

        /// <summary>Top of what a screen has to say.</summary>
        public const int BodyTop = 29;

        /// <summary>The trace.</summary>
        public const int TraceTop = BodyTop;

        /// <summary>Below the trace: how far the recording is.</summary>
        public const int BelowTrace = TraceTop + TraceView.Height;

        /// <summary>Top of the line of numbers under the trace.</summary>
        public const int RowTop = BelowTrace + 2;

        /// <summary>The two keys begin below what a screen has to say.</summary>
        public const int KeyTop = 193;

        /// <summary>Pixels down a key.</summary>
        public const int KeyHeight = 47;

        /// <summary>Pixels across a key.</summary>
        public const int KeyWidth = 158;

        /// <summary>Left edge of the mode button's key.</summary>
        public const int ModeKeyLeft = 162;

        /// <summary>Characters of what a press does.</summary>
        public const int HintCells = 7;

        /// <summary>Characters of what a long press does, with the word before it.</summary>
        public const int LongHintCells = 12;
    }
}
