namespace EcgChip.Device.Screens
{
    /// <summary>
    /// Letters of 5 x 7 dots, drawn for this device: capitals, digits and what the texts need, in cells of 9 dots: two above are an accent's. A letter is
    /// five bytes, a column each, its lowest bit the topmost dot. A letter with an accent is made of the letter without: its second row gives way.
    /// '#' is a heart, '>' and '=' are the buttons, '*' a check mark, '&lt;' an arrow up, '$' lightning, '"' a line below, '@' a dot.
    /// </summary>
    public sealed class TextFont : DotFont
    {
        /// <summary>Rows of dots above a letter, for its accent.</summary>
        public const int AccentRows = 2;

        /// <summary>Rows of dots of a letter without accent.</summary>
        public const int LetterRows = 7;

        private const int DotsAcross = 5;
        private const char First = ' ';
        private const char Last = 'Z';
        private const int CedillaRow = LetterRows - 1;

        // Accents, two rows each.
        private const int Acute = 0x02 | (0x04 << DotsAcross);
        private const int Grave = 0x08 | (0x04 << DotsAcross);
        private const int Circumflex = 0x04 | (0x0A << DotsAcross);
        private const int Row = (1 << DotsAcross) - 1;

        private readonly byte[] columns = Columns();

        /// <summary>The font; its 300 bytes stay in the heap as long as it does.</summary>
        public TextFont()
            : base(DotsAcross, AccentRows + LetterRows, 1)
        {
        }

        /// <summary>True for what the font has.</summary>
        public static bool Has(char character)
        {
            return (character >= First && character <= Last) || BaseOf(character) != character;
        }

        /// <inheritdoc/>
        public override int RowOf(char character, int row)
        {
            char letter = character;
            int letterRow = row - AccentRows;
            if (character > Last)
            {
                letter = BaseOf(character);
                if (letter == character)
                {
                    return 0;
                }

                if (character == '\u00C7')
                {
                    // the tail stands where the last row was
                    if (letterRow == CedillaRow)
                    {
                        return 0x04;
                    }

                    letterRow = letterRow > 1 ? letterRow + 1 : letterRow;
                }
                else
                {
                    if (row < AccentRows)
                    {
                        return row < 0 ? 0 : (AccentOf(character) >> (row * DotsAcross)) & Row;
                    }

                    // below the accent a row stays empty
                    letterRow = letterRow == 0 ? -1 : letterRow == 1 ? 0 : letterRow;
                }
            }

            if (letterRow < 0 || letterRow >= LetterRows || letter < First)
            {
                return 0;
            }

            byte[] dots = columns;
            int place = (letter - First) * DotsAcross;
            return (((dots[place] >> letterRow) & 1) << 4) | (((dots[place + 1] >> letterRow) & 1) << 3) | (((dots[place + 2] >> letterRow) & 1) << 2)
                | (((dots[place + 3] >> letterRow) & 1) << 1) | ((dots[place + 4] >> letterRow) & 1);
        }

        private static char BaseOf(char character)
        {
            switch (character)
            {
                case '\u00C0':
                case '\u00C2':
                    return 'A';
                case '\u00C7':
                    return 'C';
                case '\u00C8':
                case '\u00C9':
                case '\u00CA':
                    return 'E';
                case '\u00CE':
                    return 'I';
                case '\u00D4':
                    return 'O';
                case '\u00D9':
                case '\u00DB':
                    return 'U';
                default:
                    return character;
            }
        }

        private static int AccentOf(char character)
        {
            switch (character)
            {
                case '\u00C9':
                    return Acute;
                case '\u00C0':
                case '\u00C8':
                case '\u00D9':
                    return Grave;
                default:
                    return Circumflex;
            }
        }

