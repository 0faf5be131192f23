namespace EcgChip.Device.SelfTest
{
    /// <summary>Beats with known results, for a network; written by weights-gen.</summary>
    internal abstract class GoldenBeats
    {
        /// <summary>How many.</summary>
        public abstract int Count { get; }

        /// <summary>A beat as the network's input; a new array each time.</summary>
        public abstract sbyte[] Input(int beat);

        /// <summary>Checksum of the class and the logits that have to come out.</summary>
        public abstract int Known(int beat);
    }
}
