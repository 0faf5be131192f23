using EcgChip.Device.Drivers.Ili9341;
using EcgChip.Device.Monitoring;

namespace EcgChip.Device.Screens
{
    /// <summary>What every screen has: the title behind a block of colour, the battery, and what the two buttons do now.</summary>
    internal static class Frame
    {
        /// <summary>Its pieces; those of the screen itself follow.</summary>
        public const int Pieces = 14;

        private const char StartMark = '>';
        private const char ModeMark = '=';

        private const int BatteryPiece = 3;

        // The start key's pieces, then as many of the mode key.
        private const int FirstKeyPiece = 6;
        private const int KeyPieces = 4;

        private const int BatteryLeft = 276;
        private const int BatteryTop = 5;
        private const int BatteryWidth = 38;
        private const int BatteryHeight = 18;
        private const int BatteryWall = 2;
        private const int BatteryTipHeight = 8;
        private const int LowPercent = 20;

        private const int MarkLeft = 5;
        private const int HintLeft = 27;
        private const int LongHintLeft = 9;
        private const int HintTop = Layout.KeyTop + 1;
        private const int LongHintTop = HintTop + 27;

        /// <summary>The piece behind those that stand on one: on a key its words, on the battery its charge.</summary>
        public static int EndOfGroup(int index)
        {
            if (index < BatteryPiece)
            {
                return index + 1;
            }

            return index < FirstKeyPiece ? FirstKeyPiece : index < FirstKeyPiece + KeyPieces ? FirstKeyPiece + KeyPieces : Pieces;
        }

        /// <summary>Describes a piece of the frame.</summary>
        public static void Describe(int index, ScreenId screen, ScreenContents contents, Piece piece)
        {
            switch (index)
            {
                case 0:
                    piece.Fill(0, 0, Layout.TitleBlockWidth, Layout.TitleLine, BlockColour(screen, contents));
                    break;
                case 1:
                    piece.Text(Layout.TitleLeft, 0, Layout.TitleCells, Lettering.Large, Palette.Text);
                    AddTitle(screen, contents, piece);
                    break;
                case 2:
                    piece.Fill(0, Layout.TitleLine, Ili9341.Width, 1, Palette.Line);
                    break;
                case 3:
                    piece.Fill(BatteryLeft, BatteryTop, BatteryWidth, BatteryHeight, Palette.Faint);
                    break;
                case 4:
                    piece.Fill(
                        BatteryLeft + BatteryWidth, BatteryTop + ((BatteryHeight - BatteryTipHeight) / 2), 2 * BatteryWall, BatteryTipHeight, Palette.Faint);
                    break;
                case 5:
                    piece.Bar(
                        BatteryLeft + BatteryWall, BatteryTop + BatteryWall, BatteryWidth - (2 * BatteryWall), BatteryHeight - (2 * BatteryWall),
                        contents.BatteryPercent, contents.BatteryPercent < LowPercent ? Palette.Vermillion : Palette.Green, Palette.Background);
                    break;
                default:
                    int key = (index - FirstKeyPiece) / KeyPieces;
                    DescribeKey(
                        (index - FirstKeyPiece) % KeyPieces, key * Layout.ModeKeyLeft, key == 0 ? StartMark : ModeMark,
                        key == 0 ? contents.HintStartShort : contents.HintModeShort, key == 0 ? contents.HintStartLong : contents.HintModeLong, piece);
                    break;
            }
        }

        /// <summary>The colour that goes with what is said of the signal.</summary>
        public static ushort ColourOf(SignalMessage message)
        {
            switch (message)
            {
                case SignalMessage.Good:
                    return Palette.Green;
                case SignalMessage.Settling:
                    return Palette.SkyBlue;
                case SignalMessage.BothOff:
                case SignalMessage.LeftLegOff:
                case SignalMessage.RightArmOff:
                case SignalMessage.NoSignal:
                    return Palette.Vermillion;
                default:
                    return Palette.Yellow;
            }
        }

        private static void DescribeKey(int index, int left, char mark, int shortHint, int longHint, Piece piece)
        {
            bool works = shortHint != TextId.None || longHint != TextId.None;
            ushort ground = works ? Palette.Key : Palette.Background;
            switch (index)
            {
                case 0:
                    piece.Fill(left, Layout.KeyTop, Layout.KeyWidth, Layout.KeyHeight, ground);
                    break;
                case 1:
                    piece.Text(left + MarkLeft, HintTop, 1, Lettering.Large, Palette.Yellow, ground);
                    piece.Add(works ? mark : ' ');
                    break;
                case 2:
                    piece.Text(left + HintLeft, HintTop, Layout.HintCells, Lettering.Large, Palette.Text, ground);
                    piece.Add(shortHint);
                    break;
                default:
                    piece.Text(left + LongHintLeft, LongHintTop, Layout.LongHintCells, Lettering.Small, Palette.SkyBlue, ground);
                    if (longHint != TextId.None)
                    {
                        piece.Add(TextId.Hold);
                        piece.Add(' ');
                        piece.Add(longHint);
                    }

                    break;
            }
        }

        private static ushort BlockColour(ScreenId screen, ScreenContents contents)
        {
            switch (screen)
            {
                case ScreenId.ContactGuide:
                case ScreenId.Monitor:
                    return ColourOf(contents.Message);
                case ScreenId.Recording:
                    return contents.Message == SignalMessage.Good ? Palette.Vermillion : ColourOf(contents.Message);
                case ScreenId.Paused:
                case ScreenId.LowBattery:
                    return Palette.Yellow;
                case ScreenId.Fault:
                    return Palette.Vermillion;
                case ScreenId.Result:
                case ScreenId.Findings:
                    return AnswerPicture.ColourOf(contents.Answer);
                case ScreenId.Stored:
                    return Palette.Green;
                default:
                    return Palette.SkyBlue;
            }
        }

        private static void AddTitle(ScreenId screen, ScreenContents contents, Piece piece)
        {
            if (screen == ScreenId.Start)
            {
                piece.AddLetters("EcgChip");
                return;
            }

            piece.Add(TitleOf(screen, contents));
        }

        private static int TitleOf(ScreenId screen, ScreenContents contents)
        {
            switch (screen)
            {
                case ScreenId.Recording:
                    return contents.Message == SignalMessage.Good ? TextId.Recording : TextId.SignalGood + (int)contents.Message;
                case ScreenId.Paused: return TextId.Paused;
                case ScreenId.Analysing: return TextId.TitleAnalysing;
                case ScreenId.Result: return TextId.TitleResult;
                case ScreenId.Findings: return TextId.TitleFindings;
                case ScreenId.Stored: return TextId.TitleStored;
                case ScreenId.History: return TextId.TitleHistory;
                case ScreenId.Settings: return TextId.TitleSettings;
                case ScreenId.PatientNumber: return TextId.TitlePatient;
                case ScreenId.SelfTest: return TextId.TitleSelfTest;
                case ScreenId.About: return TextId.TitleAbout;
                case ScreenId.Fault: return TextId.TitleFault;
                case ScreenId.LowBattery: return TextId.TitleLowBattery;
                case ScreenId.Syncing: return TextId.TitleSyncing;
                default: return TextId.SignalGood + (int)contents.Message;
            }
        }
    }
}
