namespace EcgChip.Device.Screens
{
    /// <summary>Something takes its time: how far it is, in percent and as a bar, and what to do meanwhile.</summary>
    internal static class ProgressScreen
    {
        private const int Lines = 2;
        private const int Cells = 17;

        /// <summary>Describes a piece. False when there are no more.</summary>
        public static bool Describe(int index, int advice, ScreenContents contents, Piece piece)
        {
            switch (index)
            {
                case 0:
                    piece.Text(84, 36, 3, Lettering.BigNumber, Palette.Text);
                    piece.AddNumber(contents.Progress, 3, ' ');
                    return true;
                case 1:
                    piece.Text(198, 68, 1, Lettering.Large, Palette.Faint);
                    piece.Add('%');
                    return true;
                case 2:
                    piece.Fill(14, 104, 292, 22, Palette.Faint);
                    return true;
                case 3:
                    piece.Bar(16, 106, 288, 18, contents.Progress, Palette.SkyBlue, Palette.Background);
                    return true;
                default:
                    int line = index - 4;
                    if (line >= Lines)
                    {
                        return false;
                    }

                    piece.Text(7, 132 + (line * 29), Cells, Lettering.Large, Palette.Text);
                    piece.AddLine(advice, line);
                    piece.Centre();
                    return true;
            }
        }
    }
}
