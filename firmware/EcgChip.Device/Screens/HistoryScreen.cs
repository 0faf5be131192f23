using EcgChip.Signal.Rhythm;

namespace EcgChip.Device.Screens
{
    /// <summary>The last recordings, the newest above: number, when, what it said as a mark on a colour, and an arrow on those that were sent.</summary>
    internal static class HistoryScreen
    {
        private const int PiecesEach = 3;
        private const int Pitch = 20;
        private const int Top = 32;
        private const int Cells = 21;

        /// <summary>Describes a piece. False when there are no more.</summary>
        public static bool Describe(int index, ScreenContents contents, Piece piece)
        {
            int line = index / PiecesEach;
            if (line >= ScreenContents.HistoryLength)
            {
                return false;
            }

            int top = Top + (line * Pitch);
            bool there = line < contents.HistoryCount;
            ushort ground = there && line == contents.Selected ? Palette.Key : Palette.Background;
            switch (index % PiecesEach)
            {
                case 0:
                    piece.Fill(0, top, 320, Pitch, ground);
                    return true;
                case 1:
                    if (!there)
                    {
                        if (line > 0 || contents.HistoryCount > 0)
                        {
                            piece.Nothing();
                            return true;
                        }

                        piece.Text(7, top + 40, 17, Lettering.Large, Palette.Faint);
                        piece.Add(TextId.NoRecordings);
                        piece.Centre();
                        return true;
                    }

                    piece.Text(30, top, Cells, Lettering.Small, Palette.Text, ground);
                    piece.AddNumber(contents.HistorySequence[line], 5, ' ');
                    piece.GoTo(7);
                    TimeText.AddDate(contents.HistoryMinutes[line], piece);
                    piece.Add(' ');
                    TimeText.AddTime(contents.HistoryMinutes[line], piece);
                    piece.GoTo(20);
                    piece.Add(contents.HistorySynced[line] != 0 ? '<' : ' ');
                    return true;
                default:
                    if (there)
                    {
                        ScreeningAnswer answer = (ScreeningAnswer)contents.HistoryAnswer[line];
                        piece.Tile(4, top + 1, 22, 18, MarkOf(answer), AnswerPicture.ColourOf(answer));
                    }
                    else
                    {
                        piece.Nothing();
                    }

                    return true;
            }
        }

        private static char MarkOf(ScreeningAnswer answer)
        {
            switch (answer)
            {
                case ScreeningAnswer.ShowADoctor: return '!';
                case ScreeningAnswer.Repeat: return '?';
                default: return '*';
            }
        }
    }
}
