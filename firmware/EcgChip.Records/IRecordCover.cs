namespace EcgChip.Records
{
    /// <summary>
    /// Covers records where they are stored, so that a flash without its key tells nothing of a patient. What a record is covered with is drawn anew for each, and stands
    /// before it: "ECGX", four bytes that tell which key it is, and twelve that no other record has.
    /// </summary>
    public interface IRecordCover
    {
        /// <summary>A step towards having the key at hand, so that no other call takes long. May be left out.</summary>
        /// <returns>True when it is at hand, or there is none.</returns>
        bool Prepare();

        /// <summary>Draws what the next record is covered with.</summary>
        /// <param name="header">Takes what stands before it: <see cref="RecordCoverFormat.Bytes"/> bytes.</param>
        /// <returns>False where there is no key: the record is stored as it is.</returns>
        bool Draw(byte[] header);

        /// <summary>Makes ready for a record that is there.</summary>
        /// <param name="header">What stands before it.</param>
        /// <returns>False where its key is another, or there is none.</returns>
        bool Take(byte[] header);

        /// <summary>Covers bytes, or takes the cover off again.</summary>
        /// <param name="place">Where in the record they stand.</param>
        /// <param name="bytes">The bytes.</param>
        /// <param name="offset">Where they begin.</param>
        /// <param name="count">How many there are.</param>
        void Cover(int place, byte[] bytes, int offset, int count);

        /// <summary>Gives back the heap that it has; it is taken again when it is wanted.</summary>
        void Release();
    }
}
