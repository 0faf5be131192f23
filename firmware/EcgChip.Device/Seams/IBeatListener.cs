namespace EcgChip.Device.Seams
{
    /// <summary>Hears of every beat. Sample indices count from power-up at 125 Hz, filter delays removed.</summary>
    public interface IBeatListener
    {
        /// <summary>An R peak was found.</summary>
        void BeatFound(int sampleIndex);

        /// <summary>
        /// A beat that was found before is classified, or will never be. It may be told again: when another network has judged it, or when its
        /// class is taken back because the signal turned out too poor.
        /// </summary>
        /// <param name="sampleIndex">Sample index of its R peak.</param>
        /// <param name="beatClass">N, S, V, F, Q as 0 to 4, or <see cref="Inference.BeatClass.Unclassified"/>.</param>
        /// <param name="confidence">0 to 255; 0 when unclassified.</param>
        void BeatClassified(int sampleIndex, int beatClass, int confidence);
    }
}
