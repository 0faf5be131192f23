namespace EcgChip.Signal
{
    /// <summary>The units that every signal in the firmware is in.</summary>
    public static class SignalUnits
    {
        /// <summary>Samples a second.</summary>
        public const int SampleRate = 125;

        /// <summary>Microseconds from one sample to the next.</summary>
        public const int SampleIntervalUs = 8000;

        /// <summary>Conditioned units in a millivolt at the electrodes: one unit is 5 uV, as in the MIT-BIH database.</summary>
        public const int UnitsPerMillivolt = 200;
    }
}
