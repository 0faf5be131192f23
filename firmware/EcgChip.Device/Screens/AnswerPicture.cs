using EcgChip.Signal.Rhythm;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// An answer as a figure, so that neither its colour nor its words alone have to say it: a check mark on a disc for no finding, an exclamation mark on
    /// a triangle for a doctor, a question mark on a square for a repetition.
    /// </summary>
    public static class AnswerPicture
    {
        /// <summary>Its pieces.</summary>
        public const int Pieces = 3;

        /// <summary>Pixels across and down.</summary>
        public const int Size = 55;

        private const int Thick = 9;

        /// <summary>The colour of an answer.</summary>
        public static ushort ColourOf(ScreeningAnswer answer)
        {
            switch (answer)
            {
                case ScreeningAnswer.ShowADoctor: return Palette.Vermillion;
                case ScreeningAnswer.Repeat: return Palette.Yellow;
                default: return Palette.Green;
            }
        }

        /// <summary>Describes a piece of the figure.</summary>
        internal static void Describe(int index, ScreeningAnswer answer, int x, int y, Piece piece)
        {
            switch (answer)
            {
                case ScreeningAnswer.ShowADoctor:
                    DescribeWarning(index, x, y, piece);
                    break;
                case ScreeningAnswer.Repeat:
                    DescribeQuestion(index, x, y, piece);
                    break;
                default:
                    DescribeCheck(index, x, y, piece);
                    break;
            }
        }

        /// <summary>A check mark on a disc.</summary>
        internal static void DescribeCheck(int index, int x, int y, Piece piece)
        {
            switch (index)
            {
                case 0:
                    piece.Disc(x + (Size / 2), y + (Size / 2), Size / 2, Palette.Green);
                    break;
                case 1:
                    piece.StrokeDown(x + 12, y + 27, 19, 15, Thick, Palette.Ink);
                    break;
                default:
                    piece.StrokeUp(x + 22, y + 14, 24, 28, Thick, Palette.Ink);
                    break;
            }
        }

        /// <summary>An exclamation mark on a triangle.</summary>
        internal static void DescribeWarning(int index, int x, int y, Piece piece)
        {
            switch (index)
            {
                case 0:
                    piece.Triangle(x, y, Size, Size, Palette.Vermillion);
                    break;
                case 1:
                    piece.Fill(x + (Size / 2) - 3, y + 20, 7, 18, Palette.Ink);
                    break;
                default:
                    piece.Fill(x + (Size / 2) - 3, y + 42, 7, 7, Palette.Ink);
                    break;
            }
        }

        private static void DescribeQuestion(int index, int x, int y, Piece piece)
        {
            switch (index)
            {
                case 0:
                    piece.Fill(x, y, Size, Size, Palette.Yellow);
                    break;
                case 1:
                    piece.Text(x + ((Size - 15) / 2), y + 11, 1, Lettering.Large, Palette.Ink, Palette.Yellow);
                    piece.Add('?');
                    break;
                default:
                    piece.Nothing();
                    break;
            }
        }
    }
}
