namespace EcgChip.Device.Seams
{
    /// <summary>Where the ECG comes from.</summary>
    public interface ISampleSource
    {
        /// <summary>Takes a sample: reads the ADC several times in a row, and the lead-off comparators in turn, one a sample.</summary>
        /// <param name="readings">How many readings, few enough that their sum fits <see cref="Sampling.RawSample.SumBits"/>.</param>
        /// <returns>Their sum and what the comparators said last, as <see cref="Sampling.RawSample"/> packs them.</returns>
        int Read(int readings);
    }
}
