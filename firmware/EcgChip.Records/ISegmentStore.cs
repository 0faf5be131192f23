namespace EcgChip.Records
{
    /// <summary>
    /// Where the log's segments are kept: numbered byte sequences that only grow at their end or vanish whole. On the device a segment is a
    /// file of eight digits, 00000001.seg. Failures are answers, never exceptions.
    /// </summary>
    public interface ISegmentStore
    {
        /// <summary>Numbers of all segments there are, in any order. Called once when the log is opened.</summary>
        int[] Segments();

        /// <summary>Bytes of a segment; 0 when there is no such segment, -1 when it cannot be told.</summary>
        int Length(int segment);

        /// <summary>
        /// Reads up to <paramref name="count"/> bytes from <paramref name="position"/> on and returns how many came: fewer at the end, or
        /// when reading fails.
        /// </summary>
        int Read(int segment, int position, byte[] buffer, int offset, int count);

        /// <summary>
        /// Appends bytes, and makes the segment if there is none. They may be lost in a power cut until <see cref="Flush"/>. False when
        /// that failed; a part of them may stand there then.
        /// </summary>
        bool Append(int segment, byte[] buffer, int offset, int count);

        /// <summary>Makes everything appended to a segment safe from a power cut. False when that failed.</summary>
        bool Flush(int segment);

        /// <summary>Removes a whole segment. False when that failed.</summary>
        bool Delete(int segment);

        /// <summary>
        /// Bytes that can still be appended, what the file system needs for itself already taken off. May be an estimate.
        /// </summary>
        long FreeBytes();
    }
}
