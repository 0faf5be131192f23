namespace EcgChip.Records
{
    /// <summary>What is set once and outlives a restart. What a value means, and which are sensible, is its user's to say.</summary>
    public sealed class StoredSettings
    {
        /// <summary>Length of <see cref="Numbers"/>.</summary>
        public const int NumberCount = 6;

        private const int UsualMains = 50;
        private const int UsualSeconds = 60;
        private const int UsualBrightness = 3;

        /// <summary>Identifies the device; 0 when it was never set.</summary>
        public long DeviceId;

        /// <summary>Mains frequency to filter out, in hertz.</summary>
        public int MainsHz;

        /// <summary>Length of a recording, in seconds.</summary>
        public int RecordingSeconds;

        /// <summary>Language of the screens.</summary>
        public int Language;

        /// <summary>Brightness of the display, 1 to 5.</summary>
        public int Brightness;

        /// <summary>The patient number given last.</summary>
        public int PatientNumber;

        /// <summary>Further numbers, 0 until somebody sets them.</summary>
        public readonly int[] Numbers = new int[NumberCount];

        /// <summary>Settings as of a device that was never set up.</summary>
        public StoredSettings()
        {
            Clear();
        }

        /// <summary>Makes everything as on a device that was never set up.</summary>
        public void Clear()
        {
            DeviceId = 0;
            MainsHz = UsualMains;
            RecordingSeconds = UsualSeconds;
            Language = 0;
            Brightness = UsualBrightness;
            PatientNumber = 0;
            for (int i = 0; i < Numbers.Length; i++)
            {
                Numbers[i] = 0;
            }
        }
    }
}
