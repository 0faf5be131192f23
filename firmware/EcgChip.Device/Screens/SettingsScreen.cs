namespace EcgChip.Device.Screens
{
    /// <summary>What can be set, the chosen line on a ground of its own with a mark before it.</summary>
    internal static class SettingsScreen
    {
        private const int Lines = 5;
        private const int Cells = 17;
        private const int ValuePlace = 10;
        private const int Pitch = 32;
        private const int Top = 31;

        /// <summary>Describes a piece. False when there are no more.</summary>
        public static bool Describe(int index, ScreenContents contents, Piece piece)
        {
            int line = index / 2;
            if (line >= Lines)
            {
                return false;
            }

            bool chosen = line == contents.Selected;
            ushort ground = chosen ? Palette.Key : Palette.Background;
            int top = Top + (line * Pitch);
            if ((index & 1) == 0)
            {
                piece.Fill(0, top, 320, Pitch - 2, ground);
                return true;
            }

            piece.Text(7, top + 1, Cells, Lettering.Large, chosen ? Palette.Yellow : Palette.Text, ground);
            piece.Add(LabelOf(line));
            piece.GoTo(ValuePlace - 1);
            AddValue(line, contents, piece);
            return true;
        }

        private static int LabelOf(int line)
        {
            switch (line)
            {
                case 0: return TextId.MainsLabel;
                case 1: return TextId.LengthLabel;
                case 2: return TextId.LanguageLabel;
                case 3: return TextId.BrightnessLabel;
                default: return TextId.ClockLabel;
            }
        }

        private static void AddValue(int line, ScreenContents contents, Piece piece)
        {
            switch (line)
            {
                case 0:
                    piece.AddNumber(contents.SettingMains);
                    piece.Add(' ');
                    piece.Add('H');
                    piece.Add('Z');
                    break;
                case 1:
                    piece.AddNumber(contents.DurationSeconds);
                    piece.Add(' ');
                    piece.Add('S');
                    break;
                case 2:
                    piece.Add(TextId.LanguageName);
                    break;
                case 3:
                    piece.AddNumber(contents.SettingBrightness);
                    piece.Add('/');
                    piece.Add('5');
                    break;
                default:
                    AddClock(contents, piece);
                    break;
            }
        }

        // Of a clock that is being set, only the part that the next press changes.
        private static void AddClock(ScreenContents contents, Piece piece)
        {
            int part = contents.ClockField;
            if (part < 0)
            {
                TimeText.AddTime(contents.ClockMinutes, piece);
                return;
            }

            piece.Add(TextId.ClockDay + part);
            piece.Add(' ');
            switch (part)
            {
                case 0:
                    piece.AddNumber(Calendar.Day(contents.ClockMinutes), 2, '0');
                    break;
                case 1:
                    piece.AddNumber(Calendar.Month(contents.ClockMinutes), 2, '0');
                    break;
                case 2:
                    TimeText.AddYear(contents.ClockMinutes, piece);
                    break;
                case 3:
                    TimeText.AddHour(contents.ClockMinutes, piece);
                    break;
                default:
                    TimeText.AddMinute(contents.ClockMinutes, piece);
                    break;
            }
        }
    }
}
