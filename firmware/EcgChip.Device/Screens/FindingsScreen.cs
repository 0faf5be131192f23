using EcgChip.Records;
using EcgChip.Signal;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Device.Screens
{
    /// <summary>The evidence: the heart rate's range, and of each finding its words, how often, where in the recording, and its value.</summary>
    internal static class FindingsScreen
    {
        /// <summary>Findings that are shown at a time.</summary>
        public const int Lines = 3;

        private const int Cells = 26;
        private const int PiecesEach = 2;
        private const int Top = 55;
        private const int Pitch = 45;
        private const int Ten = 10;
        private const int MillisecondsInSecond = 1000;
        private const int SecondsInMinute = 60;

        /// <summary>Describes a piece. False when there are no more.</summary>
        public static bool Describe(int index, ScreenContents contents, Piece piece)
        {
            if (index == 0)
            {
                piece.Text(4, 32, Cells, Lettering.Small, Palette.Text);
                piece.Add(TextId.PulseLabel);
                piece.Add(' ');
                piece.AddNumber(contents.HeartRateLowest, 1, ' ');
                piece.Add('-');
                piece.AddNumber(contents.HeartRateHighest, 1, ' ');
                ResultScreen.AddPerMinute(piece);
                return true;
            }

            int line = (index - 1) / PiecesEach;
            if (line >= Lines)
            {
                return false;
            }

            FindingList found = contents.Findings;
            int count = found == null ? 0 : found.Count;
            int finding = contents.Selected + line;
            bool words = (index - 1) % PiecesEach == 0;
            int top = Top + (line * Pitch);
            if (words)
            {
                piece.Text(4, top, 17, Lettering.Large, finding < count ? Palette.Yellow : Palette.Faint);
                piece.Add(finding < count ? ResultScreen.TextOf(found.Code(finding)) : finding == 0 ? TextId.NothingFound : TextId.None);
                return true;
            }

            piece.Text(4, top + 26, Cells, Lettering.Small, Palette.Text);
            if (finding < count)
            {
                piece.AddNumber(found.Times(finding));
                piece.Add('X');
                piece.GoTo(5);
                AddTime(found.Start(finding), piece);
                piece.Add('-');
                AddTime(found.End(finding), piece);
                piece.GoTo(16);
                AddValue((FindingCode)found.Code(finding), found.Value(finding), piece);
            }

            return true;
        }

        private static void AddTime(int sample, Piece piece)
        {
            int seconds = sample / SignalUnits.SampleRate;
            piece.AddNumber(seconds / SecondsInMinute);
            piece.Add(':');
            piece.AddNumber(seconds % SecondsInMinute, 2, '0');
        }

        private static void AddValue(FindingCode code, int value, Piece piece)
        {
            switch (code)
            {
                case FindingCode.LongPause:
                case FindingCode.Pause:
                    piece.AddNumber(value / MillisecondsInSecond);
                    piece.Add('.');
                    piece.AddNumber(value % MillisecondsInSecond / (MillisecondsInSecond / Ten));
                    piece.Add(' ');
                    piece.Add('S');
                    break;
                case FindingCode.WideTachycardia:
                case FindingCode.IrregularTachycardia:
                case FindingCode.Tachycardia:
                case FindingCode.Bradycardia:
                    piece.AddNumber(value);
                    ResultScreen.AddPerMinute(piece);
                    break;
                case FindingCode.AtrialFibrillation:
                    piece.AddNumber(value);
                    piece.Add(' ');
                    piece.Add('S');
                    break;
                case FindingCode.VentricularEctopy:
                case FindingCode.SupraventricularEctopy:
                    piece.AddNumber(value);
                    piece.Add('/');
                    piece.Add('H');
                    break;
                default:
                    piece.AddNumber(value);
                    break;
            }
        }
    }
}
