using EcgChip.Device.Screens;

namespace EcgChip.Device.Session
{
    /// <summary>Says on the screen what each button does in a state, as <see cref="SessionTable"/> has it.</summary>
    public static class SessionHints
    {
        /// <summary>Writes all four hints.</summary>
        /// <param name="rows">The table.</param>
        /// <param name="state">The state.</param>
        /// <param name="contents">Takes them.</param>
        /// <param name="holdsRecording">True where a recording is held that could not be stored.</param>
        /// <param name="noCharge">True where the battery is empty.</param>
        public static void Show(int[] rows, BedsideState state, ScreenContents contents, bool holdsRecording, bool noCharge)
        {
            contents.HintStartShort = TextId.None;
            contents.HintStartLong = TextId.None;
            contents.HintModeShort = TextId.None;
            contents.HintModeLong = TextId.None;

            // From the last to the first, so that of an event's rows the first that counts is heard.
            for (int i = rows.Length - 1; i >= 0; i--)
            {
                int row = rows[i];
                if (SessionTable.State(row) == state && Counts(SessionTable.Guard(row), holdsRecording, noCharge))
                {
                    Set(SessionTable.Event(row), SessionTable.Hint(row), contents);
                }
            }
        }

        // No other guard changes what a button is said to do.
        private static bool Counts(SessionGuard guard, bool holdsRecording, bool noCharge)
        {
            return guard == SessionGuard.HoldsRecording ? holdsRecording : guard != SessionGuard.NoCharge || noCharge;
        }

        private static void Set(SessionEvent button, int hint, ScreenContents contents)
        {
            switch (button)
            {
                case SessionEvent.StartShort:
                    contents.HintStartShort = hint;
                    break;
                case SessionEvent.StartLong:
                    contents.HintStartLong = hint;
                    break;
                case SessionEvent.ModeShort:
                    contents.HintModeShort = hint;
                    break;
                case SessionEvent.ModeLong:
                    contents.HintModeLong = hint;
                    break;
            }
        }
    }
}
