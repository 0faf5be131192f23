namespace EcgChip.Device.Screens
{
    /// <summary>The self-test: a line for each part, passed or failed in words and colour.</summary>
    internal static class SelfTestLinesScreen
    {
        /// <summary>Parts that are tested.</summary>
        public const int Lines = 9;

        private const int Cells = 26;
        private const int VerdictPlace = 18;
        private const int Top = 30;
        private const int Pitch = 18;

        /// <summary>Describes a piece. False when there are no more.</summary>
        public static bool Describe(int index, ScreenContents contents, Piece piece)
        {
            if (index >= Lines)
            {
                return false;
            }

            int bit = 1 << index;
            bool failed = (contents.SelfTestFailed & bit) != 0;
            bool passed = (contents.SelfTestPassed & bit) != 0;
            bool runs = contents.SelfTestRunning == index;
            piece.Text(
                4, Top + (index * Pitch), Cells, Lettering.Small, failed ? Palette.Vermillion : passed ? Palette.Text : runs ? Palette.Yellow : Palette.Faint);
            piece.Add(TextId.TestAdc + index);
            piece.GoTo(VerdictPlace);
            piece.Add(failed ? '!' : passed ? '*' : ' ');
            piece.Add(' ');
            piece.Add(failed ? TextId.Failed : passed ? TextId.Passed : runs ? TextId.Running : TextId.None);
            return true;
        }
    }
}
