using EcgChip.Device.Drivers.Ili9341;

namespace EcgChip.Device.Screens
{
    /// <summary>Draws a described piece, about 1 KB on the bus with each step.</summary>
    internal sealed class PiecePainter
    {
        /// <summary>Pixels of one colour that go out in a step.</summary>
        public const int PixelsInStep = 480;

        // Each span goes out as a quarter of the display's width at least.
        private const int SpansInStep = 4;

        private const int TileLetterWidth = 10;
        private const int TileLetterHeight = 14;
        private const int TileAccentHeight = 4;

        private readonly Ili9341 display;
        private readonly GlyphPainter glyphs = new GlyphPainter(GlyphPainter.BandPixels);
        private readonly TextFont letters = new TextFont();
        private readonly DigitFont digits = new DigitFont();
        private readonly Piece piece;
        private int place;
        private int row;

        /// <summary>Draws what <paramref name="piece"/> describes.</summary>
        public PiecePainter(Ili9341 display, Piece piece)
        {
            this.display = display;
            this.piece = piece;
        }

        /// <summary>Begins with the piece as it is described now; it has to stay so until it is drawn.</summary>
        public void Begin()
        {
            place = 0;
            row = 0;
        }

        /// <summary>Draws a part of the piece. True with the last.</summary>
        public bool Step()
        {
            Piece drawn = piece;
            switch (drawn.Kind)
            {
                case PieceKind.Nothing:
                    return true;
                case PieceKind.Text:
                    return StepText(drawn.X, drawn.Y, drawn.Width, drawn.Height, drawn.Colour, drawn.Ground);
                case PieceKind.Fill:
                    return StepFill(drawn.X, drawn.Width, drawn.Colour);
                case PieceKind.Bar:
                    if (place == 0)
                    {
                        if (drawn.Amount > 0 && !StepFill(drawn.X, drawn.Amount, drawn.Colour))
                        {
                            return false;
                        }

                        place = 1;
                        row = 0;
                        return drawn.Amount == drawn.Width;
                    }

                    return StepFill(drawn.X + drawn.Amount, drawn.Width - drawn.Amount, drawn.Ground);
                case PieceKind.Tile:
                    if (place == 0)
                    {
                        if (StepFill(drawn.X, drawn.Width, drawn.Ground))
                        {
                            place = 1;
                            row = 0;
                        }

                        return false;
                    }

                    place = 0;
                    int left = drawn.X + ((drawn.Width - TileLetterWidth) / 2);
                    int top = drawn.Y + ((drawn.Height - TileLetterHeight) / 2) - TileAccentHeight;
                    return StepText(left, top, 1, Lettering.Small, drawn.Colour, drawn.Ground);
                default:
                    return StepSpans(drawn);
            }
        }

        private bool StepText(int x, int y, int cells, int size, ushort colour, ushort ground)
        {
            if (place >= piece.Length)
            {
                return StepRest(x, y, cells, size, ground);
            }

            GlyphPainter painter = glyphs;
            DotFont font = Lettering.IsNumber(size) ? (DotFont)digits : letters;
            painter.Use(font, Lettering.Scale(size));
            int rows = painter.BandRows;
            int first = row + rows > font.Height ? font.Height - rows : row;
            painter.Paint(piece.CharacterAt(place), first, colour, ground);
            int width = painter.CellWidth;
            display.WritePixels(x + (place * width), y + (first * painter.BandHeight / rows), width, painter.BandHeight, painter.Pixels);
            row = first + rows;
            if (row >= font.Height)
            {
                row = 0;
                place++;
            }

            return place >= cells;
        }

        // Behind the last character.
        private bool StepRest(int x, int y, int cells, int size, ushort ground)
        {
            int cell = Lettering.CellWidth(size);
            return StepFill(x + (place * cell), y, (cells - place) * cell, Lettering.CellHeight(size), ground);
        }

        private bool StepFill(int x, int width, ushort colour)
        {
            return StepFill(x, piece.Y, width, piece.Height, colour);
        }

        private bool StepFill(int x, int y, int width, int whole, ushort colour)
        {
            int height = PixelsInStep / width;
            int left = whole - row;
            height = height < 1 ? 1 : height;
            height = height < left ? height : left;
            display.FillRectangle(x, y + row, width, height, colour);
            row += height;
            return row >= whole;
        }

        private bool StepSpans(Piece drawn)
        {
            int height = drawn.Height;
            int width = drawn.Width;
            int amount = drawn.Amount;
            for (int spans = 0; spans < SpansInStep && row < height; spans++)
            {
                int from;
                int length;
                switch (drawn.Kind)
                {
                    case PieceKind.Disc:
                        int half = HalfChord(amount, row - amount);
                        from = amount - half;
                        length = (2 * half) + 1;
                        break;
                    case PieceKind.Triangle:
                        length = 1 + (row * (width - 1) / (height - 1));
                        from = (width - length) / 2;
                        break;
                    case PieceKind.StrokeDown:
                        from = row * (width - amount) / (height - 1);
                        length = amount;
                        break;
                    default:
                        from = (height - 1 - row) * (width - amount) / (height - 1);
                        length = amount;
                        break;
                }

                display.FillRectangle(drawn.X + from, drawn.Y + row, length, 1, drawn.Colour);
                row++;
            }

            return row >= height;
        }

        // Pixels from the middle to the edge of a disc, so far from its centre.
        private static int HalfChord(int radius, int distance)
        {
            // half a pixel more makes small discs round
            int square = (radius * radius) + radius - (distance * distance);
            int half = radius;
            while (half * half > square)
            {
                half--;
            }

            return half;
        }
    }
}
