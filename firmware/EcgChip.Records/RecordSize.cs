namespace EcgChip.Records
{
    /// <summary>How long a record can become, so that room for it is there before the recording begins.</summary>
    public static class RecordSize
    {
        // A varint takes a second byte from here on, and a third from the square of it on.
        private const int SecondByteFrom = 128;

        /// <summary>Most bytes of a record.</summary>
        /// <param name="packedBytes">Most bytes of its packed samples.</param>
        /// <param name="samples">Its samples, gaps included.</param>
        /// <param name="beats">Most beats.</param>
        /// <param name="gaps">Most gaps.</param>
        /// <param name="findings">Most findings.</param>
        public static int Most(int packedBytes, int samples, int beats, int gaps, int findings)
        {
            int index = LittleEndian.VarintLength(samples);
            int models = RecordContents.ModelCapacity * (RecordFormat.ModelFixedBytes + ModelReference.LongestName);

            // The distances between beats come to no more than all samples, so few of them are long.
            int beatBytes = beats * (1 + RecordFormat.BeatResultBytes) + samples / SecondByteFrom + samples / (SecondByteFrom * SecondByteFrom);
            int finding = 1 + LittleEndian.LongestVarint + LittleEndian.LongestVarint + 2 * index;
            const int lists = 4;
            return RecordFormat.HeaderBytes + RecordFormat.SectionCount * RecordFormat.SectionHeaderBytes
                + RecordFormat.RecordingBytes + RecordFormat.SummaryBytes + lists * RecordFormat.ListCountBytes + models + beatBytes
                + gaps * 2 * index + findings * finding + RecordFormat.EncodingBytes + packedBytes + RecordFormat.CrcBytes;
        }
    }
}
