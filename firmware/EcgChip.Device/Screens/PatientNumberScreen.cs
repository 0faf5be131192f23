namespace EcgChip.Device.Screens
{
    /// <summary>The patient's number, digit by digit; the one that is being set is yellow and has a line below.</summary>
    internal static class PatientNumberScreen
    {
        private const int Left = 52;
        private const int Top = 64;
        private const int Digit = 36;
        private const int Ten = 10;

        /// <summary>Describes a piece. False when there are no more.</summary>
        public static bool Describe(int index, ScreenContents contents, Piece piece)
        {
            switch (index)
            {
                case 0:
                    piece.Text(7, 33, 17, Lettering.Large, Palette.Text);
                    piece.Add(TextId.EnterNumber);
                    piece.Centre();
                    return true;
                case 1:
                    piece.Text(7, 162, 17, Lettering.Large, Palette.SkyBlue);
                    piece.Add(TextId.NoNames);
                    piece.Centre();
                    return true;
                default:
                    int place = (index - 2) / 2;
                    if (place >= ScreenContents.PatientDigits)
                    {
                        return false;
                    }

                    bool set = place == contents.PatientDigit;
                    if ((index & 1) == 0)
                    {
                        int rest = contents.PatientNumber;
                        for (int i = ScreenContents.PatientDigits - 1; i > place; i--)
                        {
                            rest /= Ten;
                        }

                        piece.Text(Left + (place * Digit), Top + 4, 1, Lettering.BigNumber, set ? Palette.Yellow : Palette.Text);
                        piece.Add((char)('0' + (rest % Ten)));
                    }
                    else
                    {
                        piece.Fill(Left + (place * Digit), Top + 70, Digit - 4, 6, set ? Palette.Yellow : Palette.Background);
                    }

                    return true;
            }
        }
    }
}
