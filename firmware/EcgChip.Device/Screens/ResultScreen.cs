using EcgChip.Inference;
using EcgChip.Records;
using EcgChip.Signal.Rhythm;

namespace EcgChip.Device.Screens
{
    /// <summary>
    /// What a recording said: the answer as a figure and in words, the most urgent finding or what to do, the heart rate, the signal's quality, what the
    /// infarction head says, marked as research, and the beats by class.
    /// </summary>
    internal static class ResultScreen
    {
        private const int AnswerLines = 2;
        private const int AnswerCells = 14;
        private const int AnswerLeft = 66;
        private const int AnswerTop = 31;
        private const int WhyTop = 85;
        private const int WhyCells = 17;
        private const int WhySmallCells = 26;
        private const int RateTop = 113;
        private const int RightLeft = 162;
        private const int RightCells = 13;
        private const int ClassTop = 174;
        private const int ClassPitch = 64;
        private const int Hundred = 100;
        private const int FirstClassPiece = AnswerPicture.Pieces + 9;

        /// <summary>Describes a piece. False when there are no more.</summary>
        public static bool Describe(int index, ScreenContents contents, Piece piece)
        {
            if (index < AnswerPicture.Pieces)
            {
                AnswerPicture.Describe(index, contents.Answer, 5, AnswerTop, piece);
                return true;
            }

            if (index >= FirstClassPiece)
            {
                return DescribeClass(index - FirstClassPiece, contents, piece);
            }

            int right = RightLeft;
            switch (index - AnswerPicture.Pieces)
            {
                case 0:
                case 1:
                    piece.Text(AnswerLeft, AnswerTop + ((index - AnswerPicture.Pieces) * 28), AnswerCells, Lettering.Large, AnswerPicture.ColourOf(contents.Answer));
                    piece.AddLine(TextOf(contents.Answer), index - AnswerPicture.Pieces);
                    break;
                case 2:
                    DescribeWhy(contents, piece);
                    break;
                case 3:
                    piece.Text(0, RateTop, 3, Lettering.BigNumber, Palette.Text);
                    piece.AddNumber(contents.HeartRateMean, 3, ' ');
                    break;
                case 4:
                    piece.Text(112, RateTop + 26, 1, Lettering.Large, Palette.Vermillion);
                    piece.Add('#');
                    break;
                case 5:
                    piece.Text(110, RateTop, 4, Lettering.Small, Palette.Faint);
                    AddPerMinute(piece);
                    break;
                case 6:
                    piece.Text(right, RateTop, RightCells, Lettering.Small, Palette.Text);
                    piece.Add(TextId.SignalLabel);
                    piece.Add(' ');
                    piece.AddNumber(contents.QualityPercent, 1, ' ');
                    piece.Add('%');
                    piece.AlignRight();
                    break;
                case 7:
                    piece.Text(right, RateTop + 21, RightCells, Lettering.Small, Palette.Faint);
                    AddInfarction(contents.InfarctionScore, piece);
                    piece.AlignRight();
                    break;
                case 8:
                    piece.Text(right, RateTop + 40, RightCells, Lettering.Small, Palette.Faint);
                    piece.Add(contents.InfarctionScore >= 0 && contents.InfarctionResearchOnly ? TextId.ResearchOnly : TextId.None);
                    piece.AlignRight();
                    break;
                default:
                    return false;
            }

            return true;
        }

        /// <summary>The words of an answer.</summary>
        public static int TextOf(ScreeningAnswer answer)
        {
            switch (answer)
            {
                case ScreeningAnswer.ShowADoctor: return TextId.AnswerShowADoctor;
                case ScreeningAnswer.Repeat: return TextId.AnswerRepeat;
                default: return TextId.AnswerNoFinding;
            }
        }

        /// <summary>The words of a finding.</summary>
        public static int TextOf(int findingCode)
        {
            return findingCode < 1 || findingCode > RhythmFindings.LastCode ? TextId.None : TextId.FindingWideTachycardia + findingCode - 1;
        }

        /// <summary>Beats a minute, in any language.</summary>
        public static void AddPerMinute(Piece piece)
        {
            piece.Add('/');
            piece.Add('M');
            piece.Add('I');
            piece.Add('N');
        }

        /// <summary>Adds what the infarction head says, in hundredths; nothing when it says nothing.</summary>
        public static void AddInfarction(int score, Piece piece)
        {
            if (score >= 0)
            {
                int hundredths = ((score * Hundred) + (RecordSummary.CertainInfarction / 2)) / RecordSummary.CertainInfarction;
                piece.Add(TextId.InfarctionLabel);
                piece.Add(' ');
                piece.AddNumber(hundredths / Hundred);
                piece.Add('.');
                piece.AddNumber(hundredths % Hundred, 2, '0');
            }
        }

        private static void DescribeWhy(ScreenContents contents, Piece piece)
        {
            if (contents.Answer == ScreeningAnswer.ShowADoctor)
            {
                piece.Text(7, WhyTop, WhyCells, Lettering.Large, Palette.Text);
                FindingList found = contents.Findings;
                piece.Add(found == null || found.Count == 0 ? TextId.None : TextOf(found.Code(0)));
                piece.Centre();
                return;
            }

            piece.Text(4, WhyTop + 4, WhySmallCells, Lettering.Small, Palette.Text);
            piece.AddLine(contents.Answer == ScreeningAnswer.Repeat ? TextId.RepeatAdvice : TextId.NoProof, 0);
            piece.Centre();
        }

        // A letter on its colour, and how many.
        private static bool DescribeClass(int index, ScreenContents contents, Piece piece)
        {
            int beatClass = index / 2;
            if (beatClass >= BeatClass.Count)
            {
                return false;
            }

            int left = 2 + (beatClass * ClassPitch);
            if ((index & 1) == 0)
            {
                piece.Tile(left, ClassTop, 18, 18, BeatColours.Letter(beatClass), BeatColours.Of(beatClass));
            }
            else
            {
                piece.Text(left + 22, ClassTop - 2, 3, Lettering.Small, Palette.Text);
                piece.AddNumber(contents.ClassCounts[beatClass]);
            }

            return true;
        }
    }
}
