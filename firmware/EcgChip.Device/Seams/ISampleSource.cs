namespace EcgChip.Device.Seams
{
    /// <summary>Where the ECG comes from.</summary>
    public interface ISampleSource
    {
        /// <summary>
        /// Takes a sample: reads the ADC <see cref="Signal.Conditioner.ReadingsPerSample"/> times in a row, and the lead-off comparators in
        /// turn, with every second sample.
        /// </summary>
        /// <returns>The sum of the readings and what the comparators said last, as <see cref="Sampling.RawSample"/> packs them.</returns>
        int Read();
    }
}
