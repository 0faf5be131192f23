namespace EcgChip.Device.Screens
{
    /// <summary>Characters of dots, at most 16 across, all of one size.</summary>
    internal sealed class BitmapFont
    {
        /// <summary>Dots across.</summary>
        public readonly int Width;

        /// <summary>Dots down.</summary>
        public readonly int Height;

        /// <summary>Empty dots between two characters.</summary>
        public readonly int Gap;

        private const int BitsInByte = 8;

        private readonly char first;
        private readonly byte[] rows;
        private readonly int bytesInRow;

        /// <summary>A font.</summary>
        /// <param name="width">Dots across, at most 16.</param>
        /// <param name="height">Dots down.</param>
        /// <param name="gap">Empty dots between two characters.</param>
        /// <param name="first">The first character; the others follow it.</param>
        /// <param name="rows">Character after character, row after row; a row is one byte, or two when it has more than eight dots.</param>
        public BitmapFont(int width, int height, int gap, char first, byte[] rows)
        {
            Width = width;
            Height = height;
            Gap = gap;
            this.first = first;
            this.rows = rows;
            bytesInRow = width > BitsInByte ? 2 : 1;
        }

        /// <summary>Dots of one row of a character, the leftmost in bit Width - 1; none above and below it, and none of what the font lacks.</summary>
        public int Row(char character, int row)
        {
            if (row < 0 || row >= Height)
            {
                return 0;
            }

            int place = ((character - first) * Height + row) * bytesInRow;
            if (place < 0 || place >= rows.Length)
            {
                return 0;
            }

            return bytesInRow == 1 ? rows[place] : (rows[place] << BitsInByte) | rows[place + 1];
        }
    }
}
