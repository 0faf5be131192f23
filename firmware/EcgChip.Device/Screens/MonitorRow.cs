using EcgChip.Device.Monitoring;
using EcgChip.Inference;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// The line under the trace: the heart rate, a heart with a line below it that lights up with each beat, and the classes of the last beats, each a letter on a colour of its
    /// own, the newest on the right; or, where the signal is not good, what to do about it. While a recording runs, the seconds that are left.
    /// </summary>
    internal static class MonitorRow
    {
        /// <summary>The heart.</summary>
        public const int HeartPiece = Frame.Pieces;

        /// <summary>The first digit of the rate.</summary>
        public const int RatePiece = HeartPiece + 1;

        /// <summary>Digits of the rate, and of the seconds left.</summary>
        public const int RateDigits = 3;

        /// <summary>The first of the last beats.</summary>
        public const int TilePiece = GroundPiece + 1;

        /// <summary>Left edge of the line that lights up.</summary>
        public const int PulseLeft = HeartLeft - 1;

        /// <summary>Its top.</summary>
        public const int PulseTop = DigitTop + 26;

        /// <summary>Pixels across it.</summary>
        public const int PulseWidth = 12;

        /// <summary>Pixels down it.</summary>
        public const int PulseHeight = 4;

        private const int GroundPiece = RatePiece + RateDigits;
        private const int AdvicePiece = TilePiece + MonitorScreen.Tiles;
        private const int AdviceLines = 2;
        private const int LeftPiece = AdvicePiece + AdviceLines;
        private const int UnitPiece = LeftPiece + RateDigits;
        private const int ProgressPiece = UnitPiece + 1;

        private const int DigitTop = Layout.RowTop + 3;
        private const int RateLeft = 2;
        private const int HeartLeft = 58;
        private const int MiddleLeft = 74;
        private const int AdviceCells = 13;
        private const int MiddleWidth = AdviceCells * 12;
        private const int TilePitch = 22;
        private const int TileWidth = 20;
        private const int TileHeight = 24;
        private const int TileTop = Layout.RowTop + 5;
        private const int LeftLeft = 248;
        private const int UnitLeft = 305;
        private const int Digit = 18;
        private const int Ten = 10;
        private const int Hundred = 100;
        private const char Heart = '#';

        /// <summary>Describes a piece. False when there are no more.</summary>
        public static bool Describe(int index, ScreenId screen, ScreenContents contents, MonitorScreen live, Piece piece)
        {
            if (index == HeartPiece)
            {
                piece.Text(HeartLeft, DigitTop + 2, 1, Lettering.Small, live.Rate < 0 ? Palette.Body : Palette.Vermillion);
                piece.Add(Heart);
            }
            else if (index < GroundPiece)
            {
                int place = index - RatePiece;
                piece.Text(RateLeft + (place * Digit), DigitTop, 1, Lettering.Number, live.Rate < 0 ? Palette.Faint : Palette.Text);
                AddDigit(live.Rate, place, piece);
            }
            else if (index < LeftPiece)
            {
                DescribeMiddle(index, contents.Message, live, piece);
            }
            else if (index <= ProgressPiece)
            {
                DescribeRecording(index, screen == ScreenId.Recording, contents, piece);
            }
            else
            {
                return false;
            }

            return true;
        }

        private static void DescribeMiddle(int index, SignalMessage message, MonitorScreen live, Piece piece)
        {
            bool good = message == SignalMessage.Good;
            if (index == GroundPiece)
            {
                piece.Fill(MiddleLeft, Layout.RowTop, MiddleWidth, Layout.KeyTop - Layout.RowTop, Palette.Background);

                // it is wiped when the one gives way to the other
                piece.Add(good ? 'T' : 'A');
            }
            else if (index < AdvicePiece)
            {
                int beatClass = good ? live.TileAt(index - TilePiece) : MonitorScreen.Empty;
                if (beatClass == MonitorScreen.Empty)
                {
                    piece.Nothing();
                }
                else
                {
                    piece.Tile(
                        MiddleLeft + ((index - TilePiece) * TilePitch), TileTop, TileWidth, TileHeight, BeatColours.Letter(beatClass),
                        BeatColours.Of(beatClass));
                }
            }
            else if (good)
            {
                piece.Nothing();
            }
            else
            {
                int line = index - AdvicePiece;
                piece.Text(MiddleLeft, Layout.RowTop + (line * 18), AdviceCells, Lettering.Small, Palette.Text);
                piece.AddLine(TextId.SignalGood + (int)message, line);
            }
        }

        private static void DescribeRecording(int index, bool recording, ScreenContents contents, Piece piece)
        {
            if (!recording || contents.SecondsLeft < 0)
            {
                piece.Nothing();
            }
            else if (index < UnitPiece)
            {
                int place = index - LeftPiece;
                piece.Text(LeftLeft + (place * Digit), DigitTop, 1, Lettering.Number, Palette.Text);
                AddDigit(contents.SecondsLeft, place, piece);
            }
            else if (index == UnitPiece)
            {
                piece.Text(UnitLeft, DigitTop + 12, 1, Lettering.Small, Palette.Faint);
                piece.Add('S');
            }
            else
            {
                int done = contents.DurationSeconds - contents.SecondsLeft;
                piece.Bar(
                    0, Layout.BelowTrace, Drivers.Ili9341.Ili9341.Width, 2, contents.DurationSeconds < 1 ? 0 : done * Hundred / contents.DurationSeconds,
                    Palette.Vermillion, Palette.Line);
            }
        }

        private static void AddDigit(int number, int place, Piece piece)
        {
            if (number < 0)
            {
                piece.Add(place == 0 ? ' ' : DigitFont.Dash);
                return;
            }

            int rest = place == 0 ? number / Hundred : place == 1 ? number / Ten : number;
            piece.Add(rest == 0 && place < RateDigits - 1 ? ' ' : (char)('0' + (rest % Ten)));
        }
    }
}
