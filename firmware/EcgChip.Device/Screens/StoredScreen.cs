namespace EcgChip.Device.Screens
{
    /// <summary>A recording was stored: its number, whose it is, and what follows.</summary>
    internal static class StoredScreen
    {
        private const int Lines = 2;
        private const int Cells = 17;

        /// <summary>Describes a piece. False when there are no more.</summary>
        public static bool Describe(int index, ScreenContents contents, Piece piece)
        {
            if (index < AnswerPicture.Pieces)
            {
                AnswerPicture.DescribeCheck(index, 5, 38, piece);
                return true;
            }

            switch (index - AnswerPicture.Pieces)
            {
                case 0:
                    piece.Text(67, 37, 14, Lettering.Large, Palette.Text);
                    if (contents.HistoryCount > 0)
                    {
                        piece.Add(TextId.StoredAs);
                        piece.Add(' ');
                        piece.AddNumber(contents.HistorySequence[0]);
                    }

                    return true;
                case 1:
                    piece.Text(67, 66, 14, Lettering.Large, Palette.Text);
                    piece.Add(TextId.PatientLabel);
                    piece.Add(' ');
                    piece.AddNumber(contents.PatientNumber, ScreenContents.PatientDigits, '0');
                    return true;
                default:
                    int line = index - AnswerPicture.Pieces - 2;
                    if (line >= Lines)
                    {
                        return false;
                    }

                    piece.Text(7, 112 + (line * 30), Cells, Lettering.Large, Palette.SkyBlue);
                    piece.AddLine(TextId.NotSynced, line);
                    piece.Centre();
                    return true;
            }
        }
    }
}
