namespace EcgChip.Device.Screens
{
    /// <summary>Contact was lost while recording: which electrode, what to do, that it goes on by itself, and how much is left.</summary>
    internal static class PausedScreen
    {
        private const int Lines = 3;
        private const int GoesOnLines = 2;
        private const int Cells = 11;
        private const int SmallCells = 16;
        private const int Left = BodyPicture.Width + 8;
        private const int Top = 34;

        /// <summary>Describes a piece. False when there are no more.</summary>
        public static bool Describe(int index, ScreenContents contents, Piece piece)
        {
            if (index < BodyPicture.Pieces)
            {
                BodyPicture.Describe(index, contents.Message, piece);
                return true;
            }

            int line = index - BodyPicture.Pieces;
            if (line < Lines)
            {
                piece.Text(Left, Top + (line * 28), Cells, Lettering.Large, Palette.Text);
                piece.AddLine(TextId.SignalGood + (int)contents.Message, line);
                return true;
            }

            line -= Lines;
            if (line < GoesOnLines)
            {
                piece.Text(Left, Top + 88 + (line * 18), SmallCells, Lettering.Small, Palette.SkyBlue);
                piece.AddLine(TextId.GoesOn, line);
                return true;
            }

            switch (line - GoesOnLines)
            {
                case 0:
                    piece.Text(Left, Top + 126, 3, Lettering.Number, Palette.Text);
                    piece.AddNumber(contents.SecondsLeft);
                    return true;
                case 1:
                    piece.Text(Left + 58, Top + 138, 1, Lettering.Small, Palette.Faint);
                    piece.Add('S');
                    return true;
                default:
                    return false;
            }
        }
    }
}
