namespace EcgChip.Device.Screens
{
    /// <summary>Where the electrodes go, which is off, and what to do; the title says what is the matter.</summary>
    internal static class ContactGuideScreen
    {
        private const int Lines = 4;
        private const int Cells = 11;
        private const int Top = 45;

        /// <summary>Describes a piece. False when there are no more.</summary>
        public static bool Describe(int index, ScreenContents contents, Piece piece)
        {
            if (index < BodyPicture.Pieces)
            {
                BodyPicture.Describe(index, contents.Message, piece);
                return true;
            }

            int line = index - BodyPicture.Pieces;
            if (line >= Lines)
            {
                return false;
            }

            piece.Text(BodyPicture.Width + 8, Top + (line * 30), Cells, Lettering.Large, Palette.Text);
            piece.AddLine(TextId.SignalGood + (int)contents.Message, line);
            return true;
        }
    }
}
