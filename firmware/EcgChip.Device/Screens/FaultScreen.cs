namespace EcgChip.Device.Screens
{
    /// <summary>What does not work, or is not possible now, and what to do.</summary>
    internal static class FaultScreen
    {
        private const int Lines = 3;
        private const int Cells = 17;

        /// <summary>Describes a piece. False when there are no more.</summary>
        public static bool Describe(int index, ScreenContents contents, Piece piece)
        {
            if (index < AnswerPicture.Pieces)
            {
                AnswerPicture.DescribeWarning(index, 6, 34, piece);
                return true;
            }

            int line = index - AnswerPicture.Pieces - 1;
            if (line < 0)
            {
                piece.Text(66, 50, 14, Lettering.Large, Palette.Yellow);
                piece.Add(contents.FaultText);
                return true;
            }

            if (line >= Lines)
            {
                return false;
            }

            piece.Text(7, 98 + (line * 30), Cells, Lettering.Large, Palette.Text);
            piece.AddLine(contents.FaultText, line);
            return true;
        }
    }
}
