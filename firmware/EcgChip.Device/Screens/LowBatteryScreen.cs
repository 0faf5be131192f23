namespace EcgChip.Device.Screens
{
    /// <summary>The battery is nearly empty: drawn large, and what to do.</summary>
    internal static class LowBatteryScreen
    {
        private const int Lines = 3;
        private const int Cells = 17;

        /// <summary>Describes a piece. False when there are no more.</summary>
        public static bool Describe(int index, ScreenContents contents, Piece piece)
        {
            switch (index)
            {
                case 0:
                    piece.Fill(90, 38, 130, 54, Palette.Faint);
                    return true;
                case 1:
                    piece.Fill(220, 52, 10, 26, Palette.Faint);
                    return true;
                case 2:
                    piece.Bar(95, 43, 120, 44, contents.BatteryPercent, Palette.Vermillion, Palette.Background);
                    return true;
                default:
                    int line = index - 3;
                    if (line >= Lines)
                    {
                        return false;
                    }

                    piece.Text(7, 102 + (line * 30), Cells, Lettering.Large, Palette.Text);
                    piece.AddLine(TextId.ChargeNow, line);
                    piece.Centre();
                    return true;
            }
        }
    }
}