        private static byte[] Columns()
        {
            return new byte[]
            {
                0x00, 0x00, 0x00, 0x00, 0x00, // space
                0x00, 0x00, 0x5F, 0x00, 0x00, // !
                0x40, 0x40, 0x40, 0x40, 0x40, // underscore: the place that is set
                0x0C, 0x1E, 0x3C, 0x1E, 0x0C, // heart
                0x08, 0x6C, 0x3E, 0x1B, 0x08, // lightning: USB power
                0x63, 0x13, 0x08, 0x64, 0x63, // %
                0x00, 0x00, 0x00, 0x00, 0x00, // none
                0x00, 0x04, 0x03, 0x00, 0x00, // '
                0x00, 0x1C, 0x22, 0x41, 0x00, // (
                0x00, 0x41, 0x22, 0x1C, 0x00, // )
                0x18, 0x30, 0x60, 0x1C, 0x06, // check mark
                0x08, 0x08, 0x3E, 0x08, 0x08, // +
                0x00, 0x40, 0x30, 0x10, 0x00, // ,
                0x08, 0x08, 0x08, 0x08, 0x08, // -
                0x00, 0x60, 0x60, 0x00, 0x00, // .
                0x60, 0x10, 0x08, 0x04, 0x03, // /
                0x3E, 0x51, 0x49, 0x45, 0x3E, // 0
                0x00, 0x42, 0x7F, 0x40, 0x00, // 1
                0x42, 0x61, 0x51, 0x49, 0x46, // 2
                0x21, 0x41, 0x45, 0x4B, 0x31, // 3
                0x18, 0x14, 0x12, 0x7F, 0x10, // 4
                0x27, 0x45, 0x45, 0x45, 0x39, // 5
                0x3C, 0x4A, 0x49, 0x49, 0x30, // 6
                0x01, 0x01, 0x79, 0x05, 0x03, // 7
                0x36, 0x49, 0x49, 0x49, 0x36, // 8
                0x06, 0x49, 0x49, 0x29, 0x1E, // 9
                0x00, 0x36, 0x36, 0x00, 0x00, // :
                0x00, 0x00, 0x00, 0x00, 0x00, // none
                0x04, 0x06, 0x7F, 0x06, 0x04, // arrow up: sent
                0x6B, 0x6B, 0x6B, 0x6B, 0x6B, // bars: the mode button
                0x7F, 0x7F, 0x3E, 0x1C, 0x08, // triangle: the start button
                0x02, 0x01, 0x51, 0x09, 0x06, // ?
                0x00, 0x1C, 0x1C, 0x1C, 0x00, // dot
                0x7E, 0x09, 0x09, 0x09, 0x7E, // A
                0x7F, 0x49, 0x49, 0x49, 0x36, // B
                0x3E, 0x41, 0x41, 0x41, 0x22, // C
                0x7F, 0x41, 0x41, 0x41, 0x3E, // D
                0x7F, 0x49, 0x49, 0x49, 0x41, // E
                0x7F, 0x09, 0x09, 0x09, 0x01, // F
                0x3E, 0x41, 0x49, 0x49, 0x3A, // G
                0x7F, 0x08, 0x08, 0x08, 0x7F, // H
                0x00, 0x41, 0x7F, 0x41, 0x00, // I
                0x20, 0x40, 0x41, 0x3F, 0x01, // J
                0x7F, 0x08, 0x14, 0x22, 0x41, // K
                0x7F, 0x40, 0x40, 0x40, 0x40, // L
                0x7F, 0x02, 0x0C, 0x02, 0x7F, // M
                0x7F, 0x06, 0x08, 0x30, 0x7F, // N
                0x3E, 0x41, 0x41, 0x41, 0x3E, // O
                0x7F, 0x09, 0x09, 0x09, 0x06, // P
                0x3E, 0x41, 0x51, 0x21, 0x5E, // Q
                0x7F, 0x09, 0x19, 0x29, 0x46, // R
                0x46, 0x49, 0x49, 0x49, 0x31, // S
                0x01, 0x01, 0x7F, 0x01, 0x01, // T
                0x3F, 0x40, 0x40, 0x40, 0x3F, // U
                0x1F, 0x20, 0x40, 0x20, 0x1F, // V
                0x7F, 0x20, 0x18, 0x20, 0x7F, // W
                0x63, 0x14, 0x08, 0x14, 0x63, // X
                0x03, 0x04, 0x78, 0x04, 0x03, // Y
                0x61, 0x51, 0x49, 0x45, 0x43, // Z
            };
        }
    }
}
