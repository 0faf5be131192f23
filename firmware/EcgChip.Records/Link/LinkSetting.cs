namespace EcgChip.Records.Link
{
    /// <summary>
    /// What <see cref="LinkVerb.Set"/> sets and answers: each as its number, the length of its value, and the value. A key is taken in and never
    /// given out.
    /// </summary>
    public static class LinkSetting
    {
        /// <summary>Identifies the device: 8 bytes, not 0.</summary>
        public const int DeviceId = 1;

        /// <summary>The key that what the device sends will be signed and locked with: <see cref="KeyBytes"/> bytes. Answered by one byte: 1 when there is one.</summary>
        public const int Key = 2;

        /// <summary>The time: 8 bytes, milliseconds since 1970-01-01 UTC. Answered by 0 when it is not known.</summary>
        public const int Clock = 3;

        /// <summary>Mains frequency to filter out: 1 byte, 50 or 60 Hz.</summary>
        public const int Mains = 4;

        /// <summary>Length of a recording: 2 bytes, seconds.</summary>
        public const int RecordingSeconds = 5;

        /// <summary>Language of the screens: 1 byte, the device's number of it.</summary>
        public const int Language = 6;

        /// <summary>Brightness of the display: 1 byte, 1 to 5.</summary>
        public const int Brightness = 7;

        /// <summary>Bytes of a key.</summary>
        public const int KeyBytes = 32;

        /// <summary>A clock before 2024-01-01 is one that was never set.</summary>
        public const long EarliestClock = 1704067200000;

        /// <summary>A clock from 2100-01-01 on is a mistake.</summary>
        public const long LatestClock = 4102444800000;
    }
}
