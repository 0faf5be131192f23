namespace EcgChip.Device.Screens
{
    /// <summary>Ready: whose recording it will be, how long, and what stands in the way.</summary>
    internal static class StartScreen
    {
        private const int Left = 12;
        private const int Cells = 17;
        private const int ClockCells = 14;
        private const int RoomCells = 16;
        private const int LabelCells = 8;
        private const int Top = 36;
        private const int LineHeight = 29;

        /// <summary>Describes a piece. False when there are no more.</summary>
        public static bool Describe(int index, ScreenContents contents, Piece piece)
        {
            switch (index)
            {
                case 0:
                    bool works = !contents.OnUsbPower && contents.FreeRecordings != 0;
                    piece.Text(Left, Top, Cells, Lettering.Large, works ? Palette.Green : Palette.Yellow);
                    piece.AddLine(contents.OnUsbPower ? TextId.UnplugUsb : works ? TextId.Ready : TextId.StorageFull, 0);
                    return true;
                case 1:
                    piece.Text(Left, Top + LineHeight, Cells, Lettering.Large, Palette.Yellow);
                    piece.AddLine(contents.OnUsbPower ? TextId.UnplugUsb : TextId.None, 1);
                    return true;
                case 2:
                    piece.Text(Left, Top + (2 * LineHeight), Cells, Lettering.Large, Palette.Text);
                    piece.Add(TextId.PatientLabel);
                    piece.GoTo(LabelCells);
                    piece.AddNumber(contents.PatientNumber, ScreenContents.PatientDigits, '0');
                    return true;
                case 3:
                    piece.Text(Left, Top + (3 * LineHeight), Cells, Lettering.Large, Palette.Text);
                    piece.Add(TextId.LengthLabel);
                    piece.GoTo(LabelCells);
                    piece.AddNumber(contents.DurationSeconds);
                    piece.Add(' ');
                    piece.Add('S');
                    return true;
                case 4:
                    piece.Text(Left, Top + (4 * LineHeight) + 3, ClockCells, Lettering.Small, Palette.Faint);
                    if (contents.ClockMinutes < 0)
                    {
                        piece.Add(TextId.TimeUnknown);
                    }
                    else
                    {
                        TimeText.AddDate(contents.ClockMinutes, piece);
                        piece.Add(' ');
                        TimeText.AddTime(contents.ClockMinutes, piece);
                    }

                    return true;
                case 5:
                    piece.Text(Left, Top + (4 * LineHeight) + 21, RoomCells, Lettering.Small, Palette.Faint);
                    if (contents.FreeRecordings >= 0)
                    {
                        piece.Add(TextId.RoomLabel);
                        piece.Add(' ');
                        piece.AddNumber(contents.FreeRecordings);
                    }

                    return true;
                default:
                    return false;
            }
        }
    }
}
