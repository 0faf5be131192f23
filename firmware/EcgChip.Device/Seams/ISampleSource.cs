namespace EcgChip.Device.Seams
{
    /// <summary>Where the ECG comes from.</summary>
    public interface ISampleSource
    {
        /// <summary>True while the comparator says that the electrode of the positive input (left leg) is off.</summary>
        bool LeadOffPositive { get; }

        /// <summary>True while the comparator says that the electrode of the negative input (right arm) is off.</summary>
        bool LeadOffNegative { get; }

        /// <summary>Reads the ADC several times in a row.</summary>
        /// <param name="readings">How many readings.</param>
        /// <returns>Their sum, in ADC codes.</returns>
        int ReadSum(int readings);
    }
}
