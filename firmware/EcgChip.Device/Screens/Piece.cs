namespace EcgChip.Device.Screens
{
    /// <summary>
    /// One piece of a screen while it is described: a line of text or a simple figure, where and in which colours. There is one object for all pieces:
    /// a screen describes its pieces anew, by number, whenever it is looked whether they still stand as they should. <see cref="Signature"/> tells
    /// apart what would look different, and texts are only loaded when they are to be drawn.
    /// </summary>
    internal sealed class Piece
    {
        /// <summary>Characters of the longest line.</summary>
        public const int LongestLine = 26;

        private const char Parting = '|';
        private const int Ten = 10;
        private const int Mix = 31;

        private readonly Texts texts;
        private readonly char[] characters = new char[LongestLine];
        private int length;

        /// <summary>A piece that takes its words from there.</summary>
        public Piece(Texts texts)
        {
            this.texts = texts;
        }

        /// <summary>One of <see cref="PieceKind"/>.</summary>
        public int Kind;

        /// <summary>Left edge, pixels.</summary>
        public int X;

        /// <summary>Top edge, pixels.</summary>
        public int Y;

        /// <summary>Pixels across; characters of a text.</summary>
        public int Width;

        /// <summary>Pixels down; one of <see cref="Lettering"/> of a text.</summary>
        public int Height;

        /// <summary>A bar's filled pixels, a stroke's pixels across.</summary>
        public int Amount;

        /// <summary>Colour, RGB565.</summary>
        public ushort Colour;

        /// <summary>Colour of what lies behind, RGB565.</summary>
        public ushort Ground;

        /// <summary>Differs, but for one chance in 2^32, where the picture does.</summary>
        public int Signature;

        /// <summary>True when characters are wanted; otherwise only <see cref="Signature"/> comes of a description.</summary>
        public bool Writes;

        /// <summary>Characters of a line that was written.</summary>
        public int Length
        {
            get { return length; }
        }

        /// <summary>Characters of a line, by place; a space behind its last.</summary>
        public char CharacterAt(int place)
        {
            return place < length ? characters[place] : ' ';
        }

        /// <summary>Nothing stands here.</summary>
        public void Nothing()
        {
            Set(PieceKind.Nothing, 0, 0, 0, 0, 0, 0, 0);
        }

        /// <summary>A line of text on the background; what it does not fill is wiped.</summary>
        public void Text(int x, int y, int cells, int size, ushort colour)
        {
            Text(x, y, cells, size, colour, Palette.Background);
        }

        /// <summary>A line of text; what it does not fill is wiped.</summary>
        public void Text(int x, int y, int cells, int size, ushort colour, ushort ground)
        {
            Set(PieceKind.Text, x, y, cells, size, 0, colour, ground);
        }

        /// <summary>A rectangle.</summary>
        public void Fill(int x, int y, int width, int height, ushort colour)
        {
            Set(PieceKind.Fill, x, y, width, height, 0, colour, 0);
        }

        /// <summary>A rectangle of which a part is filled, in 0 to 100.</summary>
        public void Bar(int x, int y, int width, int height, int percent, ushort colour, ushort ground)
        {
            int part = percent < 0 ? 0 : percent > 100 ? 100 : percent;
            Set(PieceKind.Bar, x, y, width, height, part * width / 100, colour, ground);
        }

        /// <summary>A disc.</summary>
        public void Disc(int centreX, int centreY, int radius, ushort colour)
        {
            Set(PieceKind.Disc, centreX - radius, centreY - radius, (2 * radius) + 1, (2 * radius) + 1, radius, colour, 0);
        }

        /// <summary>A triangle with its tip above.</summary>
        public void Triangle(int x, int y, int width, int height, ushort colour)
        {
            Set(PieceKind.Triangle, x, y, width, height, 0, colour, 0);
        }

        /// <summary>A stroke from the upper left to the lower right, as many pixels across as <paramref name="thick"/> says.</summary>
        public void StrokeDown(int x, int y, int width, int height, int thick, ushort colour)
        {
            Set(PieceKind.StrokeDown, x, y, width, height, thick, colour, 0);
        }

        /// <summary>A stroke from the lower left to the upper right.</summary>
        public void StrokeUp(int x, int y, int width, int height, int thick, ushort colour)
        {
            Set(PieceKind.StrokeUp, x, y, width, height, thick, colour, 0);
        }

        /// <summary>A character on a coloured rectangle.</summary>
        public void Tile(int x, int y, int width, int height, char character, ushort ground)
        {
            Set(PieceKind.Tile, x, y, width, height, 0, Palette.Ink, ground);
            Add(character);
        }

        /// <summary>Adds a character to a line.</summary>
        public void Add(char character)
        {
            Signature = (Signature * Mix) + character;
            if (Writes && length < LongestLine)
            {
                characters[length] = character;
                length++;
            }
        }

        /// <summary>Adds a text to a line, or of one in parts what stands before the parting.</summary>
        public void Add(int textId)
        {
            Signature = (Signature * Mix) + textId;
            if (Writes)
            {
                string text = texts.Of(textId);
                for (int i = 0; i < text.Length; i++)
                {
                    char character = text[i];
                    if (character == Parting)
                    {
                        return;
                    }

                    Put(character);
                }
            }
        }

        /// <summary>Adds letters that are no text of a language: a name, a hash; small ones become capitals.</summary>
        public void AddLetters(string letters)
        {
            Signature = (Signature * Mix) + letters.Length;
            for (int i = 0; Writes && i < letters.Length; i++)
            {
                char character = letters[i];
                Put(character >= 'a' && character <= 'z' ? (char)(character - 'a' + 'A') : character);
            }
        }

        /// <summary>Adds one line of a text, broken between words; of one in parts, of what stands behind the parting.</summary>
        /// <param name="textId">The text.</param>
        /// <param name="line">Which line, 0 the first.</param>
        public void AddLine(int textId, int line)
        {
            Signature = (((Signature * Mix) + textId) * Mix) + line;
            if (!Writes)
            {
                return;
            }

            string text = texts.Of(textId);
            int end = text.Length;
            int from = 0;
            for (int i = 0; i < end; i++)
            {
                from = text[i] == Parting ? i + 1 : from;
            }

            for (int skipped = 0; skipped < line && from < end; skipped++)
            {
                from = EndOfLine(text, from) + 1;
            }

            int to = from < end ? EndOfLine(text, from) : from;
            for (int i = from; i < to; i++)
            {
                Put(text[i]);
            }
        }

        /// <summary>Adds a number, which is not negative, with so many digits at least.</summary>
        /// <param name="number">The number; for a negative one, dashes.</param>
        /// <param name="digits">Digits at least.</param>
        /// <param name="filler">What stands before a shorter number.</param>
        public void AddNumber(int number, int digits, char filler)
        {
            Signature = (Signature * Mix) + number;
            if (!Writes)
            {
                return;
            }

            if (number < 0)
            {
                for (int i = 0; i < digits; i++)
                {
                    Put('-');
                }

                return;
            }

            int places = 1;
            for (int rest = number / Ten; rest > 0; rest /= Ten)
            {
                places++;
            }

            for (int i = places; i < digits; i++)
            {
                Put(filler);
            }

            length += places;
            int at = length;
            for (int rest = number; places > 0; places--)
            {
                at--;
                if (at < LongestLine)
                {
                    characters[at] = (char)('0' + (rest % Ten));
                }

                rest /= Ten;
            }

            length = length < LongestLine ? length : LongestLine;
        }

        /// <summary>Adds a number.</summary>
        public void AddNumber(int number)
        {
            AddNumber(number, 1, ' ');
        }

        /// <summary>Goes on at a place of the line.</summary>
        public void GoTo(int place)
        {
            while (Writes && length < place && length < LongestLine)
            {
                Put(' ');
            }
        }

        /// <summary>Puts what is in the line to its end.</summary>
        public void AlignRight()
        {
            Shift(Width - length);
        }

        /// <summary>Puts what is in the line into its middle.</summary>
        public void Centre()
        {
            Shift((Width - length) / 2);
        }

        // After the last space that the line has room for, or where it ends.
        private int EndOfLine(string text, int from)
        {
            if (text.Length - from <= Width)
            {
                return text.Length;
            }

            int end = from + Width;
            while (end > from && text[end] != ' ')
            {
                end--;
            }

            return end > from ? end : from + Width;
        }

        private void Put(char character)
        {
            if (length < LongestLine)
            {
                characters[length] = character;
                length++;
            }
        }

        private void Shift(int places)
        {
            if (!Writes || places <= 0)
            {
                return;
            }

            for (int i = length - 1; i >= 0; i--)
            {
                characters[i + places] = characters[i];
            }

            for (int i = 0; i < places; i++)
            {
                characters[i] = ' ';
            }

            length += places;
        }

        private void Set(int kind, int x, int y, int width, int height, int amount, ushort colour, ushort ground)
        {
            Kind = kind;
            X = x;
            Y = y;
            Width = width;
            Height = height;
            Amount = amount;
            Colour = colour;
            Ground = ground;
            length = 0;
            Signature = (((((((kind * Mix) + x) * Mix) + y) * Mix) + width) * Mix) + height;
            Signature = (((((Signature * Mix) + amount) * Mix) + colour) * Mix) + ground;
        }
    }
}
