namespace EcgChip.Device.Screens
{
    /// <summary>
    /// The sizes of characters. At arm's length, 0.6 m, letters of 5 minutes of arc are read with good eyes (Snellen's 6/6), of 10 with half of that;
    /// ISO 9241-303 asks for 16 at least where somebody reads for long. Small ones are 2.1 mm high, 12 minutes; large ones 3.2 mm, 18 minutes.
    /// What must be understood at a glance is large.
    /// </summary>
    public static class Lettering
    {
        /// <summary>Letters of 14 pixels.</summary>
        public const int Small = 0;

        /// <summary>Letters of 21 pixels.</summary>
        public const int Large = 1;

        /// <summary>Digits of 30 pixels.</summary>
        public const int Number = 2;

        /// <summary>Digits of 60 pixels.</summary>
        public const int BigNumber = 3;

        /// <summary>Pixels from one character to the next.</summary>
        public static int CellWidth(int size)
        {
            switch (size)
            {
                case Small: return 12;
                case BigNumber: return 36;
                default: return 18;
            }
        }

        /// <summary>Pixels down a character's cell, that of letters with the room for an accent above.</summary>
        public static int CellHeight(int size)
        {
            switch (size)
            {
                case Small: return 18;
                case Large: return 27;
                case Number: return 30;
                default: return 60;
            }
        }

        /// <summary>Pixels for each of the font's dots.</summary>
        public static int Scale(int size)
        {
            switch (size)
            {
                case Large: return 3;
                case Number: return 1;
                default: return 2;
            }
        }

        /// <summary>True for the sizes that have digits only.</summary>
        public static bool IsNumber(int size)
        {
            return size >= Number;
        }
    }
}
