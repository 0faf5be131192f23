namespace EcgChip.Signal
{
    /// <summary>Frequency of the mains whose hum is filtered out.</summary>
    public enum MainsFrequency
    {
        /// <summary>50 Hz: Africa, Asia, Europe.</summary>
        Hz50 = 50,

        /// <summary>60 Hz: the Americas.</summary>
        Hz60 = 60,
    }
}
