namespace EcgChip.Device.Seams
{
    /// <summary>Hears what the signal path finds.</summary>
    public interface ISignalListener : IBeatListener
    {
        /// <summary>A second of signal is over: contact and quality are judged anew.</summary>
        void SecondJudged();

        /// <summary>The class of a beat is taken back: its signal turned out too poor to judge.</summary>
        /// <param name="sampleIndex">Sample index of its R peak.</param>
        /// <param name="ago">How many beats were classified or given up since it was.</param>
        void BeatWithdrawn(int sampleIndex, int ago);
    }
}
