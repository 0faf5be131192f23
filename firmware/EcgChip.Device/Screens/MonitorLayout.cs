namespace EcgChip.Device.Screens
{
    /// <summary>Where the monitor screen's parts are, in pixels.</summary>
    internal static class MonitorLayout
    {
        /// <summary>Line under the contact state.</summary>
        public const int UpperLineTop = 26;

        /// <summary>The trace, with the strip of R marks above it.</summary>
        public const int TraceTop = 30;

        /// <summary>Line under the trace.</summary>
        public const int LowerLineTop = TraceTop + TraceView.Height + 3;

        /// <summary>Coloured block before the contact state.</summary>
        public const int ContactBlockWidth = 10;

        /// <summary>Left edge of the contact state.</summary>
        public const int ContactLeft = 18;

        /// <summary>Characters of the contact state.</summary>
        public const int ContactLength = 14;

        /// <summary>Top of the upper line of text.</summary>
        public const int ContactTop = 6;

        /// <summary>Left edge of the dot that says "recording".</summary>
        public const int RecordingDotLeft = 193;

        /// <summary>Width and height of that dot.</summary>
        public const int RecordingDotSize = 8;

        /// <summary>Left edge of the recording's time.</summary>
        public const int RecordingLeft = 208;

        /// <summary>Characters of the recording's time: 0:12/1:00.</summary>
        public const int RecordingLength = 9;

        /// <summary>Left edge of the heart rate.</summary>
        public const int RateLeft = 6;

        /// <summary>Top of the heart rate.</summary>
        public const int RateTop = 175;

        /// <summary>Digits of the heart rate.</summary>
        public const int RateLength = 3;

        /// <summary>Left edge of the heart and of the unit.</summary>
        public const int UnitLeft = 118;

        /// <summary>Top of the heart.</summary>
        public const int HeartTop = 182;

        /// <summary>Top of the unit.</summary>
        public const int UnitTop = 220;

        /// <summary>Left edge of the last beats and of the advice.</summary>
        public const int RightLeft = 162;

        /// <summary>Top of the last beats.</summary>
        public const int BeatsTop = 174;

        /// <summary>Characters of a line of advice.</summary>
        public const int AdviceLength = 13;

        /// <summary>Top of the first line of advice.</summary>
        public const int AdviceTop = 204;

        /// <summary>Top of the second line of advice.</summary>
        public const int SecondAdviceTop = 222;
    }
}
